//! What one reader's folder holds (`concord-reader-manifest/1`): for whoever was handed it, to
//! see that nothing is missing and nothing was changed.
//!
//! It leaves with the folder. So it is made of nothing but what the folder holds: no hash of
//! the case or of its parts, no inputs, nothing of what was left out, and no file of another
//! reader. It is written and taken away with the documents that it names.

use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};

use super::office::{CaseEntry, DocumentEntry};
use crate::output::words::is_kept_as_words;
use crate::output::{Digest, Output};

/// The form that this program writes.
const SCHEMA: &str = "concord-reader-manifest/1";

/// Its name in the folder.
const NAME: &str = "manifest.json";

/// What a reader's folder holds.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Holds {
    /// The form of this file.
    #[schemars(extend("const" = SCHEMA))]
    schema: String,
    /// Who reads it, by the word of the folder.
    reader: String,
    /// The files beside this one, by name.
    #[schemars(length(min = 1))]
    documents: Vec<Copy>,
}

/// A file of the folder.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Copy {
    /// Its name.
    file: String,
    /// The document it is of.
    document: String,
    /// `en`, `cy` or `bilingual`.
    language: String,
    /// `standard`, `large-print` or `plain-text`.
    edition: String,
    /// How many pages it has, if it has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pages: Option<usize>,
    /// Its size in bytes.
    #[schemars(range(min = 1))]
    bytes: usize,
    /// Its bytes.
    sha256: Digest,
    /// The mark at the foot of its pages.
    mark: String,
}

impl Copy {
    fn of(name: &str, document: &DocumentEntry) -> Self {
        Copy {
            file: name.to_owned(),
            document: document.document.clone(),
            language: document.language.clone(),
            edition: document.edition.clone(),
            pages: document.pages,
            bytes: document.bytes,
            sha256: document.sha256,
            mark: document.mark.clone(),
        }
    }
}

/// The manifests of the readers of a case, as files below the output folder. A folder in which
/// words are kept in the place of documents is handed to nobody.
pub(crate) fn handed_over(case: &CaseEntry) -> Vec<Output> {
    let mut folders: BTreeMap<&str, Vec<(&str, &DocumentEntry)>> = BTreeMap::new();
    for document in &case.documents {
        if let Some((folder, name)) = document.file.rsplit_once('/') {
            folders.entry(folder).or_default().push((name, document));
        }
    }
    folders.retain(|_, files| !files.iter().any(|(name, _)| is_kept_as_words(name)));
    let manifests = folders.into_iter().map(|(folder, mut files)| {
        files.sort_by_key(|(name, _)| *name);
        let holds = Holds {
            schema: SCHEMA.to_owned(),
            reader: files[0].1.reader.clone(),
            documents: files
                .iter()
                .map(|(name, one)| Copy::of(name, one))
                .collect(),
        };
        Output {
            name: format!("{folder}/{NAME}"),
            bytes: written(&holds).into_bytes(),
        }
    });
    manifests.collect()
}

/// The JSON Schema of a reader's manifest (draft 2020-12).
pub fn schema_of_reader() -> String {
    written(&schema_for!(Holds))
}

fn written(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value);
    text.expect("it has text for keys and nothing that fails") + "\n"
}
