//! The house stays a house: a room imports only from rooms below it, no room goes in circles,
//! outside crates stay where they belong, and every file can be read.
//!
//! Each judgement takes a tree of sources, the real one here and made-up ones in `refused.rs`.

mod house;
mod imports;
mod judgements;
mod modules;
mod refused;
mod source;
mod tokens;

use judgements::Breach;
use source::{Source, read};

fn holds(root: &str, judgement: impl Fn(&[Source]) -> Vec<Breach>) {
    let breaches: Vec<_> = judgement(&read(root))
        .iter()
        .map(Breach::to_string)
        .collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn a_room_imports_only_from_below() {
    holds("src", judgements::imports_upward);
}

#[test]
fn no_room_goes_in_a_circle() {
    holds("src", judgements::circles);
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    holds("src", judgements::outside_crates);
}

#[test]
fn a_view_knows_nothing_of_what_is_withheld() {
    holds("src", judgements::withholding_in_views);
}

#[test]
fn nothing_below_the_command_line_prints_exits_or_reads_a_clock() {
    holds("src", judgements::forbidden_calls);
}

#[test]
fn every_file_says_why_it_exists_and_can_be_seen_whole() {
    for root in ["src", "tests/suite", "benches", "examples"] {
        holds(root, judgements::unreadable_files);
    }
}

#[test]
fn no_room_outgrows_the_others() {
    holds("src", judgements::proportions);
}

#[test]
fn the_map_in_lib_names_every_room() {
    holds("src", judgements::unmapped_rooms);
}
