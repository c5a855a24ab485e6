//! The terms that are agreed, numbered once for every document of the case.
//!
//! They stand topic by topic, in the order of a parenting plan, and within a topic in the
//! order of the file; so that the numbers run on however a document groups them, and
//! "term 7" is the same term in the report, the record and the plan of one reader (rule R68).
//! What the reader may not see has no number.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::{
    AgreementStatus, Arrangement, StatutoryVerb, TermForm, Topic, Travel as CaseTravel,
};
use crate::case::form::Date;
use crate::case::safeguarding::Condition;
use crate::diagnostics::Pointer;

use super::sharing::{self, Begins, Turns};
use crate::audience::Piece;
use crate::view::draft::Draft;
use crate::view::each_once::each_once;
use crate::view::people::naming::Place;
use crate::view::programme::session::SessionMention;
use crate::view::time::said::Register;
use crate::view::time::term_schedule::{self, EndsOfTime, TermHandover};
use crate::view::time::when::when;
use crate::view::words::Words;

/// A term.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Term {
    /// The arrangement in the case file.
    pub at: Pointer,
    /// Its number in every document of the case, from 1.
    pub number: u32,
    /// The topic it belongs to.
    pub topic: Topic,
    /// Whether it is agreed in principle alone, the details to follow.
    pub in_principle: bool,
    /// What it is meant to become.
    pub form: TermForm,
    /// The term itself.
    pub text: Words,
    /// The same in a few words, where somebody wrote them.
    pub in_short: Option<Words>,
    /// The statutory verb (Children Act 1989 s.8(1)).
    pub verb: Option<StatutoryVerb>,
    /// The children it is for.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether they are all the children there are.
    pub all_children: bool,
    /// The person they live with, spend time with or have contact with.
    pub with: Option<String>,
    /// Who has its time in which years, where two people take turns.
    pub turns: Option<Turns>,
    /// When: as it is written, or as it is composed from the schedule.
    pub when: Option<Words>,
    /// Who begins its calls, letters and presents, each once.
    pub begun_by: Vec<String>,
    /// The same, with whom the children then have contact.
    pub begun: Vec<Begins>,
    /// Where.
    pub place: Option<Place>,
    /// What is settled of the handovers.
    pub handovers: Vec<TermHandover>,
    /// The handovers at the start and at the end of each of its times.
    pub ends: Option<EndsOfTime>,
    /// From what day.
    pub from: Option<Date>,
    /// The day of the review after which it begins, if the parents then agree.
    pub after_review: Option<Date>,
    /// Until what day.
    pub until: Option<Date>,
    /// The session in which it was agreed.
    pub agreed_in: Option<SessionMention>,
    /// Who agreed.
    pub agreed_by: Vec<String>,
    /// Whether every party did, of two or more, so that nobody need be named again.
    pub agreed_by_all: bool,
    /// What contact must keep to.
    pub conditions: Vec<Condition>,
    /// Why an order is asked for past the age of sixteen (Children Act 1989 s.9(6)).
    pub exceptional: Option<Words>,
    /// A journey abroad (Children Act 1989 s.13).
    pub travel: Option<Travel>,
    /// Who consented in writing.
    pub consented_by: Vec<String>,
    /// Nights with `with`, out of fourteen, as the parents say.
    pub nights_of_14: Option<u32>,
}

/// A journey abroad.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Travel {
    /// The journey in the case file.
    pub at: Pointer,
    /// Where to.
    pub destination: String,
    /// Who takes the children.
    pub by: String,
    /// The longest stay, in days.
    pub days: u32,
    /// Whether the court gave leave.
    pub leave_given: bool,
}

/// The terms of one topic.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct TopicTerms {
    /// The topic.
    pub topic: Topic,
    /// Its terms, in order of number.
    pub terms: Vec<Term>,
}

/// The terms that are meant to become the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct FormTerms {
    /// What they are meant to become.
    pub form: TermForm,
    /// The terms, in order of number.
    pub terms: Vec<Term>,
    /// The numbers of the terms, as they are listed.
    #[schemars(length(min = 1))]
    pub numbers: Vec<String>,
    /// Whether it is one term, for the words that depend on it.
    pub one: bool,
    /// The first and the last, where they are three or more without a gap.
    pub run: Option<Run>,
}

/// Terms that follow one another, by the first and the last.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Run {
    /// The number of the first.
    pub first: u32,
    /// The number of the last.
    pub last: u32,
}

impl Run {
    /// The run that these numbers are, in their order; none of fewer than three.
    pub(crate) fn of(numbers: &[u32]) -> Option<Self> {
        let (&first, &last) = (numbers.first()?, numbers.last()?);
        let follow = numbers.windows(2).all(|two| two[0] + 1 == two[1]);
        (follow && numbers.len() > 2).then_some(Run { first, last })
    }
}

/// The agreed terms, in order of number, with their times in this register.
pub(crate) fn terms(draft: &Draft<'_>, register: Register) -> Vec<Term> {
    let terms = draft.served.numbered(AgreementStatus::is_agreed);
    terms
        .map(|(number, source)| Term::of(draft, number, source, register))
        .collect()
}

/// The terms under their topics.
pub(crate) fn topics(terms: Vec<Term>) -> Vec<TopicTerms> {
    let mut topics: Vec<TopicTerms> = Vec::new();
    for term in terms {
        match topics.last_mut() {
            Some(last) if last.topic == term.topic => last.terms.push(term),
            _ => topics.push(TopicTerms {
                topic: term.topic,
                terms: vec![term],
            }),
        }
    }
    topics
}

/// The terms proposed as an order, those to be recorded, and so on; only what there is.
pub(crate) fn forms(terms: &[Term]) -> Vec<FormTerms> {
    let forms = [
        TermForm::ProposedOrder,
        TermForm::Recital,
        TermForm::ExistingOrder,
        TermForm::ParentingPlanOnly,
    ];
    let of_form = |form| {
        let those = terms.iter().filter(|term| term.form == form);
        let those: Vec<Term> = those.cloned().collect();
        let numbers: Vec<u32> = those.iter().map(|term| term.number).collect();
        FormTerms {
            form,
            numbers: numbers.iter().map(u32::to_string).collect(),
            one: those.len() == 1,
            run: Run::of(&numbers),
            terms: those,
        }
    };
    let found = forms.into_iter().map(of_form);
    found.filter(|those| !those.terms.is_empty()).collect()
}

impl Term {
    fn of(
        draft: &Draft<'_>,
        number: u32,
        source: Piece<'_, Arrangement>,
        register: Register,
    ) -> Self {
        let field = |name: &'static str| source.at.key(name);
        let with = draft.names(source.people(), field("with"));
        let place = source.place.as_ref();
        let agreed_in = source.agreed_in.as_ref();
        let travel = source.travel.as_ref();
        let begun = sharing::begun(draft, &source);
        let mut parties = draft.served.parties();
        let are_several = draft.served.parties().count() > 1;
        Term {
            number,
            topic: source.topic,
            in_principle: source.status == AgreementStatus::AgreedInPrinciple,
            form: source.form,
            text: draft.text(&source, "text", &source.text),
            in_short: draft.optional_text(
                source.in_short.as_ref(),
                field("in_short"),
                source.only.as_deref(),
            ),
            verb: source.verb,
            children: draft.children_of(&source.children),
            all_children: draft.is_all_children(&source.children),
            with: (!with.is_empty()).then(|| draft.locale.list(&with)),
            when: when(draft, &source, register),
            turns: sharing::turns(draft, &source),
            begun_by: each_once(begun.iter().map(|one| one.name.clone())),
            begun,
            place: place.and_then(|id| draft.place_named(id, field("place"))),
            handovers: term_schedule::handovers(draft, &source),
            ends: term_schedule::ends(draft, &source),
            from: source.from,
            after_review: source.after_review,
            until: source.until,
            agreed_in: agreed_in.and_then(|id| draft.session_mentioned(id, field("agreed_in"))),
            agreed_by: draft.names(&source.agreed_by, field("agreed_by")),
            agreed_by_all: are_several && parties.all(|party| source.agreed_by.contains(&party.id)),
            conditions: source.conditions.clone(),
            exceptional: draft.optional_text(
                source.exceptional.as_ref(),
                field("exceptional"),
                source.only.as_deref(),
            ),
            travel: travel.map(|travel| Travel::of(draft, field("travel"), travel)),
            consented_by: draft.names(&source.consented_by, field("consented_by")),
            nights_of_14: source.nights_of_14,
            at: source.at.clone(),
        }
    }
}

/// The words in which a child is told of an arrangement: those written for the children, or
/// else the term itself.
pub(crate) fn words_for_child(draft: &Draft<'_>, one: &Piece<'_, Arrangement>) -> Words {
    let only = one.only.as_deref();
    let told = draft.optional_text(one.tell_child.as_ref(), one.at.key("tell_child"), only);
    told.unwrap_or_else(|| draft.text(one, "text", &one.text))
}

impl Travel {
    fn of(draft: &Draft<'_>, at: Pointer, travel: &CaseTravel) -> Self {
        Travel {
            destination: travel.destination.to_string(),
            by: draft.name(&travel.by, at.key("by")),
            days: travel.days,
            leave_given: travel.leave_given,
            at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn numbers_run_on_through_the_topics() {
        let mut case = sample::case();
        let again = case.arrangements[0].clone();
        case.arrangements.push(again);
        let draft = sample::draft(&case);
        let terms = terms(&draft, Register::Order);
        let last = Pointer::root()
            .key("arrangements")
            .item(case.arrangements.len() - 1);
        let moved = terms
            .iter()
            .find(|term| term.at == last)
            .expect("it is agreed");
        assert_eq!(moved.topic, terms[0].topic);
        assert!(moved.number < u32::try_from(terms.len()).expect("few"));
        let grouped: Vec<u32> = topics(terms.clone())
            .iter()
            .flat_map(|topic| topic.terms.iter().map(|term| term.number))
            .collect();
        let ungrouped: Vec<u32> = terms.iter().map(|term| term.number).collect();
        assert_eq!(grouped, ungrouped);
        assert!(
            ungrouped
                .iter()
                .copied()
                .eq(1..=u32::try_from(terms.len()).expect("few"))
        );
    }

    #[test]
    fn every_term_has_one_form() {
        let case = sample::case();
        let terms = terms(&sample::draft(&case), Register::Order);
        let numbers: usize = forms(&terms).iter().map(|form| form.terms.len()).sum();
        assert_eq!(numbers, terms.len());
    }
}
