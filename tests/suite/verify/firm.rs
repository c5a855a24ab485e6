//! What a firm sets without a word or a template: values of its theme, fonts, a logo, and
//! what it does with the parts of a document.

use std::fs;

use concord::cli::Exit;

use super::Office;

const FONT: &str = "fonts/liberation/LiberationSans-Regular.ttf";

#[test]
fn a_value_that_a_firm_sets_is_named_at_its_line() {
    let office = Office::new();
    office.write("theme.yaml", "# Ours.\naccent: \"#0b4a5d\"\n");
    let named = "because  theme value `accent` of yare (theme.yaml:2)";
    assert_eq!(office.told(), (vec![named.to_owned()], Vec::new()));
    assert_eq!(office.verify(&["--accept"]).exit, Exit::Done);

    office.touch("theme.yaml", "0b4a5d", "0b4a5e");
    assert_eq!(office.told(), (vec![named.to_owned()], Vec::new()));
    fs::remove_file(office.path("theme.yaml")).expect("it goes");
    let gone = "because  theme value `accent` of yare was taken away";
    assert_eq!(office.told(), (vec![gone.to_owned()], Vec::new()));
}

#[test]
fn words_in_the_theme_are_told_with_the_line_that_they_foot() {
    let office = Office::new();
    office.write("theme.yaml", "footer: Yare Family Mediation, Norwich\n");
    let (because, words) = office.told();
    assert_eq!(
        because,
        ["because  theme value `footer` of yare (theme.yaml:1)"]
    );
    assert!(!words.is_empty());
    let is_footer = |line: &String| line.contains("Yare Family Mediation, Norwich");
    assert!(words.iter().any(is_footer), "{words:#?}");
}

#[test]
fn a_font_is_named_and_moves_no_sentence() {
    let office = Office::new();
    let other = fs::read(FONT.replace("Regular", "Italic")).expect("a font of the program");
    let path = office.path(FONT);
    fs::create_dir_all(office.path("fonts/liberation")).expect("room for it");
    fs::write(path, other).expect("room for it");
    let (because, words) = office.told();
    let named = format!("because  font `{FONT}` of yare");
    assert_eq!((because, words), (vec![named], Vec::new()));
}

#[test]
fn what_a_firm_does_with_a_document_is_named_with_what_went() {
    let office = Office::new();
    let settings = "documents:\n  parenting-plan:\n    parts:\n      drop: [plan-silent]\n";
    let firm = "schema: concord-firm/1\nname: yare\n";
    office.write("concord.yaml", &format!("{firm}{settings}"));
    let (because, words) = office.told();
    let named = "because  option `documents.parenting-plan` of yare (concord.yaml:4)";
    assert_eq!(because, [named]);
    assert!(!words.is_empty());
    assert!(
        words.iter().all(|line| line.starts_with("- ")),
        "{words:#?}"
    );
}

#[test]
fn without_making_anything_again_all_of_it_is_stale() {
    let other = fs::read(FONT.replace("Regular", "Bold")).expect("a font of the program");
    let touches: [&dyn Fn(&Office); 3] = [
        &|office| office.write("theme.yaml", "accent: \"#0b4a5d\"\n"),
        &|office| {
            fs::create_dir_all(office.path("fonts/liberation")).expect("room for it");
            fs::write(office.path(FONT), &other).expect("room for it");
        },
        &|office| office.write("themes/court/ours.typ", "#let ours = 1\n"),
    ];
    for touch in touches {
        let office = Office::new();
        touch(&office);
        let run = office.verify(&["--no-rebuild"]);
        assert_eq!(run.exit, Exit::Drift, "{}", run.err);
        assert!(run.out.starts_with("stale      "), "{}", run.out);
    }
}

#[test]
fn of_a_part_a_value_and_a_field_all_three_are_named() {
    let office = Office::new();
    let part = "packs/parenting-plan/partials/plan-standing.typ.hbs";
    office.touch(part, "#summary[", "#summary[\nKeep this plan safe.\n");
    office.write("theme.yaml", "accent: \"#0b4a5d\"\n");
    office.touch(
        "cases/family.yaml",
        "in two homes. Monday",
        "in two houses. Monday",
    );
    let (because, words) = office.told();
    assert_eq!(
        because,
        [
            "because  field `arrangements[0].text` (cases/family.yaml:94)".to_owned(),
            format!("because  partial `{part}` of yare ({part}:1)"),
            "because  theme value `accent` of yare (theme.yaml:1)".to_owned(),
        ]
    );
    assert!(words.iter().any(|line| line.contains("two houses")));
    assert!(
        words
            .iter()
            .any(|line| line.contains("Keep this plan safe"))
    );
}
