//! What a page does not tell: which of its lines somebody ended, as a child does in a letter,
//! and where a word goes on that a narrow column has divided.

use std::collections::BTreeSet;

/// Texts that a document was given, as far as its pages do not tell how they were written.
#[derive(Clone, Debug, Default)]
pub struct AsWritten {
    /// Paragraphs of several lines.
    paragraphs: BTreeSet<String>,
    /// Addresses, which are divided behind a sign.
    addresses: BTreeSet<String>,
}

impl AsWritten {
    /// Keeps what pages do not tell of a text.
    pub fn keep(&mut self, text: &str) {
        let lines: Vec<&str> = text.lines().collect();
        let paragraphs = lines.split(|line| line.trim().is_empty());
        let paragraphs = paragraphs.filter(|lines| lines.len() > 1);
        self.paragraphs
            .extend(paragraphs.map(|lines| lines.join("\n")));
        let is_address = |word: &&str| word.contains(is_joint) && word.contains(['@', '/', '_']);
        let addresses = text.split_whitespace().filter(is_address);
        self.addresses.extend(addresses.map(str::to_owned));
    }

    /// A block of the pages with its lines and addresses as they were written.
    pub(super) fn restore(&self, block: String) -> String {
        let addresses = self.addresses.iter();
        let block = addresses.fold(block, |block, address| rejoined(&block, address));
        let paragraphs = self.paragraphs.iter();
        paragraphs.fold(block, |block, paragraph| in_lines(&block, paragraph))
    }
}

/// Behind which an address may be divided.
fn is_joint(c: char) -> bool {
    matches!(c, '@' | '.' | '/' | '_')
}

/// A block with an address in one piece.
fn rejoined(block: &str, address: &str) -> String {
    let mut parts = address.split_inclusive(is_joint);
    let Some(first) = parts.next() else {
        return block.to_owned();
    };
    let mut text = String::new();
    let mut rest = block;
    while let Some((before, found)) = rest.find(first).map(|at| rest.split_at(at)) {
        text.push_str(before);
        let whole = parts.clone().try_fold(&found[first.len()..], |rest, part| {
            let next = rest.strip_prefix(' ').unwrap_or(rest);
            next.strip_prefix(part)
        });
        match whole {
            Some(behind) => {
                text.push_str(address);
                rest = behind;
            }
            None => {
                text.push_str(first);
                rest = &found[first.len()..];
            }
        }
    }
    text + rest
}

/// A block with a paragraph in its own lines.
fn in_lines(block: &str, paragraph: &str) -> String {
    let mark = if block.starts_with("> ") { "> " } else { "" };
    let lines = paragraph.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.join(" ")
    });
    let lines: Vec<String> = lines.collect();
    block.replace(&lines.join(" "), &lines.join(&format!("\n{mark}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restored(text: &str, block: &str) -> String {
        let mut written = AsWritten::default();
        written.keep(text);
        written.restore(block.to_owned())
    }

    #[test]
    fn lines_that_somebody_ended_end() {
        let letter = "Dear Mum,\n  two  homes\n\nIsla";
        assert_eq!(
            restored(letter, "Dear Mum, two homes"),
            "Dear Mum,\ntwo homes"
        );
        assert_eq!(
            restored(letter, "> Dear Mum, two homes"),
            "> Dear Mum,\n> two homes"
        );
        assert_eq!(restored("One line.", "One line."), "One line.");
    }

    #[test]
    fn an_address_is_in_one_piece() {
        let address = "a.wragg@learning.example.org";
        let whole = format!("E-mail: {address}. Then");
        assert_eq!(
            restored(address, "E-mail: a. wragg@ learning.example. org. Then"),
            whole
        );
        assert_eq!(restored(address, &whole), whole);
        assert_eq!(restored(address, "a. wragg@learn"), "a. wragg@learn");
    }
}
