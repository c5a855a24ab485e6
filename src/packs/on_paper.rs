//! What a firm's templates write and no page shows.
//!
//! Handlebars has written it, so that the source holds it, and Typst leaves it out:
//! `#if false […]`, or a function that draws nothing of what it is given. So the documents of
//! made-up families are set twice, as the firm has them and as the program does, and what is
//! on the program's pages is looked for on the firm's. A part of which ours shows nothing of
//! these families proves nothing.

use std::collections::BTreeMap;

use super::edition::Edition;
use super::emptied::{Beside, LEFT_OUT};
use super::promises::is_within;
use super::sheet::typeset_as;
use super::shelf::Packs;
use super::trial::DOT;
use crate::assets::Layered;
use crate::audience::Languages;
use crate::diagnostics::{Diagnostic, Findings, Place, code};
use crate::language::Locale;
use crate::pages::Layout;
use crate::templates::{Rendered, Told};
use crate::typesetting::Typesetter;
use crate::view::{Document, View};

/// So many words in a row are known again, wherever the line ends.
const IN_A_ROW: usize = 3;

/// In so many families a part is looked for whose words are all said elsewhere too.
const FAMILIES: usize = 2;

/// The words of a document's pages, in the order in which they are read.
struct Paper(String);

impl Paper {
    fn of(layout: &Layout) -> Self {
        Paper(format!(" {} ", words(&layout.reading_text()).join(" ")))
    }

    fn times(&self, row: &str) -> usize {
        self.0.matches(row).count()
    }

    /// Whether some words of a text stand there.
    fn shows(&self, text: &str) -> bool {
        rows(text).iter().any(|row| self.times(row) > 0)
    }
}

/// The words of a text, without signs.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

/// Each few words of a text that stand in a row.
fn rows(text: &str) -> Vec<String> {
    let words = words(text);
    let rows = words.windows(IN_A_ROW.min(words.len()).max(1));
    rows.map(|row| format!(" {} ", row.join(" "))).collect()
}

/// A document that is to be set of these families.
pub(crate) struct OnPaper<'p> {
    pub(crate) assets: &'p Layered,
    pub(crate) typesetter: &'p Typesetter,
    pub(crate) packs: &'p Packs,
    pub(crate) document: &'p Document,
}

impl OnPaper<'_> {
    /// `T74` for each part that must be printed, and of a firm's own document `P04` for each
    /// field: what is written of it in these views, and stands on no page.
    ///
    /// # Errors
    /// A view that the templates cannot be rendered with.
    pub(crate) fn lost(&self, views: &[View]) -> Result<Findings, Findings> {
        match self.document.own() {
            Some(_) => self.unshown(views),
            None => self.emptied(views),
        }
    }

    /// Lays out what was made of a view; nothing where Typst refuses it, which is told
    /// elsewhere.
    fn paper(&self, assets: &Layered, view: &View, rendered: &Rendered) -> Option<Paper> {
        let language = view.request().language;
        let source = [(language, rendered.source.as_str())].into_iter();
        let form = (self.document, Languages::One(language), Edition::Standard);
        let mut job = typeset_as(form, assets, source, self.document.id().to_owned()).ok()?;
        for picture in view.pictures() {
            job.files.insert(picture.path.clone(), DOT.to_vec());
        }
        let layout = self.typesetter.lay_out(&job).ok()?;
        Some(Paper::of(&layout))
    }

    fn rendered(&self, view: &View) -> Result<Rendered, Findings> {
        let language = view.request().language;
        let pack = self.packs.pack(self.assets, self.document, language)?;
        pack.render(view.json(), &|_| None)
    }

    fn emptied(&self, views: &[View]) -> Result<Findings, Findings> {
        let mut findings = Findings::new();
        let mut looked: BTreeMap<String, usize> = BTreeMap::new();
        for view in views {
            let language = view.request().language;
            let firms = self.rendered(view)?;
            let (ours, own) = self
                .packs
                .rendered_by_ours(self.document, language, view.json())?;
            let beside = Beside {
                document: self.document,
                own: &own,
                firms: &firms,
                of_a_firm: self.packs.of_a_firm(self.assets),
            };
            let mut parts = beside.must_stay();
            parts.retain(|part| looked.get(*part).is_none_or(|times| *times < FAMILIES));
            parts.retain(|part| !beside.alone(part).is_empty());
            if parts.is_empty() {
                continue;
            }
            let own_paper = self.paper(ours, view, &own);
            let firms_paper = self.paper(self.assets, view, &firms);
            let (Some(own_paper), Some(firms_paper)) = (own_paper, firms_paper) else {
                continue;
            };
            let both = Both {
                beside: &beside,
                locales: (
                    &*self.packs.locale_of_ours(language)?,
                    &*self.packs.locale(self.assets, language)?,
                ),
                papers: (&own_paper, &firms_paper),
            };
            for part in parts {
                let times = looked.entry(part.to_owned()).or_default();
                let shown = both.is_shown(part);
                *times += if shown.is_some() { FAMILIES } else { 1 };
                let lost = shown.and_then(Result::err);
                findings.extend(lost.map(|at| beside.left_out(part, at, self.assets)));
            }
        }
        Ok(findings)
    }

    fn unshown(&self, views: &[View]) -> Result<Findings, Findings> {
        let promised = self.packs.promises(self.document);
        let promised = promised.map_or(&[][..], |promises| &promises.must_print);
        let mut wanting: Vec<_> = promised.iter().map(|promised| (promised, None)).collect();
        for view in views {
            let rendered = self.rendered(view)?;
            let mut fields = wanting.iter().map(|((field, _), _)| field);
            if fields.all(|field| told_of(&rendered, field).is_empty()) {
                continue;
            }
            let Some(paper) = self.paper(self.assets, view, &rendered) else {
                continue;
            };
            wanting.retain_mut(|((field, _), written)| {
                let told = told_of(&rendered, field);
                if let Some(first) = told.first() {
                    written.get_or_insert_with(|| rendered.place(*first).clone());
                }
                !told.iter().any(|at| paper.shows(rendered.text(*at)))
            });
        }
        let lost = wanting.into_iter().filter_map(|((field, place), written)| {
            let is_firms = |place: &Place| self.assets.is_of_a_folder(place.file.name());
            let at = match written? {
                written if is_firms(&written) => written,
                _ => place.clone(),
            };
            let id = self.document.id();
            let message = format!("`{id}` must print `{field}`, and no page shows it");
            let finding = Diagnostic::new(&code::pack::NOT_PRINTED, message);
            Some(finding.at(at).help(LEFT_OUT))
        });
        Ok(lost.collect())
    }
}

/// The stretches of a source in which a field, or what is in it, is written in words.
fn told_of(rendered: &Rendered, field: &str) -> Vec<usize> {
    let of_field = rendered.told().filter_map(|(index, told)| match told {
        Told::Value(at) => is_within(&at.field(), field).then_some(index),
        Told::Phrase(_) => None,
    });
    of_field
        .filter(|index| !words(rendered.text(*index)).is_empty())
        .collect()
}

/// What both write of a view, and what is on their pages.
struct Both<'b> {
    beside: &'b Beside<'b>,
    locales: (&'b Locale, &'b Locale),
    papers: (&'b Paper, &'b Paper),
}

impl Both<'_> {
    /// Whether a page of the firm's shows something of a part, or where it is written in vain;
    /// nothing where no words of the part can be told from all others on our own pages.
    fn is_shown(&self, part: &str) -> Option<Result<(), usize>> {
        let (own_paper, firms_paper) = self.papers;
        let mut written = None;
        for (index, told) in self.beside.alone(part) {
            let ours = text(self.beside.own, index, &told, self.locales.0);
            let rows = rows(&ours).into_iter();
            let once: Vec<String> = rows.filter(|row| own_paper.times(row) == 1).collect();
            if once.is_empty() {
                continue;
            }
            let mut all = self.beside.firms.told();
            let Some((at, _)) = all.find(|(_, other)| *other == told) else {
                continue;
            };
            let theirs = text(self.beside.firms, at, &told, self.locales.1);
            let is_shown = match theirs == ours {
                true => once.iter().any(|row| firms_paper.times(row) > 0),
                false => firms_paper.shows(&theirs),
            };
            if is_shown {
                return Some(Ok(()));
            }
            written.get_or_insert(at);
        }
        written.map(Err)
    }
}

/// What is written of a value, or the longest piece of a phrase between its places.
fn text(rendered: &Rendered, index: usize, told: &Told, locale: &Locale) -> String {
    match told {
        Told::Value(_) => rendered.text(index).to_owned(),
        Told::Phrase(key) => {
            let phrase = locale.phrase(key);
            let text = phrase.map_or("", |phrase| phrase.text());
            let pieces = text.split(['{', '}']).step_by(2);
            let longest = pieces.max_by_key(|piece| piece.len());
            longest.unwrap_or_default().to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_again_across_the_end_of_a_line() {
        let paper = Paper(format!(
            " {} ",
            words("is not\nlegally binding. 4").join(" ")
        ));
        assert!(paper.shows("not legally binding"));
        assert!(paper.shows("a plan is not legally binding on anybody"));
        assert!(!paper.shows("binding, legally"));
        assert!(!paper.shows("bind"));
        assert!(!paper.shows(" – "));
    }
}
