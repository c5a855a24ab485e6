//! What of a source stands on the pages that were made of it.

use std::ops::Range;

use crate::pages::Layout;
use crate::templates::Told;

/// Letters and figures by which a phrase is known again where Typst does not say of which
/// bytes it is made: one that was handed to a function of the theme.
const TELLING: usize = 8;

/// What stands on pages.
#[derive(Debug)]
pub(super) struct Seen {
    /// The bytes of the source that something on a page is made of.
    runs: Vec<Range<usize>>,
    /// All letters and figures of the pages.
    letters: String,
}

impl Seen {
    pub(super) fn on(layout: &Layout) -> Self {
        let runs = || layout.runs().map(|(_, run)| run);
        let made_of = runs().filter_map(|run| {
            let start = run.source?;
            Some(start..start + run.text.len())
        });
        let alt = layout.pages.iter().flat_map(|page| &page.alt_texts);
        let texts = runs().map(|run| &run.text).chain(alt);
        Seen {
            runs: made_of.collect(),
            letters: texts.map(|text| letters(text)).collect(),
        }
    }

    /// Whether something that these bytes of a source write stands on a page.
    pub(super) fn holds(&self, source: &str, bytes: Range<usize>, told: &Told) -> bool {
        let mut runs = self.runs.iter();
        if runs.any(|run| run.start < bytes.end && bytes.start < run.end) {
            return true;
        }
        // The values of a sample are all the same words.
        let letters = match told {
            Told::Phrase(_) => letters(source.get(bytes).unwrap_or_default()),
            Told::Value(_) => return false,
        };
        letters.chars().count() >= TELLING && self.letters.contains(&letters)
    }
}

fn letters(text: &str) -> String {
    let signs = text.chars().filter(|sign| sign.is_alphanumeric());
    signs.flat_map(char::to_lowercase).collect()
}
