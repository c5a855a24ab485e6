//! The templates of every document in every language, each read and checked when the
//! first case needs it, then kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::declared::{Declared, Promises};
use super::emptied::Beside;
use super::files::Places;
use super::reading::Reading;
use super::{files, parts, sources};
use crate::assets::Layered;
use crate::diagnostics::{Findings, Place, SourceFile};
use crate::language::{self, Language, Locale};
use crate::settings::Arranged;
use crate::templates::{Checked, Library, Pack, Rendered, TemplateSources};
use crate::view::{Document, Documents};

/// What was read once: it, or why it cannot be used.
type Slot<T> = OnceLock<Result<T, Findings>>;

/// The templates and words over one set of assets.
#[derive(Debug)]
pub(crate) struct Packs {
    pub(super) documents: Documents,
    pub(super) promises: BTreeMap<String, Promises>,
    pub(super) arranged: Vec<Arranged>,
    locales: BTreeMap<Language, Slot<Arc<Locale>>>,
    packs: BTreeMap<(Document, Language), Slot<Reading>>,
    /// The partials of all of them, in every language.
    partials: OnceLock<Arc<Library>>,
    /// The program's own, with no firm before them.
    own: OnceLock<Box<Own>>,
    /// Where each of them stands, by its name.
    places: Slot<Places>,
    /// The partials that are a firm's, by name.
    of_a_firm: OnceLock<BTreeSet<String>>,
}

/// The program's own templates, and the assets they are of.
#[derive(Debug)]
struct Own {
    assets: Layered,
    packs: Packs,
}

impl Packs {
    /// Nothing read yet of these documents.
    pub(crate) fn of(declared: Declared) -> Self {
        let Declared {
            documents,
            promises,
        } = declared;
        let languages = || Language::ALL.iter().copied();
        let pairs = documents
            .iter()
            .flat_map(|document| languages().map(move |language| (document.clone(), language)));
        Packs {
            locales: languages()
                .map(|language| (language, Slot::default()))
                .collect(),
            packs: pairs.map(|pair| (pair, Slot::default())).collect(),
            partials: OnceLock::new(),
            places: Slot::default(),
            documents,
            promises,
            arranged: Vec::new(),
            own: OnceLock::new(),
            of_a_firm: OnceLock::new(),
        }
    }

    /// What a firm's templates no longer tell of a view that the program's own tell, of all
    /// that the document must print: `T74`.
    ///
    /// # Errors
    /// What the program's own templates cannot make of this view.
    pub(crate) fn emptied(
        &self,
        assets: &Layered,
        (document, language): (&Document, Language),
        view: &Value,
        firms: &Rendered,
    ) -> Result<Findings, Findings> {
        let of_a_firm = self.of_a_firm(assets);
        let mut used = firms.used.partials.iter();
        let is_touched = used.any(|name| of_a_firm.contains(name))
            || assets.is_of_a_folder(firms.document.name());
        // What a firm declares of its own document, `promises` looks after.
        if document.own().is_some() || !is_touched {
            return Ok(Findings::new());
        }
        let (_, own) = self.rendered_by_ours(document, language, view)?;
        let beside = Beside {
            document,
            own: &own,
            firms,
            of_a_firm,
        };
        Ok(beside.emptied(assets))
    }

    /// Where each partial stands, by its name.
    ///
    /// # Errors
    /// `T65` for two files of one name.
    pub(crate) fn places(&self, assets: &Layered) -> Result<&Places, Findings> {
        let places = self.places.get_or_init(|| files::partials(assets));
        places.as_ref().map_err(Findings::clone)
    }

    /// The partials that are a firm's, by name.
    pub(super) fn of_a_firm(&self, assets: &Layered) -> &BTreeSet<String> {
        self.of_a_firm.get_or_init(|| {
            let partials = self.places(assets).into_iter().flatten();
            let firms = partials.filter(|(_, path)| files::is_firms(assets, path));
            firms.map(|(name, _)| name.clone()).collect()
        })
    }

    /// What the program's own templates make of a view, and the assets they are of.
    pub(super) fn rendered_by_ours(
        &self,
        document: &Document,
        language: Language,
        view: &Value,
    ) -> Result<(&Layered, Rendered), Findings> {
        let Own { assets, packs } = self.ours();
        let pack = packs.pack(assets, document, language)?;
        Ok((assets, pack.render(view, &|_| None)?))
    }

    /// The program's own words of a language.
    pub(super) fn locale_of_ours(&self, language: Language) -> Result<Arc<Locale>, Findings> {
        let Own { assets, packs } = self.ours();
        packs.locale(assets, language)
    }

    /// The program's own templates, with no firm before them.
    fn ours(&self) -> &Own {
        self.own.get_or_init(|| {
            Box::new(Own {
                assets: Layered::builtin(),
                packs: Packs::of(Declared::builtin()),
            })
        })
    }

    /// The fields that the program's own templates print of no document.
    pub(crate) fn unprinted_by_ours(&self) -> BTreeMap<Document, Vec<String>> {
        let ours = self.ours();
        ours.packs.unprinted(&ours.assets)
    }

    /// The same, with the parts of documents as a firm has them.
    pub(crate) fn arranged(self, arranged: Vec<Arranged>) -> Self {
        Packs { arranged, ..self }
    }

    /// The templates that a document is rendered from, its parts as a firm has them.
    ///
    /// # Errors
    /// `P08` to `P11`, and templates that cannot be read.
    pub(crate) fn sources(
        &self,
        assets: &Layered,
        document: &Document,
    ) -> Result<TemplateSources, Findings> {
        let (sources, arranged) = self.read_sources(assets, document)?;
        Ok(TemplateSources {
            document: arranged?,
            ..sources
        })
    }

    /// The same for whoever only asks, and whether the parts stand as a firm has them: they
    /// stand as in the outline where that cannot be done.
    ///
    /// # Errors
    /// Templates that cannot be read.
    pub(crate) fn sources_to_ask(
        &self,
        assets: &Layered,
        document: &Document,
    ) -> Result<(TemplateSources, bool), Findings> {
        let (mut sources, arranged) = self.read_sources(assets, document)?;
        let is_arranged = arranged.is_ok();
        if let Ok(outline) = arranged {
            sources.document = outline;
        }
        Ok((sources, is_arranged))
    }

    /// The templates of a document as they lie there, and its outline as a firm has the parts.
    fn read_sources(
        &self,
        assets: &Layered,
        document: &Document,
    ) -> Result<(TemplateSources, Result<Arc<SourceFile>, Findings>), Findings> {
        let sources = sources::sources(assets, document)?;
        let kept = self
            .promises(document)
            .map(|promises| promises.must_keep.iter().map(|(part, _)| part.clone()));
        let kept: Option<Vec<String>> = kept.map(Iterator::collect);
        let depth = assets.depth(&assets.read(&files::outline_path(document)?)?.layer);
        let is_below = |layer: &str| {
            let mut folders = assets.folders();
            folders.position(|folder| folder.name == layer) > Some(depth)
        };
        let of_document = (document.id(), kept.as_deref());
        let arranged = self.arranged_of(document);
        let arranged = parts::arranged(&sources.document, of_document, arranged, &is_below);
        Ok((sources, arranged))
    }

    /// The most pages that a document may have, and where a firm says so: the highest layer,
    /// or the document's own declaration.
    pub(crate) fn most_pages(&self, document: &Document) -> Option<&(usize, Place)> {
        let arranged = self.arranged_of(document);
        let of_layers = arranged.filter_map(|of_layer| of_layer.most_pages.as_ref());
        let promised = || self.promises(document)?.most_pages.as_ref();
        of_layers.last().or_else(promised)
    }

    /// What layers do with a document, the lowest first.
    pub(crate) fn arranged_of(&self, document: &Document) -> impl Iterator<Item = &Arranged> {
        let arranged = self.arranged.iter();
        arranged.filter(|one| one.document.name == document.id())
    }

    /// What a firm says of a document of its own.
    pub(crate) fn promises(&self, document: &Document) -> Option<&Promises> {
        self.promises.get(document.id())
    }

    /// The documents there are.
    pub(crate) fn documents(&self) -> &Documents {
        &self.documents
    }

    /// The words of a language; a translation must say all that the English says.
    pub(crate) fn locale(
        &self,
        assets: &Layered,
        language: Language,
    ) -> Result<Arc<Locale>, Findings> {
        let read = || {
            let locale = files::locale(assets, language)?;
            if language == Language::Cy {
                let found = language::compare(&*self.locale(assets, Language::En)?, &locale);
                if found.has_errors() {
                    return Err(found);
                }
            }
            Ok(Arc::new(locale))
        };
        self.locales[&language].get_or_init(read).clone()
    }

    /// The templates of a document, those of a firm with every path of them followed through its
    /// view's schema; a test follows the program's own.
    pub(crate) fn pack(
        &self,
        assets: &Layered,
        document: &Document,
        language: Language,
    ) -> Result<&Pack, Findings> {
        let reading = self.reading(assets, document, language)?;
        if assets.has_folder() && reading.checked(assets).findings.has_errors() {
            return Err(reading.checked(assets).findings.clone());
        }
        Ok(&reading.pack)
    }

    /// What the checker says of a document's templates, faults among it.
    ///
    /// # Errors
    /// Templates that cannot be read at all.
    pub(crate) fn followed(
        &self,
        assets: &Layered,
        document: &Document,
    ) -> Result<&Checked, Findings> {
        let reading = self.reading(assets, document, Language::En)?;
        Ok(reading.checked(assets))
    }

    pub(super) fn reading(
        &self,
        assets: &Layered,
        document: &Document,
        language: Language,
    ) -> Result<&Reading, Findings> {
        let read = || {
            let sources = self.sources(assets, document)?;
            let read = || Arc::new(Library::of(&sources, assets.has_folder()));
            let partials = self.partials.get_or_init(read);
            let pack = Pack::over(partials, &sources, self.locale(assets, language)?)?;
            Ok(Reading::of(document, pack))
        };
        let slot = &self.packs[&(document.clone(), language)];
        slot.get_or_init(read).as_ref().map_err(Findings::clone)
    }

    /// The documents that are written in a language.
    pub(super) fn written_in(&self, language: Language) -> impl Iterator<Item = &Document> {
        let documents = self.documents.iter();
        documents.filter(move |document| document.languages().contains(&language))
    }

    /// The fields that no template of each document prints; nothing of one that cannot be
    /// read.
    fn unprinted(&self, assets: &Layered) -> BTreeMap<Document, Vec<String>> {
        let unprinted = self.documents.iter().filter_map(|document| {
            let reading = self.reading(assets, document, Language::En).ok()?;
            Some((document.clone(), reading.checked(assets).unprinted.clone()))
        });
        unprinted.collect()
    }
}
