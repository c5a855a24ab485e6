//! The finished file as a court takes it: its sheets, labels, bookmarks, fonts and pictures, and
//! nothing in it but pages.

use super::limits::Limits;
use super::proof::Proof;
use crate::diagnostics::code::document;
use crate::diagnostics::{Code, Pointer, Unplaced, in_backticks};
use crate::pages::Role;
use crate::pdf::Form;

/// Sheets are rounded on their way into the file; a point is a third of a millimetre.
const TOLERANCE: f64 = 1.0;

/// Dots are rounded too.
const DOT: f64 = 1.0;

/// A fault of the file: its code, what is wrong, and what to do.
type Fault = (&'static Code, String, String);

/// The file has the form that the rules ask for.
pub(super) fn the_file_is_as_a_court_takes_it(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    let Some(pdf) = proof.finished.pdf else {
        return;
    };
    for (code, what, help) in faults(&pdf.form(), proof.limits(), headings(proof)) {
        let mut unfit = proof.unfit(code, Pointer::root().key("document"), what);
        unfit.help(help);
        found.push(unfit);
    }
}

/// How many headings a reader meets.
fn headings(proof: &Proof<'_>) -> usize {
    let elements = proof.layout().elements.iter();
    let headings = elements.filter(|element| matches!(element.role, Role::Heading(_)));
    headings.count()
}

fn faults(form: &Form, limits: &Limits, headings: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    let sheet = &limits.page;
    let is_other = |one: f64, other: f64| (one - other).abs() > TOLERANCE;
    for (number, page) in (1..).zip(&form.pages) {
        if page.is_turned
            || is_other(page.width, sheet.width)
            || is_other(page.height, sheet.height)
        {
            let what = format!("page {number} is no upright A4");
            let help = "let the theme set `paper: \"a4\"`, and turn no page";
            faults.push((&document::NO_A4, what, help.to_owned()));
        }
        if let (Some(dots), Some(most)) = (page.dots, limits.most_dots)
            && dots > most + DOT
        {
            let what = format!("page {number} has a picture of {dots:.0} dots to the inch");
            let help = format!("save it with fewer: the rules allow {most}");
            faults.push((&document::TOO_FINE, what, help));
        }
    }
    if !form.is_numbered {
        let what = "a viewer does not count its pages from 1".to_owned();
        let help = "let the theme number pages `1`, `2`, `3`, and begin with 1".to_owned();
        faults.push((&document::LABELS, what, help));
    }
    let unmarked = headings.saturating_sub(form.bookmarks.len());
    if unmarked > 0 {
        let what = match unmarked {
            1 => "a heading has no bookmark".to_owned(),
            more => format!("{more} headings have no bookmark"),
        };
        let help = "let the theme keep `bookmarked: true`".to_owned();
        faults.push((&document::BOOKMARKS, what, help));
    }
    if !form.unsearchable.is_empty() {
        let fonts = form.unsearchable.iter().map(String::as_str);
        let what = format!("words in {} cannot be searched", in_backticks(fonts));
        let help = "set them in a font of yours or of the program's".to_owned();
        faults.push((&document::UNSEARCHABLE, what, help));
    }
    for extra in &form.extras {
        let what = format!("the file holds {extra}");
        let help = "take it out of the theme or the template that puts it there".to_owned();
        faults.push((&document::MORE_THAN_PAGES, what, help));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::document::RulesProfile;
    use crate::pdf::Paper;

    fn sound() -> Form {
        let page = Paper {
            width: 595.276,
            height: 841.89,
            is_turned: false,
            dots: Some(300.0),
        };
        Form {
            pages: vec![page.clone(), page],
            bookmarks: vec!["Terms".to_owned()],
            is_numbered: true,
            ..Form::default()
        }
    }

    /// What is said of a file that was sound until somebody touched it.
    fn told(touch: impl Fn(&mut Form)) -> Vec<String> {
        let mut form = sound();
        touch(&mut form);
        let faults = faults(&form, Limits::of(RulesProfile::Fpr201807), 1);
        let told = faults.into_iter();
        told.map(|(code, what, _)| format!("{}: {what}", code.id))
            .collect()
    }

    #[test]
    fn each_fault_of_a_file_is_told_once() {
        assert_eq!(told(|_| {}), [""; 0]);
        assert_eq!(
            told(|form| form.pages[1].is_turned = true),
            ["D13: page 2 is no upright A4"]
        );
        assert_eq!(
            told(|form| form.pages[0].height = 792.0),
            ["D13: page 1 is no upright A4"]
        );
        assert_eq!(
            told(|form| form.pages[0].dots = Some(600.0)),
            ["D18: page 1 has a picture of 600 dots to the inch"]
        );
        assert_eq!(
            told(|form| form.is_numbered = false),
            ["D15: a viewer does not count its pages from 1"]
        );
        assert_eq!(
            told(|form| form.bookmarks.clear()),
            ["D16: a heading has no bookmark"]
        );
        assert_eq!(
            told(|form| form.unsearchable.push("Arial".to_owned())),
            ["D17: words in `Arial` cannot be searched"]
        );
        assert_eq!(
            told(|form| form.extras.push("a script")),
            ["D19: the file holds a script"]
        );
    }
}
