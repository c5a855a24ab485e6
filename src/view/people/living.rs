//! With whom the children live on the day of the document, as the case says it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Id;
use crate::diagnostics::Pointer;
use crate::view::draft::Draft;

/// Children who live with the same people.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Home {
    /// The first of the children in the case file.
    pub at: Pointer,
    /// Their names.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether it is one child, for the words that depend on it.
    pub one_child: bool,
    /// With whom.
    #[schemars(length(min = 1))]
    pub with: Vec<String>,
}

/// Where the children live, those with the same people together. Nothing of a child of whom the
/// case does not say it, or who lives with somebody who is no party: a heading that all parties
/// read names that person nowhere.
pub(crate) fn homes(draft: &Draft<'_>) -> Vec<Home> {
    let parties: Vec<_> = draft.served.parties().map(|party| &party.item.id).collect();
    let mut found: Vec<(&[Id], Home)> = Vec::new();
    for child in draft.served.children() {
        let people = &child.item.lives_with[..];
        let name = child.called().to_owned();
        match found.iter_mut().find(|(known, _)| *known == people) {
            _ if people.is_empty() || !people.iter().all(|one| parties.contains(&one)) => {}
            Some((_, home)) => {
                home.children.push(name);
                home.one_child = false;
            }
            None => {
                let with = draft.names(people, child.at.key("lives_with"));
                let home = Home {
                    at: child.at,
                    children: vec![name],
                    one_child: true,
                    with,
                };
                found.push((people, home));
            }
        }
    }
    found.into_iter().map(|(_, home)| home).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn children_who_live_with_the_same_people_are_told_together() {
        let mut case = sample::case();
        let told = homes(&sample::draft(&case));
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].children.len(), case.people.children.len());
        assert!(!told[0].one_child);
        case.people.children[0].lives_with.clear();
        let told = homes(&sample::draft(&case));
        assert!(told[0].one_child);
        case.people.children[1].lives_with.clear();
        assert!(homes(&sample::draft(&case)).is_empty());
    }
}
