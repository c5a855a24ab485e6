//! The reading edition: a document as plain text, in the order in which it is read.
//!
//! Nothing is in it that does not stand on the pages. Lines are as long as paragraphs, so
//! that whoever reads it, on paper, on a small screen or with a screen reader, breaks
//! them. `#` marks headings, `>` the words of somebody else; a table is told row by row,
//! each cell after what heads its column. What heads and foots every page stands once,
//! at the top; numbers of pages, which this edition has not, are left out.

use super::ReadingOrder;
use super::as_written::AsWritten;
use super::layout::{Layout, Role, Run, between};
use super::reading_order::Part;

impl Layout {
    /// The document as plain text, ending in a line break.
    pub fn reading_text(&self) -> String {
        self.reading_text_as_written(&AsWritten::default())
    }

    /// The same with what it was made of at hand.
    pub fn reading_text_as_written(&self, written: &AsWritten) -> String {
        let order = ReadingOrder::of(self);
        let blocks: Vec<Block> = furniture(&order)
            .into_iter()
            .map(Block::apart)
            .chain(read(&order, order.top()))
            .collect();
        let mut text = String::new();
        for block in blocks {
            text.push_str(match (text.is_empty(), block.close) {
                (true, _) => "",
                (false, true) => "\n",
                (false, false) => "\n\n",
            });
            text.push_str(&written.restore(block.text));
        }
        text + "\n"
    }
}

/// Some lines that belong together.
#[derive(Debug)]
struct Block {
    text: String,
    /// Whether it stands close under the block before it.
    close: bool,
}

impl Block {
    fn apart(text: String) -> Self {
        Block { text, close: false }
    }
}

/// The words of all that heads or foots the pages, each once. What changes from page to
/// page is left out.
fn furniture(order: &ReadingOrder<'_>) -> Vec<String> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for part in order.top() {
        let Part::Element(element) = *part else {
            continue;
        };
        if matches!(order.role(element), Role::Header | Role::Footer) {
            for block in read(order, order.within(element)) {
                match counted.iter_mut().find(|(text, _)| *text == block.text) {
                    Some((_, count)) => *count += 1,
                    None => counted.push((block.text, 1)),
                }
            }
        }
    }
    let pages = order.layout().pages.len();
    let constant = counted.into_iter().filter(|(_, count)| count * 2 > pages);
    constant.map(|(text, _)| text).collect()
}

/// The blocks of some parts; page furniture is passed over.
fn read(order: &ReadingOrder<'_>, parts: &[Part<'_>]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut line = Line::default();
    for part in parts {
        match *part {
            Part::Text(run, page) => line.push(run, page),
            Part::Element(element) => {
                if order.role(element).is_furniture() {
                    continue;
                }
                line.end(&mut blocks);
                blocks.extend(read_element(order, element));
            }
        }
    }
    line.end(&mut blocks);
    blocks
}

fn read_element(order: &ReadingOrder<'_>, element: usize) -> Vec<Block> {
    let parts = order.within(element);
    match order.role(element) {
        Role::Title => marked("# ", read(order, parts)),
        Role::Heading(level) => marked(&format!("#{} ", "#".repeat(*level)), read(order, parts)),
        Role::List => items(order, parts),
        Role::Terms => terms(order, parts),
        Role::Table => table(order, parts),
        Role::Grid => together(read(order, parts)),
        Role::Quotation => quoted(read(order, parts)),
        Role::Figure => figure(order, element),
        _ => read(order, parts),
    }
}

/// Blocks of which the first has a mark before it.
fn marked(mark: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    // The title of one language within a document of two is a heading already.
    if let Some(first) = blocks.first_mut()
        && !(mark.starts_with('#') && first.text.starts_with('#'))
    {
        first.text.insert_str(0, mark);
    }
    blocks
}

/// Things side by side, one close under the other.
fn together(mut blocks: Vec<Block>) -> Vec<Block> {
    for block in blocks.iter_mut().skip(1) {
        block.close = true;
    }
    blocks
}

/// Words of somebody else, a mark before each line.
fn quoted(blocks: Vec<Block>) -> Vec<Block> {
    let quoted = blocks.into_iter().map(|block| Block {
        text: format!("> {}", block.text.replace('\n', "\n> ")),
        ..block
    });
    quoted.collect()
}

/// Items, close together and each after its number or mark.
fn items(order: &ReadingOrder<'_>, parts: &[Part<'_>]) -> Vec<Block> {
    let mut items: Vec<Block> = Vec::new();
    let mut mark = String::new();
    for part in parts {
        let Part::Element(element) = *part else {
            continue;
        };
        let blocks = read(order, order.within(element));
        if *order.role(element) == Role::Label {
            mark = format!("{} ", joined(blocks));
        } else {
            let mut blocks = marked(&mark, blocks);
            if let (Some(first), false) = (blocks.first_mut(), items.is_empty()) {
                first.close = true;
            }
            items.extend(blocks);
        }
    }
    items
}

/// What is said of each term, after the term. Typst keeps the term in the body.
fn terms(order: &ReadingOrder<'_>, parts: &[Part<'_>]) -> Vec<Block> {
    let mut lines = Vec::new();
    for part in parts {
        let Part::Element(body) = *part else {
            continue;
        };
        let (label, rest) = label_and_rest(order, order.within(body));
        lines.push(Block {
            text: labelled(&joined(read(order, &label)), read(order, &rest)),
            close: !lines.is_empty(),
        });
    }
    lines
}

/// The label among some parts, which stands in the first paragraph where there are several, and
/// what is left of them.
fn label_and_rest<'a>(
    order: &ReadingOrder<'a>,
    parts: &[Part<'a>],
) -> (Vec<Part<'a>>, Vec<Part<'a>>) {
    let is_label = |part: &Part<'_>| match part {
        Part::Element(element) => *order.role(*element) == Role::Label,
        Part::Text(..) => false,
    };
    let (label, rest): (Vec<_>, Vec<_>) = parts.iter().copied().partition(is_label);
    match rest.split_first() {
        Some((Part::Element(first), others)) if label.is_empty() => {
            let (label, mut rest): (Vec<_>, Vec<_>) =
                order.within(*first).iter().copied().partition(is_label);
            rest.extend(others);
            match label.is_empty() {
                true => (label, parts.to_vec()),
                false => (label, rest),
            }
        }
        _ => (label, rest),
    }
}

/// A table row by row, each cell after the words at the head of its column.
fn table(order: &ReadingOrder<'_>, parts: &[Part<'_>]) -> Vec<Block> {
    let mut heads: Vec<(usize, String)> = Vec::new();
    let mut cells: Vec<(usize, usize, Vec<Block>)> = Vec::new();
    for part in parts {
        let Part::Element(element) = *part else {
            continue;
        };
        match order.role(element) {
            Role::Cell { repeated: true, .. } => {}
            Role::Cell {
                header: true,
                column,
                ..
            } => heads.push((*column, joined(read(order, order.within(element))))),
            Role::Cell { row, column, .. } => {
                cells.push((*row, *column, read(order, order.within(element))));
            }
            _ => {}
        }
    }
    let mut before = None;
    let mut lines = Vec::new();
    for (row, column, blocks) in cells {
        if blocks.is_empty() {
            continue;
        }
        let head = heads.iter().rfind(|(of, _)| *of == column);
        lines.push(Block {
            text: labelled(head.map_or("", |(_, words)| words), blocks),
            close: before == Some(row),
        });
        before = Some(row);
    }
    lines
}

/// A picture's words, which say all that is to be seen in it, and what stands beside it.
fn figure(order: &ReadingOrder<'_>, element: usize) -> Vec<Block> {
    let parts = order.within(element);
    let Some(alt) = &order.layout().elements[element].alt else {
        return read(order, parts);
    };
    let mut blocks = vec![Block::apart(format!("[{alt}]"))];
    for part in parts {
        if let Part::Element(caption) = *part
            && *order.role(caption) == Role::Caption
        {
            blocks.extend(read(order, order.within(caption)));
        }
    }
    blocks
}

/// As many letters as things may have that stand in a line with others.
const IN_A_ROW: usize = 160;

/// `Label: value`; of several short things, none of which may be taken for a label of its own, in
/// one line, and of longer ones line under line.
fn labelled(label: &str, value: Vec<Block>) -> String {
    let value = in_a_row(value);
    match (label.trim_end_matches(':'), value.as_str()) {
        ("", _) => value,
        (_, "") => label.to_owned(),
        (label, _) => format!("{label}: {value}"),
    }
}

fn in_a_row(blocks: Vec<Block>) -> String {
    let letters: usize = blocks.iter().map(|block| block.text.chars().count()).sum();
    if letters > IN_A_ROW || blocks.iter().any(|block| block.text.contains('\n')) {
        return joined(blocks);
    }
    let mut row = String::new();
    for block in blocks {
        match row.chars().next_back() {
            None => {}
            Some('.' | ':' | ';' | ',' | '?' | '!') => row.push(' '),
            Some(_) => row.push_str("; "),
        }
        row.push_str(&block.text);
    }
    row
}

fn joined(blocks: Vec<Block>) -> String {
    let texts: Vec<String> = blocks.into_iter().map(|block| block.text).collect();
    texts.join("\n")
}

/// A paragraph in the making.
#[derive(Default)]
struct Line<'a> {
    text: String,
    before: Option<(&'a Run, usize)>,
}

impl<'a> Line<'a> {
    /// Adds a run, and a space before it where the page has one or begins a line. Between
    /// two lines the space is at the end of the first, unless a word is divided there.
    fn push(&mut self, run: &'a Run, page: usize) {
        if let Some((before, its_page)) = self.before {
            let gap = match between(before, run) {
                _ if its_page != page => "\n",
                gap => gap,
            };
            let divided = self.text.ends_with(['-', '–', '—', '/', '\u{AD}']);
            let spaced = self.text.ends_with(char::is_whitespace) || run.text.starts_with(' ');
            if !spaced && (gap == " " || gap == "\n" && !divided) {
                self.text.push(' ');
            }
        }
        self.text.push_str(&run.text);
        self.before = Some((run, page));
    }

    fn end(&mut self, blocks: &mut Vec<Block>) {
        let text = std::mem::take(&mut self.text).replace('\u{AD}', "");
        self.before = None;
        let words: Vec<&str> = text.split_whitespace().collect();
        if !words.is_empty() {
            blocks.push(Block::apart(words.join(" ")));
        }
    }
}
