//! From what Typst says of its source back to the template line, and to the case line
//! whose value was involved.

use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Place};
use crate::templates::Rendered;
use crate::typesetting::{Spot, Trouble};

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

fn in_theme(spot: &Spot, assets: &Layered) -> Option<Place> {
    let path = AssetPath::new(format!("templates/{}", spot.file)).ok()?;
    let file = assets.text(&path).ok()?;
    Some(Place::new(&file, spot.start..spot.end))
}
