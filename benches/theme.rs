//! What the theme costs: each document beside its plain twin, which has the same words on the
//! same paper, as paragraphs and tables, and no theme.
//!
//! The bar: two passes, and no more than 1.7 times the twin's time of layout. Both are measured
//! in one run, turn by turn, and the least time of each counts, so that a machine that is busy with
//! something else shows as little as it can. Layout is told as Typst tells it, without the
//! evaluation of a theme, which the twin has not; that is in the time of the whole. Passes and
//! calls do not depend on the machine.

#[path = "../tests/suite/trial.rs"]
#[allow(dead_code, reason = "a benchmark needs a part of what tests need")]
mod trial;
#[path = "theme/twin.rs"]
mod twin;
#[path = "../tests/suite/work.rs"]
mod work;

use std::time::{Duration, Instant};

use concord::typesetting::Job;
use criterion::Criterion;

use trial::{Trial, lay_out};
use work::Press;

/// Turns of which the quickest counts.
const TURNS: usize = 15;

/// The documents that the product is judged by, each of its own kind.
const DOCUMENTS: &[(&str, &str)] = &[
    ("full-agreement", "court/court-report"),
    ("full-agreement", "court/agreed-arrangements"),
    ("full-agreement", "applicant/parenting-plan"),
    ("full-agreement", "child-1/childs-plan"),
    ("full-agreement", "court/session-schedule"),
    ("full-agreement", "court/joint-letter"),
    ("midway", "applicant/childs-letter-child-1"),
    ("return-to-court", "court/return-to-court"),
    ("planning-together", "respondent/course-joining-letter"),
    ("planning-together", "court/course-notice-applicant"),
];

fn job(case: &str, name: &str) -> Job {
    let drafts = Trial::case(case).language("en").drafts();
    let draft = drafts.iter().find(|draft| draft.name() == name);
    draft.expect("a document of the case").job()
}

/// How long Typst lays a document out.
#[allow(clippy::disallowed_methods, reason = "a benchmark looks at a clock")]
fn time(press: &Press, job: &Job) -> Duration {
    press.watched(job, |lay_out| {
        let began = Instant::now();
        lay_out();
        began.elapsed()
    })
}

/// The least times of layout and of the whole, of two documents measured in turn, in milliseconds.
fn least(press: &Press, documents: [&Job; 2]) -> [(f64, f64); 2] {
    let mut least = [(f64::MAX, f64::MAX); 2];
    for _ in 0..TURNS {
        for (document, (layout, whole)) in documents.iter().zip(&mut least) {
            *layout = layout.min(press.work(document).layout);
            *whole = whole.min(1e3 * time(press, document).as_secs_f64());
        }
    }
    least
}

#[allow(clippy::print_stdout, reason = "a table for whoever runs it")]
fn main() {
    let press = Press::new();
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    println!(
        "document                               passes   calls   layout   plain   ratio   whole   plain"
    );
    for (case, name) in DOCUMENTS {
        let document = job(case, name);
        let twin = twin::of(&lay_out(&document));
        let work = press.work(&document);
        let [(drawn, whole), (plain, plain_whole)] = least(&press, [&document, &twin]);
        let ratio = drawn / plain;
        println!(
            "{name:<38} {:>6} {:>7} {drawn:>8.1} {plain:>7.1} {ratio:>7.2} {whole:>7.1} {plain_whole:>7.1}",
            work.passes, work.calls
        );
        criterion.bench_function(&format!("theme/{name}"), |bench| {
            bench.iter(|| time(&press, &document));
        });
    }
    criterion.final_summary();
}
