//! From the parser's events to a tree, refusing on the way what a case may not hold.
//!
//! The parser is told the limits too, so that it stops before it has scanned a
//! hostile line to its end.

use std::ops::Range;
use std::sync::Arc;

use granit_parser::{Event, Options, Parser, ScalarStyle, Span};
use unicode_normalization::UnicodeNormalization;

use super::growth::Growth;
use super::limits::{DEEPEST, ENOUGH_FINDINGS, LONGEST_KEY, LONGEST_VALUE, MOST_NODES};
use super::subject::Subject;
use super::tree::{Content, Node};
use super::{characters, syntax};
use crate::diagnostics::{Code, Diagnostic, Findings, Place, SourceFile, code};

/// The one document of a file, as a tree.
pub(super) fn grow(file: &Arc<SourceFile>, subject: Subject) -> Result<Node, Findings> {
    let mut guard = Guard {
        file,
        subject,
        growth: Growth::default(),
        nodes: 0,
        documents: 0,
        findings: Findings::new(),
    };
    guard.follow();
    if !guard.findings.is_empty() {
        return Err(guard.findings);
    }
    match guard.growth.finish() {
        Some(root) if !root.is_blank() => Ok(root),
        _ => Err(empty(file, subject)),
    }
}

fn options() -> Options {
    let mut options = Options::default();
    options.set_emit_comments(false);
    options.disallow_directives = true;
    options.emit_unresolved_aliases = true;
    options.emit_anchor_events = true;
    options.flow_nesting_limit = DEEPEST;
    options.block_nesting_limit = DEEPEST;
    options
}

fn empty(file: &Arc<SourceFile>, subject: Subject) -> Findings {
    let message = format!("the file holds no {}", subject.noun());
    Diagnostic::new(&code::reading::EMPTY, message)
        .at(Place::new(file, 0..0))
        .help(subject.help_if_empty())
        .into()
}

/// Why the rest of the file is not looked at: the finding stands already.
struct Stop;

struct Guard<'a> {
    file: &'a Arc<SourceFile>,
    subject: Subject,
    growth: Growth,
    nodes: usize,
    documents: usize,
    findings: Findings,
}

impl Guard<'_> {
    fn follow(&mut self) {
        let file = Arc::clone(self.file);
        let mut parser = Parser::new_from_str_with_options(file.text(), options());
        while let Some(event) = parser.next_event() {
            let step = match event {
                Ok((event, span)) => self.take(event, &span),
                Err(error) => {
                    let at = error.marker().byte_offset().unwrap_or(0);
                    let odd = syntax::odd_space(&file, at);
                    self.stop(
                        odd.unwrap_or_else(|| syntax::explain(&error, Place::new(&file, at..at))),
                    )
                }
            };
            if step.is_err() || self.findings.iter().count() >= ENOUGH_FINDINGS {
                return;
            }
        }
    }

    fn take(&mut self, event: Event<'_>, span: &Span) -> Result<(), Stop> {
        let range = span.byte_range().unwrap_or_default();
        if let Some(tag) = span.tag_span().and_then(|tag| tag.byte_range()) {
            self.refuse(
                &code::reading::TAG,
                "a tag stands before a value",
                tag,
                QUOTE,
            );
        }
        match event {
            Event::DocumentStart(..) => self.begin_document(range)?,
            Event::Anchor(..) => {
                let message = "an anchor stands before a value";
                self.refuse(&code::reading::ANCHOR, message, range, QUOTE);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let message = "an alias stands in place of a value";
                self.refuse(&code::reading::ANCHOR, message, range.clone(), WRITE_AGAIN);
                self.scalar("*".to_owned(), false, range)?;
            }
            Event::Scalar(text, style, ..) => self.value(&text, style, range)?,
            Event::SequenceStart(..) => {
                self.nest(&range)?;
                self.growth.begin_list(range);
            }
            Event::MappingStart(..) => {
                self.nest(&range)?;
                self.growth.begin_block(range);
            }
            Event::SequenceEnd | Event::MappingEnd => self.growth.end(),
            _ => {}
        }
        Ok(())
    }

    fn begin_document(&mut self, range: Range<usize>) -> Result<(), Stop> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let noun = self.subject.noun();
        let message = format!("a second {noun} begins here");
        let finding = Diagnostic::new(&code::reading::SECOND_DOCUMENT, message)
            .at(Place::new(self.file, range))
            .help(format!(
                "keep one {noun} in a file, and take out lines that are only `---` or `...`"
            ));
        self.stop(finding)
    }

    /// A key or value as the parser hands it over: measured, and given one spelling.
    fn value(&mut self, text: &str, style: ScalarStyle, range: Range<usize>) -> Result<(), Stop> {
        if text.len() > LONGEST_VALUE {
            let message = format!("this value is longer than {} KiB", LONGEST_VALUE >> 10);
            self.refuse(&code::reading::TOO_LONG, &message, range.clone(), SHORTEN);
        }
        let plain = style == ScalarStyle::Plain;
        if style == ScalarStyle::DoubleQuoted {
            let hidden = characters::check_escaped(text, self.file, &range);
            self.findings.extend(hidden);
            // The file is composed already; what its escapes bring in is not.
            return self.scalar(text.nfc().collect(), plain, range);
        }
        let text = syntax::unpadded(text, plain);
        // An empty plain value reaches us as the `~` that it means.
        let text = if plain && range.is_empty() { "" } else { text };
        // In a folded text an empty line parts two paragraphs; YAML hands it over as a
        // single line end, which elsewhere is a line break inside a paragraph.
        let text = if style == ScalarStyle::Folded {
            text.trim_end().replace('\n', "\n\n")
        } else {
            text.to_owned()
        };
        self.scalar(text, plain, range)
    }

    fn scalar(&mut self, text: String, plain: bool, range: Range<usize>) -> Result<(), Stop> {
        self.count(&range)?;
        if self.growth.expects_key() {
            self.key(text, range);
        } else {
            let content = Content::Scalar { text, plain };
            self.growth.put(Node { range, content });
        }
        Ok(())
    }

    fn key(&mut self, text: String, range: Range<usize>) {
        if text == "<<" {
            let message = "a merge key stands in place of fields";
            self.refuse(
                &code::reading::MERGE_KEY,
                message,
                range.clone(),
                WRITE_AGAIN,
            );
        } else if text.is_empty() || text.len() > LONGEST_KEY {
            let message = "this cannot be the name of a field";
            self.refuse(
                &code::reading::COMPLEX_KEY,
                message,
                range.clone(),
                NAME_FIELD,
            );
        }
        if let Some(first) = self.growth.key(text, range.clone()) {
            self.findings.push(self.duplicate(range, first));
        }
    }

    fn duplicate(&self, second: Range<usize>, first: Range<usize>) -> Diagnostic {
        let message = "this key stands twice in one block";
        Diagnostic::new(&code::reading::DUPLICATE_KEY, message)
            .at(Place::new(self.file, second))
            .label(Place::new(self.file, first), "it stands here first")
            .help("keep one of the two; to say several things, make the value a list")
    }

    /// Whether a list or block may begin here.
    fn nest(&mut self, range: &Range<usize>) -> Result<(), Stop> {
        self.count(range)?;
        let place = Place::new(self.file, range.clone());
        if self.growth.depth() >= DEEPEST {
            return self.stop(syntax::too_deep(place));
        }
        if self.growth.expects_key() {
            let message = "a list or block stands where the name of a field belongs";
            let finding = Diagnostic::new(&code::reading::COMPLEX_KEY, message);
            return self.stop(finding.at(place).help(NAME_FIELD));
        }
        Ok(())
    }

    fn count(&mut self, range: &Range<usize>) -> Result<(), Stop> {
        self.nodes += 1;
        if self.nodes <= MOST_NODES {
            return Ok(());
        }
        let message = format!("the file holds more than {MOST_NODES} keys and values");
        let finding = Diagnostic::new(&code::reading::TOO_MANY, message)
            .at(Place::new(self.file, range.clone()))
            .help("a long case holds a thousand: is this the right file?");
        self.stop(finding)
    }

    fn refuse(&mut self, code: &'static Code, message: &str, range: Range<usize>, help: &str) {
        let place = Place::new(self.file, range);
        let finding = Diagnostic::new(code, message).at(place).help(help);
        self.findings.push(finding);
    }

    fn stop(&mut self, finding: Diagnostic) -> Result<(), Stop> {
        self.findings.push(finding);
        Err(Stop)
    }
}

const QUOTE: &str = "take it out, or put the whole text in quotes";
const WRITE_AGAIN: &str = "write out again what is meant, or put a text in quotes";
const SHORTEN: &str = "shorten it; has a quote been left open?";
const NAME_FIELD: &str = "write `name: value`, and put a text with `{`, `[` or `: ` in quotes";

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostic;
    use crate::reading::{Subject, accept};

    fn refusals(text: &str) -> Vec<String> {
        let findings = accept("c", text.as_bytes(), Subject::Case).expect_err("it must be refused");
        findings.iter().map(Diagnostic::short).collect()
    }

    #[test]
    fn each_refusal_knows_its_place() {
        let table = [
            ("a: &b c\n", "c:1:4: Y08: an anchor stands before a value"),
            (
                "a:\n  b: *c\n",
                "c:2:6: Y08: an alias stands in place of a value",
            ),
            ("a: !b c\n", "c:1:4: Y09: a tag stands before a value"),
            ("a: !!str 1\n", "c:1:4: Y09: a tag stands before a value"),
            (
                "a:\n  <<: {b: c}\n",
                "c:2:3: Y10: a merge key stands in place of fields",
            ),
            (
                "a: 1\n'a': 2\n",
                "c:2:1: Y11: this key stands twice in one block",
            ),
            ("a: 1\n---\nb: 2\n", "c:2:1: Y12: a second case begins here"),
            ("a: 1\n...\nb: 2\n", "c:3:1: Y12: a second case begins here"),
            (
                "a: x\nb: \"y\\u202E\"\n",
                "c:2:4: Y13: the direction mark U+202E stands here and cannot be seen",
            ),
            ("", "c:1:1: Y14: the file holds no case"),
            ("# only words\n", "c:1:1: Y14: the file holds no case"),
            ("---\n", "c:1:1: Y14: the file holds no case"),
            (
                "? [a]\n: b\n",
                "c:1:3: Y15: a list or block stands where the name of a field belongs",
            ),
            (
                "a: {{b}: c}\n",
                "c:1:5: Y15: a list or block stands where the name of a field belongs",
            ),
            (
                "a: 1\n: 2\n",
                "c:2:1: Y15: this cannot be the name of a field",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(refusals(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_leaves_the_rest_readable_is_told_all_at_once() {
        let text = "a: &x 1\nb: *x\na: !t 2\n<<: 3\n";
        let told = refusals(text);
        let codes: Vec<&str> = told.iter().map(|short| &short[..10]).collect();
        let expected = "c:1:4: Y08 c:2:4: Y08 c:3:1: Y11 c:3:4: Y09 c:4:1: Y10";
        assert_eq!(codes.join(" "), expected);
    }

    #[test]
    fn a_second_key_is_shown_with_the_first() {
        let findings =
            accept("c", "ŵ: 1\nw\u{302}: 2\n".as_bytes(), Subject::Case).expect_err("one name");
        let labels = findings.iter().flat_map(|finding| &finding.labels);
        let shown: Vec<String> = labels.map(|l| format!("{} {}", l.place, l.text)).collect();
        assert_eq!(shown, ["c:1:1 it stands here first"]);
    }
}
