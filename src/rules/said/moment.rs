//! Days with their hours, and from one to the other: what the tokens of a sentence say.

use jiff::civil::Time;

use super::token::Token;
use super::words::WORDS;
use crate::case::recurrence::Weekday;

/// A day, an hour, or both together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Option<Weekday>,
    pub(super) time: Option<Time>,
}

/// What a sentence says of time: moments by themselves, and stretches between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    At(Moment),
    FromTo(Moment, Moment),
}

/// What a sentence says of time, in its order.
pub(super) fn said(tokens: &[Token]) -> Vec<Said> {
    let mut said = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((first, after)) = moment(tokens, at) else {
            at += 1;
            continue;
        };
        let joined = tokens.get(after) == Some(&Token::Until);
        let second = moment(tokens, skip(tokens, after + 1)).filter(|_| joined);
        match second {
            Some((second, end)) => {
                said.push(Said::FromTo(first, second));
                at = end;
            }
            None => {
                said.push(Said::At(first));
                at = after;
            }
        }
    }
    said
}

/// The moment that begins at a token, and where it ends.
fn moment(tokens: &[Token], at: usize) -> Option<(Moment, usize)> {
    match tokens.get(at)? {
        Token::Day(day) => {
            let next = skip(tokens, at + 1);
            let Some(Token::Time(time)) = tokens.get(next) else {
                let day = Some(*day);
                return Some((Moment { day, time: None }, at + 1));
            };
            // `on Wednesday, and 3.15 pm on Friday`: the hour has a day of its own.
            let own = on_day(tokens, next + 1);
            let both = own.is_none();
            let time = both.then_some(*time);
            let after = if both { next + 1 } else { at + 1 };
            Some((
                Moment {
                    day: Some(*day),
                    time,
                },
                after,
            ))
        }
        Token::Time(time) => {
            let time = Some(*time);
            match on_day(tokens, at + 1) {
                Some((day, after)) => Some((
                    Moment {
                        day: Some(day),
                        time,
                    },
                    after,
                )),
                None => Some((Moment { day: None, time }, at + 1)),
            }
        }
        _ => None,
    }
}

/// `on Friday`, `each Friday`, `Friday` behind an hour.
fn on_day(tokens: &[Token], at: usize) -> Option<(Weekday, usize)> {
    let next = skip(tokens, at);
    match tokens.get(next)? {
        Token::Day(day) => Some((*day, next + 1)),
        _ => None,
    }
}

fn skip(tokens: &[Token], at: usize) -> usize {
    let rest = tokens.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .take_while(|token| token.is(&WORDS.between))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::sample::case;
    use crate::rules::said::token::{People, read};

    fn told(sentence: &str) -> Vec<String> {
        let moment = |moment: Moment| {
            let day = moment.day.map(|day| format!("{day:?}"));
            let time = moment.time.map(|time| time.strftime("%H:%M").to_string());
            [day, time]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        };
        let people = People::of(&case());
        let tokens = read(sentence, &people);
        let said = said(&tokens).into_iter().map(|said| match said {
            Said::At(one) => moment(one),
            Said::FromTo(first, second) => format!("{} to {}", moment(first), moment(second)),
        });
        said.collect()
    }

    #[test]
    fn days_are_told_with_their_hours() {
        let table: [(&str, &[&str]); 8] = [
            (
                "Friday 3.15 pm to Monday 8.45 am",
                &["Friday 15:15 to Monday 08:45"],
            ),
            (
                "Each Wednesday from 3.30 pm until 8.45 am on Thursday, and each alternate weekend \
                 from 3.30 pm on Friday until 8.45 am on Monday",
                &[
                    "Wednesday 15:30 to Thursday 08:45",
                    "Friday 15:30 to Monday 08:45",
                ],
            ),
            ("Saturdays, 10 am–4 pm", &["Saturday", "10:00 to 16:00"]),
            ("from Friday to Monday morning", &["Friday to Monday"]),
            ("on Wednesdays at 6 pm", &["Wednesday 18:00"]),
            (
                "Sundays between 6 pm and 6.30 pm.",
                &["Sunday", "18:00", "18:30"],
            ),
            (
                "bob dydd Gwener o 5 yp tan 9 yb ddydd Llun",
                &["Friday 17:00 to Monday 09:00"],
            ),
            ("every second weekend", &[]),
        ];
        for (sentence, expected) in table {
            assert_eq!(told(sentence), expected, "{sentence}");
        }
    }
}
