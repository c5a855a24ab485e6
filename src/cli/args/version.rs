//! What `--version` says: all that decides the bytes of a document, and the forms of what is
//! written beside it.

use std::sync::LazyLock;

use crate::assets::{AssetPath, Layered};
use crate::case::document::RulesProfile;
use crate::cli::events;
use crate::output::manifest;
use crate::reading::table;
use crate::typesetting;

/// A family of fonts that travels inside the program.
#[derive(serde::Deserialize)]
struct Family {
    family: String,
    version: String,
}

/// The version of this program, of Typst and of the fonts, the profiles of rules, and the
/// forms of manifest and events.
pub(super) fn long() -> &'static str {
    LONG.as_str()
}

static LONG: LazyLock<String> = LazyLock::new(|| {
    let fonts = AssetPath::new("fonts/fonts.yaml").and_then(|path| Layered::builtin().text(&path));
    let families = fonts.map(|text| table::<Vec<Family>>(text.text()));
    let families = families.unwrap_or_default().into_iter();
    let families = families.map(|one| format!("{} {}", one.family, one.version));
    let lines = [
        env!("CARGO_PKG_VERSION").to_owned(),
        format!("Typst {}", typesetting::VERSION),
        format!("fonts: {}", families.collect::<Vec<_>>().join(", ")),
        format!(
            "rules: {}",
            RulesProfile::ALL.map(RulesProfile::name).join(", ")
        ),
        format!("forms: {}, {}", manifest::SCHEMA, events::SCHEMA),
    ];
    lines.join("\n")
});
