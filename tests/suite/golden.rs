//! What finished documents looked like when somebody last agreed to it.
//!
//! For each copy of each document of each valid case, `fixtures/golden/` keeps the Typst
//! source, the words of the pages in reading order, the structure that a screen reader is
//! given, and the facts of the file. `CONCORD_BLESS=1` writes them anew; whoever does so
//! reads the difference.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use concord::language::Language;
use concord::pages::Layout;

use crate::trial::{Draft, Trial};

const GOLDEN: &str = "fixtures/golden";

/// The pictures of the gallery, which `tests/gallery` draws.
const PICTURES: &str = "pages";

/// A file that is to be as it was.
struct Golden {
    path: PathBuf,
    text: String,
}

#[test]
fn every_document_is_as_it_was_agreed_to() {
    let made = everything();
    let bless = is_blessed();
    let mut moved = Vec::new();
    for golden in &made {
        let old = fs::read_to_string(&golden.path).unwrap_or_default();
        if old == golden.text {
            continue;
        }
        if bless {
            let folder = golden.path.parent().expect("it lies in a folder");
            fs::create_dir_all(folder).expect("room for it");
            fs::write(&golden.path, &golden.text).expect("room for it");
        } else {
            moved.push(difference(&golden.path, &old, &golden.text));
        }
    }
    let wanted: BTreeSet<&Path> = made.iter().map(|golden| golden.path.as_path()).collect();
    for path in stored(Path::new(GOLDEN)) {
        if !wanted.contains(path.as_path()) {
            moved.push(format!("{}: no document has it any more", path.display()));
        }
    }
    assert!(
        moved.is_empty(),
        "{}\nread what moved; if it is right, run the test with CONCORD_BLESS=1, delete what no \
         document has, and commit the difference",
        moved.join("\n")
    );
}

/// Whether what is made is to be what is agreed to from now on.
#[expect(
    clippy::disallowed_methods,
    reason = "whoever blesses says so to the test and not to the program"
)]
pub(crate) fn is_blessed() -> bool {
    std::env::var_os("CONCORD_BLESS").is_some()
}

/// The golden files of every valid case.
fn everything() -> Vec<Golden> {
    let mut made = Vec::new();
    let mut cases: Vec<PathBuf> = fs::read_dir("fixtures/cases/valid")
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    cases.sort();
    for path in cases {
        let drafts = Trial::of(&path).drafts();
        made.extend(drafts.iter().flat_map(|draft| golden(&path, draft)));
    }
    assert!(!made.is_empty());
    made
}

fn golden(case: &Path, draft: &Draft) -> Vec<Golden> {
    let case = case.file_stem().expect("a file has a name");
    let folder = Path::new(GOLDEN).join(case).join(draft.name());
    let layout = draft.layout();
    let mark = draft.mark();
    let file = |name: &str, text: &str| Golden {
        path: folder.join(name),
        // It changes with every template, which is not what these files are about.
        text: text.replace(&mark, "fingerprint"),
    };
    let mut files = vec![
        file("text.txt", &layout.reading_text()),
        file("tags.txt", &layout.tag_tree()),
        file("facts.txt", &facts(&layout)),
    ];
    for (language, source) in draft.sources() {
        let name = match language {
            Language::En => "source.typ",
            Language::Cy => "source-cy.typ",
        };
        files.push(file(name, source));
    }
    files
}

/// What a viewer shows of the file, and what its pages are made of.
fn facts(layout: &Layout) -> String {
    let mut facts = String::new();
    let mut fact = |name: &str, value: &str| {
        writeln!(facts, "{name}: {value}").expect("a text takes all that is written to it");
    };
    fact("title", layout.title.as_deref().unwrap_or_default());
    fact("authors", &layout.authors.join(", "));
    fact(
        "description",
        layout.description.as_deref().unwrap_or_default(),
    );
    fact("keywords", &layout.keywords.join(", "));
    fact("language", layout.language.as_deref().unwrap_or_default());
    fact("pages", &layout.pages.len().to_string());
    let runs = || layout.runs().map(|(_, run)| run);
    let fonts: BTreeSet<String> = runs()
        .map(|run| format!("{} {:.1} pt", run.family, run.size))
        .collect();
    for font in fonts {
        fact("font", &font);
    }
    for page in &layout.pages {
        page.links.iter().for_each(|link| fact("link", link));
        page.alt_texts.iter().for_each(|alt| fact("in words", alt));
    }
    for entry in &layout.outline {
        let indent = "  ".repeat(entry.level);
        fact(
            "outline",
            &format!("{indent}{}, page {}", entry.text, entry.page),
        );
    }
    facts
}

/// The first line that moved.
fn difference(path: &Path, old: &str, new: &str) -> String {
    let (mut old, mut new) = (old.lines(), new.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (old.next(), new.next()) {
            (Some(was), Some(is)) if was == is => {}
            (None, None) => return format!("{}: its line ends moved", path.display()),
            (was, is) => {
                let path = path.display();
                let (was, is) = (was.unwrap_or("(no line)"), is.unwrap_or("(no line)"));
                return format!("{path}:{number}:\n  was {was}\n  is  {is}");
            }
        }
    }
}

/// Every file under a folder, the gallery's left out.
fn stored(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if !path.is_dir() {
            files.push(path);
        } else if path != Path::new(GOLDEN).join(PICTURES) {
            files.extend(stored(&path));
        }
    }
    files.sort();
    files
}
