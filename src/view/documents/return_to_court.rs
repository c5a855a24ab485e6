//! The notice that a case leaves the programme, as its template may see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::programme::{Outcome, ProgrammeKind, SessionStatus};
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office, Reader};
use crate::view::documents::agreed_arrangements::AgreedArrangements;
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::heading::Heading;
use crate::view::people::imprint::Imprint;
use crate::view::people::living::{Home, homes};
use crate::view::people::responsibility::{Responsibility, responsibilities_of_others};
use crate::view::people::safeguarding::{ProtectiveOrder, Safeguarding, protective_orders};
use crate::view::people::voice::{ChildVoice, JointLetter, reported_joint_letter, voices};
use crate::view::programme::needs::{ChildsNeeds, childrens_needs};
use crate::view::programme::record::ProgrammeRecord;
use crate::view::programme::session::Session;
use crate::view::registry::Content;
use crate::view::restriction::has_restricted;
use crate::view::terms::open_point::{OpenPoint, Undiscussed, questioned, undiscussed};
use crate::view::terms::proposal::{
    Analysis, Position, Recommendation, analysis, positions, recommendations,
};
use crate::view::terms::signature::Signature;
use crate::view::terms::summary::Summary;
use crate::view::terms::term::{Term, terms};
use crate::view::time::said::Register;

/// The notice.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ReturnNotice {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// The heading.
    pub heading: Heading,
    /// What a judge reads first.
    pub summary: Summary,
    /// What was done until then, and the return itself.
    pub programme: ProgrammeRecord,
    /// What each child needs of the arrangements.
    pub needs: Vec<ChildsNeeds>,
    /// Who has parental responsibility and is no party.
    pub responsibilities: Vec<Responsibility>,
    /// The voice of each child, as far as it may be told.
    pub voices: Vec<ChildVoice>,
    /// What the parents wrote to the children, if they did.
    pub joint_letter: Option<JointLetter>,
    /// What is agreed, in order of number.
    pub terms: Vec<Term>,
    /// The points that are not.
    pub not_agreed: Vec<OpenPoint>,
    /// What nobody came to.
    pub not_discussed: Vec<Undiscussed>,
    /// Where each parent stands.
    pub positions: Vec<Position>,
    /// The officer's analysis, in the order of the welfare checklist.
    pub analysis: Vec<Analysis>,
    /// What the court is asked to do.
    pub recommendations: Vec<Recommendation>,
    /// The appointments that are still to be kept.
    pub still_planned: Vec<Session>,
    /// With whom the children live today.
    pub homes: Vec<Home>,
    /// The orders that protect somebody.
    pub protective_orders: Vec<ProtectiveOrder>,
    /// What is known about safety.
    pub safeguarding: Option<Safeguarding>,
    /// Whether something in it may not be served on every party.
    pub has_restricted: bool,
    /// Who signs.
    pub signature: Signature,
}

impl Content for ReturnNotice {
    const ID: &'static str = "return-to-court";
    const SUMMARY: &'static str = "the notice to the court that the case leaves the programme";
    const NEEDS: &'static str = "court proceedings and a return to court";
    const RESTS_ON: Option<&'static str> = Some(AgreedArrangements::ID);
    const PROGRAMMES: &'static [ProgrammeKind] = &[ProgrammeKind::Cppp];

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let court = DocumentCopy::of(Reader::Court);
        let served = office.serves(&court);
        served.proceedings().ok_or(Inapplicable::NoProceedings)?;
        served.return_to_court().ok_or(Inapplicable::NotReturned)?;
        let mut parties = office.copies_for_parties();
        parties.retain(|copy| {
            let served = office.serves(copy);
            let is_told = served.return_to_court().is_some();
            is_told || served.programme().outcome == Some(Outcome::ReturnedToCourt)
        });
        Ok([court].into_iter().chain(parties).collect())
    }

    fn of(draft: &Draft<'_>) -> Self {
        let programme = ProgrammeRecord::of(draft);
        let planned = |session: &&Session| session.status == SessionStatus::Planned;
        let notice = ReturnNotice {
            at: Pointer::root(),
            imprint: Imprint::of(draft),
            heading: Heading::of(draft),
            summary: Summary::of(draft),
            still_planned: programme.sessions.iter().filter(planned).cloned().collect(),
            programme,
            needs: childrens_needs(draft),
            responsibilities: responsibilities_of_others(draft),
            voices: voices(draft),
            joint_letter: reported_joint_letter(draft),
            terms: terms(draft, Register::Order),
            not_agreed: questioned(draft),
            not_discussed: undiscussed(draft),
            positions: positions(draft),
            analysis: analysis(draft),
            recommendations: recommendations(draft),
            homes: homes(draft),
            protective_orders: protective_orders(draft),
            safeguarding: Safeguarding::of(draft),
            has_restricted: false,
            signature: Signature::of(draft),
        };
        ReturnNotice {
            has_restricted: has_restricted(&notice),
            ..notice
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::visibility::Visibility;
    use crate::view::restriction::Restriction;
    use crate::view::sample;

    #[test]
    fn a_notice_needs_a_return() {
        assert_eq!(
            ReturnNotice::copies(Office::of(&sample::case())),
            Err(Inapplicable::NotReturned)
        );
        assert!(ReturnNotice::copies(Office::of(&sample::returned())).is_ok());
    }

    #[test]
    fn it_says_what_is_still_to_come_and_who_may_be_served() {
        let mut case = sample::returned();
        let notice = ReturnNotice::of(&sample::draft(&case));
        assert_eq!(notice.still_planned.len(), 1);
        let returned = notice.programme.return_to_court.expect("it is told");
        let restriction = returned.restriction.expect("it is for the mother alone");
        assert_eq!(restriction.served_to, ["Samira Haddad"]);
        let back = case.programme.return_to_court.as_mut().expect("it is told");
        back.vis = Some(Visibility::CourtOnly);
        let notice = ReturnNotice::of(&sample::draft(&case));
        let returned = notice.programme.return_to_court.expect("it is told");
        assert_eq!(
            returned.restriction,
            Some(Restriction { served_to: vec![] })
        );
    }
}
