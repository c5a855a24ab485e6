//! A copy of a document on trial, between its templates and its pages.

use std::rc::Rc;

use concord::checks::{Finished, check};
use concord::diagnostics::Unplaced;
use concord::language::Language;
use concord::packs::Edition;
use concord::pages::Layout;
use concord::pdf::Opened;
use concord::pipeline::{CaseFile, Manuscript, Pipeline};
use concord::templates::Rendered;
use concord::typesetting::{Job, Typeset};

use super::sound;

/// A copy of a document as source, with all that it takes to go on.
pub(crate) struct Draft {
    pub(super) reader: String,
    pub(super) name: String,
    pub(super) pipeline: Rc<Pipeline>,
    pub(super) case: Rc<CaseFile>,
    pub(super) manuscript: Manuscript,
}

impl Draft {
    /// What it is called beside the other copies of its case.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether this reader gets it.
    #[allow(dead_code, reason = "benchmarks take every copy")]
    pub(crate) fn is_for(&self, reader: &str) -> bool {
        self.reader == reader
    }

    /// What its templates were given, without the places in the case file.
    #[allow(dead_code, reason = "benchmarks look at no view")]
    pub(crate) fn views(&self) -> String {
        let views = self.manuscript.halves().iter().map(|half| {
            let mut view = half.view.json().clone();
            without_places(&mut view);
            view.to_string()
        });
        views.collect::<Vec<_>>().join("\n")
    }

    /// The mark on its pages.
    pub(crate) fn mark(&self) -> String {
        sound(
            self.pipeline
                .mark(&self.case, &self.manuscript, Edition::Standard),
        )
    }

    /// The source in each of its languages.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (Language, &str)> {
        let halves = self.manuscript.halves().iter();
        halves.map(|half| (half.view.request().language, half.rendered.source.as_str()))
    }

    /// Fills the templates again.
    #[allow(dead_code, reason = "a step that benchmarks time by itself")]
    pub(crate) fn render(&self) -> Rendered {
        let view = &self.manuscript.halves()[0].view;
        sound(self.pipeline.render(&self.case, view))
    }

    /// What the typesetter is given.
    #[allow(dead_code, reason = "a step that benchmarks time by itself")]
    pub(crate) fn job(&self) -> Job {
        self.job_in(Edition::Standard)
    }

    /// The same in an edition.
    pub(crate) fn job_in(&self, edition: Edition) -> Job {
        sound(self.pipeline.job(&self.case, &self.manuscript, edition))
    }

    /// Its pages.
    pub(crate) fn layout(&self) -> Layout {
        self.typeset().layout
    }

    /// Its pages and its PDF.
    pub(crate) fn typeset(&self) -> Typeset {
        let edition = Edition::Standard;
        let made = self.pipeline.typeset(&self.case, &self.manuscript, edition);
        sound(made)
    }

    /// What keeps it from being filed if these are its pages, this is its file, if it has one,
    /// and this is its case.
    pub(crate) fn unfit(
        &self,
        case: &CaseFile,
        layout: &Layout,
        pdf: Option<&[u8]>,
    ) -> Vec<Unplaced> {
        let halves = self.manuscript.halves().iter();
        let views: Vec<_> = halves.clone().map(|half| &half.view).collect();
        let locales: Vec<_> = halves.map(|half| half.locale.as_ref()).collect();
        let pdf = pdf.map(|bytes| Opened::open(bytes).expect("it is a PDF"));
        check(Finished {
            case: &case.case,
            views: &views,
            locales: &locales,
            layout,
            pdf: pdf.as_ref(),
        })
    }
}

fn without_places(view: &mut serde_json::Value) {
    match view {
        serde_json::Value::Object(fields) => {
            fields.remove("at");
            fields.values_mut().for_each(without_places);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}
