//! Has somebody looked at each picture that a reader would get? No program can see an address,
//! a school badge or a name in a drawing.

use crate::case::Case;
use crate::case::beside::Pictures;
use crate::case::child_voice::Letter;
use crate::case::document::DocumentStatus;
use crate::diagnostics::code::confidentiality;
use crate::diagnostics::{Pointer, Severity, Unplaced, each};
use crate::output::Digest;

/// What is to be looked at: a warning while the documents may still change, and an error where
/// they are final (K06).
pub(super) fn looked_at(case: &Case, pictures: &Pictures) -> Vec<Unplaced> {
    let voices = each(&Pointer::root().key("child_voice"), &case.child_voice);
    let letters = voices.filter_map(|(at, voice)| Some((at.key("letter"), voice.letter.as_ref()?)));
    let found = letters.filter_map(|(at, letter)| not_looked_at((case, pictures), &at, letter));
    found.collect()
}

fn not_looked_at(
    (case, pictures): (&Case, &Pictures),
    at: &Pointer,
    letter: &Letter,
) -> Option<Unplaced> {
    let image = letter.image.as_ref()?;
    let picture = Digest::of(pictures.get(image.as_str())?).mark();
    let message = match &letter.looked_at {
        None => "nobody has looked at this picture, and a reader would get it".to_owned(),
        Some(looked) if looked.picture.as_str() == picture => return None,
        Some(looked) => {
            let (by, on) = (&looked.by, looked.on);
            format!("this picture is not the one that `{by}` looked at on {on}")
        }
    };
    let mut finding = Unplaced::new(&confidentiality::NOT_LOOKED_AT, at.key("image"), message);
    let day = case.document.prepared_on;
    finding.caption("as it lies beside the case").help(format!(
        "look at it: it may show an address, a school badge, a name; then write below it \
         `looked_at: {{by: {}, on: {day}, picture: {picture}}}`, with who looked and when",
        case.document.prepared_by
    ));
    if case.document.status == DocumentStatus::Draft {
        finding.weigh(Severity::Warning);
    }
    Some(finding)
}
