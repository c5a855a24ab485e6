//! Values that may be one thing or another: the shape of what is written, or the
//! word in its tag, says which was meant, and only that one is reported on.

use std::cmp::Reverse;
use std::rc::Rc;

use serde_json::Value;
use serde_yaml::Value as Typed;

use super::wording::{kind, line};
use super::{Checker, Spot};
use crate::diagnostics::in_backticks;
use crate::reading::{Content, Entry};
use crate::schema::wanted::{Fields, Wanted};

impl<'a> Checker<'a> {
    /// A value that may be any of these, checked as the one that was meant.
    pub(super) fn either(
        &mut self,
        spot: &Spot<'_>,
        schema: &'a Value,
        several: &[&'a Value],
    ) -> Typed {
        let fitting: Vec<&'a Value> = several
            .iter()
            .copied()
            .filter(|one| fits(&self.schema.wanted(one), &spot.node.content))
            .collect();
        match (&spot.node.content, fitting.as_slice()) {
            (_, []) => {
                let kind = kind(&self.schema, &Wanted::Either(several.to_vec()));
                let help = format!("write {}", line(&self.schema, &spot.name, schema));
                self.wrong_type(spot, &kind, help);
                Typed::Null
            }
            (_, [only]) => self.value(spot, only),
            (Content::Block(entries), several) => self.either_block(spot, entries, several),
            (_, several) => self.first_clean(spot, several),
        }
    }

    /// Several kinds of block: one field with one word in each tells them apart, or
    /// each has fields that it must have, of which most are written.
    fn either_block(&mut self, spot: &Spot<'_>, entries: &[Entry], several: &[&'a Value]) -> Typed {
        let blocks: Vec<(&'a Value, Rc<Fields<'a>>)> = several
            .iter()
            .filter_map(|schema| match &*self.schema.wanted(schema) {
                Wanted::Fields(fields) => Some((*schema, Rc::clone(fields))),
                _ => None,
            })
            .collect();
        if let Some(tag) = self.tag(&blocks) {
            return self.tagged(spot, entries, tag, &blocks);
        }
        let written = |field: &&str| entries.iter().any(|entry| entry.key == **field);
        let of_it = |fields: &Fields<'_>| fields.required.iter().filter(|one| written(one)).count();
        let meant = blocks
            .iter()
            .min_by_key(|(_, fields)| Reverse(of_it(fields)));
        match meant {
            Some((schema, _)) => self.value(spot, schema),
            None => self.first_clean(spot, several),
        }
    }

    fn tagged(
        &mut self,
        spot: &Spot<'_>,
        entries: &[Entry],
        tag: &'a str,
        blocks: &[(&'a Value, Rc<Fields<'a>>)],
    ) -> Typed {
        let words: Vec<(&str, &'a Value)> = blocks
            .iter()
            .filter_map(|(schema, fields)| Some((self.word(fields, tag)?, *schema)))
            .collect();
        let choices: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let Some(entry) = entries.iter().find(|entry| entry.key == tag) else {
            let help = format!("add `{tag}:` and one of {}", in_backticks(&choices));
            self.lacks(spot, tag, help);
            return Typed::Null;
        };
        let at = Spot {
            node: &entry.value,
            key: Some(&entry.key_range),
            name: spot.name.field(tag),
        };
        match &entry.value.content {
            Content::Scalar { text, .. } => {
                if let Some((_, schema)) = words.iter().find(|(word, _)| word == text) {
                    return self.value(spot, schema);
                }
                self.choice(&at, text, &choices)
            }
            Content::List(_) | Content::Block(_) => {
                let help = format!("write one of {}", in_backticks(&choices));
                self.wrong_type(&at, "one of the choices", help);
                Typed::Null
            }
        }
    }

    /// The field that has one word, and another one, in each block.
    fn tag(&self, blocks: &[(&'a Value, Rc<Fields<'a>>)]) -> Option<&'a str> {
        let (_, first) = blocks.first()?;
        let everywhere = |tag: &str| {
            blocks
                .iter()
                .all(|(_, fields)| self.word(fields, tag).is_some())
        };
        let mut tags = first.all.iter().map(|(field, _)| *field);
        tags.find(|tag| everywhere(tag))
    }

    fn word(&self, fields: &Fields<'a>, tag: &str) -> Option<&'a str> {
        match &*self.schema.wanted(fields.get(tag)?) {
            Wanted::Choice(words) => match words[..] {
                [only] => Some(only),
                _ => None,
            },
            _ => None,
        }
    }

    /// The first of several readings that nothing is wrong with, else the last one.
    fn first_clean(&mut self, spot: &Spot<'_>, several: &[&'a Value]) -> Typed {
        let before = std::mem::take(&mut self.findings);
        let mut typed = Typed::Null;
        for one in several {
            self.findings = crate::diagnostics::Findings::new();
            typed = self.value(spot, one);
            if self.findings.is_empty() {
                break;
            }
        }
        let found = std::mem::replace(&mut self.findings, before);
        self.findings.extend(found);
        typed
    }
}

/// Whether what is written has the outline of what is wanted.
fn fits(wanted: &Wanted<'_>, content: &Content) -> bool {
    match wanted {
        Wanted::Fields(_) | Wanted::Map(_) => matches!(content, Content::Block(_)),
        Wanted::List { .. } => matches!(content, Content::List(_)),
        Wanted::Either(_) => true,
        Wanted::Text { .. } | Wanted::Whole { .. } | Wanted::Truth | Wanted::Choice(_) => {
            matches!(content, Content::Scalar { .. })
        }
    }
}
