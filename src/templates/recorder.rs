//! What Handlebars writes, it writes here: a skeleton of Typst source in which a
//! token stands for every value, and beside it the values with their addresses.
//!
//! The recorder lays down each stretch itself, so it knows where every token stands
//! without searching for it. A token is therefore no secret: a template or a value
//! that spells one is plain text like any other.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use handlebars::{PathAndJson, RenderError, RenderErrorReason};
use serde_json::Value;

use super::limits;
use super::load::{SiteId, Sites};
use super::rendered::{Called, ViewPointer};
use super::used::Used;
use crate::diagnostics::{Diagnostic, code};

/// Steps from the root of the view to a value.
pub(crate) type ViewPath = Vec<String>;

/// A value on its way into a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Slot {
    /// Text, printed as it is.
    Text(String),
    /// A paragraph of free text, which has no meaning inside code.
    Paragraph(String),
    /// A value that Typst code computes with.
    Typed(Value),
}

impl Slot {
    /// About as many bytes as it takes in the source.
    fn bytes(&self) -> usize {
        fn of(value: &Value) -> usize {
            match value {
                Value::String(text) => text.len(),
                Value::Array(items) => items.iter().map(of).sum(),
                Value::Object(fields) => fields
                    .iter()
                    .map(|(key, field)| key.len() + of(field))
                    .sum(),
                Value::Null | Value::Bool(_) | Value::Number(_) => 0,
            }
        }
        let held = match self {
            Slot::Text(text) | Slot::Paragraph(text) => text.len(),
            Slot::Typed(value) => of(value),
        };
        TOKEN.len() + held
    }
}

/// Who wrote a stretch of the skeleton.
#[derive(Clone, Debug)]
pub(crate) enum Writer {
    /// The template: its own text.
    Template,
    /// A helper: Typst that it always writes the same.
    Helper,
    /// A token in place of a value.
    Value(Slot, Option<ViewPointer>),
}

/// A stretch of the skeleton; it ends where the next begins.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub start: usize,
    pub site: SiteId,
    pub writer: Writer,
}

/// A finding that may concern a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    pub finding: Diagnostic,
    pub value: Option<ViewPointer>,
}

/// A whole skeleton.
#[derive(Debug, Default)]
pub(crate) struct Skeleton {
    pub text: String,
    pub segments: Vec<Segment>,
    /// The partials of files, with what each wrote.
    pub called: Vec<Called>,
    /// The phrases that were asked for, each with the segment that it was asked for before.
    pub asked: Vec<(usize, String)>,
    /// What took part in it.
    pub used: Used,
}

/// The document has been refused and rendering it further is of no use.
pub(crate) struct Stop;

impl From<Stop> for RenderError {
    fn from(_: Stop) -> Self {
        RenderErrorReason::Other("refused".to_owned()).into()
    }
}

/// Takes down one render.
pub(crate) struct Recorder<'p> {
    pub sites: &'p Sites,
    view: &'p Value,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    skeleton: Skeleton,
    refusals: Vec<Refusal>,
    /// Bytes of text and values so far, and what turns of loops count for.
    spent: usize,
    /// Blocks and partials that stand open.
    depth: usize,
    /// How far the document was when it last said which language a text is in.
    noted: Option<usize>,
    /// For each open partial, the view path of each value it was given.
    given: Vec<BTreeMap<String, Option<ViewPath>>>,
}

impl<'p> Recorder<'p> {
    /// An empty sheet for a render of this view.
    pub(crate) fn new(sites: &'p Sites, view: &'p Value) -> Self {
        Recorder {
            sites,
            view,
            state: Mutex::default(),
        }
    }

    /// The lock is never contended: Handlebars asks for helpers that could be shared
    /// between threads, and renders on one.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the plain text of a site.
    pub(crate) fn template_text(&self, site: SiteId) -> Result<(), Stop> {
        let text = self.sites.place(site).text();
        self.write(site, text, Writer::Template, text.len())
    }

    /// Writes Typst that a helper brings with it.
    pub(crate) fn helper_text(&self, site: SiteId, text: &'static str) -> Result<(), Stop> {
        self.write(site, text, Writer::Helper, text.len())
    }

    /// Writes a token for a value.
    pub(crate) fn value(
        &self,
        site: SiteId,
        slot: Slot,
        pointer: Option<ViewPointer>,
    ) -> Result<(), Stop> {
        let held = slot.bytes();
        self.write(site, TOKEN, Writer::Value(slot, pointer), held)
    }

    /// Writes a stretch, for which so many bytes are counted.
    fn write(&self, site: SiteId, text: &str, writer: Writer, bytes: usize) -> Result<(), Stop> {
        let mut state = self.state();
        let skeleton = &mut state.skeleton;
        skeleton.segments.push(Segment {
            start: skeleton.text.len(),
            site,
            writer,
        });
        skeleton.text.push_str(text);
        self.count(state, site, bytes)
    }

    /// Whether a section has not said yet which language its originals are in; it is taken to
    /// say so now.
    pub(crate) fn notes_a_language(&self) -> bool {
        let mut state = self.state();
        let end = state.skeleton.text.len();
        let since = state.noted.map(|noted| &state.skeleton.text[noted..]);
        let is_due = since.is_none_or(|since| SECTIONS.iter().any(|mark| since.contains(mark)));
        if is_due {
            state.noted = Some(end);
        }
        is_due
    }

    /// Counts a turn of a loop against the limit of a document.
    pub(crate) fn turn(&self, site: SiteId) -> Result<(), Stop> {
        self.count(self.state(), site, limits::LOOP_TURN_BYTES)
    }

    fn count(
        &self,
        mut state: MutexGuard<'_, State>,
        site: SiteId,
        bytes: usize,
    ) -> Result<(), Stop> {
        state.spent = state.spent.saturating_add(bytes);
        if state.spent <= limits::OUTPUT_BYTES {
            return Ok(());
        }
        drop(state);
        let limit = limits::OUTPUT_BYTES / (1024 * 1024);
        let message = format!("the document grows beyond {limit} MiB of Typst source here");
        let finding = Diagnostic::new(&code::template::OUTPUT_TOO_LARGE, message)
            .at(self.sites.place(site).clone())
            .help("look for a list inside a list that should be walked once");
        self.refuse(finding, None);
        Err(Stop)
    }

    /// Notes a fault. Rendering goes on, so that others are told too, unless there
    /// are many; a fault that a loop repeats is told once.
    pub(crate) fn refuse(&self, finding: Diagnostic, value: Option<ViewPointer>) {
        let refusal = Refusal { finding, value };
        let refusals = &mut self.state().refusals;
        if refusals.len() < limits::FINDINGS && !refusals.contains(&refusal) {
            refusals.push(refusal);
        }
    }

    /// Opens a block or a partial; whoever opens one closes it.
    pub(crate) fn open(&self, site: SiteId) -> Result<(), Stop> {
        let mut state = self.state();
        state.depth += 1;
        if state.depth <= limits::RENDER_NESTING {
            return Ok(());
        }
        drop(state);
        let message = format!(
            "more than {} blocks and partials stand open",
            limits::RENDER_NESTING
        );
        let finding = Diagnostic::new(&code::template::ENDLESS_PARTIALS, message)
            .at(self.sites.place(site).clone())
            .help("look for a partial that calls itself, by way of another or not");
        self.refuse(finding, None);
        Err(Stop)
    }

    /// Closes what [`Recorder::open`] opened.
    pub(crate) fn close(&self) {
        self.state().depth -= 1;
    }

    /// Notes that a phrase, or a block of them, was asked for.
    pub(crate) fn used_phrase(&self, key: &str) {
        let skeleton = &mut self.state().skeleton;
        skeleton.used.phrase(key);
        skeleton
            .asked
            .push((skeleton.segments.len(), key.to_owned()));
    }

    /// Enters a partial, with the view path of each value it is given. Returns how much is
    /// written, for whoever leaves it.
    pub(crate) fn enter_partial(&self, given: BTreeMap<String, Option<ViewPath>>) -> usize {
        let mut state = self.state();
        state.given.push(given);
        state.skeleton.segments.len()
    }

    /// Leaves the partial entered last.
    pub(crate) fn leave_partial(&self) {
        self.state().given.pop();
    }

    /// Notes what a partial of a file wrote, from the segment at which it was entered.
    pub(crate) fn called(&self, name: &str, site: SiteId, from: usize) {
        let skeleton = &mut self.state().skeleton;
        skeleton.used.partial(name);
        skeleton.called.push(Called {
            name: name.to_owned(),
            site,
            stretches: from..skeleton.segments.len(),
        });
    }

    /// The path in the view of a helper's argument, if it stands there.
    ///
    /// Handlebars copies what `{{> partial name=path}}` passes and forgets the path; it
    /// is found again under the name, and believed only if the view has this very value
    /// there.
    pub(crate) fn path_of<'a>(&self, argument: &'a PathAndJson<'_>) -> Option<Cow<'a, [String]>> {
        if let Some(path) = argument.context_path() {
            return Some(Cow::Borrowed(path));
        }
        let written = argument.relative_path()?.trim_start_matches("../");
        let mut steps = written.trim_start_matches("./").split(['.', '/']);
        let name = steps.next()?;
        let state = self.state();
        let mut path = state
            .given
            .iter()
            .rev()
            .find_map(|given| given.get(name))?
            .clone()?;
        path.extend(steps.map(str::to_owned));
        let stands_there = self.view.pointer(ViewPointer::from_path(&path).as_str());
        (stands_there == Some(argument.value())).then_some(Cow::Owned(path))
    }

    /// The skeleton, or what is wrong with it.
    pub(crate) fn finish(self) -> Result<Skeleton, Vec<Refusal>> {
        let state = self
            .state
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        if state.refusals.is_empty() {
            Ok(state.skeleton)
        } else {
            Err(state.refusals)
        }
    }
}

/// How a section of a document begins: with a heading, or with the title of it all.
const SECTIONS: [&str; 3] = ["\n= ", "\n== ", "\n#title-line"];

/// What stands for a value: one word to Typst wherever a word may stand, of letters
/// that complete no escape and no web address.
const TOKEN: &str = "qvqvqvqvz";
