//! What `{{#if}}` and `{{#unless}}` decide: which branch knows what, and whether
//! there is anything to decide.

use handlebars::template::{HelperTemplate, Parameter};
use serde_json::Value;

use crate::diagnostics::{Diagnostic, Place, code};
use crate::templates::load::own;

use super::facts::{Fact, Known, contradict};
use super::scope::Subject;
use super::signatures::Wants;
use super::verdict::Verdict;
use super::walk::Walk;
use super::words::Call;
use crate::schema::shape::Kind;

/// What is known where a condition holds, and where it fails.
#[derive(Debug, Default)]
pub(super) struct Condition<'a> {
    pub(super) if_held: Vec<Fact<'a>>,
    pub(super) if_failed: Vec<Fact<'a>>,
}

impl<'a> Walk<'a> {
    /// The parameter at this position, as a condition.
    pub(super) fn condition(
        &mut self,
        given: &'a Parameter,
        call: &Call,
        at: usize,
    ) -> Condition<'a> {
        match given {
            Parameter::Path(path) => {
                let place = call.param(at);
                let subject = self.resolve(path, place);
                subject.map_or_else(Condition::default, |subject| self.holds(&subject, place))
            }
            Parameter::Subexpression(inner) => match inner.as_element() {
                handlebars::template::TemplateElement::Expression(helper) => {
                    self.computed_condition(helper, call.inner(at))
                }
                _ => Condition::default(),
            },
            _ => {
                self.refuse_kind(Wants::Condition, "a literal", call.param(at));
                Condition::default()
            }
        }
    }

    /// Whether a value is there, and not `false` or empty.
    fn holds(&mut self, subject: &Subject<'a>, place: &Place) -> Condition<'a> {
        let shape = subject.shape;
        match shape.kind {
            Kind::Integer { zero: true } => {
                self.refuse_kind(Wants::Condition, shape.kind.words(), place);
            }
            Kind::Boolean => self.usage.read(subject),
            _ => {}
        }
        let open = match shape.kind {
            Kind::Boolean | Kind::Integer { zero: true } => true,
            Kind::List { least, .. } => least == 0 || shape.optional,
            _ => shape.optional,
        };
        self.judge(subject, place, open);
        let fact = |known| self.fact(subject, known).into_iter().collect();
        Condition {
            if_held: fact(Known::Holds),
            if_failed: fact(Known::Fails),
        }
    }

    /// Notes what a condition comes to here. In a file that other documents use, only
    /// what the file itself has decided counts: another view may be open where this is not.
    pub(super) fn judge(&mut self, subject: &Subject<'a>, place: &Place, open: bool) {
        let shared = self.frames.last().is_some_and(|frame| frame.shared);
        let decided = self.is_decided_here(subject);
        let can_fail = decided != Some(true) && (open || shared);
        self.note(place, decided != Some(false), can_fail);
    }

    /// Notes what a comparison with a literal comes to here, where this file has compared
    /// the same value before.
    pub(super) fn judge_equal(&mut self, subject: &Subject<'a>, literal: &Value, place: &Place) {
        let decided = self.is_equal_here(subject, literal);
        self.note(place, decided != Some(false), decided != Some(true));
    }

    /// Notes that a list is walked here, which need not have anything in it; but where it
    /// is known to have nothing, what stands in the loop is never printed.
    pub(super) fn judge_walked(&mut self, list: &Subject<'a>, place: &Place) {
        let can_hold = self.is_decided_here(list) != Some(false);
        self.note(place, can_hold, true);
    }

    fn note(&mut self, place: &Place, can_hold: bool, can_fail: bool) {
        let key = (place.file.name().to_owned(), place.range.start);
        let verdict = self.verdicts.entry(key).or_insert_with(|| Verdict {
            place: place.clone(),
            can_hold: false,
            can_fail: false,
        });
        verdict.can_hold |= can_hold;
        verdict.can_fail |= can_fail;
    }

    /// Conditions that came to the same in every call.
    pub(super) fn refuse_idle_conditions(&mut self) {
        for (
            _,
            Verdict {
                place,
                can_hold,
                can_fail,
            },
        ) in std::mem::take(&mut self.verdicts)
        {
            let path = place.text();
            let (message, help) = match (can_hold, can_fail) {
                (true, true) => continue,
                (true, false) => (
                    format!("`{path}` always holds here, so this decides nothing"),
                    "leave the condition out, or ask for what may be absent, empty or no",
                ),
                _ => (
                    format!("`{path}` never holds here, so this decides nothing"),
                    "a block around it or another part of it rules it out: take one of them out",
                ),
            };
            let finding = Diagnostic::new(&code::template::IDLE_CONDITION, message).help(help);
            self.report(finding, &place);
        }
    }

    /// `(not …)`, `(and …)`, `(or …)`, `(eq …)`; any other helper gives no condition.
    fn computed_condition(&mut self, helper: &'a HelperTemplate, call: &Call) -> Condition<'a> {
        let name = helper.name.as_name().unwrap_or_default();
        if !matches!(name, "not" | "and" | "or" | "eq") {
            if self.value_helper(helper, call).is_some() {
                self.refuse_kind(Wants::Condition, "text", &call.whole);
            }
            return Condition::default();
        }
        if !self.has_right_arity(name, helper, call) {
            return Condition::default();
        }
        if name == "eq" {
            return self.equality(helper, call);
        }
        let given = own(&helper.params).iter().enumerate();
        let conditions: Vec<_> = given
            .map(|(at, given)| self.condition(given, call, at))
            .collect();
        let mut all = Condition::default();
        for condition in conditions {
            all.if_held.extend(condition.if_held);
            all.if_failed.extend(condition.if_failed);
        }
        if name == "and" {
            self.note(&call.whole, !contradict(&all.if_held), true);
        }
        match name {
            "not" => Condition {
                if_held: all.if_failed,
                if_failed: all.if_held,
            },
            "and" => Condition {
                if_held: all.if_held,
                if_failed: Vec::new(),
            },
            _ => Condition {
                if_held: Vec::new(),
                if_failed: all.if_failed,
            },
        }
    }
}
