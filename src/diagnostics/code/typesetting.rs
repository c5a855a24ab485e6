//! Typesetting: what Typst refused or warned of.

super::family::codes! {
    REFUSED = "S01" Error "Typst refused the document";
    WARNED = "S02" Error "Typst warned, and a document for a court has no warnings";
    UNKNOWN_FONT = "S03" Error "a font family that does not travel with the program";
    MISSING_GLYPH = "S04" Error "a character that no font has";
    IMAGE = "S05" Error "an image that cannot be taken";
    PACK_FILE = "S06" Error "a file of a pack that Typst cannot be given";
    UNFIT = "S07" Error "the document is not PDF/A-2a and PDF/UA-1";
    FAULT = "S08" Error "the typesetter failed";
    FONT_FILE = "S09" Error "a font file that cannot be read";
    TOO_LONG = "S10" Error "a document that takes longer than it may";
    TOO_MUCH = "S11" Error "a document that takes more memory than it may";
    TOO_DEEP = "S12" Error "a document nested deeper than it may be";
    LOST = "S13" Error "a process of the typesetter that died";
    MACHINE = "S14" Error "the machine does not let the typesetter work";
}
