//! Reading a case or a locale as YAML: what the guard refuses, and what it would lose.

super::family::codes! {
    NOT_FOUND = "Y01" Error "the case file cannot be read";
    NOT_UTF8 = "Y02" Error "the file is not UTF-8 text";
    SYNTAX = "Y03" Error "the file is not YAML";
    TOO_LARGE = "Y04" Error "the file is larger than a case may be";
    TOO_DEEP = "Y05" Error "lists and blocks are nested too deeply";
    TOO_MANY = "Y06" Error "the file holds too many values";
    TOO_LONG = "Y07" Error "a single value is too long";
    ANCHOR = "Y08" Error "anchors and aliases are not read";
    TAG = "Y09" Error "tags are not read";
    MERGE_KEY = "Y10" Error "merge keys are not read";
    DUPLICATE_KEY = "Y11" Error "a key stands twice in one block";
    SECOND_DOCUMENT = "Y12" Error "a file holds one case";
    CONTROL_CHARACTER = "Y13" Error "a character that cannot be seen";
    EMPTY = "Y14" Error "the file is empty";
    COMPLEX_KEY = "Y15" Error "a key must be a word";
    COMMENT = "Y16" Warning "a comment that cuts a text short";
}
