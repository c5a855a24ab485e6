//! From what Typst says of its source back to the template line, and to the case line
//! whose value was involved.

use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Findings, Place};
use crate::templates::Rendered;
use crate::typesetting::{MAIN, Spot, Trouble};

/// The troubles as findings with the places a reader can open.
pub(super) fn findings(
    troubles: &[Trouble],
    rendered: &Rendered,
    assets: &Layered,
    case_place: &dyn Fn(&str) -> Option<Place>,
) -> Findings {
    troubles
        .iter()
        .map(|trouble| {
            let mut finding = trouble.finding();
            let spots = trouble.place.iter().chain(&trouble.calls);
            for (index, spot) in spots.enumerate() {
                finding = point(finding, index == 0, spot, rendered, assets, case_place);
            }
            finding
        })
        .collect()
}

/// The first spot is the place of the finding, the others are the calls that led there.
fn point(
    finding: Diagnostic,
    first: bool,
    spot: &Spot,
    rendered: &Rendered,
    assets: &Layered,
    case_place: &dyn Fn(&str) -> Option<Place>,
) -> Diagnostic {
    let (place, value) = if spot.file == MAIN {
        let origin = rendered.origin(spot.start);
        let value = origin
            .value
            .and_then(|pointer| case_place(pointer.as_str()));
        (Some(origin.template), value)
    } else {
        (in_theme(spot, assets), None)
    };
    let finding = match place {
        Some(place) if first => finding.at(place),
        Some(place) => finding.label(place, "called from here"),
        None => finding,
    };
    match value {
        Some(place) => finding.label(place, "the value stands here"),
        None => finding,
    }
}

fn in_theme(spot: &Spot, assets: &Layered) -> Option<Place> {
    let path = AssetPath::new(format!("templates/{}", spot.file)).ok()?;
    let file = assets.text(&path).ok()?;
    Some(Place::new(&file, spot.start..spot.end))
}
