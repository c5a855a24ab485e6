//! Any bytes at all in the place of a finished PDF: it is read back, or it is none.
#![no_main]

use concord::pdf;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let printed = pdf::Opened::open(bytes).map(|pdf| pdf.read("00000000"));
    let words = pdf::Opened::open(bytes).map(|pdf| pdf.words());
    // What can be read at all can be searched too.
    assert!(printed.is_none() || words.is_some());
});
