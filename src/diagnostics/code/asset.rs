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
}
