//! By what right an adult has parental responsibility.

use super::family::adults;
use crate::case::Case;
use crate::case::person::{Held, Relationship};
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[a_right_is_of_who_has_it, a_mothers_right_is_a_mothers];

/// Responsibility that is not held has no right it rests on (R102; Children Act 1989 ss.2–4).
fn a_right_is_of_who_has_it(case: &Case, report: &mut Report) {
    for (at, adult) in adults(case) {
        for (child, responsibility) in &adult.pr {
            if responsibility.held != Held::No || responsibility.basis.is_none() {
                continue;
            }
            let message = format!(
                "`{}` has no responsibility for `{child}`, and a right to it",
                adult.id
            );
            let at = at.key("pr").key(child.to_string());
            report
                .add(&rule::RIGHT, at.key("held"), message)
                .caption("not held")
                .but(at.key("basis"), "but by this right")
                .help("write `held: yes`, or take `basis` out");
        }
    }
}

/// Whoever has it as the child's mother is the child's mother (R102; Children Act 1989
/// s.2). A `parent` may be one: the word is for families that use neither.
fn a_mothers_right_is_a_mothers(case: &Case, report: &mut Report) {
    use Relationship::{Mother, Parent};
    for (at, adult) in adults(case) {
        for (child, responsibility) in &adult.pr {
            let basis = responsibility.basis.as_ref();
            let as_mother = basis.is_some_and(|b| b.as_str().eq_ignore_ascii_case("mother"));
            let is = adult.relationship.get(child);
            if !as_mother || is.is_none_or(|is| matches!(is, Mother | Parent)) {
                continue;
            }
            let message = format!(
                "`{}` has responsibility as the mother of `{child}`, and is not the mother",
                adult.id
            );
            report
                .add(
                    &rule::RIGHT,
                    at.key("relationship").key(child.to_string()),
                    message,
                )
                .caption("not the mother")
                .but(
                    at.key("pr").key(child.to_string()).key("basis"),
                    "but with a mother's right",
                )
                .help("correct the relationship, or write by what right it is held");
        }
    }
}
