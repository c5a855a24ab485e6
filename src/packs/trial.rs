//! Every document set in type from sample views, one for each branch of its templates, so
//! that a slip in a theme or in a call of it is told before a family's document meets it.

use std::collections::{BTreeMap, BTreeSet};

use crate::assets::Layered;
use crate::diagnostics::code::template;
use crate::diagnostics::{Diagnostic, Findings, Place};
use crate::language::Language;
use crate::templates::{Rendered, Variant, try_variants, variants};
use crate::typesetting::{Job, MAIN, Trouble, Typesetter};
use crate::view::{Document, Documents};

use super::blame::{at_the_call, blamed, meant};
use super::edition::Edition;
use super::sheet::{half_path, typeset_as};
use super::shelf::Packs;
use super::{files, look, origin};
use crate::audience::Languages;

/// The forms that other modules of a theme are for.
const OTHERS: [(Languages, Edition); 2] = [
    (Languages::One(Language::En), Edition::LargePrint),
    (Languages::Bilingual, Edition::Standard),
];

/// Where the sample views say that a picture is.
const PICTURE: &str = "themes/court/words";

/// One dot of a picture.
pub(super) const DOT: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\n\
      IDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82";

/// For each document that a firm's templates touch, the views that print between them all
/// that its templates can print, the fullest first.
pub(crate) type Branches = BTreeMap<Document, Vec<Variant>>;

/// What Typst refuses or warns of, whatever the family, at the line of the template or of
/// the theme. The fullest view of each document is laid out in every form; where nothing is
/// wrong with any, each branch is, in one form.
///
/// # Errors
/// A template that cannot be rendered with a sample view, or a theme that is not there.
pub(crate) fn tried(
    assets: &Layered,
    typesetter: &Typesetter,
    documents: &Documents,
    branches: &Branches,
    packs: &Packs,
) -> Result<Findings, Findings> {
    let in_sequence = documents.iter().find(|one| !one.is_side_by_side());
    let has_theme = has_theme(assets)?;
    let mut trial = Trial {
        assets,
        typesetter,
        packs,
        tries_ours: has_theme || !assets.has_folder(),
        reached: BTreeSet::new(),
        findings: Findings::new(),
    };
    // Values within their ranges are code that the program wrote: one view meets them all.
    let has_look = has_theme || look::is_set(assets);
    // What a firm does not touch is as it was when the program was tried.
    let is_tried = |document: &Document| has_look || branches.contains_key(document);
    for document in documents {
        if !is_tried(document) {
            continue;
        }
        let fullest = variants(&document.schema()).next();
        let fullest = fullest.expect("a schema has the sample with everything");
        trial.is_new(document, &fullest)?;
        for form in forms(document, in_sequence == Some(document)) {
            trial.lay_out(document, &fullest, form)?;
        }
    }
    // What is wrong with every view would be wrong with each branch.
    if trial.findings.has_errors() {
        return Ok(trial.findings);
    }
    for document in documents {
        let views = match branches.get(document) {
            Some(views) => views.clone(),
            None if has_theme => {
                let language = document.languages()[0];
                let pack = packs.pack(assets, document, language)?;
                try_variants(pack, &document.schema(), None).branches
            }
            None => Vec::new(),
        };
        for view in &views {
            if trial.is_new(document, view)? {
                trial.lay_out(document, view, plain(document))?;
            }
        }
    }
    Ok(trial.findings)
}

/// Whether a file of the theme is a firm's: every branch of ours is then tried in it.
pub(super) fn has_theme(assets: &Layered) -> Result<bool, Diagnostic> {
    let mut themes = files::themes(assets)?.into_iter();
    Ok(themes.any(|path| files::is_firms(assets, &path)))
}

/// The form in which every document is tried, in the first language that it is written in.
fn plain(document: &Document) -> (Languages, Edition) {
    (Languages::One(document.languages()[0]), Edition::Standard)
}

/// The form in which a document is tried, and those that other modules of a theme are for. One
/// whose languages stand one after the other `speaks` for all of its kind.
fn forms(document: &Document, speaks: bool) -> impl Iterator<Item = (Languages, Edition)> {
    // A firm's own may be written in one language.
    let is_written = |languages: &Languages| {
        let each = languages.each();
        each.iter()
            .all(|language| document.languages().contains(language))
    };
    let others = OTHERS
        .into_iter()
        .filter(|(languages, _)| is_written(languages));
    let others: Vec<_> = others
        .filter(|_| document.is_side_by_side() || speaks)
        .collect();
    [plain(document)].into_iter().chain(others)
}

/// A trial under way.
struct Trial<'t> {
    assets: &'t Layered,
    typesetter: &'t Typesetter,
    packs: &'t Packs,
    /// Whether each branch of the program's own templates is laid out too, as in a theme of a
    /// firm's. Without one they are as they were when the program was tried.
    tries_ours: bool,
    /// The places of templates that have written something on a page, by file and byte.
    reached: BTreeSet<(String, usize)>,
    findings: Findings,
}

impl Trial<'_> {
    fn render(
        &self,
        document: &Document,
        view: &Variant,
        language: Language,
    ) -> Result<(Language, Rendered), Findings> {
        let pack = self.packs.pack(self.assets, document, language)?;
        let rendered = pack.render(&view.view, &|_| None)?;
        Ok((language, rendered))
    }

    /// Whether a template writes something from this view that has not been on a page; from
    /// now on it has.
    fn is_new(&mut self, document: &Document, view: &Variant) -> Result<bool, Findings> {
        let (language, rendered) = self.render(document, view, document.languages()[0])?;
        let of = (document, language);
        let emptied = self.packs.emptied(self.assets, of, &view.view, &rendered)?;
        for finding in emptied.sorted() {
            if !self.findings.iter().any(|known| *known == finding) {
                self.findings.push(finding);
            }
        }
        let known = self.reached.len();
        let is_firms = |place: &Place| self.assets.is_of_a_folder(place.file.name());
        // Around what a firm's partial calls stands what is the firm's.
        let outline = rendered.document.name();
        let is_within = |call: &Place| is_firms(call) && call.file.name() != outline;
        let tried = (0..rendered.stretches.len()).filter(|&at| {
            let mut calls = rendered.calls_around(at);
            self.tries_ours || is_firms(rendered.place(at)) || calls.any(is_within)
        });
        let places = tried.map(|at| {
            let Place { file, range } = rendered.place(at);
            (file.name().to_owned(), range.start)
        });
        let places: BTreeSet<_> = places.collect();
        self.reached.extend(places);
        Ok(self.reached.len() > known)
    }

    fn lay_out(
        &mut self,
        document: &Document,
        view: &Variant,
        (languages, edition): (Languages, Edition),
    ) -> Result<(), Findings> {
        let halves = languages.each().into_iter();
        let halves = halves.map(|language| self.render(document, view, language));
        let halves = halves.collect::<Result<Vec<_>, _>>()?;
        let sources = halves.iter();
        let sources = sources.map(|(language, half)| (*language, half.source.as_str()));
        let form = (document, languages, edition);
        let mut job = typeset_as(form, self.assets, sources, document.id().to_owned())?;
        job.files.insert(PICTURE.to_owned(), DOT.to_vec());
        for finding in refused(&job, &halves, self.assets, self.typesetter).sorted() {
            // The first document that meets a slip of the theme speaks for all.
            let same = |known: &Diagnostic| {
                let is_broken = *known.code == template::THEME_BROKEN;
                known.place == finding.place
                    && (known.message == finding.message || is_broken && known.code == finding.code)
            };
            if !self.findings.iter().any(same) {
                self.findings.push(finding);
            }
        }
        Ok(())
    }
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
            let finding = at_the_call(origin::finding(&open, assets, &half), assets);
            let blamed = blamed(&open, &finding, job, assets, typesetter);
            let finding = blamed.unwrap_or(finding);
            match meant(&open.message, job) {
                Some(meant) => finding.help(meant),
                None => finding,
            }
        });
    findings.collect()
}
