//! What is told of each file, line by line.

use super::annotations::annotations;
use crate::cli::args::Verify;
use crate::cli::tally::count;
use crate::cli::{Terminal, events};
use crate::diagnostics::draw::MessageFormat;
use crate::verify::{Difference, Outcome, Verdict};

/// To whom it is told.
#[derive(Clone, Copy)]
enum Form {
    /// A person.
    Lines,
    /// A program.
    Events,
    /// Whoever reads a pull request.
    Annotations,
}

/// What was told, so that the same is not told in full twice.
pub(super) struct Told {
    with_words: bool,
    form: Form,
    before: Option<(Difference, Vec<String>)>,
}

impl Told {
    pub(super) fn new(args: &Verify, terminal: &Terminal<'_>) -> Self {
        Told {
            with_words: args.words || terminal.is_watched(),
            form: match args.telling.message_format {
                Some(MessageFormat::Json) => Form::Events,
                Some(MessageFormat::Github) => Form::Annotations,
                _ => Form::Lines,
            },
            before: None,
        }
    }

    /// One file; nothing of one that is the same.
    pub(super) fn verdict(&mut self, verdict: &Verdict, terminal: &mut Terminal<'_>) {
        if verdict.outcome == Outcome::Same {
            return;
        }
        match self.form {
            Form::Events => terminal.event(&events::moved(verdict)),
            // They are gathered, and told at the end.
            Form::Annotations => {}
            Form::Lines => self.lines(verdict, terminal),
        }
    }

    /// What is told once all files are known.
    pub(super) fn end(&self, verdicts: &[Verdict], terminal: &mut Terminal<'_>) {
        if matches!(self.form, Form::Annotations) {
            let lines = annotations(verdicts).into_iter();
            lines.for_each(|line| terminal.result(line));
        }
    }

    fn lines(&mut self, verdict: &Verdict, terminal: &mut Terminal<'_>) {
        let word = verdict.outcome.word();
        let pages = pages(&verdict.difference.pages());
        terminal.result(format_args!("{word:<10} {}{pages}", verdict.file));
        if let Some(why) = meaning(verdict.outcome) {
            terminal.result(format_args!("  {why}"));
        }
        if let Some(remark) = &verdict.remark {
            terminal.result(format_args!("  {remark}"));
        }
        let because: Vec<String> = verdict.because.iter().map(ToString::to_string).collect();
        let this = (verdict.difference.clone(), because);
        if self.before.as_ref() == Some(&this) && !this.0.sentences.is_empty() {
            terminal.result("  the same words, for the same reason");
            return;
        }
        for cause in &this.1 {
            terminal.result(format_args!("  because  {cause}"));
        }
        self.difference(&this.0, terminal);
        self.before = Some(this);
    }

    fn difference(&self, difference: &Difference, terminal: &mut Terminal<'_>) {
        if self.with_words {
            for moved in &difference.sentences {
                let shown = moved.shown();
                if let Some(old) = shown.old {
                    terminal.result(format_args!("  - {old}"));
                }
                if let Some(new) = shown.new {
                    terminal.result(format_args!("  + {new}"));
                }
            }
        } else if !difference.sentences.is_empty() {
            let sentences = count(difference.sentences.len(), "sentence");
            terminal.result(format_args!("  {sentences}; see the words with --words"));
        }
        let more = [
            (difference.numbers, "paragraphs or items have other numbers"),
            (
                difference.tags,
                "a screen reader is given another structure",
            ),
            (
                difference.metadata,
                "the title, a bookmark or an address is another",
            ),
            (difference.unread, "it could not be read back"),
        ];
        for (_, what) in more.iter().filter(|(is_so, _)| *is_so) {
            terminal.result(format_args!("  {what}"));
        }
        if difference.sentences.is_empty() && !difference.looks.is_empty() {
            terminal.result("  it says the same, and looks different");
        }
    }
}

/// What a reader may not know of a word.
fn meaning(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::MarkOnly => Some("it says the same and looks the same"),
        Outcome::Altered => Some("it is not the file that was written"),
        Outcome::Foreign => Some("no case of the folder made it"),
        Outcome::NoLonger => Some("a build would remove it"),
        Outcome::Stopped => Some("a build of its case writes nothing, and this is an older one"),
        Outcome::Stale => Some("it was not built since"),
        Outcome::Same | Outcome::Moved | Outcome::Missing | Outcome::New => None,
    }
}

/// `, page 1` or `, pages 1, 2 and 4`.
fn pages(pages: &[usize]) -> String {
    let numbers: Vec<String> = pages.iter().map(ToString::to_string).collect();
    match numbers.split_last() {
        None => String::new(),
        Some((only, [])) => format!(", page {only}"),
        Some((last, others)) => format!(", pages {} and {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_as_a_person_would() {
        assert_eq!(pages(&[]), "");
        assert_eq!(pages(&[3]), ", page 3");
        assert_eq!(pages(&[1, 2, 4]), ", pages 1, 2 and 4");
    }
}
