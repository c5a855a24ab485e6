//! How long a document takes, step by step, on the case the product is judged by.
//!
//! The bar: a whole process takes no more than twice what a bare program takes that
//! compiles the same Typst text; `typeset` is that program's share, and `lay-out` is what
//! is left of it without the PDF. `typeset-in-worker` is `typeset` in a worker's hands.

use std::num::NonZeroUsize;
use std::path::Path;

use concord::assets::Layered;
use concord::typesetting::{Limits, Typesetter};
use criterion::Criterion;

#[path = "../tests/suite/trial.rs"]
#[allow(dead_code, reason = "a benchmark needs a part of what tests need")]
mod trial;

use trial::{Trial, lay_out};

fn full() -> Trial {
    Trial::case("full-agreement").language("en")
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    one_document(&mut criterion);
    full_case(&mut criterion);
    criterion.final_summary();
}

fn one_document(criterion: &mut Criterion) {
    let trial = full().document("court-report");
    let draft = trial.manuscript();
    let job = draft.job();

    let mut group = criterion.benchmark_group("build/one-document");
    group.sample_size(20);
    group.bench_function("load", |bench| bench.iter(|| trial.examine()));
    group.bench_function("render", |bench| bench.iter(|| draft.render()));
    group.bench_function("lay-out", |bench| bench.iter(|| lay_out(&job)));
    group.bench_function("typeset", |bench| bench.iter(|| draft.typeset()));
    let program = Path::new(env!("CARGO_BIN_EXE_concord"));
    let typesetter = Typesetter::new(&Layered::builtin()).expect("our own fonts");
    let workers = typesetter.in_workers(program, NonZeroUsize::MIN, Limits::default());
    let workers = workers.expect("our own fonts");
    group.bench_function("typeset-in-worker", |bench| {
        bench.iter(|| workers.typeset(&job));
    });
    group.finish();
}

fn full_case(criterion: &mut Criterion) {
    let trial = full();
    let make = trial.maker();
    let mut group = criterion.benchmark_group("build");
    group.sample_size(20);
    group.bench_function("full-case", |bench| {
        bench.iter(|| make().written.len());
    });
    group.finish();
}
