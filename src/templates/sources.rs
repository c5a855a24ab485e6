//! The texts a document is rendered from: its outline and the partials it may call.
//!
//! Plain data. Whoever reads the layered assets (a firm's folder over the built-in
//! ones) fills it in; nothing in this room touches a disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::SourceFile;

/// The templates of one document.
///
/// The name of each [`SourceFile`] is its asset path, so that every finding says
/// which file of which layer to open.
#[derive(Clone, Debug)]
pub struct TemplateSources {
    /// The outline: `packs/<document>/document.typ.hbs`.
    pub document: Arc<SourceFile>,
    /// What `{{> name}}` calls, by the stem of its file: `case-heading` for
    /// `partials/case-heading.typ.hbs`. One that stands in code ends with `.typc.hbs`.
    pub partials: BTreeMap<String, Arc<SourceFile>>,
    /// What a firm's file means by `builtin/NAME` and `below/NAME`: by the name of the file,
    /// the partial that is called by what is written.
    pub aliases: BTreeMap<String, Aliases>,
}

/// The partials that are called by what is written.
pub type Aliases = BTreeMap<String, String>;
