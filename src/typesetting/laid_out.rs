//! The two steps: a source becomes pages, pages become a PDF.

use typst::WorldExt as _;
use typst::diag::{Severity, SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst::syntax::{DiagSpan, DiagSpanKind};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::confined::Confined;
use super::memory::Memory;
use super::trouble::{Kind, Spot, Trouble};
use super::world::JobWorld;
use super::{Fonts, Job, frames};
use crate::pages::Layout;

/// The program that a PDF names as its maker.
const CREATOR: &str = concat!("Concord ", env!("CARGO_PKG_VERSION"));

/// Characters of a message that are kept.
const LONGEST_MESSAGE: usize = 1000;

/// Messages of a document that are kept; the first of them are the ones to mend.
const MOST_MESSAGES: usize = 1000;

/// A document whose pages are laid out.
pub(super) struct LaidOut {
    pages: PagedDocument,
    world: JobWorld,
    identity: String,
}

/// Lays a document out.
///
/// # Errors
/// All that Typst refused or warned of, and every file of the job that it may not have.
pub(super) fn lay_out(
    job: &Job,
    fonts: &Fonts,
    thread: &Confined,
    memory: &mut Memory,
) -> Result<LaidOut, Vec<Trouble>> {
    thread.run(|| {
        if memory.is_to_age() {
            age_the_cache();
        }
        let world = JobWorld::new(job, fonts, memory)?;
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        let (pages, mut refused) = match output {
            Ok(pages) => (Some(pages), Default::default()),
            Err(errors) => (None, errors),
        };
        refused.extend(warnings);
        match pages {
            Some(pages) if refused.is_empty() => Ok(LaidOut {
                pages,
                world,
                identity: job.identity.clone(),
            }),
            _ => Err(troubles(&world, &refused)),
        }
    })
}

/// Leaves in Typst's cache what was used since it aged last, and nothing older: it would otherwise
/// grow with every document. The next of the same theme finds it evaluated; to keep more saves
/// nothing more.
fn age_the_cache() {
    typst::comemo::evict(1);
}

impl LaidOut {
    /// What stands on the pages.
    pub(super) fn layout(&self) -> Layout {
        frames::layout(&self.pages, &self.world)
    }

    /// The PDF: PDF/A-2a and PDF/UA-1 in one file, with no date but the document's own,
    /// the same bytes for the same job.
    ///
    /// # Errors
    /// What keeps the document from either standard: no title, a picture without words, a
    /// character without a glyph.
    pub(super) fn export(&self, thread: &Confined) -> Result<Vec<u8>, Vec<Trouble>> {
        thread.run(|| {
            let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
                .map_err(|error| vec![Trouble::new(Kind::Fault, error.message().as_str())])?;
            let options = PdfOptions {
                ident: Smart::Custom(self.identity.clone()),
                creator: Smart::Custom(Some(CREATOR.to_owned())),
                timestamp: None,
                page_ranges: None,
                standards,
                tagged: true,
                pretty: false,
            };
            typst_pdf::pdf(&self.pages, &options)
                .map_err(|errors| unfit(troubles(&self.world, &errors)))
        })
    }
}

/// What is refused at export is refused by one of the standards. A character without a
/// glyph has no code in the PDF either: that is told once.
fn unfit(mut troubles: Vec<Trouble>) -> Vec<Trouble> {
    let lacks_glyph = |trouble: &Trouble| matches!(trouble.kind, Kind::MissingGlyph(_));
    if troubles.iter().any(lacks_glyph) {
        troubles.retain(|trouble| !trouble.message.ends_with("not mapped to a code point"));
    }
    for trouble in &mut troubles {
        if trouble.kind == Kind::Refused {
            trouble.kind = Kind::Unfit;
        }
    }
    troubles
}

fn troubles(world: &JobWorld, diagnostics: &[SourceDiagnostic]) -> Vec<Trouble> {
    let diagnostics = diagnostics.iter().take(MOST_MESSAGES);
    diagnostics
        .map(|diagnostic| trouble(world, diagnostic))
        .collect()
}

fn trouble(world: &JobWorld, diagnostic: &SourceDiagnostic) -> Trouble {
    let message = cut(&diagnostic.message);
    let hints: Vec<String> = diagnostic.hints.iter().map(|hint| cut(&hint.v)).collect();
    let calls = diagnostic
        .trace
        .iter()
        .filter_map(|call| spot(world, call.span.into()));
    Trouble {
        kind: kind(diagnostic.severity, &message),
        place: spot(world, diagnostic.span),
        calls: calls.collect(),
        private: may_quote(&message) || hints.iter().any(|hint| may_quote(hint)),
        message,
        hints,
    }
}

/// A message as far as anybody would read it: `panic` repeats whatever it is given, and an
/// error within Typst names a path of the machine it was built on.
fn cut(message: &str) -> String {
    let (message, _) = message
        .split_once(" (occurred at ")
        .unwrap_or((message, ""));
    message.chars().take(LONGEST_MESSAGE).collect()
}

/// The character that no font has, where that is what Typst says.
fn without_glyph(message: &str) -> Option<char> {
    let (before, _) = message.split_once("\"` could not be displayed with")?;
    let shown = before.split_once("`\"")?.1;
    let character = shown.chars().find(|c| !c.is_ascii());
    character.or_else(|| escaped(shown))
}

/// The first character that a message writes as `\u{b3e}`, as it does with a vowel sign that
/// has no letter before it.
fn escaped(shown: &str) -> Option<char> {
    let (number, _) = shown.split_once("\\u{")?.1.split_once('}')?;
    char::from_u32(u32::from_str_radix(number, 16).ok()?)
}

/// Typst tells kinds apart by its words alone; a test for each holds them to it.
fn kind(severity: Severity, message: &str) -> Kind {
    if message.starts_with("unknown font family") {
        Kind::UnknownFont
    } else if let Some(character) = without_glyph(message) {
        Kind::MissingGlyph(character)
    } else if severity == Severity::Warning {
        Kind::Warned
    } else {
        Kind::Refused
    }
}

/// Typst shows values in double quotes, and repeats what `panic` and `assert` were given.
fn may_quote(words: &str) -> bool {
    words.contains('"') || words.starts_with("panicked") || words.contains("assertion failed")
}

fn spot(world: &JobWorld, span: DiagSpan) -> Option<Spot> {
    let id = match span.get() {
        DiagSpanKind::Detached => return None,
        DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => id,
    };
    let range = world.range(span)?;
    let file = id.vpath().get_without_slash().to_owned();
    Some(Spot {
        file,
        start: range.start,
        end: range.end,
    })
}
