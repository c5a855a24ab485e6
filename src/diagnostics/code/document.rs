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
    NO_A4 = "D13" Error "a page that is no upright A4";
    LINES_CLOSE = "D14" Error "lines closer than the rules allow";
    LABELS = "D15" Error "pages that a viewer does not count from 1";
    BOOKMARKS = "D16" Error "a heading without a bookmark";
    UNSEARCHABLE = "D17" Error "words that cannot be searched";
    TOO_FINE = "D18" Error "a picture finer than the rules allow";
    MORE_THAN_PAGES = "D19" Error "something in a file beside its pages";
    OVER_BUDGET = "D20" Warning "a document longer than it is meant to be";
    NOT_AT_HAND = "D21" Error "a report without the record whose numbers it names";
}
