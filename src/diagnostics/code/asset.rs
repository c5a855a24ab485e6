//! Assets: the templates, themes, locales and fonts that documents are made of.

super::family::codes! {
    PATH = "A01" Error "a path that cannot name an asset";
    MISSING = "A02" Error "an asset that no layer has";
    NOT_TEXT = "A03" Error "a template, theme or locale that is not UTF-8 text";
    FOLDER = "A04" Error "a folder of templates that cannot be read whole";
    UNREAD = "A05" Error "a file among the templates that nothing reads";
    NOTHING = "A06" Error "a folder of templates with nothing in it for documents";
    UNASKED = "A08" Error "a phrase of a firm that no document asks for";
    OTHER_LANGUAGE = "A09" Error "phrases that lie over those of another language";
    ONE_LANGUAGE = "A10" Warning "a phrase in other words in one language only";
    NOT_CALLED = "A11" Error "a `firm.typ` of which the theme calls nothing";
    NO_LICENCE = "A12" Error "fonts without their licence";
    CONFLICT = "A13" Error "an upgrade that is open";
    BEHIND = "A14" Error "a copy of a file that has changed since";
    OTHER_WORDS = "A15" Warning "a phrase in other words, of one that has changed since";
    CIRCLE = "A16" Error "a `firm.typ` that imports what imports it";
    CURLY = "A30" Error "a text of a firm in curly quotation marks";
}
