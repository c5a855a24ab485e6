//! Who a document names and how: headings, families, officers, voices, the imprint.

pub(super) mod addressee;
pub(super) mod family;
pub(super) mod heading;
pub(super) mod imprint;
pub(super) mod living;
pub(super) mod naming;
pub(super) mod responsibility;
pub(super) mod safeguarding;
pub(super) mod short_heading;
pub(super) mod voice;
