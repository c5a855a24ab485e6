//! The language a file is written in, of those that documents are made in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::language::Language;

/// The language plain texts are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WrittenLanguage {
    /// English.
    #[default]
    En,
    /// Welsh.
    Cy,
}

impl From<WrittenLanguage> for Language {
    fn from(written: WrittenLanguage) -> Self {
        match written {
            WrittenLanguage::En => Language::En,
            WrittenLanguage::Cy => Language::Cy,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_calls_a_language_as_documents_do() {
        for written in [WrittenLanguage::En, WrittenLanguage::Cy] {
            let code = Language::from(written).code();
            assert_eq!(serde_json::json!(written), code);
        }
    }
}
