//! What offices really write: each kind of slip is told, and what only looks like one is not.

use std::path::Path;

use crate::support::concord;
use crate::trial::Trial;

/// A kind of slip, and the case in which it is told where it stands.
const SLIPS: &[(&str, &str)] = &[
    (
        "a weekday that is another day",
        "R97-a-friday-that-is-a-saturday",
    ),
    ("a weekday without a year", "R97-a-hearing-without-its-year"),
    ("a name with a letter too many", "R110-a-letter-too-many"),
    ("a child of another case", "R111-a-child-of-another-case"),
    ("a party of another case", "R111-a-party-of-another-case"),
    (
        "words that are not the schedule's",
        "R112-every-second-weekend",
    ),
    ("time with somebody else", "R113-with-somebody-else"),
    ("a pronoun that is another's", "R114-her-for-a-boy"),
    ("a number of a year to come", "R115-the-year-sixty-two"),
    ("a party called the other", "R116-the-respondent-father"),
    ("a signature of next year", "R117-signed-next-year"),
    (
        "a signature after it was due",
        "R117-signed-after-it-was-due",
    ),
    ("unshared words told again", "R118-told-in-the-summary"),
    (
        "one adult as mother and as father",
        "R119-mother-of-one-and-father-of-the-other",
    ),
    ("a hearing on a Saturday", "R121-a-hearing-on-a-saturday"),
    (
        "an apostrophe in another encoding",
        "R124-an-apostrophe-in-another-encoding",
    ),
    ("dashes under a fold", "R125-dashes-under-a-fold"),
    ("numbers before paragraphs", "R125-numbered-paragraphs"),
    ("a blow told as a fact", "R60-a-blow-told-as-a-fact"),
    (
        "an age beside a wrong day of birth",
        "R67-a-ten-year-old-of-nine",
    ),
    ("a comma within braces", "M01-a-comma-in-braces"),
    ("`on` saved as a truth", "M01-on-saved-as-true"),
    ("`yes` saved as a truth", "M05-yes-saved-as-true"),
    (
        "a space that only looks like one",
        "Y03-a-space-that-looks-like-one",
    ),
    ("a child neither seen nor not", "R143-neither-seen-nor-not"),
    (
        "a condition children are not told of",
        "R145-a-condition-without-words-for-the-children",
    ),
    (
        "a question on what is agreed",
        "R144-a-question-on-what-is-agreed",
    ),
];

const WORDS: &str = "text: Whether Nia stays with her father at weekends.";
const MOTHER: &str = "role: respondent\n";
const PEOPLE_END: &str = "      office: Cafcass, Birmingham\n";
const CHILD: &str = "forenames: Nia\n      surname: Falade\n";

/// What stands in the least case, and what stands there instead.
type Edit = (&'static str, &'static str);

/// What only looks like a slip.
const INNOCENT: &[(&str, &[Edit])] = &[
    (
        "a county below the town of a confidential home",
        &[(
            MOTHER,
            "role: respondent\n      c8: {address: true}\n      contact: {address: {lines: [Flat 2, \
             31 Allerton Rise, Birmingham, West Midlands]}}\n",
        )],
    ),
    (
        "a country below it",
        &[
            (
                MOTHER,
                "role: respondent\n      c8: {address: true}\n      contact: {address: {lines: \
                 [Flat 2, 31 Allerton Rise, Birmingham, England]}}\n",
            ),
            (
                WORDS,
                "text: Whether Nia and her father travel in England at weekends.",
            ),
        ],
    ),
    (
        "the mother's home by no more than its name",
        &[
            (MOTHER, "role: respondent\n      c8: {address: true}\n"),
            (
                PEOPLE_END,
                "      office: Cafcass, Birmingham\n\nplaces:\n  - {id: home, kind: home, name: the \
                 mother’s home, of: mother, confidential: true, public_label: the mother’s home}\n",
            ),
            (
                WORDS,
                "text: Whether Nia is collected from the mother’s home at weekends.",
            ),
        ],
    ),
    (
        "a child called May in the half term of May",
        &[
            (CHILD, "forenames: May\n      surname: Falade\n"),
            (
                WORDS,
                "text: Whether May stays with her father in the May half term.",
            ),
        ],
    ),
    (
        "a court that sat on a date",
        &[(
            WORDS,
            "text: Whether Nia stays there at weekends. The court sat 12 March 2026.",
        )],
    ),
    (
        "a seal that slapped the water",
        &[(
            WORDS,
            "text: Whether Nia goes where a seal slapped the water.",
        )],
    ),
    (
        "two years older than somebody",
        &[(
            WORDS,
            "text: Whether Nia, two years older than her cousin, stays at weekends.",
        )],
    ),
    (
        "an emoji that a font has",
        &[(
            WORDS,
            "text: Whether Nia stays at weekends, as her letter asks ❤️.",
        )],
    ),
    (
        "names in other letters",
        &[
            ("forenames: Tunde\n", "forenames: محمد\n"),
            ("forenames: Grace\n", "forenames: ਗੁਰਪ੍ਰੀਤ\n"),
            (CHILD, "forenames: রহমান\n      surname: Falade\n"),
            (
                WORDS,
                "text: Whether রহমান stays with her father at weekends.",
            ),
        ],
    ),
    ("one name alone", &[(CHILD, "forenames: Nia\n")]),
    (
        "an extension of a telephone",
        &[(
            PEOPLE_END,
            "      office: Cafcass, Birmingham\n      phone: 0121 496 0107 ext 214\n",
        )],
    ),
    (
        "a second number",
        &[(
            "number: BM26P00107\n",
            "number: BM26P00107\n  further_numbers: [BM25P00988]\n",
        )],
    ),
];

#[test]
fn each_kind_of_slip_has_a_case_in_which_it_is_told() {
    for (slip, case) in SLIPS {
        let path = format!("fixtures/cases/invalid/{case}.yaml");
        assert!(Path::new(&path).exists(), "{slip}: {path}");
    }
}

#[test]
fn what_only_looks_like_a_slip_has_no_finding() {
    for (what, edits) in INNOCENT {
        let trial = Trial::case("minimal").rewritten(|text| {
            edits.iter().fold(text.to_owned(), |text, (was, is)| {
                assert!(text.contains(was), "{what}: {was}");
                text.replacen(was, is, 1)
            })
        });
        let file = trial.file().to_str().expect("a plain path");
        let run = concord(&["check", file, "--case-only", "--message-format", "short"]);
        assert_eq!(run.out, "", "{what}");
    }
}

#[test]
fn check_says_what_build_says_and_writes_nothing() {
    let letter = "text: Whether Nia stays with her father at weekends. ᚠᚢᚦ";
    let trial = Trial::case("minimal").rewritten(|text| text.replace(WORDS, letter));
    let file = trial.file().to_str().expect("a plain path");
    let out = trial.out();
    let short = ["--message-format", "short"];
    let build = ["build", file, "--out", out.to_str().expect("a plain path")];
    let built = concord(&[&build[..], &short].concat());
    let told: Vec<&str> = built
        .err
        .lines()
        .filter(|line| line.contains(": S04: "))
        .collect();
    assert_eq!(told.len(), 1, "{}", built.err);
    for asked in [&["check", file][..], &["check", file, "--case-only"]] {
        let checked = concord(&[asked, &short].concat());
        assert_eq!(checked.exit, built.exit);
        assert_eq!(checked.out.lines().collect::<Vec<_>>(), told, "{asked:?}");
    }
}

#[test]
fn fields_that_no_document_prints_are_told() {
    let file = "fixtures/cases/valid/full-agreement.yaml";
    let run = concord(&["check", file, "--case-only"]);
    for field in ["children.ethnicity", "children.school"] {
        assert!(run.err.contains(&format!("`{field}`")), "{}", run.err);
    }
    assert!(!run.err.contains("surname"), "{}", run.err);
}
