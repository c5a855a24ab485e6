//! What in an address is the home itself, and what only leads to it.

use super::wording::{Wording, words};
use super::words::WORDS;
use crate::case::person::Address;
use crate::diagnostics::Pointer;

/// A part of an address that must not stand in a text.
pub(crate) struct Part {
    /// Where it stands.
    pub(crate) at: Pointer,
    /// The part.
    pub(crate) wording: Wording,
    /// How near it leads.
    pub(crate) reach: Reach,
}

/// How near a part of an address leads to the home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// A village, or a part of a town: nothing by itself, where the case names it anyway.
    Village,
    /// The street without its number.
    Street,
    /// A whole line, a house by its number or the postcode: the home itself.
    Home,
}

/// The parts of the address of `at`, the block that holds it: every line but the town and
/// the county, and the postcode. A number, or `Flat 2`, is nothing by itself.
pub(crate) fn parts_of_address(at: &Pointer, address: Option<&Address>) -> Vec<Part> {
    let Some(address) = address else {
        return Vec::new();
    };
    let at = at.key("address");
    let lines = split_lines(&at, address);
    let house = lines.iter().position(|(_, line)| !is_bare(line));
    let town = position_of_town(&lines);
    let mut parts = Vec::new();
    for (index, (at, line)) in lines.iter().enumerate() {
        let reach = match is_street(line) || house == Some(index) {
            true => Reach::Home,
            false => Reach::Village,
        };
        if !is_bare(line) && town.is_none_or(|town| index < town) {
            parts.extend(part(at, line, reach));
            let street = street_without_number(line);
            parts.extend(street.and_then(|street| part(at, street, Reach::Street)));
            parts.extend(house_by_number(line).map(|wording| Part {
                at: at.clone(),
                wording,
                reach: Reach::Home,
            }));
        }
    }
    let postcode = address.postcode.iter().map(|code| Part {
        at: at.key("postcode"),
        wording: Wording::of(code.as_str()),
        reach: Reach::Home,
    });
    parts.extend(postcode);
    parts
}

/// The town or village of the address of `at`, with its place.
pub(crate) fn town<'a>(at: &Pointer, address: &'a Address) -> Option<(Pointer, &'a str)> {
    let mut lines = split_lines(at, address);
    position_of_town(&lines).map(|index| lines.swap_remove(index))
}

/// The town of an address with what stands below it, the county perhaps.
pub(crate) fn surroundings(address: &Address) -> Vec<&str> {
    let lines = split_lines(&Pointer::root(), address);
    let town = position_of_town(&lines).unwrap_or(lines.len());
    lines[town..].iter().map(|(_, line)| *line).collect()
}

/// The last of two lines or more, unless it is a street, or a part of a house. A county or
/// a country below the town is passed over.
fn position_of_town(lines: &[(Pointer, &str)]) -> Option<usize> {
    let is_locality = |(_, line): &(Pointer, &str)| !is_street(line) && !is_bare(line);
    let localities = lines
        .iter()
        .skip(1)
        .rev()
        .take_while(|line| is_locality(line));
    let below = localities
        .clone()
        .take_while(|(_, line)| WORDS.is_region(line))
        .count();
    let below = if below < localities.count() { below } else { 0 };
    let town = lines
        .len()
        .checked_sub(below + 1)
        .filter(|town| *town > 0)?;
    is_locality(&lines[town]).then_some(town)
}

/// The lines, and of a line with commas what stands between them.
fn split_lines<'a>(at: &Pointer, address: &'a Address) -> Vec<(Pointer, &'a str)> {
    let at = at.key("lines");
    let lines = address.lines.iter().enumerate();
    let split = lines.flat_map(|(index, line)| {
        let at = at.item(index);
        let between = line.as_str().split(',').map(str::trim);
        between.map(move |line| (at.clone(), line))
    });
    split.filter(|(_, line)| !line.is_empty()).collect()
}

fn part(at: &Pointer, line: &str, reach: Reach) -> Option<Part> {
    let wording = match words(line).count() {
        0 => return None,
        1 => is_own_name(line).then(|| Wording::of_name(line))?,
        _ if reach == Reach::Home => Wording::of(line),
        _ => street(line),
    };
    Some(Part {
        at: at.clone(),
        wording,
        reach,
    })
}

/// The name of a street, or of a village: what can be nothing but a street is found without
/// its capital too, and `the close` or `long walk` is not.
pub(crate) fn street(name: &str) -> Wording {
    match is_street(name) && words(name).any(|word| WORDS.is_name(word)) {
        true => Wording::of(name),
        false => Wording::of_name(name),
    }
}

/// Whether a single word can be the name of one house: "Rosewood", and not "Grandma's".
pub(crate) fn is_own_name(word: &str) -> bool {
    word.chars().count() >= 5
        && word.starts_with(char::is_uppercase)
        && word.chars().all(char::is_alphabetic)
}

/// Whether a line is a street, or a house in one.
pub(crate) fn is_street(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let is_one = words.clone().count() == 1;
    !is_bare(line)
        && !is_one
        && words.any(|word| word.contains(|c: char| c.is_ascii_digit()) || WORDS.is_street(word))
}

/// `Flat 2`, `Ground Floor Flat`, `31`.
fn is_bare(line: &str) -> bool {
    words(line).all(|word| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || word.chars().count() == 1
            || WORDS.is_part_of_house(word)
    })
}

fn street_without_number(line: &str) -> Option<&str> {
    let (number, street) = line.split_once(' ')?;
    let is_numbered = number.starts_with(|c: char| c.is_ascii_digit());
    (is_numbered && words(street).count() > 1).then_some(street)
}

/// The number of a house with the first word of its street: `19 Tern` of `19 Tern Court`.
fn house_by_number(line: &str) -> Option<Wording> {
    street_without_number(line)?;
    let mut words = words(line);
    let (number, street) = (words.next()?, words.next()?);
    WORDS
        .begins_street(street)
        .then(|| Wording::of_name(&format!("{number} {street}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::confidentiality::wording::Folded;

    /// Whether a text holds a line of an address, or only what leads to it, or nothing.
    fn found(lines: &[&str], text: &str) -> Option<Reach> {
        let address = Address {
            lines: lines
                .iter()
                .map(|line| line.parse().expect("a line"))
                .collect(),
            postcode: Some("LS17 9ZZ".parse().expect("a postcode")),
        };
        let text = Folded::new(text);
        let parts = parts_of_address(&Pointer::root(), Some(&address));
        let found = parts.iter().filter(|part| part.wording.is_in(&text));
        found.map(|part| part.reach).max()
    }

    const LINE: Option<Reach> = Some(Reach::Home);
    const NEAR: Option<Reach> = Some(Reach::Street);
    const VILLAGE: Option<Reach> = Some(Reach::Village);

    #[test]
    fn every_line_but_the_town_is_looked_for() {
        let flat: &[&str] = &["Flat 2", "31 Allerton Rise", "Leeds"];
        let cottage: &[&str] = &["Rosewood", "Mill Lane"];
        let village: &[&str] = &["Rosewood", "Mill Lane", "Shadwell", "Leeds"];
        let county: &[&str] = &["2 Elm Way", "Shadwell", "Leeds, West Yorkshire", "England"];
        let table = [
            (flat, "He waits in Leeds, not in flat 2.", None),
            (flat, "He waits at 31 Allerton Rise.", LINE),
            (flat, "He waits at 131 allerton rise.", NEAR),
            (flat, "He waits in Allerton Rise.", NEAR),
            (flat, "He waits in allerton rise’s car park.", NEAR),
            (&["2 The Close", "Leeds"], "At the close of the day.", None),
            (&["2 The Close", "Leeds"], "He waits in The Close.", NEAR),
            (&["2 Long Walk", "Leeds"], "After a long walk.", None),
            (flat, "Flat 2, 31 Allerton", LINE),
            (flat, "On 31 allerton pages.", None),
            (&["12 March Road", "Leeds"], "On 12 March they met.", None),
            (&["19 Tern Court"], "He waits at 19 Tern Ct.", LINE),
            (flat, "He writes to LS179ZZ.", LINE),
            (
                &["Flat 2, 31 Allerton Rise, Leeds"],
                "31, Allerton Rise",
                LINE,
            ),
            (&["31", "Allerton Rise"], "at 31 Allerton Rise", LINE),
            (&["Flat 2", "Leeds"], "Flat 2, Leeds", None),
            (cottage, "He waits at Rosewood.", LINE),
            (cottage, "A rosewood table.", None),
            (cottage, "He waits in Mill Lane.", LINE),
            (village, "He waits in Shadwell.", VILLAGE),
            (village, "He waits in Leeds.", None),
            (county, "He waits in Shadwell.", VILLAGE),
            (
                county,
                "He waits in Leeds, in West Yorkshire, in England.",
                None,
            ),
            (&["2 Elm Way", "Kent"], "He moved to Kent.", None),
            (&["2 Elm Way", "Hythe", "Kent"], "He moved to Hythe.", None),
        ];
        for (lines, text, expected) in table {
            assert_eq!(found(lines, text), expected, "{lines:?}: {text}");
        }
    }

    #[test]
    fn what_has_no_number_is_looked_for_too() {
        let table: [(&[&str], _, _); 3] = [
            (&["Sunnyside"], "He waits at Sunnyside.", LINE),
            (
                &["Heol y Bont", "Bala"],
                "She lives in Heol y Bont, Bala.",
                LINE,
            ),
            (
                &["2 Elm Way", "Chester-le-Street"],
                "Chester-le-Street",
                None,
            ),
        ];
        for (lines, text, expected) in table {
            assert_eq!(found(lines, text), expected, "{lines:?}: {text}");
        }
    }
}
