//! A document on its way to the typesetter: its sources, one for each language, and the
//! theme for its edition.

use super::edition::Edition;
use super::files;
use crate::assets::Layered;
use crate::audience::Languages;
use crate::diagnostics::Findings;
use crate::language::Language;
use crate::typesetting::Job;
use crate::view::Document;

/// The module of the theme that has the mark of the document.
pub(crate) const MARK: &str = "themes/court/mark.typ";

/// The module of the theme that has the numbers of paragraphs in other copies.
pub(crate) const CONCORDANCE: &str = "themes/court/numbers.typ";

/// What stands in that module where there are none to tell.
pub(crate) fn no_concordance() -> Vec<u8> {
    b"#let numbers-elsewhere = (\n)\n".to_vec()
}

/// The call of the theme that numbers paragraphs.
pub(crate) const NUMBERED: &str = "numbered";

/// The sources of a document, one for each language, with the theme for this edition.
pub(crate) fn typeset_as<'a>(
    (document, languages, edition): (&Document, Languages, Edition),
    assets: &Layered,
    sources: impl Iterator<Item = (Language, &'a str)>,
    identity: String,
) -> Result<Job, Findings> {
    // Two columns of large print would hold few words each.
    let side_by_side = document.is_side_by_side() && edition != Edition::LargePrint;
    let mut files = files::theme(assets, edition, languages, side_by_side)?;
    let mut source = String::new();
    for (language, half) in sources {
        match languages {
            Languages::One(_) => half.clone_into(&mut source),
            Languages::Bilingual => {
                files.insert(half_path(language), half.as_bytes().to_vec());
            }
        }
    }
    if languages == Languages::Bilingual {
        source = files::bilingual(assets)?;
    }
    Ok(Job {
        source,
        files,
        identity,
    })
}

/// Where the source of a half stands among the files of a job.
pub(crate) fn half_path(language: Language) -> String {
    format!("halves/{}.typ", language.code())
}
