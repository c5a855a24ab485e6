//! One file a document: what its template may see, and for whom there are copies.

pub(super) mod agreed_arrangements;
pub(super) mod childs_letter;
pub(super) mod childs_plan;
pub(super) mod course_joining_letter;
pub(super) mod course_notice;
pub(super) mod court_report;
pub(super) mod joint_letter;
pub(super) mod parenting_plan;
pub(super) mod return_to_court;
pub(super) mod session_schedule;
