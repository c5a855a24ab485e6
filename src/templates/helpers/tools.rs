//! What every helper works with, in one hand.

use crate::language::Locale;
use crate::templates::recorder::Recorder;

/// Where a helper writes, and the words it writes with.
#[derive(Clone, Copy)]
pub(crate) struct Tools<'p> {
    pub recorder: &'p Recorder<'p>,
    pub locale: &'p Locale,
}
