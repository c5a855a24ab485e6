//! The plain twin of a document, made from its pages.

use std::collections::BTreeMap;

use concord::pages::{Layout, Part, ReadingOrder, Role, Run};
use concord::typesetting::Job;

/// The paper of the theme, and its lines.
const PAPER: &str =
    "#set page(paper: \"a4\", margin: (x: 1.95cm, top: 2cm, bottom: 1.75cm), numbering: \"1 / 1\")
#set par(leading: 0.5em, spacing: 0.5em)
";

/// The same words in the same letters: headings and paragraphs one after the other, a table
/// where there is one, and what stands in a picture as a table too.
pub(crate) fn of(layout: &Layout) -> Job {
    let order = ReadingOrder::of(layout);
    let mut twin = Twin {
        order: &order,
        source: PAPER.to_owned(),
        open: Vec::new(),
    };
    twin.letters(layout);
    twin.parts(order.top());
    twin.close("#par[", "]\n");
    Job {
        source: twin.source,
        identity: "twin".to_owned(),
        ..Job::default()
    }
}

struct Twin<'a> {
    order: &'a ReadingOrder<'a>,
    source: String,
    /// The paragraph that is not at its end.
    open: Vec<&'a Run>,
}

impl<'a> Twin<'a> {
    /// The family and the size of most letters.
    fn letters(&mut self, layout: &Layout) {
        let mut counted: BTreeMap<(String, u64), usize> = BTreeMap::new();
        for (_, run) in layout.runs() {
            let size = (run.size * 10.0).round() as u64;
            *counted.entry((run.family.clone(), size)).or_default() += run.text.len();
        }
        let most = counted.into_iter().max_by_key(|(_, letters)| *letters);
        let ((family, size), _) = most.expect("a document has letters");
        let size = size as f64 / 10.0;
        self.source.push_str(&format!(
            "#set text(font: {family:?}, size: {size}pt, hyphenate: false)\n"
        ));
    }

    fn parts(&mut self, parts: &[Part<'a>]) {
        for part in parts {
            match part {
                Part::Text(run, _) => self.open.push(run),
                Part::Element(element) => self.element(*element),
            }
        }
    }

    fn element(&mut self, element: usize) {
        let role = self.order.role(element);
        let within = self.order.within(element).to_vec();
        match role {
            role if role.is_furniture() => {}
            Role::Label => self.parts(&within),
            Role::Table => {
                let cells = self.cells(&within);
                let columns = cells.iter().map(|(column, _)| column + 1).max();
                self.table(
                    columns.unwrap_or(1),
                    cells.into_iter().map(|(_, runs)| runs),
                );
            }
            Role::Figure => {
                let runs: Vec<&Run> = self
                    .order
                    .runs(&within)
                    .into_iter()
                    .map(|(run, _)| run)
                    .collect();
                let columns = widest_line(&runs);
                self.table(columns, runs.into_iter().map(|run| vec![run]));
            }
            Role::Heading(_) | Role::Title => {
                self.close("#par[", "]\n");
                self.parts(&within);
                self.close("#heading[", "]\n");
            }
            // What stands beside a label goes on from it.
            Role::Body => {
                self.parts(&within);
                self.close("#par[", "]\n");
            }
            _ => {
                self.close("#par[", "]\n");
                self.parts(&within);
                self.close("#par[", "]\n");
            }
        }
    }

    fn cells(&self, parts: &[Part<'a>]) -> Vec<(usize, Vec<&'a Run>)> {
        let cell = |part: &Part<'a>| match part {
            Part::Element(element) if !self.order.role(*element).is_furniture() => {
                let (_, column) = self.order.role(*element).place()?;
                let runs = self.order.runs(self.order.within(*element));
                Some((column, runs.into_iter().map(|(run, _)| run).collect()))
            }
            _ => None,
        };
        parts.iter().filter_map(cell).collect()
    }

    fn table(&mut self, columns: usize, cells: impl Iterator<Item = Vec<&'a Run>>) {
        self.close("#par[", "]\n");
        self.source.push_str(&format!(
            "#table(columns: (1fr,) * {columns}, stroke: none, inset: 2pt,\n"
        ));
        for cell in cells {
            let words = words(&cell);
            self.source.push_str(&format!("[#{words:?}],\n"));
        }
        self.source.push_str(")\n");
    }

    /// Ends the paragraph.
    fn close(&mut self, before: &str, after: &str) {
        let words = words(&std::mem::take(&mut self.open));
        if !words.is_empty() {
            self.source.push_str(&format!("{before}#{words:?};{after}"));
        }
    }
}

/// What some runs say: a space between lines, and none where a word was divided.
fn words(runs: &[&Run]) -> String {
    let mut words = String::new();
    let mut before: Option<&Run> = None;
    for run in runs.iter().filter(|run| run.text != "\u{AD}") {
        let apart = before.is_some_and(|before| {
            (run.y - before.y).abs() > 0.5 || run.x - before.x - before.width > run.size / 10.0
        });
        if apart && !words.ends_with(' ') {
            words.push(' ');
        }
        words.push_str(&run.text);
        before = Some(run);
    }
    words
}

/// How many runs stand on the line that has most.
fn widest_line(runs: &[&Run]) -> usize {
    let mut lines: BTreeMap<i64, usize> = BTreeMap::new();
    for run in runs {
        *lines.entry((run.y * 2.0).round() as i64).or_default() += 1;
    }
    lines.into_values().max().unwrap_or(1)
}
