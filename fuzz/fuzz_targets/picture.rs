//! Any bytes at all in the place of a child's drawing: refused with a reason, or admitted by both
//! doors, of which that of a case is the narrower.
#![no_main]

use concord::pictures::{refusal, refusal_from_case};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if refusal(bytes).is_some() {
        assert!(refusal_from_case(bytes).is_some());
    }
});
