//! Packs: what a firm declares of a document of its own.

super::family::codes! {
    TAKEN = "P01" Error "a declaration of a document that the program has";
    NAME = "P02" Error "a document whose name no file can have";
    COPIES = "P03" Error "copies for readers whom a view is not for";
    NOT_PRINTED = "P04" Error "a field that a document must print and does not";
    TOLD_OPENLY = "P05" Error "an open document that tells what is without prejudice";
    TOO_LONG = "P06" Error "a document longer than the firm allows";
    UNTITLED = "P07" Error "a document whose title is not among the phrases";
    NO_PART = "P08" Error "a part or a document that there is not";
    FIXED = "P09" Error "a part that cannot be moved there";
    MUST_STAY = "P10" Error "a part that cannot be left out";
    NOWHERE = "P11" Error "a part that is moved to no place, or to two";
}
