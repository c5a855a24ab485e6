//! The house stays a house: a room imports only from rooms below it, outside
//! crates stay in their rooms, and every file says why it exists.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors of `src/lib.rs`, lowest first.
const FLOORS: &[&[&str]] = &[
    &["diagnostics", "schema", "pages"],
    &["language", "assets", "pictures"],
    &["case"],
    &["schedule"],
    &["audience", "settings"],
    &["rules", "view"],
    &["templates", "typesetting"],
    &["packs", "checks", "output"],
    &["pipeline"],
    &["batch"],
    &["cli"],
];

/// Outside crates and the only places that may name them.
const CONFINED: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostics/draw"]),
    ("clap", &["cli"]),
    ("granit_parser", &["case/reading", "language/reading"]),
    ("handlebars", &["templates"]),
    ("include_dir", &["assets", "diagnostics/explain"]),
    // `view/sample.rs` is a case for the tests of views.
    ("serde_yaml", &["case", "view/sample"]),
    ("rayon", &["typesetting"]),
    ("tempfile", &["output"]),
    ("typst", &["typesetting"]),
    ("typst_layout", &["typesetting"]),
    ("typst_pdf", &["typesetting"]),
    ("typst_syntax", &["templates", "typesetting"]),
    (
        "unicode_normalization",
        &["case/reading", "language/welsh/sound"],
    ),
    ("walkdir", &["assets", "batch"]),
];

struct Room {
    /// Path under `src/`, with `/`.
    path: String,
    /// The code, without comments and without the tests at its end.
    code: String,
    text: String,
}

fn rooms() -> Vec<Room> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let text = fs::read_to_string(&file).expect("a source file is readable");
            let path = file.strip_prefix(&root).expect("it lies under src");
            let path = path.to_string_lossy().replace('\\', "/");
            let tests = text.find("#[cfg(test)]\nmod tests {");
            let code = text[..tests.unwrap_or(text.len())]
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>()
                .join("\n");
            Room { path, code, text }
        })
        .collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is readable") {
        let path = entry.expect("its entries are readable").path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// The room a path under `src/` belongs to: its first part, without `.rs`.
fn room_of(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

/// Every `crate::name` of a text, with `{a, b}` taken apart.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with('$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let group = group.split('}').next().unwrap_or("");
            found.extend(group.split(',').map(|part| word(part.trim_start())));
        } else {
            found.push(word(rest));
        }
    }
    found
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

#[test]
fn a_room_imports_only_from_below() {
    let mut wrong = Vec::new();
    for room in rooms() {
        let name = room_of(&room.path);
        if matches!(name, "lib" | "main") {
            continue;
        }
        let Some(here) = floor(name) else {
            wrong.push(format!("{} stands on no floor", room.path));
            continue;
        };
        for import in imports(&room.code) {
            let own = import == name;
            if let Some(there) = floor(&import)
                && there >= here
                && !own
            {
                wrong.push(format!(
                    "{} imports `{import}`, which is not below it",
                    room.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for room in rooms() {
        for (krate, places) in CONFINED {
            let named = room.code.lines().any(|line| names(line, krate));
            let allowed = places.iter().any(|place| {
                room.path
                    .strip_prefix(place)
                    .is_some_and(|rest| rest.starts_with(['/', '.']))
            });
            if named && !allowed {
                wrong.push(format!("{} names `{krate}`", room.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a line of code names a crate: `krate::` that is not the tail of another path.
fn names(line: &str, krate: &str) -> bool {
    let path = format!("{krate}::");
    line.match_indices(&path)
        .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
        || line.trim() == format!("use {krate};")
}

#[test]
fn every_file_says_why_it_exists_and_can_be_seen_whole() {
    let mut wrong = Vec::new();
    for room in rooms() {
        if !room.text.starts_with("//!") {
            wrong.push(format!("{} does not open with `//!`", room.path));
        }
        let lines = room.code.lines().count();
        if lines > 400 {
            wrong.push(format!(
                "{} has {lines} lines of code: is it one thing?",
                room.path
            ));
        }
        for mark in ["// TODO", "// FIXME", "todo!(", "unimplemented!(", "dbg!("] {
            if room.text.contains(mark) {
                wrong.push(format!("{} says {mark}", room.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_below_the_command_line_prints_exits_or_reads_a_clock() {
    let forbidden = BTreeMap::from([
        (".unwrap()", "unwraps"),
        ("println!", "prints"),
        ("print!(", "prints"),
        ("process::exit", "ends the process"),
        ("SystemTime::now", "reads the clock"),
        ("Timestamp::now", "reads the clock"),
        ("Zoned::now", "reads the clock"),
        ("env::var", "reads the environment"),
        ("HashMap", "keeps no order"),
        ("HashSet", "keeps no order"),
    ]);
    let mut wrong = Vec::new();
    for room in rooms() {
        if room_of(&room.path) == "cli" {
            continue;
        }
        for (sign, what) in &forbidden {
            if room.code.contains(sign) {
                wrong.push(format!("{} {what}: `{sign}`", room.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_map_in_lib_names_every_room() {
    let map = rooms()
        .into_iter()
        .find(|room| room.path == "lib.rs")
        .expect("there is a lib.rs");
    for room in rooms() {
        let name = room_of(&room.path);
        if !matches!(name, "lib" | "main") {
            assert!(
                map.text.contains(&format!("`{name}")),
                "the map does not name `{name}`"
            );
        }
    }
}
