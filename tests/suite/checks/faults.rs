//! One fault for each check, brought about by a few lines of Typst or by a template.

use std::fs;

use concord::case::document::RulesProfile;
use concord::cli::Exit;
use concord::diagnostics::Severity;
use concord::pages::Layout;
use concord::typesetting::Job;

use crate::support::concord;
use crate::trial::{CaseFile, Trial, lay_out};

/// A small page, so that a fault needs few words.
const PRELUDE: &str = r#"
#set document(title: [Report], date: datetime(year: 2026, month: 3, day: 2))
#set page(width: 15cm, height: 10cm, margin: 1cm, header: [Report], footer: [Court copy])
#set text(font: "Liberation Sans", size: 12pt, lang: "en", region: "GB")
"#;

fn layout(source: &str) -> Layout {
    let job = Job {
        source: format!("{PRELUDE}{source}"),
        identity: "a test".to_owned(),
        ..Job::default()
    };
    lay_out(&job)
}

fn report() -> Trial {
    Trial::case("full-agreement")
        .document("court-report")
        .language("en")
}

/// What is wrong with pages, whatever they should hold.
fn faults(source: &str) -> Vec<String> {
    let unfit = report()
        .manuscript()
        .unfit(&report().examine(), &layout(source), None);
    let unfit = unfit.into_iter();
    unfit
        .map(|unfit| unfit.finding)
        .filter(|finding| finding.code.id != "D09")
        .inspect(|finding| assert!(finding.help.is_some() && finding.severity == Severity::Error))
        .map(|finding| finding.short())
        .collect()
}

#[test]
fn each_fault_of_a_page_is_found_where_it_is() {
    let table = [
        (
            "#show heading: it => block(sticky: false, it.body)\n#block(height: 6.5cm)[x]\n\
             = Money\n#block(height: 3cm, breakable: false)[The cost is shared.]",
            "D01: `court-report`, page 1, 8.7 cm from the top: a heading stands alone at the \
             foot of the page",
        ),
        (
            "I agree.\n#pagebreak()\n#[#block[Daniel Hale] <signature>]",
            "D02: `court-report`, page 2, 1.3 cm from the top: nothing but signatures stands on \
             the page",
        ),
        (
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochandagainandagain",
            "D03: `court-report`, page 1, 1.3 cm from the top: words stand beyond the margins",
        ),
        (
            "= Terms\nThe first.\n\nThe second.\n#pagebreak()\n\
             #block(breakable: false, height: 9cm, align(bottom)[The last term.])",
            "D03: `court-report`, page 2, 10.0 cm from the top: words stand beyond the margins",
        ),
        (
            "#place(dy: 2pt)[Every Friday]Every Monday",
            "D04: `court-report`, page 1, 1.4 cm from the top: words stand on other words",
        ),
        (
            "On #text(size: 9pt)[request].",
            "D05: `court-report`, page 1, 1.3 cm from the top: words are set in 9.0 point",
        ),
        (
            "#v(4cm)\nThe second term.\n\n#move(dy: -3cm)[The first term.]",
            "D06: `court-report`, page 1, 3.1 cm from the top: words are read in another order \
             than they stand",
        ),
        (
            "#table(columns: 2, ..range(40).map(n => [#n]))",
            "D07: `court-report`, page 2, 1.5 cm from the top: a table goes on without the names \
             of its columns",
        ),
        (
            "The office is at \\[insert the address\\].",
            "D10: `court-report`, a template left a placeholder on the pages",
        ),
    ];
    for (source, found) in table {
        assert_eq!(faults(source), [found], "{source}");
    }
}

#[test]
fn what_only_looks_like_a_fault_is_none() {
    for source in [
        // Things side by side, a label beside its lines, a note, a table with its header.
        "#grid(columns: 2, [Leeds\\ York\\ Hull], [Court])\n/ Next hearing: in June\n+ A long \
         item that goes on in a second line for as long as it takes to do so.\n",
        "The cost is shared.#footnote[#text(size: 12pt)[In equal parts.]]\n\nSo is the time.",
        "#table(columns: 2, table.header([No.], [Day]), ..range(40).map(n => [#n]))",
        // A heading over a heading, a heading over a picture that stands overleaf.
        "= Money\n== School trips\nThe cost is shared.",
        // Words from right to left, and a line to write on.
        "שלום לכולם and more\n\nSigned: \\_\\_\\_\\_\\_\\_\\_",
        // Words of a child are never corrected.
        "#quote(block: true)[Dear Mum, XXX from TBC]",
        "#quote(block: true)[One page.]\n#pagebreak()\nI agree.\n#[#block[Daniel Hale] <signature>]",
    ] {
        let raised = source.contains("footnote");
        let source = match raised {
            true => format!(
                "#set super(typographic: false, size: 1em)\n#show footnote.entry: set text(size: 12pt)\n{source}"
            ),
            false => source.to_owned(),
        };
        assert_eq!(faults(&source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn a_report_keeps_to_the_length_that_its_rules_allow() {
    let pages = layout("#for _ in range(40) [Page. #pagebreak()]\nLast page.");
    let (mut case, draft) = (report().examine(), report().manuscript());
    let length = |case: &CaseFile| {
        let found = draft.unfit(case, &pages, None).into_iter();
        let found = found.map(|unfit| unfit.finding);
        found
            .filter(|f| f.code.id == "D08")
            .map(|f| f.short())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        length(&case),
        Vec::<String>::new(),
        "no number is known for 2026"
    );
    case.case.rules_profile = RulesProfile::Fpr201807;
    assert_eq!(
        length(&case),
        ["D08: `court-report`, 41 pages: the rules `fpr-2018-07` allow 40"]
    );
}

#[test]
fn what_no_page_carries_is_found_in_the_case() {
    let (mut case, draft) = (report().examine(), report().manuscript());
    let layout = draft.layout();
    let missing = |case: &CaseFile| {
        let unfit = draft.unfit(case, &layout, None).into_iter();
        unfit
            .map(|unfit| (unfit.finding.code.id, unfit.at.to_string()))
            .collect::<Vec<_>>()
    };
    assert_eq!(missing(&case), []);
    case.case.arrangements[3].text = case.case.analysis[0].text.clone();
    assert_eq!(
        missing(&case),
        [],
        "words that stand elsewhere are found there"
    );
    let other = "A term that nobody printed.\n\nAnd its second paragraph.";
    let other: concord::case::narrative::Narrative =
        concord::case::narrative::Narrative::Plain(other.parse().expect("a text"));
    case.case.arrangements[3].in_short = Some(other.clone());
    case.case.recommendations[1].text = other;
    assert_eq!(
        missing(&case),
        [
            ("D09", "/arrangements/3/in_short".to_owned()),
            ("D09", "/recommendations/1/text".to_owned())
        ]
    );
}

#[test]
fn a_partial_that_loses_a_recommendation_stops_the_document_at_its_line() {
    let lost = "{{#each recommendations}}{{#if order_sought}}{{paragraphs text}}{{#if reason}} \
                {{paragraphs reason}}{{/if}}{{/if}}\n{{/each}}";
    let path = "templates/packs/court-report/partials/summary-box.typ.hbs";
    let own = fs::read_to_string(path).expect("it is there");
    let (box_without, _) = own
        .split_once("{{#if recommendations}}")
        .expect("it says what is asked");
    let box_without = format!("{box_without}]\n");
    let trial = report()
        .firm("packs/court-report/partials/recommendations.typ.hbs", lost)
        .firm(
            "packs/court-report/partials/summary-box.typ.hbs",
            &box_without,
        );
    let built = trial.maker()();
    assert!(built.written.is_empty());
    let findings = built.findings.sorted();
    let told: Vec<String> = findings.iter().map(|finding| finding.short()).collect();
    insta::assert_snapshot!(
        told.join("\n")
            .replace(&trial.file().display().to_string(), "case.yaml")
    );
}

#[test]
fn a_table_with_a_cell_too_few_is_told_at_its_partial() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let partials = folder.path().join("partials");
    fs::create_dir(&partials).expect("room for it");
    let own = fs::read_to_string("templates/partials/terms.typ.hbs").expect("it is there");
    let columns = r#"("number", "rest", "becomes")"#;
    let slip = own.replace(columns, r#"("number", "rest")"#);
    assert_ne!(slip, own);
    fs::write(partials.join("terms.typ.hbs"), slip).expect("room for it");
    let folder = folder.path().to_str().expect("a plain path");
    let run = concord(&["templates", "check", folder, "--message-format", "plain"]);
    assert_eq!(run.exit, Exit::Findings);
    for told in ["each row of a table", "terms.typ.hbs"] {
        assert!(run.out.contains(told), "{}", run.out);
    }
}
