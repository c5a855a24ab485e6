//! From what Typst says of its source back to the template line, and to the case line
//! whose value was involved.

use super::sheet::{NUMBERED, half_path};
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Place, code};
use crate::language::Language;
use crate::templates::Rendered;
use crate::typesetting::{MAIN, Spot, Trouble};

/// What the theme says of numbered paragraphs within something else; of where they are
/// written it knows nothing.
const WITHIN: &str = "numbered paragraphs stand by themselves";

/// A trouble as a finding with the places a reader can open. `rendered` knows which files
/// of the job templates have made, and finds the places of their values in the case.
pub(crate) fn finding<'a, F>(
    trouble: &Trouble,
    assets: &Layered,
    rendered: &dyn Fn(&str) -> Option<(&'a Rendered, F)>,
) -> Diagnostic
where
    F: Fn(&str) -> Option<Place>,
{
    if trouble.message.contains(WITHIN)
        && let Some(finding) = not_by_itself(assets, rendered)
    {
        return finding;
    }
    let spots = trouble.place.iter().chain(&trouble.calls);
    let mut finding = trouble.finding();
    for (index, spot) in spots.enumerate() {
        let (place, value) = match rendered(&spot.file) {
            Some((rendered, case_place)) => {
                let origin = rendered.origin(spot.start);
                let value = origin.value.and_then(|value| case_place(value.as_str()));
                (Some(origin.template), value)
            }
            None => (in_theme(spot, assets), None),
        };
        finding = match place {
            Some(place) if index == 0 => finding.at(place),
            Some(place) => finding.label(place, "called from here"),
            None => finding,
        };
        if let Some(place) = value {
            finding = finding.label(place, "the value stands here");
        }
    }
    finding
}

/// `T77` where the call is written that does not stand by itself, or the rule that takes all
/// that follows into itself.
fn not_by_itself<'a, F>(
    assets: &Layered,
    rendered: &dyn Fn(&str) -> Option<(&'a Rendered, F)>,
) -> Option<Diagnostic> {
    let halves = Language::ALL.iter().map(|language| half_path(*language));
    let files = [MAIN.to_owned()].into_iter().chain(halves);
    let mut sources = files.filter_map(|file| Some(rendered(&file)?.0));
    sources.find_map(|rendered| {
        let nested = rendered.nested_call_of(NUMBERED);
        let is_firms = |place: &&Place| assets.is_of_a_folder(place.file.name());
        let (place, message, help) = match nested {
            // A firm's own line is to blame, be it around the program's call.
            Some(places) => (
                places.iter().find(is_firms).unwrap_or(&places[0]).clone(),
                "numbered paragraphs stand within something else here",
                "close what is open before `#numbered[…]`, and open it again behind it; for \
                 paragraphs without numbers there is `#unnumbered[…]`",
            ),
            None => (
                rendered.ruled()?,
                "numbered paragraphs follow a rule of Typst, which takes all that follows into \
                 itself",
                "write the rule in `firm.typ`, or around what it is for: `#[#set … ; …]`",
            ),
        };
        let finding = Diagnostic::new(&code::template::NOT_BY_ITSELF, message);
        Some(finding.at(place).help(help))
    })
}

fn in_theme(spot: &Spot, assets: &Layered) -> Option<Place> {
    let path = AssetPath::new(format!("templates/{}", spot.file)).ok()?;
    let file = assets.text(&path).ok()?;
    Some(Place::new(&file, spot.start..spot.end))
}
