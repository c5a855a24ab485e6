//! The static checker of a pack: a typo that Handlebars would pass over in silence
//! is found before any case is read.
//!
//! `{{#if typo}}` is false in Handlebars, strict mode or not, and a clause is gone.
//! So every path of every template is followed through the JSON Schema of the view,
//! as Handlebars would follow it: through blocks, block parameters, `../`, `@root`
//! and into the partials that are called, with what is known at each call. What
//! cannot be followed is refused; so is a value printed where it may be absent, a
//! helper given what it does not take, a phrase that the locale does not have, a
//! partial that never ends or is never called, a condition that decides nothing.
//!
//! | file | what it knows |
//! |---|---|
//! | `trees`, `walk` | the templates, and the way through them |
//! | `scope`, `path`, `resolve` | what a path means where it stands |
//! | `facts`, `guards`, `conditions`, `comparison`, `verdict` | what `{{#if}}` makes sure of |
//! | `blocks`, `partials`, `phrases` | one kind of tag each |
//! | `signatures`, `helpers`, `arguments`, `printing` | what helpers take, and are given |
//! | `spelt` | how a value of each kind is written |
//! | `words` | where a word of a tag stands |
//! | `usage` | what the document never prints |
//! | `variants` | sample views, to render each template with all that may be absent |
//! | `homes` | what belongs in the locales or the theme |
//! | `standing` | whether a partial stands in text or in code, as its name says |
//! | `markup` | what Typst would hide, print or change of it unasked |

mod arguments;
mod blocks;
mod comparison;
mod conditions;
mod facts;
mod guards;
mod helpers;
mod homes;
mod lists;
mod markup;
mod partials;
mod path;
mod phrases;
mod printing;
mod resolve;
mod scope;
mod signatures;
mod spelt;
mod standing;
mod trees;
mod usage;
mod variants;
mod verdict;
mod walk;
mod words;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::diagnostics::{Findings, Place};
use crate::language::Locale;

use crate::schema::Schema;
use usage::Compared;
pub use usage::PartialCall;
use usage::Usage;
use walk::Walk;

pub use signatures::{HELPERS, Signature};
pub(crate) use spelt::{Groups, spelt};
pub(crate) use trees::Trees;
pub use variants::{Tried, Variant, try_variants, try_views, variants};

/// What the checker has to say of a document.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What is wrong: codes T40 and above.
    pub findings: Findings,
    /// Fields of the view that no template of the document prints, as a path with `*`
    /// for the items of a list. For information: a document need not tell all it is told.
    pub unprinted: Vec<String>,
    /// Fields of the view that a template prints or decides by, as a path without the items of
    /// lists.
    pub read: BTreeSet<String>,
    /// The partials that it calls.
    pub called: BTreeSet<String>,
    /// Each way in which it calls them.
    pub calls: BTreeSet<PartialCall>,
    /// The phrases and nouns that it asks for, by their keys.
    pub asked: BTreeSet<String>,
    /// The fields that are named and that the view does not have: where each name stands, and
    /// the way to it from the view, with `*` for the items of a list.
    pub(crate) unknown: Vec<(Place, String)>,
    /// The literals that numbers and texts of the view are compared with.
    pub(crate) compared: Vec<Compared>,
}

/// Every field of a view, as a path without the items of lists.
pub fn fields(schema: &Value) -> BTreeSet<String> {
    let unprinted = Usage::default().unprinted(Schema::new(schema));
    unprinted.iter().map(|path| plain(path)).collect()
}

/// A path without the items of lists.
fn plain(path: &str) -> String {
    let steps = path.split('.').filter(|step| *step != "*");
    steps.collect::<Vec<_>>().join(".")
}

/// Follows every path of a document's templates through the schema of its view.
///
/// The schema is the one schemars derives for the view (draft 2020-12), in which
/// every field always exists and what may be absent is `null`.
pub(crate) fn check(trees: &Trees<'_>, schema: &Value, locale: &Locale) -> Checked {
    let schema = Schema::new(schema);
    let mut walk = Walk::new(trees, schema, locale);
    walk.document();
    Checked {
        unprinted: walk.usage.unprinted(schema),
        read: walk.usage.read_paths(),
        compared: walk.usage.comparisons(),
        called: walk
            .included
            .iter()
            .map(|name| (*name).to_owned())
            .collect(),
        calls: std::mem::take(&mut walk.calls),
        asked: std::mem::take(&mut walk.asked),
        unknown: std::mem::take(&mut walk.unknown),
        findings: walk.into_findings(),
    }
}
