//! Pages that moved, drawn for whoever wants to see them, and documents that are no longer
//! beside their manifest.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use concord::cli::Exit;

use super::{Office, files};

/// The pictures below a folder, by their paths in it.
fn pictures(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = Vec::new();
    files(folder, &mut found);
    let named = found.into_iter().map(|path| {
        let name = path.strip_prefix(folder).expect("it is below");
        let png = fs::read(&path).expect("it is there");
        (name.display().to_string(), png)
    });
    named.collect()
}

#[test]
fn a_page_that_moved_is_drawn_as_it_was_as_it_is_and_as_both() {
    let office = Office::new();
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    let folder = office.path("pictures");
    let run = office.verify(&["--images", &folder]);
    assert_eq!(run.exit, Exit::Drift, "{}", run.err);
    let told = "drew 1 page of 1 document into pictures\n";
    assert!(run.err.contains(told), "{}", run.err);

    let drawn = pictures(Path::new(&folder));
    let other = office.path("others");
    let told = office.verify(&["--images", &other, "--message-format", "json"]);
    let named: Vec<String> = drawn.keys().map(|name| format!("\"{name}\"")).collect();
    let mut events = told.out.lines().filter(|line| line.contains("\"moved\""));
    let event = events.next().expect("the plan moved");
    assert!(named.iter().all(|name| event.contains(name)), "{event}");

    let plan = office.plan();
    let plan = plan.strip_prefix(office.path("out")).expect("it is below");
    let stem = plan.with_extension("").display().to_string();
    let named = ["difference", "new", "old"].map(|name| format!("{stem}-1-{name}.png"));
    assert_eq!(drawn.keys().collect::<Vec<_>>(), named.each_ref());
    let all: Vec<&Vec<u8>> = drawn.values().collect();
    assert!(all.iter().all(|png| png.starts_with(b"\x89PNG")));
    assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2]);
    let size = |png: &[u8]| png[16..24].to_vec();
    assert!(all.iter().all(|png| size(png) == size(all[0])));

    let again = office.verify(&["--images", &folder]);
    assert_eq!(again.exit, Exit::Findings);
    let told = "O27: pictures cannot be put into `pictures`, which is not empty";
    assert!(again.err.contains(told), "{}", again.err);
    assert_eq!(pictures(Path::new(&folder)), drawn);
}

#[test]
fn pictures_do_not_come_among_documents() {
    let office = Office::new();
    let inside = office.path("out/pictures/today");
    let run = office.verify(&["--images", &inside]);
    assert_eq!(run.exit, Exit::Findings);
    let told = "O27: pictures cannot be put into `out/pictures/today`, which lies among";
    assert!(run.err.contains(told), "{}", run.err);
    assert!(!Path::new(&office.path("out/pictures")).exists());
}

/// The plan in the folder to which all documents went.
fn kept_plan(office: &Office, kept: &str) -> PathBuf {
    let mut found = Vec::new();
    files(Path::new(kept), &mut found);
    let is_pdf = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "pdf");
    let plan = found.into_iter().find(is_pdf);
    plan.unwrap_or_else(|| office.plan())
}

#[test]
fn documents_that_are_elsewhere_are_compared_there() {
    let office = Office::new();
    let (out, kept) = (office.path("out"), office.path("kept"));
    fs::rename(&out, &kept).expect("it goes");
    let manifest = |folder: &str| format!("{folder}/.concord");
    fs::create_dir(&out).expect("room for it");
    fs::rename(manifest(&kept), manifest(&out)).expect("it goes");

    let same = office.verify(&["--old", &kept]);
    assert_eq!(
        (same.exit, same.out.as_str()),
        (Exit::Done, ""),
        "{}",
        same.err
    );
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    let run = office.verify(&["--old", &kept, "--words"]);
    assert_eq!(run.exit, Exit::Drift, "{}", run.err);
    assert!(
        run.out.contains("- What the parents agreed stands here."),
        "{}",
        run.out
    );

    fs::write(kept_plan(&office, &kept), "of another machine").expect("room for it");
    let run = office.verify(&["--old", &kept, "--no-rebuild"]);
    assert_eq!(run.exit, Exit::Drift, "{}", run.err);
    assert!(run.out.starts_with("altered    "), "{}", run.out);
    assert!(!run.err.contains("they were made by"), "{}", run.err);
    office.touch(
        "out/.concord/manifest.json",
        "\"typst\": \"",
        "\"typst\": \"9.",
    );
    let run = office.verify(&["--old", &kept, "--no-rebuild"]);
    assert!(
        run.err.contains("they were made by Concord "),
        "{}",
        run.err
    );

    let cases = office.path("cases");
    let run = office.verify(&["--old", &cases]);
    assert_eq!(run.exit, Exit::Findings);
    let told = "O28: `cases` has no document as the manifest of `out` names it";
    assert!(run.err.contains(told), "{}", run.err);
}
