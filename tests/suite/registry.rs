//! Every document has all that a document has.

use std::fs;
use std::path::Path;

use concord::audience::Office;
use concord::pipeline::examine;
use concord::settings::Known;
use concord::view::Documents;

#[test]
fn a_document_lacks_nothing_that_others_have() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let mut lacking = Vec::new();
    for document in &Documents::builtin() {
        let id = document.id();
        let pack = Path::new("templates/packs").join(id);
        let mut want = |there: bool, what: &str| {
            if !there {
                lacking.push(format!("`{id}` has no {what}"));
            }
        };
        want(pack.join("document.typ.hbs").is_file(), "templates");
        want(pack.join("README.md").is_file(), "README in its pack");
        want(document.schema()["properties"].is_object(), "view");
        want(
            !document.summary().is_empty() && !document.needs().is_empty(),
            "description",
        );
        want(!document.programmes().is_empty(), "programme");
        want(is_golden(id), "words kept of a valid case");
        want(readme.contains(&format!("`{id}`")), "place in the README");
        want(
            readme.contains(&format!("docs/pages/{id}.png")),
            "picture in the gallery",
        );
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}

#[test]
fn every_pack_is_a_document_and_every_document_applies_to_a_valid_case() {
    let documents = Documents::builtin();
    for entry in fs::read_dir("templates/packs").expect("the packs") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_str().expect("a plain name");
        let document = documents.named(name);
        assert!(document.is_some(), "`{name}` is no document");
    }
    let cases: Vec<_> = cases()
        .iter()
        .map(|name| {
            let path = format!("fixtures/cases/valid/{name}.yaml");
            examine(path.as_ref(), &Known::default())
                .case
                .expect("a valid case")
        })
        .collect();
    for document in &Documents::builtin() {
        let applies = cases
            .iter()
            .any(|case| document.copies(Office::of(&case.case)).is_ok());
        assert!(applies, "`{}` applies to no valid case", document.id());
    }
}

/// The names of the valid cases.
fn cases() -> Vec<String> {
    let entries = fs::read_dir("fixtures/cases/valid").expect("the valid cases");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let names = names.filter_map(|name| name.to_str().map(str::to_owned));
    names
        .filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned))
        .collect()
}

/// Whether words of a document are kept, or of a copy of it.
fn is_golden(id: &str) -> bool {
    let manifest = fs::read_to_string("fixtures/golden/.concord/manifest.json");
    let manifest = manifest.expect("the words of documents are kept");
    manifest.contains(&format!("\"document\":\"{id}\""))
}
