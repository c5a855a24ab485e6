//! `describe NAME`: what a name means. The same name may be a partial, a helper, a call of
//! the theme and a group of phrases: then the answer is how to ask for each.

use std::fmt;

use super::meaning::{Kind, Meaning};
use super::page::Page;
use super::unanswered::Unanswered;
use super::{calls, helpers, partials, phrases, texts, values};
use crate::assets::Layered;
use crate::diagnostics::nearest;
use crate::language::Language;
use crate::packs::shelf::Packs;

/// What a name means.
#[derive(Debug)]
pub struct Described {
    asked: String,
    meanings: Vec<Meaning>,
}

/// What is asked for: a name, and the kind that its form tells.
struct Asked<'t> {
    name: &'t str,
    kind: Option<Kind>,
}

impl<'t> Asked<'t> {
    /// `{{> masthead}}`, `{{list names}}`, `{{#if x}}`, `(eq a b)`, `#masthead(…)`,
    /// `theme:masthead`, `calendar.*`, or a name alone.
    fn read(text: &'t str) -> Self {
        let text = text.trim();
        let (kind, rest) = if let Some(tag) = text.strip_prefix("{{") {
            match tag.trim_start().strip_prefix('>') {
                Some(name) => (Some(Kind::Partial), name),
                None => (Some(Kind::Helper), tag),
            }
        } else if let Some(name) = text.strip_prefix('>') {
            (Some(Kind::Partial), name)
        } else if let Some(name) = text.strip_prefix('(') {
            (Some(Kind::Helper), name)
        } else if let Some(name) = text.strip_prefix('#').or(text.strip_prefix("theme:")) {
            (Some(Kind::Call), name)
        } else if let Some(group) = text.strip_suffix(".*") {
            (Some(Kind::Group), group)
        } else {
            (None, text)
        };
        let rest =
            rest.trim_start_matches(|sign: char| sign.is_whitespace() || "#(".contains(sign));
        let end = rest.find(|sign: char| sign.is_whitespace() || "(}[".contains(sign));
        Asked {
            name: &rest[..end.unwrap_or(rest.len())],
            kind,
        }
    }
}

pub(super) fn describe(
    assets: &Layered,
    packs: &Packs,
    text: &str,
) -> Result<Described, Unanswered> {
    let asked = Asked::read(text);
    let english = packs.locale(assets, Language::En)?;
    let welsh = packs.locale(assets, Language::Cy)?;
    let texts = texts::templates(assets, packs)?;
    let theme = calls::Theme::read(assets)?;
    let partials = partials::Partials::read(assets, packs);
    let name = asked.name;
    let meanings = [
        values::meaning(name, assets)?,
        values::all(name),
        values::firm(name, assets)?,
        partials.meaning(name, &texts),
        helpers::meaning(name),
        theme.meaning(name, &texts),
        phrases::meaning(name, (&english, &welsh), &texts),
        phrases::group(name, &english, &texts),
    ];
    let wanted = |meaning: &Meaning| asked.kind.is_none_or(|kind| kind.is_of(meaning.kind));
    let meanings: Vec<_> = meanings.into_iter().flatten().filter(wanted).collect();
    if !meanings.is_empty() {
        return Ok(Described {
            asked: name.to_owned(),
            meanings,
        });
    }
    let known: Vec<&str> = texts
        .keys()
        .filter_map(|key| texts::partial(key))
        .chain(helpers::names())
        .chain(theme.names())
        .chain(values::names())
        .chain(english.keys())
        .collect();
    Err(Unanswered::NoSuch {
        why: format!("nothing in the templates is called `{name}`"),
        help: match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "ask for a partial as `{{> name}}`, a helper as `{{name}}`, a call of the \
                     theme as `#name`, a phrase by its key"
                .to_owned(),
        },
    })
}

impl fmt::Display for Described {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        let title = |meaning: &Meaning| format!("{}    {}", meaning.written, meaning.kind.word());
        match &self.meanings[..] {
            [only] => {
                page.line(0, &title(only));
                page.words(2, &only.sentence);
                write!(f, "{page}\n{}", only.rest)
            }
            several => {
                page.line(
                    0,
                    &format!("{} things are called `{}`", several.len(), self.asked),
                );
                for meaning in several {
                    page.line(2, &title(meaning));
                    page.words(6, &meaning.sentence);
                }
                let first = several.first().map(|meaning| meaning.written.as_str());
                let first = first.unwrap_or_default();
                page.line(
                    0,
                    &format!("say which: `concord templates describe '{first}'`"),
                );
                write!(f, "{page}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_name_says_what_it_is() {
        let read = |text| {
            let asked = Asked::read(text);
            (asked.name.to_owned(), asked.kind)
        };
        let is = |name: &str, kind| (name.to_owned(), kind);
        assert_eq!(read("{{> masthead}}"), is("masthead", Some(Kind::Partial)));
        assert_eq!(read("> masthead x=1"), is("masthead", Some(Kind::Partial)));
        assert_eq!(read("{{list names}}"), is("list", Some(Kind::Helper)));
        assert_eq!(read("{{#if x}}"), is("if", Some(Kind::Helper)));
        assert_eq!(read("(eq a b)"), is("eq", Some(Kind::Helper)));
        assert_eq!(read("#signature(…)"), is("signature", Some(Kind::Call)));
        assert_eq!(read("theme:facts"), is("facts", Some(Kind::Call)));
        assert_eq!(read("calendar.*"), is("calendar", Some(Kind::Group)));
        assert_eq!(read("heading.aged"), is("heading.aged", None));
    }
}
