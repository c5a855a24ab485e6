//! Any text at all in the place of a value: a date, a line of a schedule, a postcode. Each form
//! takes it or says what it is not; what it is not has a help.
#![no_main]

use concord::case::form::FORMS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for form in FORMS {
        if let Err(misfit) = (form.parses)(text) {
            assert!(!misfit.help.is_empty(), "{} has no help", form.name);
        }
    }
});
