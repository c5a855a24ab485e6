//! Damages a text where it tells something: another day, hour, number, name or order.

use super::tongue::Tongue;

/// Words of which one may be taken for another.
fn confusable(tongue: &Tongue) -> Vec<Vec<&'static str>> {
    let names = ["Amina", "Joel"];
    let children = ["Isla", "Rowan"];
    let plain = tongue
        .weekdays
        .map(|day| day.0.rsplit(' ').next().unwrap_or(day.0));
    let both = |one: &'static str, other: &'static str| vec![one, other];
    let mut groups = vec![
        names.to_vec(),
        children.to_vec(),
        plain.to_vec(),
        tongue.months.to_vec(),
        tongue.numerals.to_vec(),
        tongue.parity.to_vec(),
        tongue.nth.map(|nth| nth.0).to_vec(),
        tongue.channels.map(|channel| channel.0).to_vec(),
        both(tongue.same_day, tongue.next_day),
    ];
    groups.extend((0..3).map(|at| both(tongue.each[at], tongue.alternate[at])));
    groups
}

/// The text with one thing changed, chosen by a number; `None`, where there is no such
/// thing in it.
pub(super) fn damaged(text: &str, tongue: &Tongue, choice: usize) -> Option<String> {
    let mut damages: Vec<String> = Vec::new();
    for group in confusable(tongue) {
        for word in &group {
            for (at, _) in text
                .match_indices(word)
                .filter(|(at, _)| is_whole(text, *at, word))
            {
                let others = group.iter().filter(|other| *other != word);
                damages.extend(others.map(|other| replaced(text, at, word, other)));
            }
        }
    }
    for (at, digit) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let others = ('0'..='9').filter(|other| *other != digit);
        let digit = digit.to_string();
        damages.extend(others.map(|other| replaced(text, at, &digit, &other.to_string())));
    }
    let count = damages.len();
    (count > 0).then(|| damages.swap_remove(choice % count))
}

/// Whether the word stands by itself: `Mawrth` is a day and a month, `each` is not a beach.
fn is_whole(text: &str, at: usize, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let before = !word.starts_with(char::is_alphabetic) || !letter(text[..at].chars().next_back());
    let after =
        !word.ends_with(char::is_alphabetic) || !letter(text[at + word.len()..].chars().next());
    before && after
}

fn replaced(text: &str, at: usize, word: &str, other: &str) -> String {
    format!("{}{other}{}", &text[..at], &text[at + word.len()..])
}
