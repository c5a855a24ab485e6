//! The walk over a document's templates, in the order in which they are rendered:
//! partials are entered where they are called, with what is known there.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::template::{HelperTemplate, Parameter, Template, TemplateElement};

use crate::diagnostics::{Diagnostic, Findings, Place};
use crate::language::Locale;
use crate::templates::load::{EMIT, INCLUDE, SiteId, in_text};

use super::facts::Fact;
use super::scope::{Scope, Subject};
use super::trees::Trees;
use super::usage::{PartialCall, Usage};
use super::verdict::Verdict;
use super::words::Call;
use crate::schema::Schema;

/// Where the walk stands, and what it has found.
pub(super) struct Walk<'a> {
    pub(super) trees: &'a Trees<'a>,
    pub(super) schema: Schema<'a>,
    pub(super) locale: &'a Locale,
    /// What is open: the view, then blocks and partials, the innermost last.
    pub(super) scopes: Vec<Scope<'a>>,
    /// What the blocks around this place have made sure of.
    pub(super) facts: Vec<Fact<'a>>,
    /// The files and inline partials that are being rendered, the innermost last.
    pub(super) frames: Vec<Frame<'a>>,
    /// What the document has read of the view so far.
    pub(super) usage: Usage<'a>,
    /// Each condition, by file and place: what it has come to.
    pub(super) verdicts: BTreeMap<(String, usize), Verdict>,
    /// The partials called so far, and how many calls that took.
    pub(super) included: BTreeSet<&'a str>,
    pub(super) inclusions: usize,
    /// Each way in which a partial of a file is called.
    pub(super) calls: BTreeSet<PartialCall>,
    /// The phrases and nouns asked for so far, by their keys.
    pub(super) asked: BTreeSet<String>,
    /// The paths that lead to nothing, each where it stands and as the way from the view.
    pub(super) unknown: Vec<(Place, String)>,
    findings: Findings,
}

/// A file or inline partial that is being rendered.
pub(super) struct Frame<'a> {
    pub(super) name: &'a str,
    pub(super) body: &'a Template,
    /// The tag that called it.
    pub(super) called_from: Option<Place>,
    /// Whether other documents use it.
    pub(super) shared: bool,
}

impl<'a> Walk<'a> {
    /// A walk that has not set out.
    pub(super) fn new(trees: &'a Trees<'a>, schema: Schema<'a>, locale: &'a Locale) -> Self {
        Walk {
            trees,
            schema,
            locale,
            scopes: vec![Scope::about(Subject::view(schema))],
            facts: Vec::new(),
            frames: Vec::new(),
            usage: Usage::default(),
            verdicts: BTreeMap::new(),
            included: BTreeSet::new(),
            inclusions: 0,
            calls: BTreeSet::new(),
            asked: BTreeSet::new(),
            unknown: Vec::new(),
            findings: Findings::new(),
        }
    }

    /// Walks the document from its first tag to its last.
    pub(super) fn document(&mut self) {
        let body = self.trees.document;
        self.frames.push(Frame {
            name: "document",
            body,
            called_from: None,
            shared: false,
        });
        self.template(body);
        self.frames.pop();
        self.refuse_foreign_signs();
        self.refuse_dead_partials();
        self.refuse_idle_conditions();
    }

    /// Signs of other trades in the text of what is printed.
    fn refuse_foreign_signs(&mut self) {
        let called = self.included.iter();
        let called = called.filter_map(|name| self.trees.files.get(*name));
        let files = called.chain([self.trees.outline]);
        self.findings.extend(files.flat_map(in_text));
    }

    /// What was found, each once, however often the walk came by.
    pub(super) fn into_findings(self) -> Findings {
        self.findings
    }

    /// Adds a finding; in a partial, with the tag that called it.
    pub(super) fn report(&mut self, finding: Diagnostic, at: &Place) {
        let known = self.findings.iter().any(|known| {
            known.code == finding.code
                && known.message == finding.message
                && known.place.as_ref() == Some(at)
        });
        if known {
            return;
        }
        let finding = finding.at(at.clone());
        let called_from = self
            .frames
            .last()
            .and_then(|frame| frame.called_from.clone());
        self.findings.push(match called_from {
            Some(place) => finding.label(place, "called from here"),
            None => finding,
        });
    }

    /// Everything in a file, a block or a branch. An inline partial defined in it
    /// ends with it, where Handlebars would keep it or not as the data falls.
    pub(super) fn template(&mut self, template: &'a Template) {
        let inlines = self.scope().inlines.len();
        for element in &template.elements {
            match element {
                TemplateElement::Expression(helper) => self.expression(helper),
                TemplateElement::HelperBlock(block) => self.block(block),
                TemplateElement::DecoratorBlock(inline) => self.define_inline(inline),
                // Plain text and comments: the loader lets nothing else through.
                _ => {}
            }
        }
        self.scope().inlines.truncate(inlines);
    }

    /// The innermost scope.
    pub(super) fn scope(&mut self) -> &mut Scope<'a> {
        self.scopes
            .last_mut()
            .expect("the scope of the view is never left")
    }

    /// The place of the tag that a call stands in, from the number it carries.
    pub(super) fn tag(&self, arguments: &[Parameter]) -> Option<&'a Place> {
        match arguments.last()? {
            Parameter::Literal(number) => {
                let number = usize::try_from(number.as_u64()?).ok()?;
                Some(self.trees.sites.place(SiteId::from_number(number)))
            }
            _ => None,
        }
    }

    /// `{{path}}`, `{{helper …}}` or `{{> partial}}`, all of which the loader has
    /// turned into calls.
    fn expression(&mut self, helper: &'a HelperTemplate) {
        let Some(name) = helper.name.as_name() else {
            return;
        };
        let Some(tag) = self.tag(&helper.params) else {
            return;
        };
        let call = Call::of(tag);
        match name {
            EMIT => self.print(helper, &call),
            INCLUDE => self.include(helper, &call),
            _ => self.tag_helper(name, helper, &call),
        }
    }
}
