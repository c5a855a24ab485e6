//! Signs that mean something else here than where the hand has learnt them: in a web page,
//! in a letter, in a word processor.
//!
//! Typst and Handlebars would take each of them for what it is to them, and say so far from
//! the sign, or print it.

use std::ops::Range;
use std::sync::Arc;

use super::tags::{Kind, Tag, scan};
use crate::diagnostics::code::template;
use crate::diagnostics::{Diagnostic, Place, SourceFile};

/// Every such sign in the text of a template that could be read: T67, T68, T69.
pub(crate) fn in_text(file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    let tags = scan(file).unwrap_or_default();
    let mut findings = Vec::new();
    let mut quoted = false;
    let mut from = 0;
    let end = file.text().len();
    let tags = tags.into_iter().map(|tag| tag.range);
    for range in tags.chain(std::iter::once(end..end)) {
        let gap = Gap {
            file,
            range: from..range.start,
            follows_value: from > 0,
        };
        gap.check(&mut quoted, &mut findings);
        from = range.end;
    }
    findings
}

/// Every such sign in a tag, where Handlebars would say no more than that it is none: T70.
pub(super) fn in_tags(file: &Arc<SourceFile>, tags: &[Tag]) -> Vec<Diagnostic> {
    tags.iter().filter_map(|tag| in_tag(file, tag)).collect()
}

/// The plain text between two tags.
struct Gap<'a> {
    file: &'a Arc<SourceFile>,
    range: Range<usize>,
    /// Whether a tag stands right before it.
    follows_value: bool,
}

impl Gap<'_> {
    /// `quoted` tells whether a string of Typst is open, in which a sign is a sign.
    fn check(&self, quoted: &mut bool, findings: &mut Vec<Diagnostic>) {
        let text = &self.file.text()[self.range.clone()];
        let mut before = None;
        for (at, sign) in text.char_indices() {
            let is_plain = !*quoted && before != Some('\\');
            match sign {
                '\n' => *quoted = false,
                '"' if before != Some('\\') => *quoted = !*quoted,
                '<' if is_plain && text[at..].starts_with("<!--") => {
                    findings.push(self.web_comment(at));
                }
                '$' if is_plain => findings.push(self.formula(at)),
                '@' if is_plain => findings.extend(self.address(at)),
                _ => {}
            }
            before = Some(sign);
        }
    }

    fn place(&self, range: Range<usize>) -> Place {
        let start = self.range.start;
        Place::new(self.file, start + range.start..start + range.end)
    }

    fn web_comment(&self, at: usize) -> Diagnostic {
        let rest = &self.file.text()[self.range.start + at..];
        let end = rest
            .find("-->")
            .map_or("<!--".len(), |end| end + "-->".len());
        Diagnostic::new(
            &template::WEB_COMMENT,
            "`<!-- -->` is no comment here, and would be printed",
        )
        .at(self.place(at..at + end))
        .help("write `{{!-- … --}}`")
    }

    fn formula(&self, at: usize) -> Diagnostic {
        Diagnostic::new(
            &template::FORMULA,
            "a `$` begins a formula, and what stands behind it is in it",
        )
        .at(self.place(at..at + 1))
        .help("write `\\$`; in a phrase of the locale a `$` is printed as it stands")
    }

    /// An `@` between the two halves of an address.
    fn address(&self, at: usize) -> Option<Diagnostic> {
        let text = &self.file.text()[self.range.clone()];
        let is_part = |c: char| c.is_alphanumeric() || "._-+".contains(c);
        let (before, after) = (&text[..at], &text[at + 1..]);
        let start = before.trim_end_matches(is_part).len();
        let length = after.find(|c| !is_part(c)).unwrap_or(after.len());
        let has_name = start < at || at == 0 && self.follows_value;
        (has_name && length > 0).then(|| {
            Diagnostic::new(
                &template::ADDRESS,
                "the `@` of an e-mail address is a reference to Typst",
            )
            .at(self.place(start..at + 1 + length))
            .help("write `\\@`; in a phrase of the locale an `@` is printed as it stands")
        })
    }
}

/// What a word processor puts into a tag; inside straight quotation marks it is a value.
fn in_tag(file: &Arc<SourceFile>, tag: &Tag) -> Option<Diagnostic> {
    if tag.kind == Kind::Comment {
        return None;
    }
    let mut quote = None;
    let text = &file.text()[tag.range.clone()];
    for (at, sign) in text.char_indices() {
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            (Some(_), _) => {}
            (None, _) => {
                if let Some((what, help)) = typeset(sign) {
                    let start = tag.range.start + at;
                    let message = format!("{what} stands in a tag");
                    let finding = Diagnostic::new(&template::TYPESET_SIGN, message)
                        .at(Place::new(file, start..start + sign.len_utf8()));
                    return Some(finding.help(help));
                }
            }
        }
    }
    None
}

fn typeset(sign: char) -> Option<(&'static str, &'static str)> {
    match sign {
        '“' | '”' | '„' | '‘' | '’' | '‚' => Some((
            "a curly quotation mark",
            "write straight ones, `\"…\"`, and turn off what makes them curly",
        )),
        '\u{a0}' | '\u{202f}' | '\u{2007}' => Some((
            "a space that does not break",
            "write an ordinary space in its place",
        )),
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' => {
            Some(("a sign that cannot be seen", "delete it"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let file = SourceFile::new("t.hbs", text);
        let tags = scan(&file).expect("the tags end");
        let mut found = in_text(&file);
        found.extend(in_tags(&file, &tags));
        let told = |finding: &Diagnostic| {
            let place = finding.place.as_ref().expect("it has a place");
            format!("{} {}", finding.code.id, place.text())
        };
        found.iter().map(told).collect()
    }

    #[test]
    fn a_sign_of_another_trade_is_found() {
        let table = [
            ("a <!-- b --> c", "T67 <!-- b -->"),
            ("a <!-- {{b}} -->", "T67 <!-- {{b}} -->"),
            ("it costs $40", "T68 $"),
            ("[{{a}}$]", "T68 $"),
            ("write to a.b@example.org.", "T69 a.b@example.org."),
            ("{{name}}@example.org", "T69 @example.org"),
            ("{{phrase “a.b”}}", "T70 “"),
            ("{{#if\u{a0}a}}b{{/if}}", "T70 \u{a0}"),
            ("{{a}} \\$ {{\u{200b}b}}", "T70 \u{200b}"),
        ];
        for (text, found) in table {
            assert_eq!(told(text), [found], "{text}");
        }
    }

    #[test]
    fn what_is_meant_is_left_alone() {
        let sound = [
            "\\$40 and a\\@b.org",
            "#f(\"$1\", x: \"a@b.org\")",
            "@seen, {{@index}} @{{x}}",
            "{{!-- costs $4, “so” --}}",
            "{{phrase \"a\" name=\"O’Neil\"}} “{{b}}”",
        ];
        for text in sound {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }
}
