//! Who signs a document, and who has acknowledged it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::{Date, Id};
use crate::case::person::Role;
use crate::case::plan::Standing;
use crate::case::sign_off::{Acknowledgement as CaseAcknowledgement, AcknowledgementMethod};
use crate::diagnostics::Pointer;

use crate::view::draft::Draft;
use crate::view::people::naming::Officer;

/// The sign-off of the professional.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Signature {
    /// Where the case file names who signs.
    pub at: Pointer,
    /// Who signs: whoever prepared the document, where the file has no `sign_off`.
    pub officer: Option<Officer>,
    /// The day it was signed.
    pub signed_on: Option<Date>,
    /// Who countersigned.
    pub countersigned_by: Option<Officer>,
    /// The day it was filed.
    pub filed_on: Option<Date>,
}

/// One party's acknowledgement, given or still to be given.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Acknowledgement {
    /// Where the case file tells of it, or of the party.
    pub at: Pointer,
    /// Who.
    pub adult: String,
    /// The person's place in the proceedings.
    pub role: Role,
    /// First, second … of that role, from 1, where there are several.
    #[schemars(range(min = 1))]
    pub party_no: Option<u32>,
    /// The day; none while it is still to be given.
    pub acknowledged_on: Option<Date>,
    /// In what manner.
    pub method: Option<AcknowledgementMethod>,
}

impl Signature {
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        let proceedings = draft.served.proceedings();
        let filing = proceedings.as_ref().and_then(|court| court.filing.as_ref());
        let filed_on = filing.and_then(|filing| filing.filed_on);
        let Some(sign_off) = draft.served.sign_off() else {
            let document = draft.served.document();
            let prepared_by = document.at.key("prepared_by");
            return Signature {
                officer: draft.officer(&document.prepared_by, prepared_by),
                signed_on: None,
                countersigned_by: None,
                filed_on,
                at: document.at,
            };
        };
        let second = sign_off.countersigned_by.as_ref();
        let second_at = sign_off.at.key("countersigned_by");
        Signature {
            officer: draft.officer(&sign_off.fca, sign_off.at.key("fca")),
            signed_on: sign_off.signed_on,
            countersigned_by: second.and_then(|id| draft.officer(id, second_at)),
            filed_on,
            at: sign_off.at.clone(),
        }
    }
}

/// One for each party who is asked to sign, in the order of the file, so that each has a place
/// to do it.
pub(crate) fn acknowledgements(draft: &Draft<'_>) -> Vec<Acknowledgement> {
    let parties = draft.served.signing_parties().into_iter();
    parties
        .map(|adult| {
            let (at, given) = given_by(draft, &adult.id).unzip();
            Acknowledgement {
                adult: adult.called_with_surname(),
                role: adult.role,
                party_no: adult.party_no,
                acknowledged_on: given.and_then(|given| given.acknowledged_on),
                method: given.and_then(|given| given.method),
                at: at.unwrap_or(adult.at),
            }
        })
        .collect()
}

/// Whether nothing is settled yet between the adults: the proposals of a mediation bind nobody,
/// and a plan that somebody has not acknowledged may still change, wherever it was made. The
/// parents' own copy says so beside the place to sign.
pub(crate) fn is_proposed(draft: &Draft<'_>) -> bool {
    let mediation = draft.served.mediation();
    let waits = |one: &Acknowledgement| one.acknowledged_on.is_none();
    mediation.is_some_and(|one| one.standing == Standing::WithoutPrejudice)
        || acknowledgements(draft).iter().any(waits)
}

fn given_by<'a>(draft: &Draft<'a>, adult: &Id) -> Option<(Pointer, &'a CaseAcknowledgement)> {
    let sign_off = draft.served.sign_off()?;
    let mut given = sign_off.item.parents.iter().enumerate();
    let (index, given) = given.find(|(_, given)| given.adult == *adult)?;
    Some((sign_off.at.key("parents").item(index), given))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    #[test]
    fn whoever_took_no_part_is_not_asked_to_sign() {
        let mut case = sample::case();
        let absent = case.people.adults[1].id.clone();
        case.sign_off = None;
        for session in &mut case.programme.sessions {
            session.with.retain(|id| *id != absent);
        }
        for term in &mut case.arrangements {
            term.agreed_by.retain(|id| *id != absent);
        }
        let signing = |case: &Case| acknowledgements(&sample::draft(case)).len();
        assert_eq!(signing(&case), case.parties().count() - 1);
        case.arrangements[0].agreed_by.push(absent);
        assert_eq!(signing(&case), case.parties().count());
    }

    #[test]
    fn every_party_has_a_place_to_sign() {
        let mut case = sample::case();
        case.sign_off = None;
        case.people.adults[1].party_no = Some(2);
        let draft = sample::draft(&case);
        let places = acknowledgements(&draft);
        assert_eq!(places.len(), case.parties().count());
        assert!(places.iter().all(|place| place.acknowledged_on.is_none()));
        assert_eq!(places[1].party_no, Some(2), "as in the heading");
        let signature = Signature::of(&draft);
        assert_eq!(signature.at, Pointer::root().key("document"));
        assert!(signature.officer.is_some());
    }
}
