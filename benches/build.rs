//! How long a document takes, step by step, on the case the product is judged by.
//!
//! The bar: a whole process takes no more than twice what a bare program takes that
//! compiles the same Typst text; `typeset` is that program's share, and `lay-out` is what
//! is left of it without the PDF. `typeset-in-worker` takes 1.03 times as long as `typeset`
//! at most.

use std::path::Path;

use concord::assets::Layered;
use concord::audience::{Audience, DocumentCopy, Languages};
use concord::diagnostics::Findings;
use concord::language::Language;
use concord::output::Names;
use concord::packs::Edition;
use concord::pipeline::{Asked, CaseFile, Format, Pipeline, examine};
use concord::typesetting::{Limits, Typesetter};
use concord::view::{Document, ViewKind};
use criterion::Criterion;

const CASE: &str = "fixtures/cases/valid/full-agreement.yaml";
const ENGLISH: Languages = Languages::One(Language::En);

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    one_document(&mut criterion);
    full_case(&mut criterion);
    criterion.final_summary();
}

fn sound() -> CaseFile {
    let examined = examine(Path::new(CASE));
    examined.case.expect("the fixture is a case")
}

fn one_document(criterion: &mut Criterion) {
    let pipeline = Pipeline::builtin()
        .map_err(Findings::sorted)
        .expect("sound assets");
    let typesetter = Typesetter::new(&Layered::builtin()).expect("our own fonts");
    let case = sound();
    let report = Document::builtin(ViewKind::CourtReport);
    let copy = DocumentCopy::of(Audience::Court);
    let write = || {
        pipeline
            .manuscript(&case, &report, &copy, ENGLISH)
            .map_err(Findings::sorted)
    };
    let manuscript = write().expect("sound templates");
    let view = &manuscript.halves()[0].view;
    let render = || pipeline.render(&case, view).map_err(Findings::sorted);
    let job = pipeline
        .job(&case, &manuscript, Edition::Standard)
        .map_err(Findings::sorted)
        .expect("a theme");

    let mut group = criterion.benchmark_group("build/one-document");
    group.sample_size(20);
    group.bench_function("load", |bench| bench.iter(sound));
    group.bench_function("render", |bench| bench.iter(render));
    group.bench_function("lay-out", |bench| bench.iter(|| typesetter.lay_out(&job)));
    group.bench_function("typeset", |bench| bench.iter(|| typesetter.typeset(&job)));
    let program = Path::new(env!("CARGO_BIN_EXE_concord"));
    let workers = typesetter.in_workers(program, Limits::default());
    let workers = workers.expect("our own fonts");
    group.bench_function("typeset-in-worker", |bench| {
        bench.iter(|| workers.typeset(&job));
    });
    group.finish();
}

fn full_case(criterion: &mut Criterion) {
    let pipeline = Pipeline::builtin()
        .map_err(Findings::sorted)
        .expect("sound assets");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let asked = Asked {
        documents: Vec::new(),
        languages: Some(ENGLISH),
        editions: vec![Edition::Standard],
        out: folder.path().to_owned(),
        format: Format::Pdf,
        strict: false,
    };
    let mut group = criterion.benchmark_group("build");
    group.sample_size(20);
    group.bench_function("full-case", |bench| {
        bench.iter(|| {
            pipeline
                .build(Path::new(CASE), &asked, &mut Names::new())
                .written
                .len()
        });
    });
    group.finish();
}
