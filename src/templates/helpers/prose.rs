//! Free text as a person typed it: a blank line begins a paragraph, a line break
//! stays a line break. Where not everybody may be served with it, it says so wherever a
//! template prints it.

use handlebars::{Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext};
use serde_json::Value;

use super::call::{Call, Refused};
use super::phrase::filled;
use super::tools::Tools;
use crate::diagnostics::code;
use crate::templates::recorder::Slot;
use crate::templates::rendered::ViewPointer;

/// Between two paragraphs. A blank line would mean the same in most places, but not
/// inside a list item, which it would end.
const PARAGRAPH_BREAK: &str = "#parbreak();";

/// `{{paragraphs path}}`: free text, of which each paragraph is a value of its own.
pub(super) struct Paragraphs<'p>(pub Tools<'p>);

impl HelperDef for Paragraphs<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        _: &mut dyn Output,
    ) -> HelperResult {
        let Ok(call) = Call::read(helper, self.0) else {
            return Ok(());
        };
        let Ok(prose) = prose(&call) else {
            return Ok(());
        };
        let pointer = call.pointer();
        if let Some(mark) = &prose.mark {
            self.mark(&call, mark)?;
        }
        for (number, paragraph) in paragraphs(prose.text).into_iter().enumerate() {
            if number > 0 {
                self.0.recorder.helper_text(call.site, PARAGRAPH_BREAK)?;
            }
            for (part, original) in prose.parts(paragraph) {
                let value = (Slot::Paragraph(part), pointer.clone());
                match original {
                    Some(original) => {
                        let is_whole = prose.original.is_some();
                        self.original(&call, original, (number == 0, is_whole), value)?;
                    }
                    None => self.0.recorder.value(call.site, value.0, value.1)?,
                }
            }
        }
        if prose.mark.is_some() {
            self.0.recorder.helper_text(call.site, "];")?;
        }
        Ok(())
    }
}

impl Paragraphs<'_> {
    /// Before a text that not everybody may be served with: the theme's `marked` is told what
    /// to print behind each paragraph of it.
    fn mark(&self, call: &Call<'_, '_>, mark: &str) -> HelperResult {
        let recorder = self.0.recorder;
        recorder.helper_text(call.site, "#marked[ *(")?;
        recorder.value(call.site, Slot::Text(mark.to_owned()), None)?;
        recorder.helper_text(call.site, ")*][")?;
        Ok(())
    }

    /// A paragraph in another language than the document's: the theme's `original` is told
    /// which, in words too, and whether it is the first of a section.
    fn original(
        &self,
        call: &Call<'_, '_>,
        original: &Original<'_>,
        (is_first, is_whole): (bool, bool),
        (paragraph, pointer): (Slot, Option<ViewPointer>),
    ) -> HelperResult {
        let recorder = self.0.recorder;
        recorder.helper_text(call.site, "#original(")?;
        recorder.value(call.site, Slot::Typed(original.language.into()), None)?;
        let is_noted = is_first && recorder.notes_a_language();
        if is_noted || is_first && is_whole {
            let name = if is_noted { ", note: [" } else { ", again: [" };
            recorder.helper_text(call.site, name)?;
            recorder.value(call.site, Slot::Text(original.note.clone()), None)?;
            recorder.helper_text(call.site, "]")?;
        }
        recorder.helper_text(call.site, ")[")?;
        recorder.value(call.site, paragraph, pointer)?;
        recorder.helper_text(call.site, "];")?;
        Ok(())
    }
}

/// Free text as the view gives it.
struct Prose<'a> {
    text: &'a str,
    /// Set where it is in another language than the document.
    original: Option<Original<'a>>,
    /// Names in it that are in another language.
    names: Vec<(&'a str, Original<'a>)>,
    /// Who may be served with it, where not all parties.
    mark: Option<String>,
}

struct Original<'a> {
    language: &'a str,
    note: String,
}

/// A stretch of a paragraph, and where it is in another language, which.
type Stretch<'o> = (String, Option<&'o Original<'o>>);

impl Prose<'_> {
    /// A paragraph, parted where a name in another language begins and ends.
    fn parts(&self, paragraph: String) -> Vec<Stretch<'_>> {
        let mut parts = vec![(paragraph, self.original.as_ref())];
        for (name, original) in &self.names {
            let mut finer = Vec::new();
            for (text, own) in parts {
                match own {
                    Some(_) => finer.push((text, own)),
                    None => finer.extend(parted(&text, name, original)),
                }
            }
            parts = finer;
        }
        parts
    }
}

/// The words around a name, wherever it stands, and the name itself.
fn parted<'o>(text: &str, name: &str, original: &'o Original<'o>) -> Vec<Stretch<'o>> {
    let mut parts = Vec::new();
    for (number, between) in text.split(name).enumerate() {
        if number > 0 {
            parts.push((name.to_owned(), Some(original)));
        }
        if !between.is_empty() {
            parts.push((between.to_owned(), None));
        }
    }
    parts
}

/// A plain text, or one that says which language it is in.
fn prose<'a>(call: &'a Call<'_, '_>) -> Result<Prose<'a>, Refused> {
    let argument = call.argument(0, "text")?;
    let value = argument.value();
    let field = |name: &str| value.get(name).and_then(Value::as_str);
    let (Some(text), Some(language)) = (field("text"), field("language")) else {
        let text = call.text(0, "text")?;
        return Ok(Prose {
            text,
            original: None,
            names: Vec::new(),
            mark: None,
        });
    };
    let is_foreign = value.get("foreign") == Some(&Value::Bool(true));
    let original = match is_foreign {
        true => Some(Original {
            language,
            note: note(call, language)?,
        }),
        false => None,
    };
    let mark = mark(call, value)?;
    Ok(Prose {
        text,
        original,
        names: names(call, value)?,
        mark,
    })
}

/// The names in a text that are in another language.
fn names<'a>(
    call: &Call<'_, '_>,
    text: &'a Value,
) -> Result<Vec<(&'a str, Original<'a>)>, Refused> {
    let written = text.get("names_as_written").and_then(Value::as_array);
    let named = |one: &'a Value| {
        let name = one.get("name").and_then(Value::as_str)?;
        let language = one.get("language").and_then(Value::as_str)?;
        Some((name, language))
    };
    let named = written.into_iter().flatten().filter_map(named);
    let original = |(name, language)| {
        let note = note(call, language)?;
        Ok((name, Original { language, note }))
    };
    named.map(original).collect()
}

/// Whom the document says a text may be served on.
fn mark(call: &Call<'_, '_>, text: &Value) -> Result<Option<String>, Refused> {
    let served_to = text.pointer("/restriction/served_to");
    let Some(names) = served_to.and_then(Value::as_array) else {
        return Ok(None);
    };
    let names: Vec<String> = names
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    let mark = match names.is_empty() {
        true => filled(call, "mark.court-only", &[]),
        false => {
            let people = call.grammar(&["list.*"]).list(&names);
            filled(call, "mark.served-to", &[("people", &people)])
        }
    };
    mark.map(Some)
}

/// What the document says of a text in that language.
fn note(call: &Call<'_, '_>, language: &str) -> Result<String, Refused> {
    let key = format!("original.{language}");
    match call.phrase(&key) {
        Some(phrase) => Ok(phrase.text().to_owned()),
        None => {
            let message = format!("the locale has no phrase `{key}`");
            let help = "add the phrase to the locale";
            Err(call.refuse(&code::template::NO_SUCH_PHRASE, message, None, help))
        }
    }
}

/// The paragraphs of a text: runs of lines that are not blank.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines() {
        match (line.trim().is_empty(), paragraphs.last_mut()) {
            (false, Some(open)) => open.push(line),
            (true, Some(open)) if !open.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    let written = paragraphs.into_iter().filter(|lines| !lines.is_empty());
    written.map(|lines| lines.join("\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_another_language_stands_by_itself() {
        let original = Original {
            language: "en",
            note: String::new(),
        };
        let told = |text: &str| {
            let parts = parted(text, "Easter 2027", &original).into_iter();
            let parts = parts.map(|(part, own)| (part, own.is_some()));
            parts.collect::<Vec<_>>()
        };
        let own = |text: &str| (text.to_owned(), false);
        let name = ("Easter 2027".to_owned(), true);
        assert_eq!(
            told("Easter 2027 a hanner Easter 2027."),
            [name.clone(), own(" a hanner "), name, own(".")]
        );
        assert_eq!(told("Pasg 2027"), [own("Pasg 2027")]);
    }

    #[test]
    fn blank_lines_part_and_line_breaks_stay() {
        assert_eq!(paragraphs("\na\nb\n \t\n\nc\r\n"), ["a\nb", "c"]);
        assert!(paragraphs(" \n\n").is_empty());
    }
}
