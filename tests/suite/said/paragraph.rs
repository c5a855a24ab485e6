//! Reads a paragraph of a record's annex back: who, which child, when, from and until when;
//! `behind.rs` reads where. It knows the words of an order, and neither the locale nor the case.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::behind::{self, Behind, Places, plain_date};
use super::meaning::{Meaning, Who};
use super::rank::SubjectTo;
use super::reader::Reader;

/// What a paragraph orders.
#[derive(Debug, PartialEq)]
pub(super) struct Paragraph {
    pub(super) children: BTreeSet<String>,
    pub(super) verb: Verb,
    pub(super) from: Option<Date>,
    /// The year in which it begins, where that says the day too.
    pub(super) first_year: Option<i16>,
    /// The day of the review after which it begins, where the parents then agree.
    pub(super) after_review: Option<Date>,
    pub(super) until: Option<Date>,
    /// The day on which its one time of every week first begins.
    pub(super) first_time: Option<Date>,
    /// The paragraphs that go before it.
    pub(super) subject_to: SubjectTo,
    pub(super) when: Option<Meaning>,
    /// Whether half terms are told to be among its holidays.
    pub(super) half_terms: bool,
    /// Who has all other time.
    pub(super) rest: Who,
    /// Where the handovers are.
    pub(super) behind: Behind,
}

/// What the children shall do, and with whom: of several each clause says whose it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verb {
    Live(BTreeSet<String>),
    SpendTime(BTreeSet<String>),
    HaveContact(BTreeSet<String>),
}

/// How one language frames a paragraph.
pub(super) struct Frame {
    before: &'static str,
    shall: [&'static [&'static str]; 3],
    pub(super) from: [&'static str; 2],
    first_year: &'static str,
    after_review: [&'static str; 2],
    pub(super) until: &'static str,
    /// Before the numbers, with the longer words first.
    subject: &'static [&'static str],
    follows: &'static str,
    pub(super) first_time: &'static str,
    half_terms: &'static str,
    /// Before and behind the names of several people, whose times the clauses share.
    each_of: [&'static str; 2],
    /// Before the children, where it is told who has all other time, or the other half of a
    /// holiday; and how the words of a schedule say the same.
    rest: [[&'static str; 2]; 2],
    /// Between the children and the person, in these two sentences.
    be_with: &'static [&'static str],
    pub(super) behind: Places,
    and: &'static [&'static str],
    /// What stands before words that were written in the other language.
    original: &'static str,
}

pub(super) const ENGLISH: Frame = Frame {
    before: "",
    shall: [
        &[" shall live with "],
        &[" shall spend time with "],
        &[" shall have contact with "],
    ],
    from: [" from ", ""],
    first_year: ", beginning in ",
    after_review: [" after the review on ", ", if it is then agreed"],
    until: " until ",
    subject: &[", subject to paragraphs ", ", subject to paragraph "],
    follows: ", as follows:",
    first_time: " The first of these times begins on ",
    half_terms: " A half term is a school holiday.",
    each_of: ["each of ", ""],
    rest: [
        ["At all other times ", "At all other times, with "],
        [
            "For the other half of the holiday ",
            "The other half of the holiday is with ",
        ],
    ],
    be_with: &[" shall be with "],
    behind: behind::ENGLISH,
    and: &[" and "],
    original: "(Original Welsh) ",
};

pub(super) const WELSH: Frame = Frame {
    before: "Bydd ",
    shall: [
        &[" yn byw gydag ", " yn byw gyda "],
        &[" yn treulio amser gydag ", " yn treulio amser gyda "],
        &[" yn cael cyswllt ag ", " yn cael cyswllt \u{e2} "],
    ],
    from: [" o ", " ymlaen"],
    first_year: ", gan ddechrau yn ",
    after_review: [
        " ar \u{f4}l yr adolygiad ",
        ", os cytunir ar hynny bryd hynny",
    ],
    until: " hyd at ",
    subject: &[", yn amodol ar baragraffau ", ", yn amodol ar baragraff "],
    follows: ", fel a ganlyn:",
    first_time: " Mae\u{2019}r cyntaf o\u{2019}r amseroedd hyn yn dechrau ",
    half_terms: " Mae hanner tymor yn wyliau ysgol.",
    each_of: ["", " ar wah\u{e2}n"],
    rest: [
        ["Ar bob adeg arall bydd ", "Ar bob adeg arall, gyda "],
        [
            "Am hanner arall y gwyliau bydd ",
            "Mae hanner arall y gwyliau gyda ",
        ],
    ],
    be_with: &[" gydag ", " gyda "],
    behind: behind::WELSH,
    and: &[" ac ", " a "],
    original: "(Saesneg gwreiddiol) ",
};

impl Frame {
    /// What a paragraph means; `None`, where it cannot be read whole.
    pub(super) fn read(&self, text: &str, reader: &Reader) -> Option<Paragraph> {
        let text = text.replace(self.original, "");
        let half_terms = text.contains(self.half_terms);
        let text = text.replacen(self.half_terms, "", 1);
        let (text, first_time) = self.first_time(&text, reader)?;
        let (told, behind) = self.parted(&text)?;
        let told = told.strip_prefix(self.before)?;
        let (children, verb, rest) = self.opening(told)?;
        let rest = self.as_in_a_schedule(rest, &children)?;
        let rest = rest.as_str();
        let (from, rest) = self.dated(rest, self.from, reader, false)?;
        let (first_year, rest) = self.first_year(rest)?;
        let (after_review, rest) = self.dated(rest, self.after_review, reader, true)?;
        let (until, rest) = self.dated(rest, [self.until, ""], reader, false)?;
        let (subject_to, rest) = self.subject_to(rest)?;
        let (when, rest) = match rest {
            "." => (None, None),
            _ => self
                .when(rest, reader)
                .map(|(when, rest)| (Some(when), rest))?,
        };
        Some(Paragraph {
            children,
            verb,
            from,
            first_year,
            after_review,
            until,
            first_time,
            subject_to,
            when,
            half_terms,
            rest,
            behind,
        })
    }

    /// The children, what they shall do, and what follows the person.
    fn opening<'t>(&self, told: &'t str) -> Option<(BTreeSet<String>, Verb, &'t str)> {
        let made = [Verb::Live, Verb::SpendTime, Verb::HaveContact];
        let (children, after, verb) = self.shall.iter().zip(made).find_map(|(words, verb)| {
            let mut words = words.iter();
            let (children, after) = words.find_map(|words| told.split_once(words))?;
            Some((children, after, verb))
        })?;
        let ends = [self.from[0], self.after_review[0], self.until, ",", "."];
        let end = ends.iter().filter_map(|end| after.find(end)).min()?;
        let (name, rest) = after.split_at(end);
        let mut people = self.children(name);
        if people.len() > 1 {
            let [before, after] = self.each_of;
            people = self.children(name.strip_prefix(before)?.strip_suffix(after)?);
        }
        Some((self.children(children), verb(people), rest))
    }

    /// The same, with who has all other time and the other half of a holiday told as the words
    /// of a schedule do, in their order.
    fn as_in_a_schedule(&self, told: &str, children: &BTreeSet<String>) -> Option<String> {
        let mut text = told.to_owned();
        let mut found = (None, String::new());
        for [before, canonical] in self.rest {
            let Some(at) = text.find(before) else {
                continue;
            };
            let sentence = &text[at + before.len()..];
            let end = sentence.find('.')?;
            let mut words = self.be_with.iter();
            let (whose, name) = words.find_map(|with| sentence[..end].split_once(with))?;
            (self.children(whose) == *children).then_some(())?;
            let said = format!("{canonical}{name}. ");
            let behind = at + before.len() + end + 1;
            let rest = text[behind..].trim_start_matches(' ').to_owned();
            text.truncate(at);
            text += &rest;
            found = (
                Some(found.0.map_or(at, |first: usize| first.min(at))),
                found.1 + &said,
            );
        }
        if let (Some(at), said) = found {
            text.insert_str(at, &said);
        }
        Some(text.trim_end().to_owned())
    }

    pub(super) fn children(&self, told: &str) -> BTreeSet<String> {
        let mut names = vec![told.to_owned()];
        for and in [", "].iter().chain(self.and) {
            let parts = names.iter().flat_map(|name| name.split(and));
            names = parts.map(str::to_owned).collect();
        }
        names.into_iter().collect()
    }

    /// A date between two words, where it stands next, and what follows it.
    pub(super) fn dated<'t>(
        &self,
        told: &'t str,
        [before, after]: [&str; 2],
        reader: &Reader,
        has_weekday: bool,
    ) -> Option<(Option<Date>, &'t str)> {
        let Some(rest) = told.strip_prefix(before) else {
            return Some((None, told));
        };
        let day = |end: &usize| match has_weekday {
            true => reader.date(&rest[..*end], true),
            false => plain_date(&rest[..*end], reader),
        };
        let edges = rest
            .char_indices()
            .filter(|(_, letter)| !letter.is_alphanumeric());
        let end = edges.map(|(at, _)| at).find(|end| day(end).is_some())?;
        let day = day(&end)?;
        Some((Some(day), rest[end..].strip_prefix(after)?))
    }

    /// The year in which it begins, where it stands next, and what follows it.
    fn first_year<'t>(&self, told: &'t str) -> Option<(Option<i16>, &'t str)> {
        let Some(rest) = told.strip_prefix(self.first_year) else {
            return Some((None, told));
        };
        let (year, rest) = rest.split_at_checked(4)?;
        Some((Some(year.parse().ok()?), rest))
    }

    /// What goes before it, where that stands next, and what follows.
    fn subject_to<'t>(&self, told: &'t str) -> Option<(SubjectTo, &'t str)> {
        let mut found = SubjectTo::new();
        let mut rest = told;
        if let Some(marks) = self
            .subject
            .iter()
            .find_map(|words| rest.strip_prefix(words))
        {
            rest = self.marks(marks, &mut found)?;
        }
        Some((found, rest))
    }

    /// "2, 4 and 5": one at least, none twice, and what follows the last.
    fn marks<'t>(&self, told: &'t str, found: &mut SubjectTo) -> Option<&'t str> {
        let mut rest = told;
        loop {
            let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric())?;
            let (mark, after) = rest.split_at(end);
            found.insert(mark.to_owned()).then_some(())?;
            let next = [", "].iter().chain(self.and);
            let is_mark = |rest: &&str| {
                let word = rest.split([' ', ',', '.']).next();
                word.is_some_and(|word| !word.is_empty() && word.chars().all(is_of_mark))
            };
            let next = next.filter_map(|and| after.strip_prefix(and)).find(is_mark);
            match next {
                Some(more) => rest = more,
                None => return Some(after),
            }
        }
    }

    /// The clauses, one or lettered, and what stands behind them: each is a sentence.
    fn when(&self, told: &str, reader: &Reader) -> Option<(Meaning, Who)> {
        let Some(lettered) = told.strip_prefix(self.follows) else {
            return reader.read(&capitalised(told.strip_prefix(", ")?));
        };
        // Of several people one time alone needs no letter.
        if !lettered.trim_start().starts_with('(') {
            return reader.read(&capitalised(lettered.trim_start()));
        }
        let mut sentences = Vec::new();
        let mut lines = lettered.trim().lines();
        for letter in 'a'..='z' {
            let clause = lines.next()?.strip_prefix(&format!("({letter}) "))?;
            sentences.push(capitalised(clause.trim_end_matches([';', '.'])) + ".");
            if clause.ends_with('.') {
                break;
            }
        }
        (sentences.len() > 1).then_some(())?;
        sentences.extend(lines.map(str::to_owned));
        reader.read(&sentences.join(" "))
    }
}

fn is_of_mark(letter: char) -> bool {
    letter.is_ascii_digit()
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
