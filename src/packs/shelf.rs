//! The templates of every document in every language, each read and checked when the
//! first case needs it, then kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::files;
use super::unread::unread;
use crate::assets::Layered;
use crate::diagnostics::Findings;
use crate::language::{self, Language, Locale};
use crate::templates::{self, Checked, Pack};
use crate::view::{Document, Documents};

/// What was read once: it, or why it cannot be used.
type Slot<T> = OnceLock<Result<T, Findings>>;

/// What is to be said of the templates, whatever case they may meet.
#[derive(Clone, Debug, Default)]
pub struct TemplateReport {
    /// What is wrong.
    pub findings: Findings,
    /// The fields that each document is told and that none of its templates prints; of a
    /// folder's templates, only those that the program's own print.
    pub unprinted: Vec<(Document, Vec<String>)>,
}

impl TemplateReport {
    /// Leaves of the unprinted fields those that other templates print.
    pub(crate) fn keep_what_is_printed_by(&mut self, others: &BTreeMap<Document, Vec<String>>) {
        for (document, fields) in &mut self.unprinted {
            let unprinted = others.get(document).map_or(&[][..], Vec::as_slice);
            fields.retain(|field| !unprinted.contains(field));
        }
    }
}

/// The templates and words over one set of assets.
#[derive(Debug)]
pub(crate) struct Packs {
    documents: Documents,
    locales: BTreeMap<Language, Slot<Arc<Locale>>>,
    packs: BTreeMap<(Document, Language), Slot<Reading>>,
}

/// The templates of a document, and what is to be said of them alone.
#[derive(Debug)]
struct Reading {
    pack: Pack,
    checked: Checked,
}

impl Packs {
    /// Nothing read yet of these documents.
    pub(crate) fn of(documents: Documents) -> Self {
        let languages = || Language::ALL.iter().copied();
        let pairs = documents
            .iter()
            .flat_map(|document| languages().map(move |language| (document.clone(), language)));
        Packs {
            locales: languages()
                .map(|language| (language, Slot::default()))
                .collect(),
            packs: pairs.map(|pair| (pair, Slot::default())).collect(),
            documents,
        }
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

    /// The templates of a document, every path of them followed through its view's schema.
    pub(crate) fn pack(
        &self,
        assets: &Layered,
        document: &Document,
        language: Language,
    ) -> Result<&Pack, Findings> {
        let Reading { pack, checked } = self.reading(assets, document, language)?;
        if checked.findings.has_errors() {
            return Err(checked.findings.clone());
        }
        Ok(pack)
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
        Ok(&self.reading(assets, document, Language::En)?.checked)
    }

    fn reading(
        &self,
        assets: &Layered,
        document: &Document,
        language: Language,
    ) -> Result<&Reading, Findings> {
        let read = || {
            let sources = files::sources(assets, document)?;
            let pack = templates::compile(sources, self.locale(assets, language)?)?;
            let checked = pack.check(&document.schema(), &BTreeSet::new());
            Ok(Reading { pack, checked })
        };
        let slot = &self.packs[&(document.clone(), language)];
        slot.get_or_init(read).as_ref().map_err(Findings::clone)
    }

    /// All that is to be said of the templates in every language.
    pub(crate) fn report(&self, assets: &Layered) -> TemplateReport {
        let mut report = TemplateReport::default();
        match unread(assets, &self.documents) {
            Ok(unread) => report.findings.extend(unread),
            Err(fault) => report.findings.push(fault),
        }
        let own = self.own_partials(assets);
        for &language in Language::ALL {
            for document in &self.documents {
                let schema = document.schema();
                match self.reading(assets, document, language) {
                    Ok(Reading { pack, .. }) => {
                        let none = BTreeSet::new();
                        let checked = pack.check(&schema, own.get(document).unwrap_or(&none));
                        // A render would tell what the check has told, in other words.
                        let tried = match checked.findings.has_errors() {
                            true => Ok(()),
                            false => templates::try_variants(pack, &schema),
                        };
                        report.findings.extend(checked.findings);
                        let faults = tried.err().into_iter().flatten();
                        report.findings.extend(faults);
                        if language == Language::En {
                            let unprinted = checked.unprinted;
                            report.unprinted.push((document.clone(), unprinted));
                        }
                    }
                    Err(faults) => report.findings.extend(faults),
                }
            }
        }
        report
    }

    /// The fields that no template of each document prints; nothing of one that cannot be
    /// read.
    pub(crate) fn unprinted(&self, assets: &Layered) -> BTreeMap<Document, Vec<String>> {
        let unprinted = self.documents.iter().filter_map(|document| {
            let reading = self.reading(assets, document, Language::En).ok()?;
            Some((document.clone(), reading.checked.unprinted.clone()))
        });
        unprinted.collect()
    }

    /// For each document the partials that no other calls; a partial that none calls is
    /// every document's own. Nothing is known where a document cannot be read.
    fn own_partials(&self, assets: &Layered) -> BTreeMap<Document, BTreeSet<String>> {
        let mut called = BTreeMap::new();
        let mut names = BTreeSet::new();
        for document in &self.documents {
            let Ok(Reading { pack, checked }) = self.reading(assets, document, Language::En) else {
                return BTreeMap::new();
            };
            names.extend(pack.partials().map(str::to_owned));
            called.insert(document.clone(), &checked.called);
        }
        let own = |document: &Document| {
            let others = called.iter().filter(|(other, _)| *other != document);
            let elsewhere: BTreeSet<_> = others.flat_map(|(_, called)| *called).collect();
            let own = names.iter().filter(|name| !elsewhere.contains(name));
            (document.clone(), own.cloned().collect())
        };
        self.documents.iter().map(own).collect()
    }
}
