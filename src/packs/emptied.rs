//! A part that says nothing any more.
//!
//! An outline that names every part proves little: a firm's file of nothing takes the place
//! of a partial, or its outline that of ours, and what the readers must be told is gone. So
//! what the program's own templates tell of a view, part by part, is looked for in what those
//! of the firm have made of it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{files, parts};
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Findings, Place, code};
use crate::templates::{Called, Rendered, Told};
use crate::view::Document;

/// What to do about what Typst leaves out.
pub(super) const LEFT_OUT: &str =
    "Typst leaves out what is written here: take away the condition or the call around it";

/// What a firm's templates have made of a view, beside what the program's own make of it.
pub(super) struct Beside<'r> {
    pub(super) document: &'r Document,
    pub(super) own: &'r Rendered,
    pub(super) firms: &'r Rendered,
    /// The partials that are a firm's, by the names under which templates call them.
    pub(super) of_a_firm: &'r BTreeSet<String>,
}

impl Beside<'_> {
    /// `T74` for each part that must be printed and of which nothing is, and for each partial
    /// of a firm that writes nothing where the one whose place it takes tells something.
    pub(super) fn emptied(&self, assets: &Layered) -> Findings {
        let may_go = self.parts_called().filter(|called| self.may_go(called));
        let may_go: Vec<_> = may_go.map(|called| called.stretches.clone()).collect();
        let parts = self.must_stay();
        let others = self.own.called.iter().filter(|called| {
            let is_within = |part: &Range<usize>| part.contains(&called.stretches.start);
            self.of_a_firm.contains(&called.name) && !may_go.iter().any(is_within)
        });
        let others = others.map(|called| called.name.as_str());
        let others: BTreeSet<&str> = others.filter(|name| !parts.contains(name)).collect();
        let lost = parts.into_iter().filter(|part| !self.tells_of(part));
        let blank = others.into_iter().filter(|name| self.is_blank(name));
        lost.chain(blank)
            .map(|name| self.finding(name, assets))
            .collect()
    }

    /// The parts of the program's own outline that were called.
    fn parts_called(&self) -> impl Iterator<Item = &Called> {
        let called = self.own.called.iter();
        called.filter(|called| self.own.is_part(called))
    }

    fn may_go(&self, called: &Called) -> bool {
        parts::may_go(self.document.id(), &called.name)
    }

    /// The parts that must be printed.
    pub(super) fn must_stay(&self) -> BTreeSet<&str> {
        let parts = self.parts_called().filter(|called| !self.may_go(called));
        parts.map(|called| called.name.as_str()).collect()
    }

    /// What the program's own templates tell in this part and nowhere else.
    pub(super) fn alone(&self, part: &str) -> Vec<(usize, Told)> {
        let spans = spans(self.own, part);
        let is_inside = |index: &usize| spans.iter().any(|span| span.contains(index));
        let told = self.own.told();
        let (mut inside, outside): (Vec<_>, Vec<_>) = told.partition(|(at, _)| is_inside(at));
        inside.retain(|(_, told)| !outside.iter().any(|(_, other)| other == told));
        inside
    }

    /// Whether something of a part is still told: of the values that no other part tells, or
    /// where it has none, of what it tells at all.
    fn tells_of(&self, part: &str) -> bool {
        let inside = told_by(self.own, part);
        if inside.is_empty() {
            return true;
        }
        let still: BTreeSet<Told> = self.firms.told().map(|(_, told)| told).collect();
        let alone: BTreeSet<Told> = self.alone(part).into_iter().map(|(_, told)| told).collect();
        let mut values = alone.iter().filter(|told| matches!(told, Told::Value(_)));
        if values.clone().next().is_some() {
            return values.any(|told| still.contains(told));
        }
        let in_its_place = told_by(self.firms, part);
        !alone.is_disjoint(&still) || !in_its_place.is_disjoint(&inside)
    }

    /// Whether a partial writes nothing wherever it is called, and its own tells something.
    fn is_blank(&self, name: &str) -> bool {
        let spans = spans(self.own, name);
        let mut told = self.own.told();
        let mut calls = self.firms.called.iter().filter(|one| one.name == name);
        let writes_nothing = |range: Range<usize>| self.firms.source[range].trim().is_empty();
        told.any(|(index, _)| spans.iter().any(|span| span.contains(&index)))
            && calls.clone().next().is_some()
            && calls.all(|called| writes_nothing(self.firms.written_by(called)))
    }

    fn finding(&self, name: &str, assets: &Layered) -> Diagnostic {
        let id = self.document.id();
        let message = format!("`{id}` must print its part `{name}`, and nothing of it is printed");
        let finding = Diagnostic::new(&code::template::EMPTIED, message).help(format!(
            "call `{{{{> below/{name}}}}}` in it; what it should say in other words are phrases \
             of `locales/`"
        ));
        match self.to_blame(name, assets) {
            Some(place) => finding.at(place),
            None => finding,
        }
    }

    /// `T74` for a part that a firm's templates write at this stretch, and no page shows.
    pub(super) fn left_out(&self, name: &str, at: usize, assets: &Layered) -> Diagnostic {
        let id = self.document.id();
        let message =
            format!("`{id}` must print its part `{name}`, and no page shows anything of it");
        let finding = Diagnostic::new(&code::template::EMPTIED, message).help(LEFT_OUT);
        let is_firms = |place: &&Place| assets.is_of_a_folder(place.file.name());
        let around = self.firms.calls_around(at);
        let mut places = [self.firms.place(at)].into_iter().chain(around);
        match places.find(is_firms).cloned() {
            Some(place) => finding.at(place),
            None => match self.to_blame(name, assets) {
                Some(place) => finding.at(place),
                None => finding,
            },
        }
    }

    /// The file of a firm that took the place of a part, or of what it is made of.
    fn to_blame(&self, name: &str, assets: &Layered) -> Option<Place> {
        let spans = spans(self.own, name);
        let made_of = self.own.called.iter().filter(|called| {
            let mut spans = spans.iter();
            spans.any(|span| span.contains(&called.stretches.start))
        });
        let made_of = made_of.map(|called| called.name.as_str());
        let mut named = std::iter::once(name).chain(made_of);
        let partial = named.find(|name| self.of_a_firm.contains(*name));
        let places = files::partials(assets).ok()?;
        let path = match partial.and_then(|name| places.get(name)) {
            Some(path) => path.clone(),
            None => self.outline(assets)?,
        };
        Some(Place::new(&assets.text(&path).ok()?, 0..0))
    }

    fn outline(&self, assets: &Layered) -> Option<AssetPath> {
        let path = files::outline_path(self.document).ok()?;
        files::is_firms(assets, &path).then_some(path)
    }
}

/// What all calls of a partial told, whatever layer's it is.
fn told_by(rendered: &Rendered, name: &str) -> BTreeSet<Told> {
    let spans = spans(rendered, name);
    let told = rendered.told();
    let told = told.filter(|(index, _)| spans.iter().any(|span| span.contains(index)));
    told.map(|(_, told)| told).collect()
}

/// What all calls of a partial wrote, whatever layer's it is.
fn spans(rendered: &Rendered, name: &str) -> Vec<Range<usize>> {
    let is_it = |called: &str| called.rsplit('/').next() == Some(name);
    let called = rendered.called.iter().filter(|called| is_it(&called.name));
    called.map(|called| called.stretches.clone()).collect()
}
