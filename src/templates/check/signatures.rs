//! The helpers a template may call, and what each must be given. Any other name is
//! refused, those that Handlebars brings along included.

/// One helper.
#[derive(Debug)]
pub struct Signature {
    /// What a template calls it by.
    pub name: &'static str,
    pub(super) stands: Stands,
    /// What it takes, in order.
    pub(super) params: &'static [Wants],
    /// Whether the last may be given again and again.
    pub(super) repeats: bool,
    /// Its forms, each by an example: what is written, and what that prints or does. The table
    /// of `templates/README.md` is made of them.
    pub forms: &'static [(&'static str, &'static str)],
}

/// Where a helper may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// `{{helper x}}` alone.
    Tag,
    /// `{{helper x}}`, or `(helper x)` as a value of another.
    TagOrValue,
    /// `(helper x)` as a condition.
    Condition,
    /// `{{#helper x}}…{{/helper}}`.
    Block,
}

/// What a helper wants in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wants {
    /// Any value, absent or not.
    Anything,
    /// Words or a number.
    Text,
    /// Free text, or words.
    Prose,
    /// A list of words.
    Texts,
    Date,
    Time,
    Number,
    /// A noun of the locale, in quotation marks.
    Noun,
    /// A key of the locale, or a keyword with `in="…"`.
    Phrase,
    /// What stands behind that `in=`.
    Group,
    /// What can hold or fail.
    Condition,
    List,
    /// A block, or anything that may be absent.
    Block,
}

impl Wants {
    /// The kind, as a message names it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Wants::Anything => "a value",
            Wants::Text => "text",
            Wants::Prose => "free text",
            Wants::Texts => "a list of text",
            Wants::Date => "a date",
            Wants::Time => "a time",
            Wants::Number => "a number",
            Wants::Noun => "a noun of the locale",
            Wants::Phrase => "the key of a phrase",
            Wants::Group => "a group of phrases",
            Wants::Condition => "a condition",
            Wants::List => "a list",
            Wants::Block => "a block",
        }
    }

    /// What to write.
    pub(super) fn help(self) -> &'static str {
        match self {
            Wants::Anything => "give the path of a value",
            Wants::Text => "give the path of a text or a number, or of what a helper writes",
            Wants::Prose => "give the path of a text",
            Wants::Texts => "give the path of a list of text",
            Wants::Date => "give the path of a date of the view",
            Wants::Time => "give the path of a time of the view",
            Wants::Number => "give the path of a number",
            Wants::Noun => "write the noun in quotation marks: `{{count path \"session\"}}`",
            Wants::Phrase => "write the key in quotation marks, or a keyword with `in=\"group\"`",
            Wants::Group => "write the group in quotation marks: `in=\"role\"`",
            Wants::Condition => {
                "give a yes-or-no, a list or what may be absent; compare a number with \
                 `(eq path 0)` or `(eq path null)`, since 0 counts as no"
            }
            Wants::List => "give the path of a list",
            Wants::Block => "give the path of a block, or of what may be absent",
        }
    }
}

impl Signature {
    /// What it takes, in the middle of a sentence.
    pub fn wants(&self) -> String {
        let wants: Vec<_> = self.params.iter().map(|wants| wants.words()).collect();
        wants.join(" and ")
    }
}

/// Every helper there is, in the order in which they are explained.
pub static HELPERS: &[Signature] = &[
    signature(
        "paragraphs",
        Stands::Tag,
        &[Wants::Prose],
        &[(
            "{{paragraphs text}}",
            "free text, paragraph by paragraph; in a copy for the court each with the mark \
             of who may be served, where not all parties",
        )],
    ),
    signature(
        "phrase",
        Stands::TagOrValue,
        &[Wants::Phrase],
        &[
            (
                r#"{{phrase "court-report.title"}}"#,
                "a phrase of the locale",
            ),
            (
                r#"{{phrase "heading.aged" years=age}}"#,
                "a phrase with its places filled",
            ),
            (
                r#"{{phrase status in="session-status"}}"#,
                "the words for a choice of the case",
            ),
            (
                r#"{{phrase "range.since" from=(weekday_date on)}}"#,
                "a day inside a sentence: the locale mutates it, and Welsh writes it small",
            ),
        ],
    ),
    signature(
        "date",
        Stands::TagOrValue,
        &[Wants::Date],
        &[("{{date on}}", "a day: 2 March 2026")],
    ),
    signature(
        "weekday_date",
        Stands::TagOrValue,
        &[Wants::Date],
        &[(
            "{{weekday_date on}}",
            "a day with its weekday: Monday 2 March 2026",
        )],
    ),
    signature(
        "day_month",
        Stands::TagOrValue,
        &[Wants::Date],
        &[(
            "{{day_month on}}",
            "a day whose year stands beside it: 2 March",
        )],
    ),
    signature(
        "time",
        Stands::TagOrValue,
        &[Wants::Time],
        &[("{{time start}}", "a time of day: 5.30 pm")],
    ),
    signature(
        "list",
        Stands::TagOrValue,
        &[Wants::Texts],
        &[
            ("{{list names}}", "texts in a row: A, B and C"),
            (
                r#"{{list kinds in="application"}}"#,
                "choices in the words of a group",
            ),
            (
                r#"{{list days of="weekday" in="calendar.weekday"}}"#,
                "one field of blocks",
            ),
            (
                r#"{{list names each="heading.of-child"}}"#,
                "each in a phrase, whose place is `{item}`",
            ),
            (r#"{{list names with="or"}}"#, "A, B or C"),
        ],
    ),
    signature(
        "count",
        Stands::TagOrValue,
        &[Wants::Number, Wants::Noun],
        &[(
            r#"{{count held "session"}}"#,
            "a number with its noun: four sessions",
        )],
    ),
    signature(
        "count_in_words",
        Stands::TagOrValue,
        &[Wants::Number, Wants::Noun],
        &[(
            r#"{{count_in_words weeks "week"}}"#,
            "the same where a figure may not stand: two weeks",
        )],
    ),
    signature(
        "ordinal",
        Stands::TagOrValue,
        &[Wants::Number, Wants::Noun],
        &[(r#"{{ordinal week "week"}}"#, "a place in a row: 3rd week")],
    ),
    signature(
        "lit",
        Stands::Tag,
        &[Wants::Anything],
        &[("{{lit number}}", "a value that Typst code computes with")],
    ),
    signature(
        "if",
        Stands::Block,
        &[Wants::Condition],
        &[(
            "{{#if x}}…{{else}}…{{/if}}",
            "what it holds, where there is an `x`, or `x` is yes",
        )],
    ),
    signature(
        "unless",
        Stands::Block,
        &[Wants::Condition],
        &[(
            "{{#unless x}}…{{/unless}}",
            "what it holds, where there is none, or it is no",
        )],
    ),
    signature(
        "each",
        Stands::Block,
        &[Wants::List],
        &[(
            "{{#each xs}}…{{/each}}",
            "what it holds, for each of a list; `this` is the one it has come to",
        )],
    ),
    signature(
        "with",
        Stands::Block,
        &[Wants::Block],
        &[(
            "{{#with x}}…{{/with}}",
            "what it holds, about the fields of `x`, where there is one",
        )],
    ),
    signature(
        "eq",
        Stands::Condition,
        &[Wants::Anything, Wants::Anything],
        &[(
            r#"{{#if (eq kind "joint")}}…{{/if}}"#,
            "a condition: two values are the same; `null` is what is not there",
        )],
    ),
    signature(
        "not",
        Stands::Condition,
        &[Wants::Condition],
        &[("{{#if (not x)}}…{{/if}}", "a condition: there is no `x`")],
    ),
    repeating(
        "and",
        Stands::Condition,
        &[Wants::Condition, Wants::Condition],
        &[("{{#if (and x y)}}…{{/if}}", "a condition: all of them hold")],
    ),
    repeating(
        "or",
        Stands::Condition,
        &[Wants::Condition, Wants::Condition],
        &[("{{#if (or x y)}}…{{/if}}", "a condition: one of them holds")],
    ),
];

/// The helper of this name.
pub(super) fn find(name: &str) -> Option<&'static Signature> {
    HELPERS.iter().find(|helper| helper.name == name)
}

const fn signature(
    name: &'static str,
    stands: Stands,
    params: &'static [Wants],
    forms: &'static [(&'static str, &'static str)],
) -> Signature {
    Signature {
        name,
        stands,
        params,
        repeats: false,
        forms,
    }
}

const fn repeating(
    name: &'static str,
    stands: Stands,
    params: &'static [Wants],
    forms: &'static [(&'static str, &'static str)],
) -> Signature {
    Signature {
        repeats: true,
        ..signature(name, stands, params, forms)
    }
}
