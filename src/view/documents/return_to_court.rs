//! The notice that a case leaves the programme, as its template may see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::programme::{Outcome, ProgrammeKind, SessionStatus};
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office, Reader};
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::heading::Heading;
use crate::view::people::imprint::Imprint;
use crate::view::people::safeguarding::Safeguarding;
use crate::view::programme::record::ProgrammeRecord;
use crate::view::programme::session::Session;
use crate::view::registry::Content;
use crate::view::terms::signature::Signature;
use crate::view::terms::summary::Summary;

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
    /// The appointments that are still to be kept.
    pub still_planned: Vec<Session>,
    /// What is known about safety.
    pub safeguarding: Option<Safeguarding>,
    /// Who signs.
    pub signature: Signature,
}

impl Content for ReturnNotice {
    const ID: &'static str = "return-to-court";
    const SUMMARY: &'static str = "the notice to the court that the case leaves the programme";
    const NEEDS: &'static str = "court proceedings and a return to court";
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
        ReturnNotice {
            at: Pointer::root(),
            imprint: Imprint::of(draft),
            heading: Heading::of(draft),
            summary: Summary::of(draft),
            still_planned: programme.sessions.iter().filter(planned).cloned().collect(),
            programme,
            safeguarding: Safeguarding::of(draft),
            signature: Signature::of(draft),
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
