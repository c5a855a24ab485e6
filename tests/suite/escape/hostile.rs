//! What a family might write, and what nobody should: every construct of Typst's
//! markup, of Handlebars, LaTeX and shells, invisible characters and other scripts.

/// Pieces of text that mean something to somebody.
const PIECES: &[&str] = &[
    "",
    " ",
    "  ",
    "a",
    "Ann",
    "h",
    "q",
    "1",
    "1.",
    "12. ",
    "0x",
    "é",
    "ŵ",
    "ß",
    "#",
    "#panic()",
    "#let x = 1",
    "#{",
    "#[",
    "#x.y",
    "#\"",
    "#!",
    "#eval(\"1\")",
    "#import \"a\"",
    "*",
    "_",
    "**",
    "`",
    "```",
    "``` ",
    "$",
    "$ x $",
    "<",
    ">",
    "<a>",
    "@",
    "@a",
    "[",
    "]",
    "][",
    "{",
    "}",
    "(",
    ")",
    "=",
    "= ",
    "== x",
    "- ",
    "+ ",
    "/ ",
    "/ a: b",
    "-",
    "--",
    "---",
    "-?",
    "...",
    "~",
    "'",
    "\"",
    "\";",
    "\"; #panic(); \"",
    "\");",
    "\")",
    "//",
    "/*",
    "*/",
    "/* x",
    "// x\n",
    "http://",
    "https://x.y/",
    "ttp://x",
    "://",
    ":",
    ";",
    ".",
    ",",
    "\\",
    "\\\\",
    "\\\"",
    "\\ ",
    "\\n",
    "\\u{41}",
    "\\u{",
    "\\u",
    "41}",
    "{{a}}",
    "{{{a}}}",
    "{{#if",
    "}}",
    "{{",
    "{{!",
    "{{> entry}}",
    "qv0000000z",
    "qv0000001z",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\0",
    "\u{7f}",
    "\u{1b}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{e0041}",
    "\u{301}",
    "漢",
    "かな",
    "한",
    "عبد",
    "שלום",
    "👨‍👩‍👧",
    "𝒜",
    "ﬁ",
    "\u{fffd}",
    "\u{10ffff}",
    "$(rm -rf ~)",
    "`id`",
    "\\input{x}",
    "%",
    "&amp;",
    "&",
    "|",
    "^",
    "if",
    "else",
    "none",
    "true",
    "let",
    "-1",
    "1e9",
];

/// A small generator: the same seed gives the same trials on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub(crate) fn new(seed: u64) -> Self {
        Dice(seed)
    }

    /// A number below `sides` (SplitMix64).
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }

    /// A hostile text.
    pub(crate) fn text(&mut self) -> String {
        if self.roll(200) == 0 {
            return "Wolfeschlegelstein-".repeat(22);
        }
        (0..self.roll(7))
            .map(|_| PIECES[self.roll(PIECES.len())])
            .collect()
    }

    /// A hostile paragraph: text without a blank line in it.
    pub(crate) fn paragraph(&mut self) -> String {
        let text = self.text().replace('\r', "");
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .collect();
        if lines.is_empty() {
            "#".to_owned()
        } else {
            lines.join("\n")
        }
    }
}
