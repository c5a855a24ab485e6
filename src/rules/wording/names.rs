//! What the courses, the programme and the services are called.
//!
//! Words in quotation marks, of children, of parents and of orders stay as they are.

use std::sync::LazyLock;

use super::words::WORDS;
use crate::case::Case;
use crate::case::texts::without_quotations;
use crate::diagnostics::code::rule;
use crate::language::on_one_line;
use crate::rules::kit::any_of::AnyOf;
use crate::rules::kit::whole_words::has_words;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[names_are_right];

/// An officer's prose calls courses, programme and services by their names (R56; Cafcass,
/// Action for Children and Cafcass Cymru, their own pages).
fn names_are_right(case: &Case, report: &mut Report) {
    static ANY: LazyLock<AnyOf> = LazyLock::new(|| {
        let names = &WORDS.names;
        let never = names.never.iter().flat_map(|misnomer| &misnomer.written);
        AnyOf::of(never.chain(&names.former.written))
    });
    let names = &WORDS.names;
    let since = case.document.prepared_on >= names.former.until;
    let never = names
        .never
        .iter()
        .map(|misnomer| (&misnomer.written, &misnomer.right));
    let texts = report.texts(case);
    for text in texts.iter().filter(|text| text.is_officers_english()) {
        let own = on_one_line(&without_quotations(&text.text));
        if !ANY.may_be_in(&own) {
            continue;
        }
        let former = (since && !tells_an_earlier_year(&own))
            .then_some((&names.former.written, &names.former.right));
        for (written, right) in never.clone().chain(former) {
            let Some(name) = written.iter().find(|name| has_words(&own, name)) else {
                continue;
            };
            report
                .add(
                    &rule::PROGRAMME_NAME,
                    text.at.clone(),
                    format!("there is no `{name}`"),
                )
                .caption("so called in this text")
                .help(right);
        }
    }
}

/// Whether a text names a year in which the course still had its former name.
fn tells_an_earlier_year(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let mut years = numbers.filter_map(|number| number.parse::<i16>().ok());
    let last = WORDS.names.former.until.0.year();
    years.any(|year| (2000..=last).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_attended_the_former_course_says_the_year() {
        assert!(tells_an_earlier_year("a SPIP in 2019"));
        assert!(tells_an_earlier_year("a SPIP in March 2023, near Leeds"));
        assert!(!tells_an_earlier_year("a SPIP in 2025"));
        assert!(!tells_an_earlier_year("a SPIP on 12 March, at 18.00"));
    }
}
