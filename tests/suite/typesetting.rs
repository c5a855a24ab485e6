//! Typst as this program runs it: conforming, the same every time, and closed.

mod numbered;
mod pages;
mod refusals;
mod structure;

use concord::assets::Layered;
use concord::typesetting::{Job, Typeset, Typesetter};

/// What makes any document conform: a title, a date, a language, a font of ours.
const PRELUDE: &str = r#"
#set document(title: [Summary], date: datetime(year: 2026, month: 3, day: 2))
#set page(paper: "a4")
#set text(font: "Liberation Sans", size: 12pt, lang: "en", region: "GB")
"#;

/// Two numbered paragraphs with a heading each, a reference, a link and a picture.
const PARAGRAPHS: &str = r#"
#import "theme.typ": paragraph
= The arrangements
#paragraph[The children live with their mother on school nights.] <home>
= Next steps
#paragraph[Paragraph @home is reviewed in June. See #link("https://example.org/plan")[the plan].]
#image("house.svg", width: 2cm, alt: "A drawing of a house")
"#;

const THEME: &str = r#"
#let paragraph(body) = figure(kind: "paragraph", supplement: none, numbering: "1", outlined: false, body)
#show figure: it => it.body
"#;

const HOUSE: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><path d="M0 0h9v9z"/></svg>"#;

fn typesetter() -> Typesetter {
    Typesetter::new(&Layered::builtin()).expect("our fonts can be read")
}

pub(crate) fn job(source: &str) -> Job {
    Job {
        source: format!("{PRELUDE}{source}"),
        identity: "a test".to_owned(),
        ..Job::default()
    }
}

fn job_with(source: &str, path: &str, bytes: &[u8]) -> Job {
    let files = [(path.to_owned(), bytes.to_vec())].into();
    Job {
        files,
        ..job(source)
    }
}

pub(crate) fn paragraphs() -> Job {
    let mut job = job(PARAGRAPHS);
    job.files.insert("theme.typ".to_owned(), THEME.into());
    job.files.insert("house.svg".to_owned(), HOUSE.into());
    job
}

fn typeset_well(job: &Job) -> Typeset {
    typesetter()
        .typeset(job)
        .unwrap_or_else(|troubles| panic!("{troubles:#?}"))
}
