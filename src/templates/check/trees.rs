//! The templates of one document as the checker walks them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use handlebars::template::Template;

use crate::diagnostics::SourceFile;
use crate::templates::load::Sites;

/// The templates of one document, as the loader has read them.
#[derive(Debug)]
pub(crate) struct Trees<'a> {
    /// The outline.
    pub(crate) document: &'a Template,
    /// The text of the outline.
    pub(crate) outline: &'a Arc<SourceFile>,
    /// The partials it needs, by name.
    pub(crate) partials: BTreeMap<&'a str, &'a Template>,
    /// Where each tag of the trees stands.
    pub(crate) sites: &'a Sites,
    /// The text of each partial it may call, by name.
    pub(crate) files: &'a BTreeMap<String, Arc<SourceFile>>,
    /// The partials that no other document calls.
    pub(crate) own: &'a BTreeSet<String>,
}
