//! Concord turns one YAML case file into court-ready PDFs.

pub mod assets;
pub mod case;
pub mod diagnostics;
pub mod language;
pub mod output;
pub mod typesetting;
