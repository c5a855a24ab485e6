//! Mothers and fathers: one adult is not both, and a mother has parental responsibility.

use super::family::adults;
use crate::case::Case;
use crate::case::person::{Held, Relationship};
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[nobody_is_mother_and_father, a_mother_has_responsibility];

/// Whoever is mother of one child is father of no other (R119): of the two, one is mostly
/// another adult's.
fn nobody_is_mother_and_father(case: &Case, report: &mut Report) {
    for (at, adult) in adults(case) {
        let of = |what: Relationship| {
            let mut children = adult.relationship.iter();
            children.find_map(|(child, is)| (*is == what).then_some(child))
        };
        let both = of(Relationship::Mother).zip(of(Relationship::Father));
        let Some((mother_of, father_of)) = both else {
            continue;
        };
        let at = at.key("relationship");
        let message = format!(
            "`{}` is mother of `{mother_of}` and father of `{father_of}`",
            adult.id
        );
        report
            .add(
                &rule::MOTHER_AND_FATHER,
                at.key(mother_of.to_string()),
                message,
            )
            .caption("mother of this child")
            .but(at.key(father_of.to_string()), "but father of this one")
            .help("correct one of the two; where a family uses neither word, write `parent`");
    }
}

/// A mother has parental responsibility from the birth on (R120; Children Act 1989 s.2(1)
/// and (2)). An adoption or a parental order ends it, so it is a warning.
fn a_mother_has_responsibility(case: &Case, report: &mut Report) {
    for (at, adult) in adults(case) {
        for (child, responsibility) in &adult.pr {
            let is_mother = adult.relationship.get(child) == Some(&Relationship::Mother);
            if !is_mother || responsibility.held != Held::No {
                continue;
            }
            let message = format!(
                "`{}` is the mother of `{child}`, without parental responsibility",
                adult.id
            );
            report
                .add(
                    &rule::MOTHER_WITHOUT,
                    at.key("pr").key(child.to_string()).key("held"),
                    message,
                )
                .caption("said not to be held")
                .but(
                    at.key("relationship").key(child.to_string()),
                    "but this is the mother",
                )
                .help(
                    "write `held: yes`, or correct the relationship; only an adoption or a \
                     parental order ends what a mother has by birth",
                );
        }
    }
}
