//! Templates: what a pack may not say, and where a value may not stand.
//!
//! `T01`–`T39` and `T70` are found when a template is read or rendered, `T65` when folders
//! are; the others by the static checker of packs, and by the trial of samples.

super::family::codes! {
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
    COMMENT = "T36" Error "a Typst comment, which hides what stands in it";
    UNKNOWN_FIELD = "T40" Error "a path that leads to nothing the view has";
    ABOVE_ROOT = "T41" Error "a path that climbs above the view";
    NO_SUCH_LOCAL = "T42" Error "an `@` name that is not set where it is used";
    HIDDEN_FIELD = "T43" Error "a parameter that hides a field of the same name";
    UNGUARDED = "T44" Error "a value that may be absent, used without a guard";
    NOT_WORDS = "T45" Error "a block, a list or a yes-or-no printed as text";
    KEYWORD_AS_WORDS = "T46" Error "a keyword printed as if it were words";
    RAW_DATE = "T47" Error "a date or time printed as it is stored";
    UNKNOWN_HELPER = "T48" Error "a helper or block that there is not";
    WRONG_STANDING = "T49" Error "a helper where it cannot stand";
    WRONG_ARITY = "T50" Error "a tag that is given too much or too little";
    WRONG_KIND = "T51" Error "a value of the wrong kind for where it is given";
    NO_SUCH_KEYWORD = "T52" Error "a comparison with what the value never is";
    IDLE_CONDITION = "T53" Error "a condition that decides nothing";
    UNKNOWN_PARTIAL = "T54" Error "a partial that there is not";
    PARTIAL_CYCLE = "T55" Error "partials that call each other without end";
    TOO_MANY_PARTIALS = "T56" Error "partials called too deep or too often";
    DEAD_PARTIAL = "T57" Error "a partial that nothing calls";
    HIDDEN_PARTIAL = "T58" Error "an inline partial with the name of a file";
    UNKNOWN_PHRASE = "T59" Error "a phrase or noun that the locale does not have";
    INCOMPLETE_GROUP = "T60" Error "a group of phrases that lacks one for a keyword";
    UNFILLED_PLACEHOLDER = "T61" Error "a placeholder of a phrase that is given no value";
    NO_SUCH_PLACEHOLDER = "T62" Error "a value that the phrase has no placeholder for";
    BRACE = "T63" Error "a single brace that would be printed";
    WORDS_CHANGED = "T64" Error "a rule that changes or hides words";
    SAME_NAME = "T65" Error "two partials of one name";
    OUT_OF_ITS_PLACE = "T66" Error "a partial for text in code, or for code in text";
    WEB_COMMENT = "T67" Error "a comment as web pages have it";
    FORMULA = "T68" Error "a dollar sign, which begins a formula";
    ADDRESS = "T69" Error "an e-mail address in a template";
    TYPESET_SIGN = "T70" Error "a curly quotation mark or another sign of a word processor in a tag";
    WORDS = "T71" Warning "words that stand in a template";
    LENGTH = "T72" Warning "a length or a colour in a template";
    THEME_BROKEN = "T73" Error "a file of a theme with which the rest of it no longer works";
}
