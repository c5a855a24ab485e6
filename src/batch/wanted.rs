//! Which folder each case of a run will want, known before the first is built: where two want
//! one, neither is written, whichever of them is the right one.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use super::in_order;
use crate::case::reference_in;
use crate::output::{Names, case_folder};
use crate::pipeline::Given;
use crate::reading::Accepted;

/// The folders that the cases name. A file that cannot be read wants none, and what comes
/// through a pipe can be read once only: it takes what is left.
pub(super) fn wanted(cases: &[Given], jobs: NonZeroUsize) -> Names {
    let mut names = Names::new();
    if cases.len() > 1 {
        in_order(cases, jobs, read, |_, accepted| {
            if let Some((case_file, folder)) = accepted {
                names.want(&folder, &case_file);
            }
            ControlFlow::Continue(())
        });
    }
    names
}

/// What the case file is called in messages, and its folder.
fn read(given: &Given) -> Option<(String, String)> {
    if given.bytes.is_none() && !given.file.is_file() {
        return None;
    }
    let Accepted { file, tree, .. } = given.read().ok()?;
    let folder = case_folder(reference_in(&tree).unwrap_or_default());
    Some((file.name().to_owned(), folder))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::case::{Case, load::load};
    use crate::reading;

    #[test]
    fn what_is_read_beforehand_is_what_the_case_says() {
        let mut compared = 0;
        for entry in walkdir::WalkDir::new("fixtures/cases/valid") {
            let path = entry.expect("an entry").into_path();
            if path.extension().is_none_or(|ending| ending != "yaml") {
                continue;
            }
            let mut accepted = reading::read(&path).expect("it can be read");
            let before = reference_in(&accepted.tree).map(str::to_owned);
            let case: Case = load(&mut accepted).expect("it is sound");
            assert_eq!(before.as_deref(), case.reference(), "{}", path.display());
            compared += 1;
        }
        assert!(compared > 8, "only {compared} cases");
    }

    #[test]
    fn what_cannot_be_read_wants_nothing() {
        assert_eq!(read(&Given::itself(Path::new("nowhere.yaml"), 1)), None);
        let broken = Given::called(Path::new("case.yaml"), b"case: [".to_vec(), 1);
        assert_eq!(read(&broken), None);
    }
}
