//! What every case of a run shares, and what can be said of the templates without one.

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::examine::{Examined, examine, examine_given};
use super::fonts::Fonts;
use super::given::Given;
use crate::assets::Layered;
use crate::diagnostics::{Diagnostic, Findings, SourceFile, code};
use crate::handbook::Handbook;
use crate::handbook::sample_views;
use crate::language::{self, Language};
use crate::output::manifest::Input;
use crate::packs::declared;
use crate::packs::on_paper::OnPaper;
use crate::packs::shelf::Packs;
use crate::packs::{TemplateReport, files, look, trial};
use crate::settings::{Chosen, Confirmed, Known, Settings, Written};
use crate::templates::Pack;
use crate::typesetting::{Limits, Typesetter};
use crate::view::{Document, Documents};

/// What every case of a run shares: assets, templates and words, and who sets documents
/// in type.
#[derive(Debug)]
pub struct Pipeline {
    pub(super) assets: Layered,
    pub(super) packs: Packs,
    /// The fonts: megabytes, which only what is made is marked by.
    pub(super) fonts: Fonts,
    /// What takes part in every document that is set in type.
    pub(super) common: OnceLock<Result<Vec<Input>, Findings>>,
    pub(super) typesetter: Typesetter,
    /// Whom and what the cases of an office may name.
    pub(super) known: Known,
    /// The Welsh that is confirmed for them.
    pub(super) confirmed: Confirmed,
    /// The languages that a firm writes, where it says so.
    pub(super) written: Option<Written>,
    /// Which numbers it chose for the copies of the parties.
    pub(super) numbers: Option<Chosen>,
}

impl Pipeline {
    /// A pipeline over the assets that travel inside the program.
    ///
    /// # Errors
    /// A font or a locale that cannot be read.
    pub fn builtin() -> Result<Self, Findings> {
        Self::over(Layered::builtin())
    }

    /// A pipeline over layers of assets.
    ///
    /// # Errors
    /// As [`Pipeline::builtin`].
    pub fn over(assets: Layered) -> Result<Self, Findings> {
        Ok(Pipeline {
            fonts: Fonts::of(&assets)?,
            common: OnceLock::new(),
            packs: Packs::of(declared::read(&assets)?),
            typesetter: Typesetter::new(&assets)?,
            assets,
            known: Known::default(),
            confirmed: Confirmed::default(),
            written: None,
            numbers: None,
        })
    }

    /// A pipeline over what a run goes by.
    ///
    /// # Errors
    /// As [`Pipeline::builtin`].
    pub fn of(settings: Settings) -> Result<Self, Findings> {
        let over = Self::over(settings.templates)?;
        Ok(Pipeline {
            packs: over.packs.arranged(settings.arranged),
            known: settings.known,
            confirmed: settings.confirmed,
            written: settings.written,
            numbers: settings.numbers,
            ..over
        })
    }

    /// Reads, types and checks a case file of the office: all findings in one pass.
    pub fn examine(&self, path: &Path) -> Examined {
        self.numbered_as_chosen(examine(path, &self.known))
    }

    /// The same of a case as it was given; where nothing may pass, a warning is an error.
    pub(super) fn examine_given(&self, given: &Given, is_strict: bool) -> Examined {
        let mut examined = self.numbered_as_chosen(examine_given(given, &self.known));
        if is_strict {
            examined.findings.promote_warnings();
        }
        examined
    }

    fn numbered_as_chosen(&self, examined: Examined) -> Examined {
        let mut examined = examined;
        if let Some(case) = &mut examined.case {
            case.case.office_numbers = self.numbers.as_ref().map(|chosen| chosen.numbers);
        }
        examined
    }

    /// The languages that the templates are written in.
    fn languages(&self) -> &[Language] {
        let written = self.written.as_ref();
        written.map_or(Language::ALL, |written| &written.languages)
    }

    /// The same pipeline, its documents set in so many processes that end at these limits.
    ///
    /// # Errors
    /// As [`Typesetter::in_workers`].
    pub fn in_workers(
        self,
        program: &Path,
        jobs: NonZeroUsize,
        limits: Limits,
    ) -> Result<Self, Findings> {
        let typesetter = self.typesetter.in_workers(program, jobs, limits)?;
        Ok(Pipeline { typesetter, ..self })
    }

    /// The documents there are.
    pub fn documents(&self) -> &Documents {
        self.packs.documents()
    }

    /// The title of a firm's own document, in English or else in the language it is written in.
    pub fn title(&self, document: &Document) -> Option<String> {
        let (key, _) = &self.packs.promises(document)?.title;
        let locale = self
            .packs
            .locale(&self.assets, document.languages()[0])
            .ok()?;
        Some(locale.phrase(key)?.text().to_owned())
    }

    /// The templates of a document in a language, every path of them followed through its
    /// view's schema.
    ///
    /// # Errors
    /// What no template may say, and every path the view does not have.
    pub fn pack(&self, document: &Document, language: Language) -> Result<&Pack, Findings> {
        self.packs.pack(&self.assets, document, language)
    }

    /// The templates, to be asked about.
    pub fn handbook(&self) -> Handbook<'_> {
        Handbook::of(&self.assets, &self.packs)
    }

    /// Whether a firm's templates stand before those of the program.
    pub fn has_layers(&self) -> bool {
        self.assets.has_folder()
    }

    /// What the layers of templates are called, the lowest first.
    pub fn layers(&self) -> Vec<String> {
        let folders = self.assets.folders().map(|folder| folder.name.clone());
        let folders: Vec<String> = folders.collect();
        let built_in = std::iter::once("built-in".to_owned());
        built_in.chain(folders.into_iter().rev()).collect()
    }

    /// What is wrong with the templates of a firm, as far as it can be seen without a case;
    /// nothing where there are none.
    pub fn judge_layers(&self) -> Findings {
        if !self.has_layers() {
            return Findings::new();
        }
        let mut findings = self.packs.judge(&self.assets, self.languages());
        findings.extend(self.without_fonts());
        findings
    }

    /// The faces that a firm's theme names and no font has.
    fn without_fonts(&self) -> Findings {
        match look::read(&self.assets) {
            Ok(look) => look.without_fonts(&self.typesetter.families()),
            // That is told already.
            Err(_) => Findings::new(),
        }
    }

    /// What is wrong with the templates of any document, whatever case they may meet, and
    /// what a document is told and never prints, or over a folder: no longer prints.
    pub fn check_templates(&self) -> TemplateReport {
        let mut report = self.packs.report(&self.assets, self.languages());
        report.findings.extend(self.without_fonts());
        if self.assets.has_folder() {
            report.keep_what_is_printed_by(&self.packs.unprinted_by_ours());
        }
        if !report.findings.has_errors() {
            let (assets, branches) = (&self.assets, &report.branches);
            let (documents, packs) = (self.documents(), &self.packs);
            let tried = trial::tried(assets, &self.typesetter, documents, branches, packs);
            report
                .findings
                .extend(tried.unwrap_or_else(|faults| faults).sorted());
        }
        if !report.findings.has_errors() && self.assets.has_folder() {
            let documents = report.branches.keys();
            let lost = documents.map(|document| self.lost_on_paper(document));
            let lost: Findings = lost
                .flat_map(|lost| lost.unwrap_or_else(|faults| faults))
                .collect();
            report.findings.extend(lost);
        }
        report
    }

    /// What the templates of a document must print, and the pages of the made-up families do
    /// not show.
    fn lost_on_paper(&self, document: &Document) -> Result<Findings, Findings> {
        let language = document.languages()[0];
        let locale = self.packs.locale(&self.assets, language)?;
        let on_paper = OnPaper {
            assets: &self.assets,
            typesetter: &self.typesetter,
            packs: &self.packs,
            document,
        };
        on_paper.lost(&sample_views(document, &locale))
    }

    /// The Welsh locale with the words of a worksheet that a translator has filled in.
    ///
    /// # Errors
    /// `Y01` for a file that cannot be read, and a worksheet that does not fit the locale.
    pub fn with_worksheet(&self, file: &Path) -> Result<String, Findings> {
        let english = self.packs.locale(&self.assets, Language::En)?;
        let welsh = files::locale_files(&self.assets, Language::Cy)?;
        language::with_worksheet(&english, &welsh, &text_file(file)?)
    }
}

/// A text that is neither a case nor an asset.
pub(super) fn text_file(path: &Path) -> Result<Arc<SourceFile>, Diagnostic> {
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(SourceFile::new(name, text)),
        Err(_) => {
            let message = format!("`{name}` cannot be read");
            Err(Diagnostic::new(&code::reading::NOT_FOUND, message)
                .help("name a text file that is there"))
        }
    }
}
