//! Which line of a firm's is to blame for what Typst says of one of ours.
//!
//! A firm's partial calls the theme with something that the theme cannot draw, and Typst stops
//! in the theme: the call is to blame. Or a file of a firm takes the place of the whole of
//! ours and leaves out a name, and Typst stops in the file that asks for it: then the document
//! is set again, each time with one of the firm's files left out, until Typst has nothing to
//! say.

use std::ops::Range;

use super::files;
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Place, SourceFile, code, nearest};
use crate::typesetting::{Job, Trouble, Typesetter};

/// Letters of a word that is worth looking for in a file.
const TELLING: usize = 4;

/// The finding about a trouble in a theme file of ours, if a firm's brings it about.
pub(super) fn blamed(
    trouble: &Trouble,
    told: &Diagnostic,
    job: &Job,
    assets: &Layered,
    typesetter: &Typesetter,
) -> Option<Diagnostic> {
    let spot = trouble.place.as_ref()?;
    let is_told = told.place.as_ref();
    if is_told.is_some_and(|place| assets.is_of_a_folder(place.file.name())) {
        return None;
    }
    let is_firms = |path: &AssetPath| files::is_firms(assets, path);
    let stopped = AssetPath::new(format!("templates/{}", spot.file)).ok()?;
    if !spot.file.starts_with("themes/") || is_firms(&stopped) {
        return None;
    }
    let own = Layered::builtin();
    let themes = files::themes(assets).ok()?;
    let culprit = themes.into_iter().filter(is_firms).find(|path| {
        let Ok(asset) = own.read(path) else {
            return false;
        };
        let mut without = job.clone();
        let below = path.as_str().trim_start_matches("templates/");
        let known = without
            .files
            .insert(below.to_owned(), asset.bytes.into_owned());
        let troubles = typesetter.lay_out(&without).err().unwrap_or_default();
        known.is_some()
            && !troubles
                .iter()
                .any(|other| other.message == trouble.message)
    })?;
    let file = assets.text(&culprit).ok()?;
    let message = format!(
        "with this file Typst stops elsewhere in the theme: {}",
        told.message
    );
    let at = named_in(&file, &trouble.message).unwrap_or(0..0);
    let finding = Diagnostic::new(&code::template::THEME_BROKEN, message)
        .at(Place::new(&file, at))
        .help("take the program's file of this path whole, and change in it what should differ");
    Some(match &told.place {
        Some(place) => finding.label(place.clone(), "Typst stops here"),
        None => finding,
    })
}

/// The finding at the firm's line that called, where Typst stopped in a file of ours.
pub(super) fn at_the_call(mut finding: Diagnostic, assets: &Layered) -> Diagnostic {
    let is_firms = |place: &Place| assets.is_of_a_folder(place.file.name());
    let stopped = finding.place.take_if(|place| !is_firms(place));
    let called = finding.labels.iter_mut();
    let mut called = called.filter(|label| is_firms(&label.place));
    match (stopped, called.next()) {
        (Some(stopped), Some(call)) => {
            let call_place = std::mem::replace(&mut call.place, stopped);
            call.text = "Typst stops here".to_owned();
            finding.at(call_place)
        }
        (Some(stopped), None) => finding.at(stopped),
        (None, _) => finding,
    }
}

/// What a template may have meant by a name that Typst does not know.
pub(crate) fn meant(message: &str, job: &Job) -> Option<String> {
    let name = message.strip_prefix("unknown variable: ")?;
    let themes = job
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("themes/"));
    let texts = themes.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok());
    let lines = texts.flat_map(str::lines);
    let names = lines.filter_map(|line| line.strip_prefix("#let "));
    let is_in_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let names: Vec<&str> = names
        .filter_map(|rest| rest.split(|c: char| !is_in_name(c)).next())
        .collect();
    let near = nearest(name, names.iter().copied())?;
    Some(format!("did you mean `{near}`?"))
}

/// Where a file has a word that Typst named, a font for example.
fn named_in(file: &SourceFile, message: &str) -> Option<Range<usize>> {
    let text = file.text().to_ascii_lowercase();
    let words = message.split(|c: char| !c.is_alphanumeric() && c != '-');
    let (_, named) = message.split_once(": ").unwrap_or(("", message));
    let whole = [named].into_iter();
    let mut telling = whole.chain(words).filter(|word| word.len() >= TELLING);
    telling.find_map(|word| {
        let start = text.find(&word.to_ascii_lowercase())?;
        Some(start..start + word.len())
    })
}
