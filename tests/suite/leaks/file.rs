//! A finished PDF is read back by another program than its maker, wherever a secret stands in
//! it.

use std::fs;

use concord::assets::Layered;
use concord::audience::{DocumentCopy, Reader};
use concord::checks::{Search, Sought, parts_of_file};
use concord::pdf::Opened;
use concord::typesetting::{Job, Typesetter};

use crate::trial::{CaseFile, Trial};

const SECRET: &str = "19 Tern Court";

/// What any document needs.
const HEAD: &str = "#set page(paper: \"a4\")\n#set text(font: \"Liberation Sans\", lang: \"en\")\n#set document(date: datetime(year: 2026, month: 3, day: 2))\n";

/// Where it may stand, for `{}`, and in which part of the file it is found then.
const PLACES: [(&str, &str); 14] = [
    ("He waits at {}.", "page 1 of the file"),
    ("= Handover at {}\nThere.", "page 1 of the file"),
    ("There.\n#pagebreak()\nAt {}.", "page 2 of the file"),
    (
        "#link(\"https://maps.example.org/?q={}\")[a map]",
        "page 1 of the file",
    ),
    (
        "#link(\"https://maps.example.org/?q=19%20Tern%20Court\")[a map]",
        "page 1 of the file",
    ),
    // The words for a picture are read aloud where it stands, and so on its page.
    (
        "#image(\"drawing.jpg\", alt: \"A house in {}\")",
        "page 1 of the file",
    ),
    (
        "#set document(keywords: (\"{}\",))\nThere.",
        "what the file says beside its pages",
    ),
    (
        "#set document(author: \"{}\")\nThere.",
        "what the file says beside its pages",
    ),
    (
        "#set document(description: \"{}\")\nThere.",
        "what the file says beside its pages",
    ),
    (
        "#set document(title: \"{}\")\nThere.",
        "what the file says beside its pages",
    ),
    ("#text(fill: white, size: 1pt)[{}]", "page 1 of the file"),
    ("#place(dx: 900pt)[{}]There.", "page 1 of the file"),
    ("#pdf.artifact[{}] There.", "page 1 of the file"),
    (
        "#table(columns: 2, table.header([Who], [Where]), [She], [{}])",
        "page 1 of the file",
    ),
];

/// The PDF of a source.
fn pdf(source: &str) -> Vec<u8> {
    let title = match source.contains("document(title") {
        true => "",
        false => "#set document(title: \"A report\")\n",
    };
    let drawing = fs::read("fixtures/cases/valid/midway-drawing.jpg").expect("a fixture");
    let job = Job {
        source: format!("{HEAD}{title}{source}"),
        files: [("drawing.jpg".to_owned(), drawing)].into(),
        identity: "a test".to_owned(),
    };
    let typesetter = Typesetter::new(&Layered::builtin()).expect("our own fonts");
    let typeset = typesetter.typeset(&job);
    typeset
        .unwrap_or_else(|troubles| panic!("{source}: {troubles:#?}"))
        .pdf
}

/// What is said of a file that the father would get.
fn told(case: &CaseFile, pdf: &[u8]) -> Vec<String> {
    let father = case.case.people.adults[0].id.clone();
    let sought = Sought::of(&case.case);
    let copy = DocumentCopy::of(Reader::Party(father));
    let search = Search::of(&case.case, &sought, &copy, "court-report");
    let found = search.leaks(&parts_of_file(&Opened::open(pdf).expect("it is a PDF")));
    found.into_iter().map(|leak| leak.finding.message).collect()
}

#[test]
fn a_secret_is_found_in_every_part_of_a_file() {
    let case = Trial::case("return-to-court").examine();
    for (source, part) in PLACES {
        let told = told(&case, &pdf(&source.replace("{}", SECRET)));
        assert_eq!(told.len(), 1, "{source}: {told:?}");
        assert!(told[0].ends_with(part), "{source}: {}", told[0]);
        assert!(!told[0].contains("Tern"), "{}", told[0]);
    }
    for (source, _) in PLACES {
        let source = source
            .replace("19%20Tern%20Court", "")
            .replace("{}", "an office");
        assert_eq!(told(&case, &pdf(&source)), [""; 0], "{source}");
    }
}

#[test]
fn a_secret_is_found_in_what_a_camera_wrote() {
    let case = Trial::case("return-to-court").examine();
    let whole = pdf("#image(\"drawing.jpg\", alt: \"A house\")");
    assert_eq!(told(&case, &whole), [""; 0]);
    let picture = whole.windows(3).position(|bytes| bytes == b"\xff\xd8\xff");
    let at = picture.expect("a JPEG stands in a PDF as it is") + 300;
    for words in [
        b"\0camera at 19 Tern Court\0".to_vec(),
        SECRET
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .chain([0])
            .collect(),
        b"<exif:place>19 Tern Court</exif:place>".to_vec(),
    ] {
        let mut altered = whole.clone();
        altered[at..at + words.len()].copy_from_slice(&words);
        let told = told(&case, &altered);
        assert_eq!(told.len(), 1, "{words:?}");
        assert!(
            told[0].ends_with("a picture within the file"),
            "{}",
            told[0]
        );
    }
}

#[test]
fn what_is_no_pdf_is_not_taken_for_one_that_holds_nothing() {
    assert!(Opened::open(b"no PDF").is_none());
}
