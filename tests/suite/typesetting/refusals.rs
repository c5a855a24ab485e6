//! What is closed to a template, and how a refusal leads back to its line.

use concord::typesetting::{Job, Kind, MAIN, Trouble};

use super::{HOUSE, job, job_with, paragraphs, typeset_well, typesetter};

/// The troubles of a job, and that they are of one kind.
fn refused(job: &Job) -> (Kind, Vec<Trouble>) {
    let troubles = typesetter().typeset(job).expect_err("it is to be refused");
    let kind = troubles.first().expect("a refusal has a reason").kind;
    assert!(
        troubles.iter().all(|trouble| trouble.kind == kind),
        "{troubles:#?}"
    );
    (kind, troubles)
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
        ("你", Kind::MissingGlyph('你')),
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
        let typesetter = typesetter();
        let laid_out = typesetter.lay_out(&job);
        assert!(laid_out.is_ok(), "{laid_out:#?}");
        let troubles = typesetter.typeset(&job).expect_err("it does not conform");
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
