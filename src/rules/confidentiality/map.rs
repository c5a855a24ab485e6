//! A place told by signs: a link to a map, degrees, a grid, three words.

use super::words::WORDS;

/// Whether a text tells a place so that a machine finds it.
pub(super) fn is_on_a_map(text: &str) -> bool {
    let small = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    WORDS.maps().iter().any(|map| small.contains(map.as_str()))
        || words
            .iter()
            .any(|word| is_three_words(word) || is_plus_code(word))
        || (0..words.len()).any(|at| is_grid(&words[at..]))
        || is_in_degrees(&small)
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+')
}

/// `filled.count.soap`.
fn is_three_words(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let is_word = |part: &&str| {
        part.chars().count() >= 3
            && part.chars().all(char::is_lowercase)
            && !WORDS.ends_address(part)
    };
    parts.len() == 3 && parts.iter().all(is_word)
}

/// `9C5W+XP`, or `5WQM+2X` in a town.
fn is_plus_code(word: &str) -> bool {
    let is_sign = |c: char| "23456789CFGHJMPQRVWX".contains(c);
    let parts = word.split_once('+');
    parts.is_some_and(|(before, after)| {
        (4..=8).contains(&before.len())
            && (2..=3).contains(&after.len())
            && before.chars().chain(after.chars()).all(is_sign)
    })
}

/// `SE 296 335`, `SE296335`: a square of the National Grid and a place in it.
fn is_grid(words: &[&str]) -> bool {
    let Some((square, rest)) = words.first().and_then(|word| word.split_at_checked(2)) else {
        return false;
    };
    let is_square = square.starts_with(['H', 'N', 'O', 'S', 'T'])
        && square.chars().all(|c| c.is_ascii_uppercase());
    let is_number = |text: &str, lengths: &[usize]| {
        lengths.contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit())
    };
    let half = [3, 4, 5];
    is_square
        && match (rest, words.get(1), words.get(2)) {
            ("", Some(east), Some(north)) if is_number(east, &half) => {
                is_number(north, &[east.len()])
            }
            ("", Some(both), _) => is_number(both, &[6, 8, 10]),
            (rest, Some(north), _) if is_number(rest, &half) => is_number(north, &[rest.len()]),
            (rest, ..) => is_number(rest, &[6, 8, 10]),
        }
}

/// `53.8008, -1.5491`, or `53° 48′ N`; `20 °C` is no place.
fn is_in_degrees(small: &str) -> bool {
    let has_degrees = small
        .split('°')
        .skip(1)
        .any(|after| after.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    let signs = |c: char| !(c.is_ascii_digit() || c == '.' || c == '-' || c.is_alphabetic());
    let words = small
        .split(signs)
        .filter(|word| !["", "n", "w", "e", "s"].contains(word));
    let exact: Vec<bool> = words.map(is_exact).collect();
    has_degrees || exact.windows(2).any(|two| two[0] && two[1])
}

/// A number of degrees with so many decimals that it is a place.
fn is_exact(word: &str) -> bool {
    let word = word
        .trim_start_matches('-')
        .trim_end_matches(['n', 'e', 's', 'w', '.']);
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let parts = word.split_once('.');
    parts.is_some_and(|(whole, rest)| {
        digits(whole) && whole.len() <= 3 && digits(rest) && rest.len() >= 3
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_in_many_ways_and_a_number_is_none() {
        for place in [
            "at ///filled.count.soap",
            "The words are filled.count.soap.",
            "https://maps.app.goo.gl/x1",
            "53.8008, -1.5491",
            "53.8008 N 1.5491 W",
            "53° 48′ 3″ N",
            "SE 296 335",
            "SE296335",
            "SE 296335",
            "5WQM+2X Leeds",
            "UPRN 100023336956",
        ] {
            assert!(is_on_a_map(place), "{place}");
        }
        for none in [
            "at 20 °C",
            "Ring +44 20 7946 0163.",
            "www.example.org",
            "It cost £12.345 and 3.5 hours.",
            "On 3.4.2026 they met.",
            "NO later than 3 pm",
            "They left.Then they came.",
        ] {
            assert!(!is_on_a_map(none), "{none}");
        }
    }
}
