//! What must never follow what in Welsh: a radical letter after a word that softens it or
//! makes it breathe, `a` before a vowel, an article that has not joined itself.

/// Words after which the first letter softens.
const SOFTENING: [&str; 10] = [
    "o", "i", "ar", "tan", "dan", "drwy", "neu", "ail", "gan", "am",
];

/// Words after which p, t and c are breathed.
const BREATHING: [&str; 5] = ["a", "â", "gyda", "chyda", "tua"];

/// The letters that soften.
const HARD: [&str; 9] = ["p", "t", "c", "b", "d", "g", "m", "ll", "rh"];

/// Digraphs that begin with one of them and stay.
const FIRM: [&str; 6] = ["ph", "th", "ch", "dd", "ng", "ts"];

/// What begins so and is right: `dy` never changes, the others are softened already.
const FIXED: [&str; 7] = [
    "dy",
    "ben-blwydd",
    "benwythnos",
    "bob",
    "gerdyn",
    "gydol",
    "gyfer",
];

/// The pairs of words, and the marks, that are wrong in a Welsh text.
pub(super) fn wrong(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split([' ', '\n']).collect();
    let pairs = words
        .windows(2)
        .filter(|pair| is_wrong(&pair[0].to_lowercase(), pair[1]));
    let pairs = pairs.map(|pair| pair.join(" "));
    let marks = ["  ", "{", "}", "ddd", " .", ",,"].into_iter();
    let marks = marks.filter(|mark| text.contains(mark)).map(str::to_owned);
    pairs.chain(marks).collect()
}

fn is_wrong(word: &str, next: &str) -> bool {
    let lower = next.trim_end_matches([',', ';', '.']).to_lowercase();
    let begins = |heads: &[&str]| heads.iter().any(|head| lower.starts_with(head));
    let vowel = lower.starts_with(['a', 'e', 'i', 'o', 'u', 'w', 'y', 'â', 'ŵ', 'ŷ']);
    let article = matches!(lower.as_str(), "y" | "yr");
    let firm = begins(&FIRM) || FIXED.contains(&lower.as_str());
    match word {
        _ if SOFTENING.contains(&word) && begins(&HARD) && !firm => true,
        _ if BREATHING.contains(&word) && begins(&["p", "t", "c"]) && !firm => true,
        "o" | "i" if article => true,
        _ if BREATHING.contains(&word) && (vowel || article) => !lower.starts_with("wythnos"),
        "ac" => !vowel && !next.starts_with(|c: char| c.is_ascii_digit()),
        "y" => vowel || lower.starts_with('h'),
        "yr" => !vowel && !lower.starts_with('h'),
        _ => false,
    }
}

#[test]
fn what_is_wrong_is_seen_and_what_is_right_is_not() {
    for wrong_words in [
        "o dydd Llun",
        "gyda Tomos",
        "a Elin",
        "ac Tomos",
        "o y llys",
        "y haf",
        "yr tad",
        "yn ail penwythnos",
    ] {
        assert!(!wrong(wrong_words).is_empty(), "{wrong_words}");
    }
    for right in [
        "o ddydd Llun",
        "gydag Elin",
        "a Joel",
        "ac yn ystod",
        "o’r llys",
        "yr haf",
        "y tad",
        "bob yn ail benwythnos",
        "o dy 4",
    ] {
        assert_eq!(wrong(right), Vec::<String>::new(), "{right}");
    }
}
