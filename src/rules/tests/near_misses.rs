//! Near misses: what stands just on the right side of a rule is not reported. The
//! other side is a fixture of its own.

use super::codes;

/// An edit of the minimal case: what stands there, and what stands there instead.
type Edit = (&'static str, &'static str);

const LAST_LINE: &str = "  fca: adviser\n";
const HEARING: &str = "on: 2026-07-02\n";
const BORN: &str = "dob: 2017-05-30\n";
const RESPONDENT: &str = "role: respondent\n";
const TEXT: &str = "text: Whether Nia stays with her father at weekends.";

const NEAR_MISSES: &[(&str, &[Edit])] = &[
    ("R13", &[("2017-05-30", "2008-06-02")]),
    ("R74", &[("2017-05-30", "2026-06-01")]),
    ("R48", &[("2026-07-02", "2026-06-01")]),
    ("R71", &[("BM26P00107", "'1661164783455399'")]),
    (
        "R47",
        &[(LAST_LINE, "  fca: adviser\n  signed_on: 2026-05-20\n")],
    ),
    (
        "R47",
        &[
            (
                HEARING,
                "on: 2026-07-02\n  filing: {due_on: 2026-07-02, filed_on: 2026-07-02}\n",
            ),
            (LAST_LINE, "  fca: adviser\n  signed_on: 2026-07-02\n"),
        ],
    ),
    ("R66", &[(HEARING, "on: 2026-07-02\n      venue: TBC\n")]),
    (
        "R34",
        &[
            (
                BORN,
                "dob: 2017-05-30\n      lives_with: [mother, father]\n      school: school\n",
            ),
            (RESPONDENT, "role: respondent\n      c8: {address: true}\n"),
            (
                "safeguarding:\n",
                "places:\n  - {id: school, kind: school, name: Heron Vale School}\n\nsafeguarding:\n",
            ),
        ],
    ),
    (
        "R32",
        &[
            (
                RESPONDENT,
                "role: respondent\n      c8: {address: true, phone: true}\n      contact: \
                 {address: {lines: [Flat 2, 31 Allerton Rise, Birmingham]}, email: \
                 grace@example.org}\n",
            ),
            (
                "arrangements:\n",
                "child_voice:\n  - child: nia\n    seen_on: 2026-05-06\n    session: \
                 meeting_child\n    fca_summary: She spoke of her flat, number 2, in \
                 Birmingham, and of grace@example.org.\n    words: [{quote: At 31 Allerton \
                 Rise., share: no}]\n\narrangements:\n",
            ),
        ],
    ),
    (
        "R84",
        &[
            (RESPONDENT, "role: respondent\n      party_no: 1\n"),
            (
                "  professionals:\n",
                "    - {id: aunt, forenames: Ruth, surname: Oke, role: respondent, party_no: 3}\n  \
                 professionals:\n",
            ),
        ],
    ),
    (
        "R63",
        &[(
            "forenames: Tunde\n      surname: Falade",
            "forenames: Nia\n      surname: Oke",
        )],
    ),
    (
        "R78",
        &[
            (
                RESPONDENT,
                "role: respondent\n      language_preference: cy\n",
            ),
            (
                TEXT,
                "text: {en: Weekends., translation: {state: requested}}\n    \
                 when: {en: Weekends., cy: Penwythnosau.}",
            ),
            (
                "text: He asks for every second weekend.",
                "text: {en: Yes., cy: Iawn.}",
            ),
            (
                "text: She proposes Saturdays in the day.",
                "text: {en: Yes., cy: Iawn.}",
            ),
        ],
    ),
];

#[test]
fn a_near_miss_is_not_reported() {
    assert_eq!(codes(&[]), Vec::<&str>::new());
    for (code, edits) in NEAR_MISSES {
        let found = codes(edits);
        assert!(!found.contains(code), "{code}: {edits:?} gave {found:?}");
    }
}
