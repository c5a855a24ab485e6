//! The register of codes: one kind of finding, one code, one page of
//! `concord explain`, one fixture that brings it about.
//!
//! The letter tells the family: `Y` reading YAML, `M` the case model, `R` the
//! rules about a case (numbered as in the catalogue of rules they come from), `T` templates,
//! `L` locales, `C` a firm's settings, `P` its own
//! documents, `K` what one reader gets and another may not, `A` assets, `V` views, `S` typesetting, `D` finished documents, `O` output. A
//! code is never reused.

pub mod asset;
pub mod confidentiality;
pub mod document;
mod family;
pub mod language;
pub mod model;
pub mod output;
pub mod pack;
pub mod reading;
pub mod rule;
pub mod settings;
pub mod template;
pub mod typesetting;
pub mod view;

pub use family::Code;

/// Every code, family by family.
pub fn all() -> impl Iterator<Item = &'static Code> + Clone {
    [
        reading::ALL,
        model::ALL,
        view::ALL,
        rule::ALL,
        confidentiality::ALL,
        template::ALL,
        language::ALL,
        settings::ALL,
        pack::ALL,
        asset::ALL,
        typesetting::ALL,
        document::ALL,
        output::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The code of this name, in any case of letters.
pub fn find(id: &str) -> Option<&'static Code> {
    all().find(|code| code.id.eq_ignore_ascii_case(id))
}
