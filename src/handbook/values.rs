//! The values that a firm's `theme.yaml` may set, from the table that reads it, and what its
//! `firm.typ` may draw.

use super::meaning::{Kind, Meaning};
use super::page::Page;
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, Layered};
use crate::packs::files::FIRM;
use crate::packs::look::{self, VALUES};

/// The keys of all values.
pub(super) fn names<'a>() -> impl Iterator<Item = &'a str> {
    VALUES.iter().map(|value| value.key)
}

/// What the value of this key is for, and what sets it.
pub(super) fn meaning(key: &str, assets: &Layered) -> Result<Option<Meaning>, Unanswered> {
    let Some(value) = VALUES.iter().find(|value| value.key == key) else {
        return Ok(None);
    };
    let mut rest = Page::default();
    rest.labelled(2, "may be", &value.kind.to_string());
    for (layer, look) in look::each(assets)? {
        let mut set = look.values().filter(|(set, ..)| *set == key);
        if let Some((_, place, text)) = set.next() {
            let place = format!("{}:{}", place.file.name(), place.start().line);
            rest.labelled(2, layer.name(), &format!("{text} ({place})"));
        }
    }
    Ok(Some(Meaning {
        written: format!("theme:{key}"),
        kind: Kind::Value,
        sentence: value.meaning.to_owned(),
        rest,
    }))
}

/// Every value that a `theme.yaml` may set.
pub(super) fn all(name: &str) -> Option<Meaning> {
    if !["theme", "theme.yaml"].contains(&name) {
        return None;
    }
    let mut rest = Page::default();
    for value in &VALUES {
        rest.words(2, &format!("{}: {}", value.key, value.meaning));
        rest.words(6, &value.kind.to_string());
    }
    Some(Meaning {
        written: "theme.yaml".to_owned(),
        kind: Kind::File,
        sentence: format!("{} values of the theme that a firm may set", VALUES.len()),
        rest,
    })
}

/// What a `firm.typ` may define, as the program's own says it.
pub(super) fn firm(name: &str, assets: &Layered) -> Result<Option<Meaning>, Unanswered> {
    if name != "firm.typ" {
        return Ok(None);
    }
    let files = assets.texts(&AssetPath::new(FIRM)?)?;
    let (_, builtin) = files.last().expect("the program has one");
    let mut rest = Page::default();
    for line in builtin.text().lines() {
        rest.line(2, line.trim_start_matches("//").trim_start());
    }
    Ok(Some(Meaning {
        written: name.to_owned(),
        kind: Kind::File,
        sentence: "what a firm draws itself".to_owned(),
        rest,
    }))
}
