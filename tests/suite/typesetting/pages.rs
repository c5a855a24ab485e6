//! A document becomes a conforming PDF, the same every time, and its pages can be read.

use concord::typesetting::{Job, Typeset};

use super::{job, paragraphs, typeset_well, typesetter};
use crate::witness::{pdfinfo, pdfinfo_value, pdftotext};

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
    let (job, typesetter) = (paragraphs(), typesetter());
    let first = typeset_well(&job);
    std::thread::scope(|scope| {
        let work = || (0..5).map(|_| typesetter.typeset(&job)).collect::<Vec<_>>();
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
