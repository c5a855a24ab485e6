//! Where the tags of a template begin and end, read as a person reads them.
//!
//! Handlebars gives the start of most of its elements, of some the wrong one, and of
//! `else if` none. Findings and the line map need all of them exactly; and Handlebars
//! overflows the stack on deep nesting, so depth is measured before it sees the text.

use std::ops::Range;
use std::sync::Arc;

use super::super::limits;
use crate::diagnostics::{Diagnostic, Place, SourceFile, code};

/// What a tag is, by the sign behind its braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `{{! … }}`
    Comment,
    /// `{{{{ … }}}}`, up to its closing tag
    RawBlock,
    /// `{{{ … }}}` or `{{& … }}`
    Unescaped,
    /// `{{# … }}`
    OpenBlock,
    /// `{{#* … }}`
    OpenDecorator,
    /// `{{#> … }}`
    OpenPartial,
    /// `{{* … }}`
    Decorator,
    /// `{{else}}` or `{{^}}`
    Else,
    /// `{{else if … }}`
    ElseIf,
    /// `{{/ … }}`
    Close,
    /// `{{> … }}`
    Partial,
    /// `{{ … }}`
    Expression,
}

/// One tag, braces included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the file.
    pub range: Range<usize>,
}

impl Tag {
    /// The tag in its file.
    pub(crate) fn place(&self, file: &Arc<SourceFile>) -> Place {
        Place::new(file, self.range.clone())
    }

    /// What stands between the braces, without the sign of its kind.
    pub(crate) fn inside<'a>(&self, file: &'a SourceFile) -> &'a str {
        file.text()[self.range.clone()]
            .trim_matches(['{', '}'])
            .trim_matches('~')
            .trim_start_matches(|c: char| c.is_whitespace() || "#/>*&^".contains(c))
            .trim_end()
    }
}

/// Finds every tag, in order.
///
/// # Errors
/// A tag that does not end, brackets nested too deeply in one, a backslash in front
/// of one, or more of them than a file may have: the first such.
pub(crate) fn scan(file: &Arc<SourceFile>) -> Result<Vec<Tag>, Diagnostic> {
    let text = file.text();
    let mut tags = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("{{").map(|at| from + at) {
        if text[..start].ends_with('\\') {
            return Err(backslash(file, start));
        }
        let kind = kind_of(&text[start..]);
        let end = start + end_of(kind, &text[start..]).map_err(|fault| fault.at(file, start))?;
        tags.push(Tag {
            kind,
            range: start..end,
        });
        if tags.len() > limits::TAGS {
            let message = format!("the file has more than {} tags", limits::TAGS);
            return Err(Diagnostic::new(&code::template::TOO_MANY_TAGS, message)
                .at(Place::new(file, start..end))
                .help("move parts of it into partials: `{{> name}}`"));
        }
        from = end;
    }
    Ok(tags)
}

fn kind_of(tag: &str) -> Kind {
    if tag.starts_with("{{!") {
        return Kind::Comment;
    }
    if tag.starts_with("{{{{") {
        return Kind::RawBlock;
    }
    let inside = tag[2..].strip_prefix('~').unwrap_or(&tag[2..]).trim_start();
    let mut signs = inside.chars();
    match signs.next() {
        Some('{' | '&') => Kind::Unescaped,
        Some('#') => match signs.as_str().trim_start().chars().next() {
            Some('*') => Kind::OpenDecorator,
            Some('>') => Kind::OpenPartial,
            _ => Kind::OpenBlock,
        },
        Some('/') => Kind::Close,
        Some('>') => Kind::Partial,
        Some('*') => Kind::Decorator,
        _ => match inside
            .strip_prefix("else")
            .or_else(|| inside.strip_prefix('^'))
        {
            Some(rest) if rest.trim_start().trim_start_matches('~').starts_with("}}") => Kind::Else,
            Some(_) => Kind::ElseIf,
            None => Kind::Expression,
        },
    }
}

/// Why a tag has no end.
enum Fault {
    Unclosed,
    RunsOver,
    TooDeep,
}

impl Fault {
    fn at(self, file: &Arc<SourceFile>, start: usize) -> Diagnostic {
        let place = Place::new(file, start..start + 2);
        match self {
            Fault::Unclosed => {
                Diagnostic::new(&code::template::SYNTAX, "this tag does not end with `}}`")
                    .at(place)
                    .help("close the tag, and close the quotation marks inside it")
            }
            Fault::RunsOver => {
                Diagnostic::new(&code::template::SYNTAX, "a note runs over another tag")
                    .at(place)
                    .help("close the note: `--}}` closes `{{!--`, and `}}` closes `{{!`")
            }
            Fault::TooDeep => {
                let message = format!("more than {} brackets stand open", limits::BRACKET_NESTING);
                Diagnostic::new(&code::template::NESTED_TOO_DEEPLY, message)
                    .at(place)
                    .help("decide in the view, or with a block `{{#if}}` around the tag")
            }
        }
    }
}

/// The length of the tag at the head of `text`.
fn end_of(kind: Kind, text: &str) -> Result<usize, Fault> {
    let after = |end: &str| text.find(end).map(|at| at + end.len());
    match kind {
        Kind::Comment => end_of_note(text),
        Kind::RawBlock => {
            let closing = text.find("{{{{/").unwrap_or_default();
            let end = text[closing..].find("}}}}").map(|at| closing + at + 4);
            end.ok_or(Fault::Unclosed)
        }
        Kind::Unescaped if text.starts_with("{{{") => after("}}}").ok_or(Fault::Unclosed),
        _ => end_of_expression(text),
    }
}

/// A note ends at the first `--}}` if it begins as `{{!--`, wherever that stands: one that
/// is closed otherwise takes all tags up to the next note with it. A whole tag inside
/// `{{!-- … --}}` is meant to be there.
fn end_of_note(text: &str) -> Result<usize, Fault> {
    let dashed = text.find("--}}").filter(|_| text.starts_with("{{!--"));
    let (end, braces, other) = match dashed {
        Some(end) => (end, "--}}", "{{!"),
        None => (text.find("}}").ok_or(Fault::Unclosed)?, "}}", "{{"),
    };
    if text[2..end].contains(other) {
        return Err(Fault::RunsOver);
    }
    Ok(end + braces.len())
}

/// Steps over quoted text, in which `}}` ends nothing, and counts brackets.
fn end_of_expression(text: &str) -> Result<usize, Fault> {
    let mut depth = 0;
    let mut rest = text.char_indices().skip(2);
    while let Some((at, c)) = rest.next() {
        match c {
            '}' if depth == 0 && text[at..].starts_with("}}") => return Ok(at + 2),
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = usize::saturating_sub(depth, 1),
            '"' | '\'' => skip_quoted(&mut rest, c)?,
            _ => {}
        }
        if depth > limits::BRACKET_NESTING {
            return Err(Fault::TooDeep);
        }
    }
    Err(Fault::Unclosed)
}

fn skip_quoted(rest: &mut impl Iterator<Item = (usize, char)>, quote: char) -> Result<(), Fault> {
    while let Some((_, c)) = rest.next() {
        if c == '\\' {
            rest.next();
        } else if c == quote {
            return Ok(());
        }
    }
    Err(Fault::Unclosed)
}

fn backslash(file: &Arc<SourceFile>, tag: usize) -> Diagnostic {
    Diagnostic::new(
        &code::template::BACKSLASH,
        "a backslash stands right before a tag",
    )
    .at(Place::new(file, tag - 1..tag + 2))
    .caption("Handlebars would take it for its own")
    .help("write `#linebreak()` for a line break, `\\ ` with a space, or `{ {` for two braces")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, String)> {
        let file = SourceFile::new("t.hbs", text);
        let tags = scan(&file).expect("the tags end");
        tags.iter()
            .map(|tag| (tag.kind, tag.inside(&file).to_owned()))
            .collect()
    }

    #[test]
    fn every_kind_is_told_by_its_sign() {
        let text = "{{a}}{{~#if b~}}{{else if c}}{{^}}{{ else ~}}{{/if}}{{> p x=1}}{{!-- }} --}}\
                    {{{d}}}{{&e}}{{#*inline \"f\"}}{{/inline}}{{#> g}}{{/g}}{{* h}}{{{{i}}}}";
        let found: Vec<Kind> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
        use Kind::*;
        assert_eq!(
            found,
            [
                Expression,
                OpenBlock,
                ElseIf,
                Else,
                Else,
                Close,
                Partial,
                Comment,
                Unescaped,
                Unescaped,
                OpenDecorator,
                Close,
                OpenPartial,
                Close,
                Decorator,
                RawBlock
            ]
        );
    }

    #[test]
    fn quoted_braces_end_nothing() {
        let found = kinds(r#"{{phrase "a}}b" x='\'}}'}} {{c}}"#);
        assert_eq!(found[0].1, r#"phrase "a}}b" x='\'}}'"#);
        assert_eq!(found[1].1, "c");
    }

    #[test]
    fn a_note_ends_before_the_next_tag() {
        let sound = "{{!-- prints {{a}} --}}{{!-- }} --}}{{!-- b }}{{! c }}{{d}}";
        assert_eq!(kinds(sound).len(), 5);
        for torn in [
            "{{!-- a }}{{b}}{{!-- c --}}",
            "{{!-- a } {{b}}",
            "{{! a {{b}}",
        ] {
            let fault = scan(&SourceFile::new("t.hbs", torn)).unwrap_err().short();
            assert_eq!(fault, "t.hbs:1:1: T01: a note runs over another tag");
        }
    }

    #[test]
    fn faults_have_a_place() {
        let fault = |text: &str| scan(&SourceFile::new("t.hbs", text)).unwrap_err().short();
        assert!(fault("\n {{a").starts_with("t.hbs:2:2: T01"));
        assert!(fault("{{a 'b}}").starts_with("t.hbs:1:1: T01"));
        assert!(fault("x \\{{a}}").starts_with("t.hbs:1:3: T11"));
        assert!(fault(&format!("{{{{a {}}}}}", "(".repeat(10_000))).contains("T04"));
        assert!(fault(&"{{a}}".repeat(2_001)).contains("T03"));
    }
}
