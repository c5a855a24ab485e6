//! What every case of a run shares, and what can be said of the templates without one.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use super::examine::{Examined, examine};
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Findings, SourceFile, code};
use crate::handbook::Handbook;
use crate::language::{self, Language};
use crate::output::Digest;
use crate::packs::declared::{self, Declared};
use crate::packs::shelf::Packs;
use crate::packs::{TemplateReport, files, trial};
use crate::settings::{Confirmed, Known, Settings, Written};
use crate::templates::Pack;
use crate::typesetting::{Limits, Typesetter};
use crate::view::{Document, Documents};

/// What is worked out when somebody asks for it.
type Later<T> = LazyLock<T, Box<dyn FnOnce() -> T + Send>>;

/// What every case of a run shares: assets, templates and words, and who sets documents
/// in type.
#[derive(Debug)]
pub struct Pipeline {
    pub(super) assets: Layered,
    pub(super) packs: Packs,
    /// All fonts together: megabytes, which only what is made is marked by.
    pub(super) fonts: Later<Digest>,
    pub(super) typesetter: Typesetter,
    /// Whom and what the cases of an office may name.
    pub(super) known: Known,
    /// The Welsh that is confirmed for them.
    pub(super) confirmed: Confirmed,
    /// The languages that a firm writes, where it says so.
    pub(super) written: Option<Written>,
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
            fonts: fonts(&assets)?,
            packs: Packs::of(declared::read(&assets)?),
            typesetter: Typesetter::new(&assets)?,
            assets,
            known: Known::default(),
            confirmed: Confirmed::default(),
            written: None,
        })
    }

    /// A pipeline over what a run goes by.
    ///
    /// # Errors
    /// As [`Pipeline::builtin`].
    pub fn of(settings: Settings) -> Result<Self, Findings> {
        let over = Self::over(settings.templates)?;
        Ok(Pipeline {
            known: settings.known,
            confirmed: settings.confirmed,
            written: settings.written,
            ..over
        })
    }

    /// Reads, types and checks a case file of the office: all findings in one pass.
    pub fn examine(&self, path: &Path) -> Examined {
        examine(path, &self.known)
    }

    /// The languages that the templates are written in.
    fn languages(&self) -> &[Language] {
        let written = self.written.as_ref();
        written.map_or(Language::ALL, |written| &written.languages)
    }

    /// The same pipeline, its documents set in processes that end at these limits.
    ///
    /// # Errors
    /// As [`Typesetter::in_workers`].
    pub fn in_workers(self, program: &Path, limits: Limits) -> Result<Self, Findings> {
        let typesetter = self.typesetter.in_workers(program, limits)?;
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

    /// What is wrong with the templates of a firm, as far as it can be seen without a case;
    /// nothing where there are none.
    pub fn judge_layers(&self) -> Findings {
        match self.has_layers() {
            true => self.packs.judge(&self.assets, self.languages()),
            false => Findings::new(),
        }
    }

    /// What is wrong with the templates of any document, whatever case they may meet, and
    /// what a document is told and never prints, or over a folder: no longer prints.
    pub fn check_templates(&self) -> TemplateReport {
        let mut report = self.packs.report(&self.assets, self.languages());
        if self.assets.has_folder() {
            let own = Packs::of(Declared::builtin());
            report.keep_what_is_printed_by(&own.unprinted(&Layered::builtin()));
        }
        if !report.findings.has_errors() {
            let pack = |document: &Document, language| self.pack(document, language);
            let tried = trial::tried(&self.assets, &self.typesetter, self.documents(), pack);
            report
                .findings
                .extend(tried.unwrap_or_else(|faults| faults).sorted());
        }
        report
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

/// All fonts as one digest, once somebody asks for it.
fn fonts(assets: &Layered) -> Result<Later<Digest>, Diagnostic> {
    let paths = assets.list(&AssetPath::new("fonts")?);
    let read = paths.iter().map(|path| Ok(assets.read(path)?.bytes));
    let fonts = read.collect::<Result<Vec<_>, Diagnostic>>()?;
    let digest = move || Digest::of_parts(fonts.iter().map(|bytes| &**bytes));
    Ok(LazyLock::new(Box::new(digest)))
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
