//! Phrases filled and clauses put together, in the register and the language asked for.

use crate::case::form::Id;
use crate::language::{Locale, capitalised};

use super::setting::{Register, Setting, Unsaid};

/// Whoever speaks: the words, and how they are turned.
pub(super) struct Speech<'a> {
    pub(super) locale: &'a Locale,
    pub(super) setting: &'a Setting<'a>,
}

/// What is told, before it is put together.
#[derive(Default)]
pub(super) struct Told {
    pub(super) parts: Vec<Part>,
    /// Who has the half of a holiday that the parts tell nothing of, for an order.
    pub(super) other_half: Option<String>,
    /// Sentences that settle a doubt, for an order.
    pub(super) settled: Vec<String>,
}

/// Clauses about one person's time. A child's are whole sentences, which name the person.
pub(super) struct Part {
    /// The person, where the clauses do not say whom they are about.
    pub(super) who: Option<String>,
    pub(super) clauses: Vec<String>,
}

/// What is told as a list, for an order, which has sentences of its own for whom it names apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Clauses {
    /// One thing after the other, each beginning small and without a full stop.
    pub clauses: Vec<String>,
    /// Who has all other time.
    pub rest: Option<String>,
    /// Who has the half of a holiday that the clauses tell nothing of.
    pub other_half: Option<String>,
    /// Sentences that settle a doubt, without a full stop.
    pub settled: Vec<String>,
}

impl Speech<'_> {
    pub(super) fn fill(&self, key: &str, places: &[(&str, &str)]) -> Result<String, Unsaid> {
        (self.setting.asked)(key);
        let phrase = self.locale.phrase(key);
        let filled = phrase.and_then(|phrase| phrase.fill(places).ok());
        filled.ok_or_else(|| Unsaid {
            key: key.to_owned(),
        })
    }

    pub(super) fn name(&self, id: &Id) -> String {
        (self.setting.name)(id)
    }

    pub(super) fn is_for_a_child(&self) -> bool {
        self.setting.register == Register::Child
    }

    pub(super) fn register(&self) -> &'static str {
        self.setting.register.word()
    }

    /// The person's name, unless the words are about nobody else.
    pub(super) fn unless_alone(&self, person: &Id) -> Option<String> {
        (self.setting.with != Some(person)).then(|| self.name(person))
    }

    /// A number and its noun.
    pub(super) fn count(&self, number: i64, noun: &str) -> Result<String, Unsaid> {
        let number = u64::try_from(number).unwrap_or(0);
        let counted = self.locale.count(number, noun);
        counted.ok_or_else(|| Unsaid {
            key: format!("nouns.{noun}"),
        })
    }

    /// All that is told of one thing after the other, for a list; what settles a doubt apart.
    pub(super) fn clauses(&self, told: Told) -> Result<Clauses, Unsaid> {
        let mut clauses = Vec::new();
        for part in &told.parts {
            for clause in &part.clauses {
                clauses.push(self.about(part, clause)?);
            }
        }
        Ok(Clauses {
            rest: self.who_has_the_rest(clauses.is_empty()),
            clauses,
            other_half: told.other_half,
            settled: told.settled,
        })
    }

    /// All that is told, as sentences; none where that is nothing. Of several people a plan has
    /// a paragraph for each time, so that one's do not run on into another's.
    pub(super) fn text(&self, told: Told) -> Result<Option<String>, Unsaid> {
        let of_several = told.parts.len() > 1;
        let mut sentences = Vec::new();
        let mut begins_anew = Vec::new();
        for part in told.parts {
            match self.setting.register {
                Register::Order => sentences.push(self.about(&part, &self.joined(&part.clauses)?)?),
                Register::Plan => {
                    for clause in &part.clauses {
                        begins_anew.extend(of_several.then_some(sentences.len()));
                        sentences.push(self.about(&part, clause)?);
                    }
                }
                Register::Child => sentences.extend(part.clauses),
            }
        }
        sentences.extend(self.rest(sentences.is_empty())?);
        if self.setting.register == Register::Order && !sentences.is_empty() {
            let other_half = told.other_half.as_ref().map(|name| {
                let name = [("name", name.as_str())];
                self.fill("said.settled.other-half", &name)
            });
            sentences.extend(other_half.transpose()?);
            sentences.extend(told.settled);
        }
        let mut text = String::new();
        for (at, sentence) in sentences.iter().enumerate() {
            text += match begins_anew.contains(&at) {
                _ if at == 0 => "",
                true => "\n\n",
                false => " ",
            };
            text += &(capitalised(sentence) + ".");
        }
        Ok((!text.is_empty()).then_some(text))
    }

    /// Who has all other time, unless nothing is told that it could be other than.
    fn rest(&self, nothing: bool) -> Result<Option<String>, Unsaid> {
        let Some(who) = self.who_has_the_rest(nothing) else {
            return Ok(None);
        };
        let key = format!("said.rest.{}", self.register());
        let rest = self.fill(&key, &[("who", &who)])?;
        Ok(Some(capitalised(&rest)))
    }

    fn who_has_the_rest(&self, nothing: bool) -> Option<String> {
        let person = self.setting.otherwise.filter(|_| !nothing)?;
        Some(self.name(person))
    }

    /// "with Joel Hart, each Wednesday …", where the clause does not say it.
    fn about(&self, part: &Part, clause: &str) -> Result<String, Unsaid> {
        match &part.who {
            Some(who) => self.fill("said.with", &[("who", who), ("what", clause)]),
            None => Ok(clause.to_owned()),
        }
    }

    /// "each Wednesday …; and each alternate weekend …".
    fn joined(&self, clauses: &[String]) -> Result<String, Unsaid> {
        let last = clauses.len().saturating_sub(1);
        let mut joined = String::new();
        for (at, clause) in clauses.iter().enumerate() {
            let places = [("before", joined.as_str()), ("after", clause.as_str())];
            joined = match at {
                0 => clause.clone(),
                at if at == last => self.fill("said.and-last", &places)?,
                _ => self.fill("said.and-next", &places)?,
            };
        }
        Ok(joined)
    }
}
