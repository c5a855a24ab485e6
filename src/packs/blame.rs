//! Which line of a firm's is to blame for what Typst says of one of ours.
//!
//! A firm's partial calls the theme with something that the theme cannot draw, and Typst stops
//! in the theme: the call is to blame. Or a file of a firm takes the place of the whole of
//! ours and leaves out a name, and Typst stops in the file that asks for it: then the document
//! is set again, each time with one of the firm's files left out, until Typst has nothing to
//! say.

use std::ops::Range;
use std::sync::Arc;

use super::files;
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Findings, Label, Place, SourceFile, code, nearest};
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
    if culprit.as_str() == files::FIRM {
        return Some(not_as_called(&file, told));
    }
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

/// `T73` for what a firm draws itself, and not in the form in which the theme calls it.
fn not_as_called(file: &Arc<SourceFile>, told: &Diagnostic) -> Diagnostic {
    let text = file.text();
    let called = told.place.as_ref().and_then(|place| {
        let line = place.file.text()[..place.range.end].rfind("drawn(\"")?;
        let name = place.file.text()[line..].split('"').nth(1)?;
        let at = text.find(&format!("#let {name}"))? + "#let ".len();
        Some((name, at..at + name.len()))
    });
    let (name, at) = called.unwrap_or(("what stands here", 0..0));
    let message = format!(
        "the theme cannot call `{name}` as it stands: {}",
        told.message
    );
    let finding = Diagnostic::new(&code::template::THEME_BROKEN, message)
        .at(Place::new(file, at))
        .help(
            "the theme calls `letterhead(logo, words)` and `page-foot(words)`, and shows \
             `before-title`: `concord templates describe firm.typ`",
        );
    match &told.place {
        Some(place) => finding.label(place.clone(), "it is called here"),
        None => finding,
    }
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

/// Findings of the checker at partials of ours, at the firm's line that calls them: it is given
/// too little, or stands where its fields are not.
pub(super) fn at_the_callers(findings: Findings, assets: &Layered) -> Findings {
    if !assets.has_folder() {
        return findings;
    }
    let findings = findings.into_iter();
    findings
        .map(|finding| at_the_caller(finding, assets))
        .collect()
}

fn at_the_caller(mut finding: Diagnostic, assets: &Layered) -> Diagnostic {
    let is_firms = |place: &Place| assets.is_of_a_folder(place.file.name());
    let calls = |label: &Label| is_firms(&label.place) && label.place.text().starts_with("{{");
    let Some(place) = finding.place.take_if(|place| !is_firms(place)) else {
        return finding;
    };
    let Some(call) = finding.labels.iter_mut().find(|label| calls(label)) else {
        return finding.at(place);
    };
    let partial = call.place.text();
    let partial = partial.trim_start_matches(['{', '~', '>', '#', ' ']);
    let end = partial.find(|sign: char| sign.is_whitespace() || "}~".contains(sign));
    let partial = partial[..end.unwrap_or(partial.len())].to_owned();
    let asked = place.text().to_owned();
    let call_place = std::mem::replace(&mut call.place, place);
    call.text = "it is asked for here".to_owned();
    if *finding.code == code::template::UNKNOWN_FIELD {
        finding.message = format!("`{partial}` asks for `{asked}`, which it is not given here");
        finding.help = Some(format!(
            "give it: `{{{{> {partial} {asked}=…}}}}`, or call it where `{asked}` is a field; \
             `concord templates describe {partial}` says what it is about"
        ));
    }
    finding.at(call_place)
}

/// What a template may have meant by what Typst cannot find: a name, which it may have to
/// import, or a file.
pub(crate) fn meant(message: &str, job: &Job) -> Option<String> {
    if message.starts_with("file not found") {
        let help =
            "a picture of yours lies in `brand/` of your folder: write `/brand/` and its name";
        return Some(help.to_owned());
    }
    if message.contains("access denied") {
        let help = "take it out: nothing is loaded from a network or from elsewhere on the machine";
        return Some(help.to_owned());
    }
    let name = message.strip_prefix("unknown variable: ")?;
    let themes = job
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("themes/"));
    let texts = themes.filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
    let is_in_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let names = texts.flat_map(|(path, text)| {
        let lines = text.lines();
        let rest = lines.filter_map(|line| line.strip_prefix("#let "));
        let names = rest.filter_map(|rest| rest.split(|c: char| !is_in_name(c)).next());
        names.map(move |name| (name, path))
    });
    let names: Vec<(&str, &String)> = names.collect();
    if let Some((_, path)) = names.iter().find(|(own, _)| *own == name) {
        return Some(format!("import it: `#import \"/{path}\": {name}`"));
    }
    let near = nearest(name, names.iter().map(|(name, _)| *name))?;
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
