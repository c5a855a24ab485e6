//! Whether words can be read in the colours and sizes that a firm's own modules set them in:
//! values in `theme.yaml` are measured when they are read, and a module that says the same must
//! not get round that.

use std::sync::Arc;

use super::{files, look};
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};

/// What the theme calls the colours that words are set in.
const OF_WORDS: [&str; 3] = ["accent", "ink", "quiet"];

/// The least size of words, in points.
const LEAST: f64 = 12.0;

/// `T76` for each colour of words in a firm's modules that is too pale for paper, `D05` for
/// each size of words that a court does not take.
///
/// # Errors
/// `A03` for a module that is not text.
pub(super) fn pale(assets: &Layered) -> Result<Findings, Diagnostic> {
    let mut findings = Findings::new();
    let is_firms =
        |path: &AssetPath| path.as_str().ends_with(".typ") && files::is_firms(assets, path);
    for path in files::themes(assets)?.into_iter().filter(is_firms) {
        let file = assets.text(&path)?;
        findings.extend(in_module(&file));
        findings.extend(small(&file));
    }
    Ok(findings)
}

fn in_module(file: &Arc<SourceFile>) -> Findings {
    let mut at = 0;
    let lines = file.text().split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (start, line)
    });
    let colours = lines.filter(|(_, line)| is_of_words(line));
    let colours = colours.flat_map(|(start, line)| {
        let found = line.match_indices("rgb(\"");
        found.filter_map(move |(at, opening)| {
            let colour = line[at + opening.len()..].split('"').next()?;
            Some((start + at + opening.len(), colour))
        })
    });
    let told = colours.filter_map(|(at, colour)| {
        let message = format!(
            "words in `{colour}` are too pale: {}",
            look::too_pale(colour)?
        );
        let place = Place::new(file, at..at + colour.len());
        let help = format!("write {}", look::Kind::Colour);
        let finding = Diagnostic::new(&code::template::PALE, message);
        Some(finding.at(place).help(help))
    });
    told.collect()
}

/// Each size of words that is written as points and too small.
fn small(file: &Arc<SourceFile>) -> Findings {
    let text = file.text();
    let sizes = text.match_indices("text(").filter_map(|(at, call)| {
        let start = at + call.len();
        let end = text[start..].find([')', '['])? + start;
        let size = text[start..end].find("size:")? + start + "size:".len();
        let size = size + text[size..].len() - text[size..].trim_start().len();
        let points = text[size..end].find("pt")? + size;
        let number: f64 = text[size..points].parse().ok()?;
        (number < LEAST).then_some(size..points + "pt".len())
    });
    let told = sizes.map(|range| {
        let message = format!("words are set in {}", &text[range.clone()]);
        Diagnostic::new(&code::document::TOO_SMALL, message)
            .at(Place::new(file, range))
            .help("set nothing below 12pt")
    });
    told.collect()
}

/// Whether a line gives words a colour, and no ground of another one.
fn is_of_words(line: &str) -> bool {
    let defined = line.trim_start().strip_prefix("#let ");
    let defined = defined.and_then(|rest| rest.split_once('='));
    let is_named = defined.is_some_and(|(name, _)| OF_WORDS.contains(&name.trim()));
    let is_set = line.contains("text(") && line.matches("fill:").count() == 1;
    is_named || is_set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_too_small_for_a_court_are_told_where_their_size_stands() {
        let text = "#let a = text(fill: quiet, size: 7.5pt)[…]\n#text(size: 12pt)[size: 3pt]\n\
                    #text(size: body-size)[…] #rect(height: 2pt) #text(\n  size: 9pt,\n)[…]\n";
        let findings = small(&SourceFile::new("firm.typ", text)).sorted();
        let told: Vec<_> = findings.iter().map(Diagnostic::short).collect();
        let expected = [
            "firm.typ:1:34: D05: words are set in 7.5pt",
            "firm.typ:4:9: D05: words are set in 9pt",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_pale_colour_of_words_is_told_and_that_of_a_ground_is_not() {
        let text = "#let accent = rgb(\"#8fb3d9\")\n\
                    #let tint = rgb(\"#eef2f7\")\n\
                    #text(fill: rgb(\"#999999\"))[…]\n\
                    #block(fill: rgb(\"#1f3a5f\"), text(fill: rgb(\"#ffffff\"))[…])\n\
                    #let ink = rgb(\"#1c1c1a\")\n";
        let findings = in_module(&SourceFile::new("firm.typ", text)).sorted();
        let told: Vec<_> = findings.iter().map(Diagnostic::short).collect();
        assert_eq!(
            told,
            [
                "firm.typ:1:20: T76: words in `#8fb3d9` are too pale: the contrast with paper is 2.1 : 1",
                "firm.typ:3:18: T76: words in `#999999` are too pale: the contrast with paper is 2.8 : 1",
            ]
        );
    }
}
