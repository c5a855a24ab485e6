//! How long two years of two children's time take: to expand, and to check.

use concord::case::{Case, load::load};
use concord::reading::{Subject, accept};
use concord::rules::time::concerns;
use concord::schedule::{Period, Timetable};
use criterion::Criterion;
use jiff::civil::date;

const CASE: &str = include_str!("../fixtures/cases/valid/full-agreement.yaml");

fn schedule(criterion: &mut Criterion) {
    let mut accepted = accept("full-agreement.yaml", CASE.as_bytes(), Subject::Case)
        .expect("the fixture is sound");
    let case: Case = load(&mut accepted).expect("the fixture is a case");
    let period = Period::years(date(2026, 6, 12), 2).expect("two years");
    let mut group = criterion.benchmark_group("schedule");
    group.bench_function("expand two children over two years", |bencher| {
        bencher.iter(|| {
            let children = case.people.children.iter();
            children
                .map(|child| Timetable::expand(&case, child, period).stretches().len())
                .sum::<usize>()
        });
    });
    group.bench_function("check them by every rule", |bencher| {
        bencher.iter(|| concerns(&case).len());
    });
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    schedule(&mut criterion);
    criterion.final_summary();
}
