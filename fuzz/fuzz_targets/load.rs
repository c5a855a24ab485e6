//! Any bytes at all: they become a case, or findings that each have a place and help.
#![no_main]

use concord::case::Case;
use concord::case::load::load;
use concord::reading::{Subject, accept};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let loaded = accept("case.yaml", bytes, Subject::Case).and_then(|mut accepted| load::<Case>(&mut accepted));
    if let Err(findings) = loaded {
        assert!(!findings.is_empty());
        for finding in findings.iter() {
            let place = finding
                .place
                .as_ref()
                .expect("a finding in a file has a place");
            assert!(place.range.end <= place.file.text().len());
            assert!(finding.help.is_some(), "{} has no help", finding.code.id);
        }
    }
});
