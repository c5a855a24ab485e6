//! The programme and the course, as documents tell them: sessions, stages, needs.

pub(super) mod course;
pub(super) mod course_stages;
pub(super) mod needs;
pub(super) mod own_schedule;
pub(super) mod record;
pub(super) mod session;
pub(super) mod timeline;
