//! The fonts in the folder are the fonts in the list, byte by byte.

use std::collections::BTreeSet;

use concord::assets::{AssetPath, Layered};
use sha2::{Digest as _, Sha256};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Family {
    family: String,
    version: String,
    why: String,
    licence: String,
    licence_file: String,
    source: String,
    files: Vec<FontFile>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct FontFile {
    file: String,
    sha256: String,
}

fn path(text: &str) -> AssetPath {
    AssetPath::new(text).expect("the list names plain paths")
}

fn families(assets: &Layered) -> Vec<Family> {
    let list = assets
        .text(&path("fonts/fonts.yaml"))
        .expect("the list is embedded");
    serde_yaml::from_str(list.text()).expect("the list is of the form above")
}

#[test]
fn every_font_is_listed_with_its_fingerprint() {
    let assets = Layered::builtin();
    for font in families(&assets).iter().flat_map(|family| &family.files) {
        let bytes = assets
            .read(&path(&font.file))
            .expect("a listed font exists")
            .bytes;
        let found: String = Sha256::digest(&bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        assert_eq!(found, font.sha256, "{}", font.file);
    }
}

#[test]
fn nothing_lies_in_the_folder_that_is_not_listed() {
    let assets = Layered::builtin();
    let mut listed = BTreeSet::from([path("fonts/fonts.yaml")]);
    for family in families(&assets) {
        listed.insert(path(&family.licence_file));
        listed.extend(family.files.iter().map(|font| path(&font.file)));
    }
    let found: BTreeSet<AssetPath> = assets.list(&path("fonts")).into_iter().collect();
    assert_eq!(found, listed);
}

#[test]
fn every_family_has_its_licence_beside_it() {
    let assets = Layered::builtin();
    for family in families(&assets) {
        assert_eq!(family.licence, "OFL-1.1", "{}", family.family);
        let licence = assets
            .text(&path(&family.licence_file))
            .expect("the licence is embedded");
        assert!(
            licence.text().contains("SIL OPEN FONT LICENSE"),
            "{}",
            family.family
        );
        for words in [&family.version, &family.why, &family.source] {
            assert!(!words.is_empty(), "{}", family.family);
        }
    }
}
