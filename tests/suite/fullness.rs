//! A plan is kept on a kitchen wall: no page of it is left half empty for what stands on the next.

use std::fs;
use std::path::PathBuf;

use concord::pages::Page;

use crate::trial::{Trial, lay_out};

/// Down to which part of it the free area of a page is filled.
fn filled(page: &Page) -> f64 {
    let (top, bottom) = (page.area.top, page.area.bottom);
    let within = page.runs.iter().filter(|run| run.y <= bottom);
    within
        .map(|run| (run.y - top) / (bottom - top))
        .fold(0.0, f64::max)
}

#[test]
fn no_page_of_a_plan_but_the_last_is_left_half_empty() {
    let entries = fs::read_dir("fixtures/cases/valid").expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let cases: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    let mut read = 0;
    let mut empty = Vec::new();
    for case in &cases {
        for (name, draft) in Trial::of(case).attempts() {
            let Ok(draft) = draft else { continue };
            if !name.ends_with("/parenting-plan") && !name.ends_with("/childs-plan") {
                continue;
            }
            let pages = lay_out(&draft.job()).pages;
            let (_, before) = pages.split_last().expect("it has a page");
            read += before.len();
            for (index, page) in before.iter().enumerate() {
                let filled = filled(page);
                if filled < 0.55 {
                    let case = case.display();
                    empty.push(format!("{case}: {name}, page {}: {filled:.2}", index + 1));
                }
            }
        }
    }
    assert!(read >= 50, "{read} pages");
    assert_eq!(empty, [""; 0]);
}
