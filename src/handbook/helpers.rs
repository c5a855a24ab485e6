//! Helpers, from the table that the checker goes by.

use super::meaning::{Kind, Meaning};
use super::page::Page;
use crate::templates::HELPERS;

/// The names of all helpers.
pub(super) fn names<'a>() -> impl Iterator<Item = &'a str> {
    HELPERS.iter().map(|helper| helper.name)
}

/// What the helper of this name is.
pub(super) fn meaning(name: &str) -> Option<Meaning> {
    let helper = HELPERS.iter().find(|helper| helper.name == name)?;
    let (first, _) = helper.forms.first()?;
    let mut rest = Page::default();
    for (written, prints) in helper.forms {
        rest.line(2, written);
        rest.words(6, prints);
    }
    Some(Meaning {
        written: match first.starts_with("{{#if (") {
            true => format!("({name} …)"),
            false if first.starts_with("{{#") => format!("{{{{#{name} …}}}}"),
            false => format!("{{{{{name} …}}}}"),
        },
        kind: Kind::Helper,
        sentence: format!("takes {}", helper.wants()),
        rest,
    })
}
