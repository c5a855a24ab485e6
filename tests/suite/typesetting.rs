//! Typst as this program runs it: conforming, the same every time, and closed.

use concord::assets::Layered;
use concord::typesetting::{Fonts, Job, Kind, MAIN, Trouble, Typeset, compile, typeset};

use crate::witness::{pdfinfo, pdfinfo_value, pdftotext};

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

fn fonts() -> Fonts {
    Fonts::load(&Layered::builtin()).expect("our fonts can be read")
}

fn job(source: &str) -> Job {
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

fn paragraphs() -> Job {
    let mut job = job(PARAGRAPHS);
    job.files.insert("theme.typ".to_owned(), THEME.into());
    job.files.insert("house.svg".to_owned(), HOUSE.into());
    job
}

fn typeset_well(job: &Job) -> Typeset {
    typeset(job, &fonts()).unwrap_or_else(|troubles| panic!("{troubles:#?}"))
}

/// The troubles of a job, and that they are of one kind.
fn refused(job: &Job) -> (Kind, Vec<Trouble>) {
    let troubles = typeset(job, &fonts()).expect_err("it is to be refused");
    let kind = troubles.first().expect("a refusal has a reason").kind;
    assert!(
        troubles.iter().all(|trouble| trouble.kind == kind),
        "{troubles:#?}"
    );
    (kind, troubles)
}

#[test]
fn a_document_becomes_an_archivable_and_accessible_pdf() {
    let pdf = typeset_well(&paragraphs()).pdf;
    let raw = String::from_utf8_lossy(&pdf);
    for claim in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(raw.contains(claim), "{claim}");
    }
    let info = pdfinfo(&pdf);
    assert_eq!(pdfinfo_value(&info, "Title"), Some("Summary"));
    assert_eq!(pdfinfo_value(&info, "Creator"), Some("Concord 0.1.0"));
    assert_eq!(pdfinfo_value(&info, "Tagged"), Some("yes"));
    assert_eq!(
        pdfinfo_value(&info, "Page size"),
        Some("595.276 x 841.89 pts (A4)")
    );
    assert!(pdfinfo_value(&info, "CreationDate").is_some_and(|date| date.contains("Mar  2")));
    let text = pdftotext(&pdf);
    assert!(
        text.contains("The children live with their mother on school nights."),
        "{text}"
    );
    assert!(text.contains("Paragraph 1 is reviewed in June."), "{text}");
}

#[test]
fn the_layout_holds_all_that_can_be_read_or_followed() {
    let layout = typeset_well(&paragraphs()).layout;
    let [page] = layout.pages.as_slice() else {
        panic!("it is one page")
    };
    assert_eq!((page.width.round(), page.height.round()), (595.0, 842.0));
    assert!(
        page.text()
            .contains("Paragraph 1 is reviewed in June. See the plan.")
    );
    assert_eq!(page.links, ["https://example.org/plan"]);
    assert!(
        page.alt_texts
            .iter()
            .any(|alt| alt == "A drawing of a house")
    );
    assert!(page.runs.iter().all(|run| run.family == "Liberation Sans"));
    assert!(
        page.runs
            .iter()
            .all(|run| run.x > 0.0 && run.x + run.width < page.width)
    );
    assert_eq!(layout.title.as_deref(), Some("Summary"));
    assert_eq!(layout.language.as_deref(), Some("en-GB"));
    let outline: Vec<_> = layout
        .outline
        .iter()
        .map(|e| (e.level, &*e.text, e.page))
        .collect();
    assert_eq!(outline, [(1, "The arrangements", 1), (1, "Next steps", 1)]);
}

#[test]
fn plain_data_goes_in_and_comes_out() {
    let job = paragraphs();
    let sent: Job = serde_json::to_string(&job)
        .and_then(|text| serde_json::from_str(&text))
        .expect("a job can be sent");
    assert_eq!(sent, job);
    let finished = typeset_well(&sent);
    let received: Typeset = serde_json::to_string(&finished)
        .and_then(|text| serde_json::from_str(&text))
        .expect("a finished document can be sent");
    assert_eq!(received.pdf, finished.pdf);
    assert_eq!(
        received.layout.pages[0].text(),
        finished.layout.pages[0].text()
    );
}

#[test]
fn the_same_job_gives_the_same_bytes_on_every_thread() {
    let (job, fonts) = (paragraphs(), fonts());
    let first = typeset_well(&job);
    std::thread::scope(|scope| {
        let work = || (0..5).map(|_| typeset(&job, &fonts)).collect::<Vec<_>>();
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            for again in thread.join().expect("no thread panics") {
                assert_eq!(again.as_ref(), Ok(&first));
            }
        }
    });
}

#[test]
fn the_identity_tells_documents_apart_and_is_not_shown() {
    let other = Job {
        identity: "another test".to_owned(),
        ..paragraphs()
    };
    let (pdf, other_pdf) = (typeset_well(&paragraphs()).pdf, typeset_well(&other).pdf);
    assert_ne!(pdf, other_pdf);
    assert!(!String::from_utf8_lossy(&other_pdf).contains("another test"));
}

#[test]
fn a_welsh_letter_is_set_as_it_is_written() {
    let line = "Ŵyr, ŷd, tŷ, dŵr, ïod, môr, “llythyr” – Llanfair’s";
    let finished = typeset_well(&job(line));
    assert_eq!(finished.layout.pages[0].text(), line);
    assert!(pdftotext(&finished.pdf).contains(line));
}

#[test]
fn what_is_not_in_the_library_is_nowhere() {
    for name in [
        "bibliography",
        "bytes",
        "cbor",
        "cite",
        "csv",
        "emoji",
        "eval",
        "json",
        "lorem",
        "path",
        "plugin",
        "read",
        "sys",
        "toml",
        "xml",
        "yaml",
    ] {
        for source in [
            format!("#{name}"),
            format!("#std.{name}"),
            format!("#import std: {name}"),
        ] {
            let (kind, troubles) = refused(&job(&source));
            assert_eq!(kind, Kind::Refused, "{source}: {troubles:#?}");
            let said = &troubles[0].message;
            assert!(
                said.contains("unknown variable")
                    || said.contains("does not contain")
                    || said.contains("unresolved import"),
                "{source}: {said}"
            );
        }
    }
    for source in ["#pdf.attach", "#std.pdf.attach"] {
        assert_eq!(refused(&job(source)).0, Kind::Refused, "{source}");
    }
}

#[test]
fn a_hostile_template_ends_in_trouble() {
    for (source, words) in [
        (
            "#let f(n) = f(n + 1)\n#f(1)",
            "maximum function call depth exceeded",
        ),
        (
            "#let f(n) = [#f(n + 1)]\n#f(1)",
            "maximum function call depth exceeded",
        ),
        ("#while true {}", "condition is always true"),
        (
            "#{ let n = 1; while n > 0 { n += 1 } }",
            "loop seems to be infinite",
        ),
        (
            "#range(500).fold([x], (body, _) => box(body))",
            "maximum layout depth exceeded",
        ),
        ("#read(\"/etc/passwd\")", "unknown variable: read"),
        (
            "#image(\"/etc/passwd\")",
            "file not found (searched at etc/passwd)",
        ),
        ("#include \"../case.typ\"", "would escape the project root"),
        ("#import \"@preview/cetz:0.3.0\": *", "access denied"),
        ("#import \"@local/own:0.1.0\": *", "access denied"),
        ("#datetime.today()", "unable to get the current date"),
        ("#image(1.to-bytes())", "`to-bytes` is not available"),
        ("#raw(\"a\", theme: \"theme.typ\")", "file not found"),
    ] {
        let (kind, troubles) = refused(&job(source));
        assert_eq!(kind, Kind::Refused, "{source}");
        assert!(
            troubles[0].message.contains(words),
            "{source}: {troubles:#?}"
        );
        let place = troubles[0].place.as_ref().expect("a refusal has a place");
        assert_eq!(place.file, MAIN);
    }
}

/// Both panic inside Typst 0.15.1; the process has to live on.
#[test]
fn a_fault_of_typst_is_survived() {
    for source in [
        "#numbering(\"a\", 9223372036854775807)",
        "#table(columns: 1, table.cell(y: 92233720368547758)[a])",
    ] {
        assert_eq!(refused(&job(source)).0, Kind::Fault, "{source}");
    }
    typeset_well(&paragraphs());
}

#[test]
fn an_image_is_judged_before_it_is_decoded() {
    let huge_png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\x01\0\0\0\x01\0\0\x01\0\0\0\0";
    let words = br#"<svg xmlns="http://www.w3.org/2000/svg"><text>hidden</text></svg>"#;
    for (path, bytes, reason) in [
        (
            "a.gif",
            &b"GIF89a\xff\xff\xff\xff\0\0\0"[..],
            "`a.gif` is not a PNG, a JPEG or a plain SVG",
        ),
        (
            "a.png",
            &b"GIF89a\xff\xff\xff\xff\0\0\0"[..],
            "`a.png` is not a PNG, a JPEG or a plain SVG",
        ),
        (
            "a.wasm",
            &b"\0asm\x01\0\0\0"[..],
            "`a.wasm` is not a PNG, a JPEG or a plain SVG",
        ),
        (
            "a.png",
            &huge_png[..],
            "`a.png` has more than 40 million pixels",
        ),
        ("a.svg", &words[..], "`a.svg` holds a `<text>`"),
    ] {
        let (kind, troubles) = refused(&job_with("x", path, bytes));
        assert_eq!((kind, &*troubles[0].message), (Kind::Image, reason));
        assert_eq!(
            troubles[0].place.as_ref().map(|place| &*place.file),
            Some(path)
        );
    }
}

#[test]
fn a_file_typst_may_not_have_is_named() {
    for (path, bytes) in [
        ("theme.typ", &b"\xff"[..]),
        ("../theme.typ", b""),
        ("/theme.typ", b""),
        ("a/./theme.typ", b""),
        ("", b""),
        (MAIN, b""),
    ] {
        assert_eq!(
            refused(&job_with("x", path, bytes)).0,
            Kind::PackFile,
            "{path:?}"
        );
    }
}

#[test]
fn a_warning_is_an_error() {
    for (source, kind) in [
        ("#set text(font: \"Comic Sans MS\")\nx", Kind::UnknownFont),
        ("你", Kind::MissingGlyph),
        ("#[x] <a> <b>", Kind::Warned),
    ] {
        let (found, troubles) = refused(&job(source));
        assert_eq!(found, kind, "{troubles:#?}");
        assert!(troubles[0].place.is_some(), "{troubles:#?}");
    }
}

#[test]
fn a_document_that_no_archive_takes_is_not_exported() {
    let bare = |source: &str| Job {
        source: source.to_owned(),
        ..Job::default()
    };
    let date = "#set document(date: datetime(year: 2026, month: 3, day: 2))\n";
    for (job, words) in [
        (bare(&format!("{date}x")), "missing document title"),
        (
            bare("#set document(title: [A])\nx"),
            "missing document date",
        ),
        (
            job_with("#image(\"a.svg\")", "a.svg", HOUSE.as_bytes()),
            "missing alt text",
        ),
    ] {
        let document = compile(&job, &fonts()).unwrap_or_else(|troubles| panic!("{troubles:#?}"));
        let troubles = document.export().expect_err("it does not conform");
        let said = troubles
            .iter()
            .any(|t| t.kind == Kind::Unfit && t.message.contains(words));
        assert!(said, "{words}: {troubles:#?}");
    }
}

#[test]
fn what_a_family_wrote_stays_out_of_a_finding() {
    for source in [
        "#panic(\"Aled\")",
        "#assert(false, message: \"Aled\")",
        "#assert.eq(\"Aled\", \"Elin\")",
        "#(a: 1).at(\"Aled\")",
        "#int(\"Aled\")",
        "Aled 你",
    ] {
        for trouble in refused(&job(source)).1 {
            let finding = trouble.finding();
            assert!(
                !format!("{finding:?}").contains("Aled"),
                "{source}: {finding:?}"
            );
            assert!(!finding.message.contains('你'), "{source}: {finding:?}");
            assert!(finding.help.is_some(), "{source}");
        }
    }
}

#[test]
fn a_call_into_a_theme_leads_back_to_the_line_that_made_it() {
    let theme = "#let term(body) = { assert(false) }";
    let job = job_with(
        "#import \"theme.typ\": term\n#term[x]",
        "theme.typ",
        theme.as_bytes(),
    );
    let trouble = &refused(&job).1[0];
    assert_eq!(
        trouble.place.as_ref().map(|place| &*place.file),
        Some("theme.typ")
    );
    let [call] = trouble.calls.as_slice() else {
        panic!("{trouble:#?}")
    };
    assert_eq!(
        (&*call.file, &job.source[call.start..call.end]),
        (MAIN, "term[x]")
    );
}

/// One of everything that a document can consist of.
const STRUCTURE: &str = r#"
#set page(
  header: [Record],
  footer: [Court copy #pdf.artifact(kind: "page-number", context here().page())],
)
#title()
= What is agreed
+ Isla lives with her mother, each week from Monday after school until Friday before school.
- #text(lang: "cy")[Mae’r plant yn byw gyda’u mam.]
/ Next hearing: 11 June
#table(columns: 2, table.header([Day], [Where]), [Monday], [At home], [Friday], [], table.cell(colspan: 2)[Sunday])
#quote(block: true)[I like both houses.

Really.]
#figure(image("house.svg", alt: "A house with two doors"), caption: [Drawn by Isla])
#grid(columns: 2, [Family Court], [Leeds])
#[#block[Daniel Hale] <signature>]
#pagebreak()
== Money
The cost is shared.#footnote[In equal parts.]
"#;

fn structure() -> Typeset {
    let mut job = job(STRUCTURE);
    job.files.insert("house.svg".to_owned(), HOUSE.into());
    typeset_well(&job)
}

#[test]
fn every_run_knows_what_it_is_a_part_of() {
    insta::assert_snapshot!(structure().layout.tag_tree());
}

#[test]
fn the_reading_text_says_everything_once_and_in_order() {
    insta::assert_snapshot!(structure().layout.reading_text());
}

#[test]
fn a_cell_that_goes_on_overleaf_is_read_as_one() {
    let cell = "The parents share the cost. ".repeat(150);
    let source = format!("#table(columns: 2, table.header([Term], [Words]), [1], [{cell}])");
    let layout = typeset_well(&job(&source)).layout;
    assert_eq!(layout.pages.len(), 2);
    let text = format!("Term: 1\nWords: {}\n", cell.trim_end());
    assert_eq!(layout.reading_text(), text);
    let tree = layout.tag_tree();
    let heads = tree
        .lines()
        .map(str::trim)
        .filter(|line| line.contains("header"));
    let heads: Vec<&str> = heads.collect();
    assert_eq!(
        heads,
        [
            "header 1.1 “Term”",
            "header 1.2 “Words”",
            "header 1.1, repeated “Term”",
            "header 1.2, repeated “Words”",
        ]
    );
}

#[test]
fn halves_that_go_on_overleaf_are_read_one_after_the_other() {
    let half = |word: &str| format!("{word} ").repeat(900);
    let source = format!(
        "#grid(columns: 2, [{}], [{}])",
        half("Cymraeg"),
        half("English")
    );
    let layout = typeset_well(&job(&source)).layout;
    assert!(layout.pages.len() > 1);
    let text = layout.reading_text();
    let (first, second) = text.split_once('\n').expect("there are two halves");
    assert!(
        !first.contains("English") && !second.contains("Cymraeg"),
        "{text}"
    );
}

#[test]
fn what_the_margins_leave_free_is_known() {
    let margins = "left: 2cm, right: 3cm, top: 4cm, bottom: 5cm";
    let source =
        format!("#set page(margin: ({margins}), header: [Report])\n= A\na\n= B\n#pagebreak()\nb");
    let pages = typeset_well(&job(&source)).layout.pages;
    let area = pages[1].area;
    assert_eq!(area, pages[0].area, "whatever stands on the page");
    let centimetres = [
        area.left,
        area.top,
        595.276 - area.right,
        841.89 - area.bottom,
    ];
    let centimetres = centimetres.map(|points| (points / 28.346_457).round());
    assert_eq!(centimetres, [2.0, 4.0, 3.0, 5.0]);
}
