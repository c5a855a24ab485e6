//! Packs: what a firm declares of a document of its own.

super::family::codes! {
    TAKEN = "P01" Error "a declaration of a document that the program has";
    NAME = "P02" Error "a document whose name no file can have";
    COPIES = "P03" Error "copies for readers whom a view is not for";
    NOT_PRINTED = "P04" Error "a field that a document must print and does not";
    TOLD_OPENLY = "P05" Error "an open document that tells what is without prejudice";
    TOO_LONG = "P06" Error "a document longer than the firm allows";
    UNTITLED = "P07" Error "a document whose title is not among the phrases";
}
