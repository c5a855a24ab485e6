//! The helpers a template may call, and what each must be given. Any other name is
//! refused, those that Handlebars brings along included.

/// One helper.
#[derive(Debug)]
pub(super) struct Signature {
    pub(super) name: &'static str,
    pub(super) stands: Stands,
    /// What it takes, in order.
    pub(super) params: &'static [Wants],
    /// Whether the last may be given again and again.
    pub(super) repeats: bool,
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
    pub(super) fn wants(&self) -> String {
        let wants: Vec<_> = self.params.iter().map(|wants| wants.words()).collect();
        wants.join(" and ")
    }
}

/// Every helper there is.
pub(super) static HELPERS: &[Signature] = &[
    signature("lit", Stands::Tag, &[Wants::Anything]),
    signature("paragraphs", Stands::Tag, &[Wants::Prose]),
    signature("phrase", Stands::TagOrValue, &[Wants::Phrase]),
    signature("date", Stands::TagOrValue, &[Wants::Date]),
    signature("weekday_date", Stands::TagOrValue, &[Wants::Date]),
    signature("time", Stands::TagOrValue, &[Wants::Time]),
    signature("list", Stands::TagOrValue, &[Wants::Texts]),
    signature("count", Stands::TagOrValue, &[Wants::Number, Wants::Noun]),
    signature(
        "count_in_words",
        Stands::TagOrValue,
        &[Wants::Number, Wants::Noun],
    ),
    signature("ordinal", Stands::TagOrValue, &[Wants::Number, Wants::Noun]),
    signature("eq", Stands::Condition, &[Wants::Anything, Wants::Anything]),
    signature("not", Stands::Condition, &[Wants::Condition]),
    repeating(
        "and",
        Stands::Condition,
        &[Wants::Condition, Wants::Condition],
    ),
    repeating(
        "or",
        Stands::Condition,
        &[Wants::Condition, Wants::Condition],
    ),
    signature("if", Stands::Block, &[Wants::Condition]),
    signature("unless", Stands::Block, &[Wants::Condition]),
    signature("each", Stands::Block, &[Wants::List]),
    signature("with", Stands::Block, &[Wants::Block]),
];

/// The helper of this name.
pub(super) fn find(name: &str) -> Option<&'static Signature> {
    HELPERS.iter().find(|helper| helper.name == name)
}

const fn signature(name: &'static str, stands: Stands, params: &'static [Wants]) -> Signature {
    Signature {
        name,
        stands,
        params,
        repeats: false,
    }
}

const fn repeating(name: &'static str, stands: Stands, params: &'static [Wants]) -> Signature {
    Signature {
        name,
        stands,
        params,
        repeats: true,
    }
}
