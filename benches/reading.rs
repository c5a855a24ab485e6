//! How long the front of a case file takes: a real case, and files that mean harm.
//!
//! The bar: a case of 20 KB is loaded well within the 10 ms that loading, rules and
//! two years of schedules have together; a hostile file is refused within 100 ms.

use std::hint::black_box;

use concord::case::Case;
use concord::case::load::load;
use concord::reading::{Subject, accept};
use criterion::Criterion;

const CASE: &str = include_str!("../fixtures/cases/valid/full-agreement.yaml");

fn real(c: &mut Criterion) {
    let mut group = c.benchmark_group("reading");
    group.bench_function("accept", |b| {
        b.iter(|| accept("case.yaml", black_box(CASE.as_bytes()), Subject::Case));
    });
    let accepted =
        accept("case.yaml", CASE.as_bytes(), Subject::Case).expect("the fixture is sound");
    group.bench_function("load", |b| {
        b.iter(|| load::<Case>(&mut black_box(&accepted).clone()))
    });
    group.finish();
}

fn hostile(c: &mut Criterion) {
    let files = [
        ("brackets", "[".repeat(100_000)),
        (
            "aliases",
            format!(
                "a: &a {}\nb: [{}]\n",
                "x".repeat(1000),
                "*a,".repeat(20_000)
            ),
        ),
        ("long value", format!("a: \"{}\"\n", "x".repeat(50_000_000))),
        (
            "many keys",
            (0..60_000).map(|n| format!("k{n}: 1\n")).collect(),
        ),
        (
            "unknown fields",
            (0..20_000).map(|n| format!("field{n}: 1\n")).collect(),
        ),
    ];
    let mut group = c.benchmark_group("reading/refused");
    group.sample_size(10);
    for (name, text) in &files {
        group.bench_function(*name, |b| {
            b.iter(|| {
                let accepted = accept("case.yaml", black_box(text.as_bytes()), Subject::Case);
                accepted
                    .and_then(|mut accepted| load::<Case>(&mut accepted))
                    .is_err()
            });
        });
    }
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    real(&mut criterion);
    hostile(&mut criterion);
    criterion.final_summary();
}
