//! What the courses, the programme and the services are called.
//!
//! Words in quotation marks, of children, of parents and of orders stay as they are.

use jiff::civil::{self, date};

use crate::case::Case;
use crate::case::texts::{texts, without_quotations};
use crate::diagnostics::code::rule;
use crate::rules::kit::whole_words::has_words;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[names_are_right];

/// A name that is wrong, as it is mostly written, and the right one.
struct Misnomer {
    written: &'static [&'static str],
    right: &'static str,
}

/// Names that nothing ever had.
const NEVER: [Misnomer; 3] = [
    Misnomer {
        written: &[
            "Parenting Together for Children",
            "Parenting Together course",
            "Parents Together for Children",
        ],
        right: "the course is called Planning Together for Children; in Wales, Working Together \
                for Children",
    },
    Misnomer {
        written: &[
            "Cafcass Positive Parenting Programme",
            "Cafcass Positive Parenting programme",
        ],
        right: "the programme is called the Cafcass Positive co-Parenting Programme",
    },
    Misnomer {
        written: &["Cafcass Wales", "CAFCASS Wales"],
        right: "the service is called Cafcass Cymru, in both languages",
    },
];

/// The course before [`SUCCESSION`].
const FORMER: Misnomer = Misnomer {
    written: &[
        "SPIP",
        "Separated Parents Information Programme",
        "Separated Parents’ Information Programme",
        "Separated Parents' Information Programme",
        "Separated Parent Information Programme",
    ],
    right: "since 3 April 2023 the course is called Planning Together for Children; of an earlier \
            one, say the year",
};

/// The day on which Planning Together for Children followed it.
const SUCCESSION: civil::Date = date(2023, 4, 3);

/// An officer's prose calls courses, programme and services by their names (R56; Cafcass,
/// Action for Children and Cafcass Cymru, their own pages).
fn names_are_right(case: &Case, report: &mut Report) {
    let since = case.document.prepared_on.0 >= SUCCESSION;
    for text in texts(case)
        .into_iter()
        .filter(|text| text.is_officers_english())
    {
        let own = without_quotations(&text.text);
        let own = own.split_whitespace().collect::<Vec<_>>().join(" ");
        let former = (since && !tells_an_earlier_year(&own)).then_some(&FORMER);
        for misnomer in NEVER.iter().chain(former) {
            let Some(name) = misnomer.written.iter().find(|name| has_words(&own, name)) else {
                continue;
            };
            report
                .add(
                    &rule::PROGRAMME_NAME,
                    text.at.clone(),
                    format!("there is no `{name}`"),
                )
                .caption("so called in this text")
                .help(misnomer.right);
        }
    }
}

/// Whether a text names a year in which the course still had its former name.
fn tells_an_earlier_year(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter_map(|number| number.parse::<i16>().ok());
    years
        .into_iter()
        .any(|year| (2000..=SUCCESSION.year()).contains(&year))
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
