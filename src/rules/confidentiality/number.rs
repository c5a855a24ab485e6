//! Numbers that are spelled, in English and in Welsh: `nineteen`, `double seven`,
//! `a hundred and nineteen`, `un deg naw`, `pedwar ar bymtheg`.

use super::words::WORDS;

/// The digits that a word stands for, and how many of the words after it belong to it.
pub(super) fn number(word: &str, after: &[&str]) -> (Option<String>, usize) {
    let (first, second) = (low(after.first()), low(after.get(1)));
    let next = digit(&first);
    if let (Some(times), Some(next)) = (WORDS.times(word), &next) {
        return (Some(next.repeat(times)), 1);
    }
    let unit = digit(word).filter(|_| WORDS.number(word).is_some());
    match (
        unit.as_deref().or((word == "a").then_some("1")),
        WORDS.base(&second),
    ) {
        (Some(unit), _) if WORDS.is_hundred(&first) => {
            let rest = &after[1..];
            let and = usize::from(["and", "a"].contains(&low(rest.first()).as_str()));
            match below_hundred(&rest[and..]) {
                Some((below, taken)) => (Some(format!("{unit}{below:0>2}")), 1 + and + taken),
                None => (Some(format!("{unit}00")), 1),
            }
        }
        (Some(unit), Some(base)) if first == "ar" && word != "a" => (Some(sum(base, unit)), 2),
        (Some(unit), _) if ["deg", "ddeg"].contains(&first.as_str()) && word != "a" => {
            let end = digit(&second).filter(|end| end != "0");
            let taken = 1 + usize::from(end.is_some());
            (
                Some(format!("{unit}{}", end.unwrap_or("0".to_owned()))),
                taken,
            )
        }
        _ => match below_hundred_with(word, next) {
            Some((number, taken)) => (Some(number), taken),
            None => (None, 0),
        },
    }
}

/// A number below a hundred that words begin with, and how many they are.
fn below_hundred(words: &[&str]) -> Option<(String, usize)> {
    let word = low(words.first());
    let (number, taken) = below_hundred_with(&word, digit(&low(words.get(1))))?;
    Some((number, taken + 1))
}

/// The same of a word and the digit after it, if one is; how many words after it that took.
fn below_hundred_with(word: &str, next: Option<String>) -> Option<(String, usize)> {
    match (WORDS.tens(word), next) {
        (Some(tens), Some(unit)) if unit != "0" => Some((format!("{}{unit}", &tens[..1]), 1)),
        (Some(tens), _) => Some((tens.to_owned(), 0)),
        (None, _) => Some((WORDS.number(word)?.to_owned(), 0)),
    }
}

/// One digit, written or spelled.
fn digit(word: &str) -> Option<String> {
    let is_digit = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_digit());
    let spelled = WORDS.number(word).filter(|number| number.len() == 1);
    is_digit.then_some(word).or(spelled).map(str::to_owned)
}

fn sum(base: u32, unit: &str) -> String {
    (base + unit.parse::<u32>().unwrap_or_default()).to_string()
}

fn low(word: Option<&&str>) -> String {
    word.map(|word| word.to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_said() {
        let table = [
            ("nineteen", "19", 1),
            ("double seven", "77", 2),
            ("thirty one", "31", 2),
            ("one hundred and nineteen", "119", 4),
            ("a hundred and three", "103", 4),
            ("two hundred", "200", 2),
            ("un deg naw", "19", 3),
            ("dau ddeg", "20", 2),
            ("pedwar ar bymtheg", "19", 3),
            ("un ar hugain", "21", 3),
            ("cant a phedwar", "", 0),
            ("a house", "", 0),
        ];
        for (words, expected, length) in table {
            let words: Vec<&str> = words.split(' ').collect();
            let (number, taken) = number(words[0], &words[1..]);
            let taken = number.as_ref().map_or(0, |_| taken + 1);
            assert_eq!(
                (number.unwrap_or_default().as_str(), taken),
                (expected, length)
            );
        }
    }
}
