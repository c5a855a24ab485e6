//! The templates of a document, read once and rendered for any number of views.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use handlebars::{
    Context, Handlebars, Output, RenderContext, RenderError, RenderErrorReason, Renderable,
    Template,
};
use serde_json::Value;

use super::check::{self, Checked, Trees};
use super::escape;
use super::helpers::{self, Tools};
use super::library::Library;
use super::load::{self, Sites};
use super::recorder::{Recorder, Refusal, Stop};
use super::rendered::Rendered;
use super::sources::TemplateSources;
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};
use crate::language::Locale;

/// The outline's name among the templates; no partial can have it.
const DOCUMENT: &str = "the document";

/// A document's templates, ready to render.
#[derive(Debug)]
pub struct Pack {
    library: Arc<Library>,
    /// Those of its partials that this document needs.
    partials: Handlebars<'static>,
    outline: Template,
    document: Arc<SourceFile>,
    sites: Arc<Sites>,
    locale: Arc<Locale>,
}

/// Reads the templates of a document, to be written in the words of `locale`.
///
/// # Errors
/// Every fault of every file: codes T01–T11 and T70.
pub fn compile(sources: TemplateSources, locale: Arc<Locale>) -> Result<Pack, Findings> {
    Pack::over(&Arc::new(Library::of(&sources, true)), &sources, locale)
}

impl Pack {
    /// Reads the outline of a document, and those of the partials that it needs.
    ///
    /// # Errors
    /// Every fault of the outline and of each of these partials.
    pub(crate) fn over(
        library: &Arc<Library>,
        TemplateSources {
            document, aliases, ..
        }: &TemplateSources,
        locale: Arc<Locale>,
    ) -> Result<Pack, Findings> {
        let aliases = aliases.get(document.name());
        let outline = load::load(document, DOCUMENT, aliases, library.outline());
        let none = BTreeSet::new();
        let needed = library.needed(outline.as_ref().map_or(&none, |outline| &outline.called));
        let faults = needed.values().filter_map(|loaded| loaded.as_ref().err());
        let mut findings: Findings = faults.cloned().flatten().collect();
        let outline = match outline {
            Ok(outline) if findings.is_empty() => outline,
            outline => {
                findings.extend(outline.err().into_iter().flatten());
                return Err(findings);
            }
        };
        let mut partials = Handlebars::new();
        partials.set_strict_mode(true);
        helpers::remove_built_in(&mut partials);
        let mut sites = Sites::default();
        sites.take(outline.sites);
        for (name, loaded) in needed {
            if let Ok(loaded) = loaded {
                partials.register_template(name, loaded.tree.clone());
                sites.take(Arc::clone(&loaded.sites));
            }
        }
        Ok(Pack {
            library: Arc::clone(library),
            partials,
            outline: outline.tree,
            document: Arc::clone(document),
            sites: Arc::new(sites),
            locale,
        })
    }

    /// Renders a view into Typst source that has passed every proof.
    ///
    /// `case_place` finds the place in the case of a value of the view, by JSON pointer
    /// (`/children/0/name`); a finding about a value shows it beside the tag's own.
    ///
    /// # Errors
    /// What the templates cannot make of this view (T12–T31, T35), what is not Typst
    /// (T32), and a failed proof (T33, T34). There is no source then, not a part of it.
    pub fn render(
        &self,
        view: &Value,
        case_place: &dyn Fn(&str) -> Option<Place>,
    ) -> Result<Rendered, Findings> {
        let told = |refusals: Vec<Refusal>| -> Findings {
            refusals
                .into_iter()
                .map(|refusal| label(refusal, case_place))
                .collect()
        };
        let recorder = Recorder::new(&self.sites, view);
        let rendered = self.fill(view, &recorder);
        let skeleton = recorder.finish().map_err(told)?;
        rendered.map_err(|error| self.handlebars_refused(&error))?;
        let (used, called) = (skeleton.used.clone(), skeleton.called.clone());
        let asked = skeleton.asked.clone();
        let escaped = escape::escape(skeleton, &self.sites).map_err(told)?;
        let escape::Escaped {
            source,
            tree,
            stretches,
        } = escaped;
        Ok(Rendered {
            source,
            used,
            tree,
            stretches,
            called,
            asked,
            sites: Arc::clone(&self.sites),
            document: Arc::clone(&self.document),
        })
    }

    /// Follows every path of the templates through the schema of the view they are
    /// given: codes T40 and above, and what is never printed.
    ///
    /// `own` names the partials that no other document calls: this one must, and what
    /// they ask must be open in it. The others serve other views too.
    pub fn check(&self, schema: &Value, own: &BTreeSet<String>) -> Checked {
        let trees = Trees {
            document: &self.outline,
            outline: &self.document,
            partials: self.trees(),
            sites: &self.sites,
            files: &self.library.files,
            own,
        };
        check::check(&trees, schema, &self.locale)
    }

    /// The tree of each partial that it needs.
    fn trees(&self) -> BTreeMap<&str, &Template> {
        let trees = self.partials.get_templates().iter();
        trees.map(|(name, tree)| (name.as_str(), tree)).collect()
    }

    /// The file that a partial stands in.
    pub(crate) fn file(&self, partial: &str) -> Option<&Arc<SourceFile>> {
        self.library.files.get(partial)
    }

    /// The file that its outline stands in.
    pub(crate) fn outline(&self) -> &Arc<SourceFile> {
        &self.document
    }

    /// The names of the partials that its templates may call.
    pub fn partials(&self) -> impl Iterator<Item = &str> {
        self.library.files.keys().map(String::as_str)
    }

    /// Lets Handlebars choose and fill; what it writes is in the recorder.
    fn fill(&self, view: &Value, recorder: &Recorder<'_>) -> Result<(), RenderError> {
        let context = Context::from(view.clone());
        let mut render = RenderContext::new(None);
        helpers::provide(
            Tools {
                recorder,
                locale: &self.locale,
            },
            &mut render,
        );
        let mut out = PlainText(recorder);
        self.outline
            .render(&self.partials, &context, &mut render, &mut out)
    }

    /// What Handlebars itself refused, at the place where it did, in our words: its own
    /// could repeat a value.
    fn handlebars_refused(&self, error: &RenderError) -> Diagnostic {
        let (code, message, help) = match error.reason() {
            RenderErrorReason::HelperNotFound(name) => (
                &code::template::NO_SUCH_HELPER,
                format!("there is no helper `{name}`"),
                "a value is printed by `{{path}}`, with nothing behind it",
            ),
            RenderErrorReason::InvalidJsonIndex(field) => (
                &code::template::MISSING_PATH,
                format!("a list has no field `{field}`"),
                "walk the list with `{{#each}}`",
            ),
            _ => (
                &code::template::NOT_RENDERED,
                "Handlebars cannot render this".to_owned(),
                "write a plain path or one of the helpers",
            ),
        };
        let name = error.template_name.as_deref();
        let partial = name.and_then(|name| self.file(name));
        let file = partial.unwrap_or(&self.document);
        let at = error
            .line_no
            .zip(error.column_no)
            .map_or(0, |(line, column)| file.offset(line, column));
        Diagnostic::new(code, message)
            .at(Place::new(file, at..at))
            .help(help)
    }
}

/// The output of Handlebars, which is told where the plain text stands that comes next.
/// Nothing else may reach it: values are written to the recorder by the helpers.
struct PlainText<'p>(&'p Recorder<'p>);

impl Output for PlainText<'_> {
    fn write(&mut self, number: &str) -> Result<(), io::Error> {
        let site = self.0.sites.numbered(number);
        let site = site.ok_or_else(|| io::Error::other("text was written past the recorder"))?;
        let written = self.0.template_text(site);
        written.map_err(|Stop| io::Error::other("refused"))
    }
}

fn label(refusal: Refusal, case_place: &dyn Fn(&str) -> Option<Place>) -> Diagnostic {
    let place = refusal
        .value
        .and_then(|pointer| case_place(pointer.as_str()));
    match place {
        Some(place) => refusal.finding.label(place, "the value stands here"),
        None => refusal.finding,
    }
}
