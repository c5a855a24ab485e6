//! Templates: what a pack may not say, and where a value may not stand.
//!
//! `T01`–`T39` are found when a template is read or rendered; `T40` and above by the
//! static checker of packs.

super::codes! {
    SYNTAX = "T01" Error "a template that Handlebars cannot read";
    FILE_TOO_LARGE = "T02" Error "a template file that is too large";
    TOO_MANY_TAGS = "T03" Error "a template file with too many tags";
    NESTED_TOO_DEEPLY = "T04" Error "tags that are nested too deeply";
    UNBALANCED_BLOCK = "T05" Error "a block that is not closed, or closed twice";
    UNESCAPED = "T06" Error "a value that asks not to be escaped";
    RAW_BLOCK = "T07" Error "a raw block";
    DECORATOR = "T08" Error "a decorator other than an inline partial";
    PARTIAL_BLOCK = "T09" Error "a partial that is given a block";
    DYNAMIC_PARTIAL = "T10" Error "a partial whose name is computed";
    BACKSLASH = "T11" Error "a backslash before a tag";
    NO_SUCH_PARTIAL = "T12" Error "a partial that does not exist";
    NO_SUCH_HELPER = "T13" Error "a helper that does not exist";
    MISSING_PATH = "T14" Error "a path that the view does not have";
    ABSENT_VALUE = "T15" Error "an absent value that is printed unguarded";
    NOT_TEXT = "T16" Error "a value that is not text where text is printed";
    WRONG_ARGUMENT = "T17" Error "a helper that is given what it cannot write";
    NO_SUCH_PHRASE = "T18" Error "a phrase that the locale does not have";
    PHRASE_VALUES = "T19" Error "a phrase that is given other values than it has places for";
    OUTPUT_TOO_LARGE = "T20" Error "a document that grows beyond its limit";
    ENDLESS_PARTIALS = "T21" Error "blocks and partials that call each other without end";
    IN_RAW_TEXT = "T22" Error "a value inside raw text";
    IN_REFERENCE = "T23" Error "a value inside a label or a reference";
    IN_ADDRESS = "T24" Error "a value inside a bare web address";
    IN_MATH = "T25" Error "a value inside a formula";
    AS_NAME = "T26" Error "a value where Typst expects a name";
    IN_FILE_CALL = "T27" Error "a value that would choose a file, a link or code";
    TOUCHING = "T28" Error "a value that touches the syntax around it";
    NO_PLACE_FOR_VALUE = "T29" Error "a place where no value may stand";
    PARAGRAPHS_IN_CODE = "T30" Error "paragraphs outside the text of the document";
    NUMBER_OUT_OF_RANGE = "T31" Error "a number that Typst cannot hold";
    NOT_TYPST = "T32" Error "a template that does not make valid Typst";
    STRUCTURE_CHANGED = "T33" Error "a value that would have changed the document";
    NOT_READ_BACK = "T34" Error "a value that would not have been printed as written";
    NOT_RENDERED = "T35" Error "a template that Handlebars cannot render";
}
