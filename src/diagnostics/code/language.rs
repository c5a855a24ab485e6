//! Locales: what a file of phrases may not say.

super::family::codes! {
    SHAPE = "L02" Error "a locale holds phrases under keys and nothing else";
    KEY = "L03" Error "a key that is not of the form it must have";
    EMPTY = "L05" Error "a phrase that is left blank";
    STRAIGHT_QUOTE = "L06" Error "a typewriter’s quotation mark";
    PLACEHOLDER = "L07" Error "a placeholder that is not of the form it must have";
    NO_SUCH_LANGUAGE = "L08" Error "a language that the program does not write";
    MISSING_PHRASE = "L09" Error "a phrase that the locale must have";
    OTHER_PLACEHOLDERS = "L10" Error "a phrase with other placeholders than it must have";
    PLURAL_FORM = "L11" Error "a plural form that the language does not have";
    NO_SOURCE = "L12" Error "a translated phrase that does not say where it is from";
    NOUN_GRAMMAR = "L13" Error "a Welsh noun without the grammar that numbers need";
    ANSWERS = "L14" Error "a Welsh yes and no that do not belong to one question";
    NOT_IN_ENGLISH = "L15" Error "a translated phrase that the English locale does not have";
    UNTRANSLATED = "L16" Error "a translated phrase that is still English";
    NOT_THE_SAME = "L17" Error "a phrase that claims to be the English one and is not";
    MARKED = "L18" Error "a mark in place of a translation";
    DISCARDED_TERM = "L19" Error "a term that is no longer written";
    WORKSHEET_ROW = "L20" Error "a row of a worksheet that is not seven cells";
    STALE_ROW = "L21" Error "a row of a worksheet that the locale has left behind";
    DAY_AFTER_AR = "L22" Error "a Welsh `ar` before one dated day";
    AGREEMENT = "L23" Error "Welsh words that agree with no noun";
    RELATIVE = "L24" Error "a Welsh relative clause without `y`";
    UNDECIDED_MUTATION = "L25" Error "a Welsh placeholder whose mutation nobody decided";
    HALF_CONFIRMED = "L26" Error "a row of a worksheet with a name or a day alone";
}
