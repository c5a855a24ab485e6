//! Two passes for every document.
//!
//! Typst lays a document out until what it says of itself, such as the number of its pages, is
//! true. Twice is the least for one that says it; a third time is a third more work, and nobody
//! sees on the pages what asked for it.

use std::fs;
use std::path::PathBuf;

use concord::packs::Edition;
use concord::typesetting::Job;

use crate::trial::Trial;
use crate::work::Press;

/// The passes that a document may take.
const PASSES: usize = 2;

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir("fixtures/cases/valid").expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut cases: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    cases.sort();
    cases
}

/// The documents of all cases, of which there are `least`, that take more passes.
fn slow(language: Option<&str>, edition: Edition, least: usize) -> Vec<String> {
    let press = Press::new();
    let mut slow = Vec::new();
    let mut counted = 0;
    for case in cases() {
        let trial = Trial::of(&case);
        let trial = match language {
            Some(language) => trial.language(language),
            None => trial,
        };
        for (name, draft) in trial.attempts() {
            // Not every document is there in every language.
            let Ok(draft) = draft else { continue };
            counted += 1;
            let passes = press.work(&draft.job_in(edition)).passes;
            if passes > PASSES {
                slow.push(format!("{}: {name}: {passes} passes", case.display()));
            }
        }
    }
    assert!(counted >= least, "{counted} documents");
    slow
}

#[test]
fn every_document_takes_two_passes() {
    assert_eq!(slow(None, Edition::Standard, 100), [""; 0]);
}

#[test]
fn in_large_print_too() {
    assert_eq!(slow(None, Edition::LargePrint, 100), [""; 0]);
}

#[test]
fn in_two_languages_too() {
    assert_eq!(slow(Some("bilingual"), Edition::Standard, 20), [""; 0]);
}

#[test]
fn a_third_pass_is_counted() {
    let passes = |source: &str| {
        let source = source.to_owned();
        let job = Job {
            source,
            ..Job::default()
        };
        Press::new().work(&job).passes
    };
    assert_eq!(passes("Words."), 1);
    let first = "#metadata(1)<a>#context if query(<a>).len() > 0 [#metadata(2)<b>]";
    assert_eq!(passes(first), 2);
    let second = format!("{first}#context if query(<b>).len() > 0 [Words.]");
    assert_eq!(passes(&second), 3);
}
