//! Finished documents: what makes one unfit to file.

super::family::codes! {
    HEADING_AT_FOOT = "D01" Error "a heading alone at the foot of a page";
    SIGNATURE_ALONE = "D02" Error "a signature on a page of its own";
    BEYOND_MARGINS = "D03" Error "words beyond the margins";
    OVERLAP = "D04" Error "words on other words";
    TOO_SMALL = "D05" Error "type smaller than 12 point";
    READING_ORDER = "D06" Error "words read in another order than they stand";
    TABLE_HEADER = "D07" Error "a table without the names of its columns on a further page";
    TOO_LONG = "D08" Error "a document longer than the rules allow";
    UNPRINTED = "D09" Error "something that must be in the document and is not";
    PLACEHOLDER = "D10" Error "a placeholder that a template left";
    LANGUAGES_DIFFER = "D11" Error "two languages that do not state the same";
    UNCONFIRMED = "D12" Error "Welsh that nobody has confirmed in a final document";
    OVER_BUDGET = "D20" Warning "a document longer than it is meant to be";
    NOT_AT_HAND = "D21" Error "a report without the record whose numbers it names";
}
