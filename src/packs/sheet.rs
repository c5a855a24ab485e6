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

/// What that module tells.
#[derive(Debug, Default)]
pub(crate) struct ToldNumbers {
    /// The rows of the table: of what they are, and its numbers in each copy.
    pub(crate) elsewhere: Vec<(&'static str, String)>,
    /// The paragraphs of which another copy has less, or nothing.
    pub(crate) less: Vec<Less>,
    /// The numbers of the entries, where they are those of the court's copy.
    pub(crate) kept: Option<Vec<Option<usize>>>,
    /// Whether the page is to say that they are.
    pub(crate) are_same: bool,
}

/// A paragraph of which some copies have less, or nothing; the copies by their place in the
/// table, from 0.
#[derive(Debug)]
pub(crate) struct Less {
    /// Its number.
    pub(crate) number: usize,
    /// The copies that have nothing of it.
    pub(crate) absent: Vec<usize>,
    /// The copies that say it otherwise.
    pub(crate) otherwise: Vec<usize>,
}

impl Less {
    /// In whose copies it is left out, in Typst, by its number.
    fn told(&self) -> String {
        let copies = |of: &[usize]| array(of.iter().map(usize::to_string));
        let (absent, otherwise) = (copies(&self.absent), copies(&self.otherwise));
        let number = self.number;
        format!("\"{number}\": (absent: {absent}, otherwise: {otherwise})")
    }
}

impl ToldNumbers {
    /// The module, in Typst.
    pub(crate) fn module(&self) -> Vec<u8> {
        let rows = self.elsewhere.iter();
        let rows = rows.map(|(of, numbers)| format!("(of: \"{of}\", numbers: ({numbers}))"));
        let less = self.less.iter().map(|less| less.number.to_string());
        let left_out: Vec<String> = self.less.iter().map(Less::told).collect();
        let left_out = match left_out.is_empty() {
            true => "(:)".to_owned(),
            false => format!("({},)", left_out.join(", ")),
        };
        let kept = self.kept.as_ref().map(|kept| {
            let numbers = kept.iter();
            array(numbers.map(|one| one.map_or("none".to_owned(), |one| one.to_string())))
        });
        let (rows, less, are_same) = (array(rows), array(less), self.are_same);
        let kept = kept.unwrap_or("none".to_owned());
        format!(
            "#let numbers-elsewhere = {rows}\n#let less-elsewhere = {less}\n\
             #let left-out = {left_out}\n#let entry-numbers = {kept}\n#let same-elsewhere = {are_same}\n"
        )
        .into_bytes()
    }
}

/// An array of Typst.
fn array(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    match values.is_empty() {
        true => "()".to_owned(),
        false => format!("({},)", values.join(", ")),
    }
}

/// The call of the theme that numbers paragraphs.
pub(crate) const NUMBERED: &str = "numbered";

/// What tells the numbers of the other copies.
pub(crate) const TELLS_NUMBERS: &str = "concordance";

/// The sources of a document, one for each language, with the theme for this edition.
pub(crate) fn typeset_as<'a>(
    (document, languages, edition): (&Document, Languages, Edition),
    assets: &Layered,
    sources: impl Iterator<Item = (Language, &'a str)>,
    identity: String,
) -> Result<Job, Findings> {
    // Two columns of large print would hold few words each; read aloud, pieces that stand beside
    // one another go from one language to the other and back.
    let side_by_side = document.is_side_by_side() && edition == Edition::Standard;
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
