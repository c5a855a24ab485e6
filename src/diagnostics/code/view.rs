//! Views: what a document needs and the case does not say.

super::family::codes! {
    DOES_NOT_APPLY = "V01" Error "a document that cannot be made from the case";
    NO_TEXT = "V02" Error "a text that is not written in the language of the document";
    UNRESOLVED = "V03" Error "a reference to something the case does not have";
}
