//! A noun after every kind of number: gender, mutation, singular or plural.

use super::welsh;

/// Numbers of the first line, and each noun after them. Judged against CLDR’s minimal
/// pairs, Aberystwyth’s table and HMCTS’s own pages, and by eye.
const NUMBERS: [u64; 13] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 20];

const NOUNS: [(&str, &str); 11] = [
    (
        "child",
        "dim plant, 1 plentyn, 2 blentyn, 3 phlentyn, 4 plentyn, 5 plentyn, 6 phlentyn, \
         7 plentyn, 8 plentyn, 10 plentyn, 11 o blant, 12 o blant, 20 o blant",
    ),
    (
        "year",
        "dim blynyddoedd, 1 flwyddyn, 2 flynedd, 3 blynedd, 4 blynedd, 5 mlynedd, \
         6 blynedd, 7 mlynedd, 8 mlynedd, 10 mlynedd, 11 mlynedd, 12 mlynedd, \
         20 mlynedd",
    ),
    (
        "day",
        "dim diwrnodau, 1 diwrnod, 2 ddiwrnod, 3 diwrnod, 4 diwrnod, 5 diwrnod, 6 diwrnod, \
         7 diwrnod, 8 diwrnod, 10 diwrnod, 11 diwrnod, 12 diwrnod, 20 diwrnod",
    ),
    (
        "month",
        "dim misoedd, 1 mis, 2 fis, 3 mis, 4 mis, 5 mis, 6 mis, 7 mis, 8 mis, 10 mis, \
         11 mis, 12 mis, 20 mis",
    ),
    (
        "week",
        "dim wythnosau, 1 wythnos, 2 wythnos, 3 wythnos, 4 wythnos, 5 wythnos, 6 wythnos, \
         7 wythnos, 8 wythnos, 10 wythnos, 11 wythnos, 12 wythnos, 20 wythnos",
    ),
    (
        "hour",
        "dim oriau, 1 awr, 2 awr, 3 awr, 4 awr, 5 awr, 6 awr, 7 awr, 8 awr, 10 awr, \
         11 awr, 12 awr, 20 awr",
    ),
    (
        "minute",
        "dim munudau, 1 munud, 2 funud, 3 munud, 4 munud, 5 munud, 6 munud, 7 munud, \
         8 munud, 10 munud, 11 munud, 12 munud, 20 munud",
    ),
    (
        "night",
        "dim nosweithiau, 1 noson, 2 noson, 3 noson, 4 noson, 5 noson, 6 noson, 7 noson, \
         8 noson, 10 noson, 11 noson, 12 noson, 20 noson",
    ),
    (
        "session",
        "dim sesiynau, 1 sesiwn, 2 sesiwn, 3 sesiwn, 4 sesiwn, 5 sesiwn, 6 sesiwn, \
         7 sesiwn, 8 sesiwn, 10 sesiwn, 11 o sesiynau, 12 o sesiynau, 20 o sesiynau",
    ),
    (
        "page",
        "dim tudalennau, 1 dudalen, 2 dudalen, 3 tudalen, 4 tudalen, 5 tudalen, \
         6 thudalen, 7 tudalen, 8 tudalen, 10 tudalen, 11 o dudalennau, 12 o dudalennau, \
         20 o dudalennau",
    ),
    (
        "order",
        "dim gorchmynion, 1 gorchymyn, 2 orchymyn, 3 gorchymyn, 4 gorchymyn, 5 gorchymyn, \
         6 gorchymyn, 7 gorchymyn, 8 gorchymyn, 10 gorchymyn, 11 o orchmynion, \
         12 o orchmynion, 20 o orchmynion",
    ),
];

#[test]
fn a_noun_stands_after_a_number_as_its_grammar_has_it() {
    let locale = welsh();
    for (noun, expected) in NOUNS {
        let expected: Vec<&str> = expected.split(", ").collect();
        let counted = NUMBERS.map(|number| locale.count(number, noun).expect("a noun of the file"));
        assert_eq!(counted.as_slice(), expected);
    }
}

#[test]
fn other_nouns_where_their_mutations_show() {
    let locale = welsh();
    let cases = [
        (2, "adult", "2 oedolyn"),
        (11, "adult", "11 o oedolion"),
        (2, "applicant", "2 geisydd"),
        (3, "applicant", "3 cheisydd"),
        (6, "applicant", "6 cheisydd"),
        (13, "applicant", "13 o geiswyr"),
        (2, "arrangement", "2 drefniant"),
        (3, "arrangement", "3 threfniant"),
        (14, "arrangement", "14 o drefniadau"),
        (2, "condition", "2 amod"),
        (2, "hearing", "2 wrandawiad"),
        (3, "hearing", "3 gwrandawiad"),
        (12, "hearing", "12 o wrandawiadau"),
        (2, "parent", "2 riant"),
        (3, "parent", "3 rhiant"),
        (12, "parent", "12 o rieni"),
        (2, "point", "2 bwynt"),
        (3, "point", "3 phwynt"),
        (6, "point", "6 phwynt"),
        (15, "point", "15 o bwyntiau"),
        (2, "promise", "2 addewid"),
        (2, "recommendation", "2 argymhelliad"),
        (11, "recommendation", "11 o argymhellion"),
        (2, "respondent", "2 atebydd"),
        (2, "topic", "2 bwnc"),
        (3, "topic", "3 phwnc"),
        (12, "topic", "12 o bynciau"),
        (2, "weekend", "2 benwythnos"),
        (3, "weekend", "3 phenwythnos"),
        (26, "weekend", "26 o benwythnosau"),
        (14, "day", "14 diwrnod"),
        (90, "minute", "90 munud"),
        (101, "month", "101 mis"),
        (9, "year", "9 mlynedd"),
        (13, "year", "13 o flynyddoedd"),
        (15, "year", "15 mlynedd"),
        (18, "year", "18 mlynedd"),
        (40, "year", "40 mlynedd"),
        (100, "year", "100 mlynedd"),
    ];
    for (number, noun, expected) in cases {
        assert_eq!(locale.count(number, noun).as_deref(), Some(expected));
    }
    assert_eq!(locale.count(2, "spoon"), None);
}

#[test]
fn numerals_in_words_follow_the_gender() {
    let locale = welsh();
    let cases = [
        (1, "child", "un plentyn"),
        (2, "child", "dau blentyn"),
        (3, "child", "tri phlentyn"),
        (4, "child", "pedwar plentyn"),
        (5, "child", "pum plentyn"),
        (6, "child", "chwe phlentyn"),
        (10, "child", "deg plentyn"),
        (11, "child", "11 o blant"),
        (0, "child", "dim plant"),
        (1, "page", "un dudalen"),
        (2, "page", "dwy dudalen"),
        (3, "page", "tair tudalen"),
        (4, "page", "pedair tudalen"),
        (6, "page", "chwe thudalen"),
        (2, "session", "dwy sesiwn"),
        (3, "session", "tair sesiwn"),
        (4, "session", "pedair sesiwn"),
        (7, "session", "saith sesiwn"),
        (8, "week", "wyth wythnos"),
        (9, "night", "naw noson"),
        (5, "year", "pum mlynedd"),
        (10, "year", "deng mlynedd"),
        (10, "month", "deng mis"),
        (10, "minute", "deng munud"),
        (10, "week", "deg wythnos"),
    ];
    for (number, noun, expected) in cases {
        let words = locale.count_in_words(number, noun);
        assert_eq!(words.as_deref(), Some(expected));
    }
}

#[test]
fn ordinals() {
    let locale = welsh();
    let expected = [
        "1af", "2il", "3ydd", "4ydd", "5ed", "6ed", "7fed", "8fed", "9fed", "10fed", "11eg",
        "12fed", "13eg", "14eg", "15fed", "16eg", "17eg", "18fed", "19eg", "20fed", "21ain",
        "22ain", "23ain", "24ain", "25ain", "26ain", "27ain", "28ain", "29ain", "30ain", "31ain",
    ];
    for (number, expected) in (1..).zip(expected) {
        let expected = match number {
            1 => format!("gorchymyn {expected}"),
            2 => format!("{expected} orchymyn"),
            _ => format!("{expected} gorchymyn"),
        };
        assert_eq!(locale.ordinal(number, "order"), Some(expected));
    }
    for unsettled in [0, 32, 100] {
        let expected = format!("gorchymyn {unsettled}");
        assert_eq!(locale.ordinal(unsettled, "order"), Some(expected));
    }
}
