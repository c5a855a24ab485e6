//! What is to be said of all templates together, whatever case they may meet.

use std::collections::{BTreeMap, BTreeSet};

use super::behind::behind;
use super::blame::at_the_callers;
use super::let_go::let_go;
use super::overrides::{in_one_language, mentioned, unasked};
use super::promises::broken;
use super::reading::Reading;
use super::renamed::Renamed;
use super::shelf::Packs;
use super::trial::{self, Branches};
use super::unread::unread;
use super::{concerned, files, licences, look, own_typst, pale, parts, sources};
use crate::assets::Layered;
use crate::diagnostics::{Diagnostic, Findings};
use crate::language::Language;
use crate::templates::{self, Checked, Pack};
use crate::view::Document;

/// What is to be said of the templates, whatever case they may meet.
#[derive(Clone, Debug, Default)]
pub struct TemplateReport {
    /// What is wrong.
    pub findings: Findings,
    /// The fields that each document is told and that none of its templates prints; of a
    /// folder's templates, only those that the program's own print.
    pub unprinted: Vec<(Document, Vec<String>)>,
    /// The views in which the documents are to be set in type.
    pub(crate) branches: Branches,
}

/// A document in a language, and its templates followed, or why they cannot be.
type EachChecked<'p> = (
    (&'p Document, Language),
    Result<(&'p Pack, Checked), Findings>,
);

impl TemplateReport {
    /// Leaves of the unprinted fields those that other templates print.
    pub(crate) fn keep_what_is_printed_by(&mut self, others: &BTreeMap<Document, Vec<String>>) {
        for (document, fields) in &mut self.unprinted {
            let unprinted = others.get(document).map_or(&[][..], Vec::as_slice);
            fields.retain(|field| !unprinted.contains(field));
        }
    }
}

impl Packs {
    /// What is wrong with the templates in the languages they are written in, as far as it can be
    /// seen without a case; each fault once, however many documents have it.
    pub(crate) fn judge(&self, assets: &Layered, written: &[Language]) -> Findings {
        self.judged(assets, written, &self.each_checked(assets, written))
    }

    fn judged(
        &self,
        assets: &Layered,
        written: &[Language],
        checked: &[EachChecked<'_>],
    ) -> Findings {
        let mut findings = Findings::new();
        match unread(assets, &self.documents) {
            // Words that nothing reads would be missed wherever they are asked for.
            Ok((unread, true)) => return unread,
            Ok((unread, false)) => findings.extend(unread),
            Err(fault) => findings.push(fault),
        }
        findings.extend(parts::of_no_document(&self.arranged, &self.documents));
        findings.extend(look::read(assets).err().into_iter().flatten());
        for found in [
            own_typst::uncalled(assets).map(|one| one.into_iter().collect()),
            licences::wanting(assets).map(|all| all.into_iter().collect()),
            pale::pale(assets),
            own_typst::without_theme(assets, &self.documents),
            own_typst::tags(assets),
        ] {
            match found {
                Ok(found) => findings.extend(found),
                Err(fault) => findings.push(fault),
            }
        }
        match behind(assets) {
            // A file with a conflict in it says nothing that could be judged.
            Ok(behind) if behind.has_errors() => {
                findings.extend(behind);
                return once(findings);
            }
            Ok(behind) => findings.extend(behind),
            Err(faults) => findings.extend(faults),
        }
        findings.extend(self.unheard(assets, written));
        for ((document, language), checked) in checked {
            match checked {
                Ok((pack, checked)) => {
                    // What is refused prints nothing, and that is told already.
                    let is_sound = !checked.findings.has_errors();
                    if let (true, Some(promises), Ok(locale)) = (
                        is_sound,
                        self.promises(document),
                        self.locale(assets, *language),
                    ) {
                        findings.extend(broken(document, promises, (pack, checked), &locale));
                    }
                    let told = checked.findings.clone();
                    let told = Renamed::builtin().told(told, document);
                    findings.extend(at_the_callers(told, assets));
                }
                Err(faults) => findings.extend(faults.clone()),
            }
        }
        once(findings)
    }

    /// All that is to be said of the templates, samples of every view tried.
    pub(crate) fn report(&self, assets: &Layered, written: &[Language]) -> TemplateReport {
        let each = self.each_checked(assets, written);
        let mut report = TemplateReport {
            findings: self.judged(assets, written, &each),
            ..TemplateReport::default()
        };
        let touched = self.touched(assets);
        let has_theme = trial::has_theme(assets).unwrap_or(true);
        for ((document, language), checked) in each {
            let Ok((pack, checked)) = checked else {
                continue;
            };
            // A render would tell what the check has told, in other words.
            if touched.contains(document) && !checked.findings.has_errors() {
                let mut arranged = self.arranged_of(document);
                let is_all = has_theme || arranged.next().is_some() || !assets.has_folder();
                let names = match is_all {
                    true => None,
                    false => concerned::names(assets, pack, &checked),
                };
                let tried = match report.branches.get(document) {
                    None => templates::try_variants(pack, &document.schema(), names.as_ref()),
                    Some(known) => templates::try_views(pack, known.iter().cloned()),
                };
                report.findings.extend(at_home(tried.findings, assets));
                let branches = report.branches.entry(document.clone());
                branches.or_insert(tried.branches);
            }
            // A firm's own document prints what it likes, but for what it must.
            if language == Language::En && document.own().is_none() {
                report.unprinted.push((document.clone(), checked.unprinted));
            }
        }
        report.findings = once(report.findings);
        report
    }

    /// The documents in which a template of a firm takes part; without a firm, all that can
    /// be read. The others are as they were when the program was tried.
    fn touched(&self, assets: &Layered) -> BTreeSet<Document> {
        let partials = files::partials(assets).unwrap_or_default();
        let is_touched = |document: &&Document| {
            let language = document.languages()[0];
            let Ok(reading) = self.reading(assets, document, language) else {
                return false;
            };
            let checked = reading.checked(assets);
            let outline = files::outline_path(document).ok();
            let called = checked.called.iter().filter_map(|name| partials.get(name));
            let mut paths = called.chain(&outline);
            let mut arranged = self.arranged.iter();
            !assets.has_folder()
                || arranged.any(|arranged| arranged.document.name == document.id())
                || paths.any(|path| files::is_firms(assets, path))
        };
        self.documents.iter().filter(is_touched).cloned().collect()
    }

    /// The templates of each document in each language, followed with the partials that are
    /// its own.
    fn each_checked(&self, assets: &Layered, written: &[Language]) -> Vec<EachChecked<'_>> {
        let own = self.own_partials(assets);
        let none = BTreeSet::new();
        let checked = |document: &Document, language| {
            let Reading { pack, .. } = self.reading(assets, document, language)?;
            let own = own.get(document).unwrap_or(&none);
            Ok((pack, pack.check(&document.schema(), own)))
        };
        let each = written.iter().flat_map(|&language| {
            let documents = self.written_in(language);
            documents.map(move |document| (document, language))
        });
        each.map(|(document, language)| ((document, language), checked(document, language)))
            .collect()
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
                let asked = readings
                    .iter()
                    .flat_map(|reading| &reading.checked(assets).asked);
                let titles = self.promises.values().map(|promises| &promises.title.0);
                let asked = asked.chain(titles);
                let asked = asked.cloned().chain(mentioned(assets, &locale));
                findings.extend(unasked(assets, &locale, &asked.collect()));
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

    /// For each document the partials that no other calls; a partial that none calls is
    /// every document's own. Nothing is known where a document cannot be read.
    fn own_partials(&self, assets: &Layered) -> BTreeMap<Document, BTreeSet<String>> {
        let Ok(partials) = files::partials(assets) else {
            return BTreeMap::new();
        };
        let mut called = BTreeMap::new();
        let mut names = BTreeSet::new();
        let let_go = let_go(assets, &partials, &self.arranged);
        for document in &self.documents {
            let language = document.languages()[0];
            let Ok(reading) = self.reading(assets, document, language) else {
                return BTreeMap::new();
            };
            let (pack, checked) = (&reading.pack, reading.checked(assets));
            // A firm does not answer for the program's partials that it has no use for.
            let answers = |name: &&str| {
                let is_answered = sources::is_of_a_firm(assets, &partials, name);
                !assets.has_folder() || is_answered && !let_go.contains(*name)
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

/// Of what is wrong with a document, that which is told of a firm's files, if any is: a sign
/// that opens something in one file has Typst stop in others, which are sound.
fn at_home(faults: Findings, assets: &Layered) -> Findings {
    let is_firms = |fault: &Diagnostic| {
        let place = fault.place.as_ref();
        place.is_some_and(|place| assets.is_of_a_folder(place.file.name()))
    };
    let (own, ours): (Vec<_>, Vec<_>) = faults.into_iter().partition(is_firms);
    let told = if own.is_empty() { ours } else { own };
    told.into_iter().collect()
}
