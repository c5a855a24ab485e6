//! What is wrong with a tree of sources, one judgement after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::house::{
    CONFINED, FLOORS, FORBIDDEN, LARGEST_ROOM, LONGEST_FILE, MEDIAN_FILE, NOTES_OF_WORK,
    UNFINISHED, WITHHOLDING,
};
use super::modules::{Modules, Target};
use super::source::Source;
use super::tokens::Token;

/// One file, or one room, that does not keep to the house.
#[derive(Debug, PartialEq)]
pub(super) struct Breach {
    pub(super) path: String,
    pub(super) what: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.path, self.what)
    }
}

fn breach(file: &Source, what: impl Into<String>) -> Breach {
    let path = file.path.clone();
    Breach {
        path,
        what: what.into(),
    }
}

fn is_room(file: &Source) -> bool {
    !matches!(file.room(), "lib" | "main")
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

/// Rooms that stand on no floor, and imports of a room that is not below.
pub(super) fn imports_upward(files: &[Source]) -> Vec<Breach> {
    let modules = Modules::of(files);
    let of_file = |file: &Source| {
        let Some(here) = floor(file.room()) else {
            return vec![breach(file, "stands on no floor")];
        };
        let rooms = modules
            .targets(file)
            .into_iter()
            .filter_map(|target| match target {
                Target::Inside(path) => path.into_iter().next(),
                Target::Outside(_) => None,
            });
        let rooms: BTreeSet<String> = rooms.filter(|room| room != file.room()).collect();
        let above = rooms
            .iter()
            .filter(|room| floor(room).is_some_and(|there| there >= here));
        above
            .map(|room| breach(file, format!("imports `{room}`, which is not below it")))
            .collect()
    };
    files
        .iter()
        .filter(|file| is_room(file))
        .flat_map(of_file)
        .collect()
}

/// Files of one room of which each, by way of the others, uses itself.
pub(super) fn circles(files: &[Source]) -> Vec<Breach> {
    let modules = Modules::of(files);
    let arrows = |file: &Source| -> BTreeSet<usize> {
        let arrows = modules.arrows(file).into_iter();
        arrows
            .filter(|at| files[*at].room() == file.room())
            .collect()
    };
    let arrows: Vec<_> = files.iter().map(arrows).collect();
    let reached: Vec<_> = (0..files.len())
        .map(|from| reached(from, &arrows))
        .collect();
    let in_circle = |from: usize| {
        let used = arrows[from].iter();
        let back = used.filter(|to| reached[**to].contains(&from));
        let paths: Vec<_> = back.map(|to| files[*to].path.as_str()).collect();
        let what = format!("goes in a circle by way of {}", paths.join(", "));
        (!paths.is_empty()).then(|| breach(&files[from], what))
    };
    (0..files.len()).filter_map(in_circle).collect()
}

fn reached(from: usize, arrows: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        open.extend(arrows[at].iter().filter(|to| found.insert(**to)));
    }
    found
}

/// Outside crates and doors of `std` that are named where they may not be.
pub(super) fn outside_crates(files: &[Source]) -> Vec<Breach> {
    let modules = Modules::of(files);
    let of_file = |file: &Source| {
        let targets = modules
            .targets(file)
            .into_iter()
            .filter_map(|target| match target {
                Target::Outside(path) => Some(format!("{}::", path.join("::"))),
                Target::Inside(_) => None,
            });
        let targets: BTreeSet<String> = targets.collect();
        let wrong = CONFINED.iter().filter(|(krate, places)| {
            let named = targets
                .iter()
                .any(|path| path.starts_with(&format!("{krate}::")));
            named && !places.iter().any(|place| file.is_in(place))
        });
        wrong
            .map(|(krate, _)| breach(file, format!("names `{krate}`")))
            .collect::<Vec<_>>()
    };
    files.iter().flat_map(of_file).collect()
}

/// What a view says of the case itself, or of what the case keeps from somebody.
pub(super) fn withholding_in_views(files: &[Source]) -> Vec<Breach> {
    let of_file = |file: &Source| {
        let said = WITHHOLDING
            .iter()
            .filter(|word| file.tokens.iter().any(|token| token.is(word)));
        said.map(|word| breach(file, format!("names `{word}`, which ends in `audience`")))
            .collect::<Vec<_>>()
    };
    files
        .iter()
        .filter(|file| file.room() == "view")
        .flat_map(of_file)
        .collect()
}

/// What no room below the command line may do.
pub(super) fn forbidden_calls(files: &[Source]) -> Vec<Breach> {
    let of_file = |file: &Source| {
        let code = close(&file.tokens);
        let signs = FORBIDDEN.iter().filter(|(sign, _)| code.contains(sign));
        signs
            .map(|(sign, what)| breach(file, format!("{what}: `{sign}`")))
            .collect::<Vec<_>>()
    };
    files
        .iter()
        .filter(|file| file.room() != "cli")
        .flat_map(of_file)
        .collect()
}

/// The code without any space that it can do without.
fn close(tokens: &[Token]) -> String {
    let mut code = String::new();
    for token in tokens {
        match token {
            Token::Word(word) => {
                if code.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                    code.push(' ');
                }
                code.push_str(word);
            }
            Token::Then => code.push_str("::"),
            Token::Sign(sign) => code.push(*sign),
        }
    }
    code
}

/// Files that do not say why they exist, cannot be seen whole, or are not finished.
pub(super) fn unreadable_files(files: &[Source]) -> Vec<Breach> {
    let of_file = |file: &Source| {
        let mut wrong = Vec::new();
        if !file.text.starts_with("//!") {
            wrong.push(breach(file, "does not open with `//!`"));
        }
        let lines = file.lines();
        if lines > LONGEST_FILE {
            wrong.push(breach(file, format!("has {lines} lines: is it one thing?")));
        }
        let notes = NOTES_OF_WORK.iter().map(|note| format!("// {note}"));
        let notes = notes.filter(|note| file.text.contains(note));
        let code = close(&file.tokens);
        let calls = UNFINISHED.iter().filter(|call| code.contains(**call));
        let marks = notes.chain(calls.map(|call| (*call).to_owned()));
        wrong.extend(marks.map(|mark| breach(file, format!("says `{mark}`"))));
        wrong
    };
    files.iter().flat_map(of_file).collect()
}

/// A room that has too large a part of the house, and files that are long on the whole.
pub(super) fn proportions(files: &[Source]) -> Vec<Breach> {
    let mut rooms: BTreeMap<&str, usize> = BTreeMap::new();
    for file in files {
        *rooms.entry(file.room()).or_default() += file.lines();
    }
    let all: usize = rooms.values().sum();
    let large = rooms
        .iter()
        .filter(|(_, lines)| **lines * 100 >= LARGEST_ROOM * all);
    let large = large.map(|(room, lines)| Breach {
        path: (*room).to_owned(),
        what: format!("has {lines} of {all} lines"),
    });
    let mut lengths: Vec<_> = files.iter().map(Source::lines).collect();
    lengths.sort_unstable();
    let median = lengths
        .get(lengths.len() / 2)
        .filter(|lines| **lines > MEDIAN_FILE);
    let median = median.map(|lines| Breach {
        path: "the file in the middle".to_owned(),
        what: format!("has {lines} lines"),
    });
    large.chain(median).collect()
}

/// Rooms that the map in `lib.rs` does not name.
pub(super) fn unmapped_rooms(files: &[Source]) -> Vec<Breach> {
    let map = files.iter().find(|file| file.path == "lib.rs");
    let map = map.map_or("", |file| file.text.as_str());
    let rooms: BTreeSet<_> = files
        .iter()
        .filter(|file| is_room(file))
        .map(Source::room)
        .collect();
    let unnamed = rooms
        .into_iter()
        .filter(|room| !map.contains(&format!("`{room}")));
    let unnamed = unnamed.map(|room| Breach {
        path: room.to_owned(),
        what: "is not on the map".to_owned(),
    });
    unnamed.collect()
}
