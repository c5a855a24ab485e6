//! The templates of every document in every language, each read and checked when the
//! first case needs it, then kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::declared::{Declared, Promises};
use super::files;
use super::overrides::{in_one_language, unasked};
use super::promises::broken;
use super::sources;
use super::unread::unread;
use crate::assets::Layered;
use crate::diagnostics::{Diagnostic, Findings};
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
    promises: BTreeMap<String, Promises>,
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
            documents,
            promises,
        }
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
            let sources = sources::sources(assets, document)?;
            let pack = templates::compile(sources, self.locale(assets, language)?)?;
            let checked = pack.check(&document.schema(), &BTreeSet::new());
            Ok(Reading { pack, checked })
        };
        let slot = &self.packs[&(document.clone(), language)];
        slot.get_or_init(read).as_ref().map_err(Findings::clone)
    }

    /// What is wrong with the templates in the languages they are written in, as far as it can be seen without
    /// a case; each fault once, however many documents have it.
    pub(crate) fn judge(&self, assets: &Layered, written: &[Language]) -> Findings {
        let mut findings = Findings::new();
        match unread(assets, &self.documents) {
            Ok(unread) => findings.extend(unread),
            Err(fault) => findings.push(fault),
        }
        findings.extend(self.unheard(assets, written));
        let own = self.own_partials(assets);
        for &language in written {
            for document in self.written_in(language) {
                match self.checked(assets, document, language, &own) {
                    Ok((_, checked)) => {
                        // What is refused prints nothing, and that is told already.
                        let is_sound = !checked.findings.has_errors();
                        if let (true, Some(promises), Ok(locale)) = (
                            is_sound,
                            self.promises(document),
                            self.locale(assets, language),
                        ) {
                            findings.extend(broken(document, promises, &checked, &locale));
                        }
                        findings.extend(checked.findings);
                    }
                    Err(faults) => findings.extend(faults),
                }
            }
        }
        once(findings)
    }

    /// All that is to be said of the templates, samples of every view tried.
    pub(crate) fn report(&self, assets: &Layered, written: &[Language]) -> TemplateReport {
        let mut report = TemplateReport {
            findings: self.judge(assets, written),
            unprinted: Vec::new(),
        };
        let own = self.own_partials(assets);
        for &language in written {
            for document in self.written_in(language) {
                let Ok((pack, checked)) = self.checked(assets, document, language, &own) else {
                    continue;
                };
                // A render would tell what the check has told, in other words.
                if !checked.findings.has_errors() {
                    let tried = templates::try_variants(pack, &document.schema());
                    report.findings.extend(tried.err().into_iter().flatten());
                }
                // A firm's own document prints what it likes, but for what it must.
                if language == Language::En && document.own().is_none() {
                    report.unprinted.push((document.clone(), checked.unprinted));
                }
            }
        }
        report.findings = once(report.findings);
        report
    }

    /// The documents that are written in a language.
    fn written_in(&self, language: Language) -> impl Iterator<Item = &Document> {
        let documents = self.documents.iter();
        documents.filter(move |document| document.languages().contains(&language))
    }

    /// A document's templates, followed with the partials that are its own.
    fn checked(
        &self,
        assets: &Layered,
        document: &Document,
        language: Language,
        own: &BTreeMap<Document, BTreeSet<String>>,
    ) -> Result<(&Pack, Checked), Findings> {
        let Reading { pack, .. } = self.reading(assets, document, language)?;
        let none = BTreeSet::new();
        let own = own.get(document).unwrap_or(&none);
        Ok((pack, pack.check(&document.schema(), own)))
    }

    /// What a firm says in other words and nobody hears, or the half of the readers. Nothing is
    /// known where a document cannot be read.
    fn unheard(&self, assets: &Layered, written: &[Language]) -> Findings {
        let mut findings = Findings::new();
        if !assets.has_folder() {
            return findings;
        }
        for &language in written {
            let readings = self.written_in(language);
            let readings: Result<Vec<_>, _> = readings
                .map(|document| self.reading(assets, document, language))
                .collect();
            if let (Ok(readings), Ok(locale)) = (readings, self.locale(assets, language)) {
                let asked = readings.iter().flat_map(|reading| &reading.checked.asked);
                let titles = self.promises.values().map(|promises| &promises.title.0);
                let asked = asked.chain(titles);
                findings.extend(unasked(&locale, &asked.cloned().collect()));
            }
        }
        if written.len() == Language::ALL.len()
            && let [Ok(english), Ok(welsh)] =
                [Language::En, Language::Cy].map(|language| self.locale(assets, language))
        {
            findings.extend(in_one_language(&english, &welsh));
        }
        findings
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
        let Ok(partials) = files::partials(assets) else {
            return BTreeMap::new();
        };
        let mut called = BTreeMap::new();
        let mut names = BTreeSet::new();
        for document in &self.documents {
            let language = document.languages()[0];
            let Ok(Reading { pack, checked }) = self.reading(assets, document, language) else {
                return BTreeMap::new();
            };
            // A firm does not answer for the program's partials that it has no use for.
            let answers = |name: &&str| {
                !assets.has_folder() || sources::is_of_a_firm(assets, &partials, name)
            };
            names.extend(pack.partials().filter(answers).map(str::to_owned));
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

/// The findings without those that say of a place what another has said of it: a partial that
/// ten documents call is still one partial.
fn once(findings: Findings) -> Findings {
    let mut told = BTreeSet::new();
    let key = |finding: &Diagnostic| {
        let place = finding.place.as_ref();
        let place = place.map(|place| (place.file.name().to_owned(), place.range.start));
        (finding.code.id, finding.message.clone(), place)
    };
    let findings = findings.into_iter();
    findings
        .filter(|finding| told.insert(key(finding)))
        .collect()
}
