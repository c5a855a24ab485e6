//! Every document set in type once, from a sample view, so that a slip in a theme is told
//! before a family's document meets it.

use crate::assets::Layered;
use crate::diagnostics::{Diagnostic, Findings, Place};
use crate::language::Language;
use crate::templates::{Pack, Rendered, variants};
use crate::typesetting::{Job, MAIN, Trouble, Typesetter};
use crate::view::{Document, Documents};

use super::edition::Edition;
use super::origin;
use super::sheet::{half_path, typeset_as};
use crate::audience::Languages;

/// The forms that other modules of a theme are for.
const OTHERS: [(Languages, Edition); 2] = [
    (Languages::One(Language::En), Edition::LargePrint),
    (Languages::Bilingual, Edition::Standard),
];

/// Where the sample views say that a picture is, and one dot of a picture.
const PICTURE: (&str, &[u8]) = (
    "themes/court/words",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\n\
      IDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82",
);

/// What Typst refuses or warns of, whatever the family, at the line of the template or of
/// the theme.
///
/// # Errors
/// A template that cannot be rendered with a sample view, or a theme that is not there.
pub(crate) fn tried<'a>(
    assets: &Layered,
    typesetter: &Typesetter,
    documents: &Documents,
    pack: impl Fn(&Document, Language) -> Result<&'a Pack, Findings>,
) -> Result<Findings, Findings> {
    let mut findings = Findings::new();
    let in_sequence = documents.iter().find(|one| !one.is_side_by_side());
    for document in documents {
        let sample = variants(&document.schema()).next();
        let sample = sample.expect("a schema has the sample with everything");
        let render = |language| -> Result<(Language, Rendered), Findings> {
            let rendered = pack(document, language)?.render(&sample.view, &|_| None)?;
            Ok((language, rendered))
        };
        // A firm's own may be written in one language.
        let plain = Languages::One(document.languages()[0]);
        let is_written = |languages: Languages| {
            let each = languages.each();
            each.iter()
                .all(|language| document.languages().contains(language))
        };
        // One whose languages stand one after the other speaks for all of its kind.
        let others = document.is_side_by_side() || in_sequence == Some(document);
        let others = OTHERS.into_iter().filter(|_| others);
        let others = others.filter(|(languages, _)| is_written(*languages));
        for (languages, edition) in [(plain, Edition::Standard)].into_iter().chain(others) {
            let halves = languages.each().into_iter().map(render);
            let halves = halves.collect::<Result<Vec<_>, _>>()?;
            let sources = halves.iter();
            let sources = sources.map(|(language, half)| (*language, half.source.as_str()));
            let form = (document, languages, edition);
            let mut job = typeset_as(form, assets, sources, document.id().to_owned())?;
            let (picture, dot) = PICTURE;
            job.files.insert(picture.to_owned(), dot.to_vec());
            for finding in refused(&job, &halves, assets, typesetter).sorted() {
                // The first document that meets a slip of the theme speaks for all.
                let same = |known: &Diagnostic| {
                    known.place == finding.place && known.message == finding.message
                };
                if !findings.iter().any(same) {
                    findings.push(finding);
                }
            }
        }
    }
    Ok(findings)
}

fn refused(
    job: &Job,
    halves: &[(Language, Rendered)],
    assets: &Layered,
    typesetter: &Typesetter,
) -> Findings {
    let troubles = typesetter.lay_out(job).err().unwrap_or_default();
    let half = |file: &str| {
        let mut halves = halves.iter();
        let half = halves.find(|(language, _)| file == MAIN || file == half_path(*language));
        half.map(|(_, rendered)| (rendered, |_: &str| None::<Place>))
    };
    // What a theme asserts of a document need not hold of a sample, whose parts were
    // never one case.
    let findings = troubles
        .into_iter()
        .filter(|trouble| !trouble.message.starts_with("assertion failed"))
        .map(|trouble| {
            // A sample view holds nothing that a family wrote.
            let open = Trouble {
                private: false,
                ..trouble
            };
            origin::finding(&open, assets, &half)
        });
    findings.collect()
}
