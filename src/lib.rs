//! Concord turns one YAML case file into court-ready PDFs.

pub mod case;
pub mod diagnostics;
pub mod schedule;
