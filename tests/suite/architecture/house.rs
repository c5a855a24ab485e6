//! The house as it is drawn in `src/lib.rs`: its floors, and who may reach outside.

/// The rooms of each floor, lowest first. A room imports only from floors below its own.
pub(super) const FLOORS: &[&[&str]] = &[
    &["diagnostics", "schema", "pages", "pdf"],
    &["reading"],
    &["language", "assets", "pictures"],
    &["case"],
    &["schedule"],
    &["audience"],
    &["settings"],
    &["rules", "view"],
    &["templates", "typesetting"],
    &["packs", "checks", "output", "migrate"],
    &["handbook"],
    &["pipeline"],
    &["batch", "verify"],
    &["cli"],
];

/// Outside crates, what of `std` reaches outside, and the only places that may name them.
pub(super) const CONFINED: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostics/draw"]),
    ("aho_corasick", &["rules/kit"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli/commands/shipped"]),
    ("clap_mangen", &["cli/commands/shipped"]),
    ("csv", &["language/worksheet"]),
    ("granit_parser", &["reading"]),
    ("handlebars", &["templates"]),
    ("hayro", &["pdf"]),
    ("hayro_interpret", &["pdf"]),
    ("icu_properties", &["diagnostics/characters"]),
    ("indicatif", &["cli/progress"]),
    ("include_dir", &["assets", "diagnostics/explain"]),
    // Days of the case, of its recurring time and of a page; a calendar file states them too.
    (
        "jiff",
        &[
            "audience",
            "case",
            "language",
            "output/calendar",
            "rules",
            "schedule",
            "templates/helpers/dates",
            "view",
        ],
    ),
    ("kurbo", &["pdf"]),
    ("landlock", &["typesetting/worker"]),
    ("libc", &["typesetting/worker"]),
    ("mimalloc", &["lib"]),
    ("postcard", &["typesetting"]),
    ("rayon", &["typesetting"]),
    ("rustix", &["settings/trust", "typesetting"]),
    ("signal_hook", &["cli/stop"]),
    // Case and view describe themselves; `schema` and `templates/check` read it.
    (
        "schemars",
        &[
            "audience",
            "case",
            "cli/events/form",
            "diagnostics/draw/json",
            "diagnostics/pointer",
            "output/digest",
            "output/manifest/office",
            "output/manifest/reader",
            "packs/declared",
            "schema",
            "settings/confirmed",
            "settings/firm",
            "templates/check",
            "view",
        ],
    ),
    ("seccompiler", &["typesetting/worker"]),
    // `view/sample.rs` is a case for the tests of views.
    ("serde_yaml", &["case", "reading/table", "view/sample"]),
    ("sha2", &["output/digest"]),
    // Only the command line knows of the terminal it was called from.
    ("std::env", &["cli", "main", "typesetting/worker/sealed"]),
    // What is read: a case, what lies beside it, a firm's folder, a worksheet, how much memory
    // a worker holds. What is written: documents and their manifest.
    (
        "std::fs",
        &[
            "assets",
            "case/beside",
            "reading",
            "output/folder",
            "output/manifest/file",
            "output/manifest/journal",
            "output/manifest/looked_at",
            "output/manifest/older",
            "output/manifest/place",
            "output/manifest/store",
            "output/merge",
            "output/transaction",
            "output/write",
            "packs/files",
            "packs/unread",
            "pipeline/shared",
            "settings/layers",
            "settings/resolve/tests",
            "settings/search",
            "settings/trust",
            "typesetting/hired",
        ],
    ),
    ("similar", &["handbook", "verify"]),
    // Who starts a process, and how one ends.
    ("std::process", &["cli/exit", "main", "typesetting"]),
    ("strsim", &["diagnostics"]),
    ("tempfile", &["output"]),
    ("typst", &["typesetting"]),
    ("typst_layout", &["typesetting"]),
    ("typst_pdf", &["typesetting"]),
    ("typst_syntax", &["templates", "typesetting"]),
    (
        "unicode_normalization",
        &[
            "language/welsh/sound",
            "reading",
            "rules/confidentiality/fold",
        ],
    ),
    ("walkdir", &["assets", "batch"]),
];

/// What only `cli/` may do, since a room that does it cannot be called twice and answer the same.
pub(super) const FORBIDDEN: &[(&str, &str)] = &[
    (".unwrap()", "unwraps"),
    ("println!", "prints"),
    ("print!(", "prints"),
    ("process::exit", "ends the process"),
    ("SystemTime::now", "reads the clock"),
    ("Timestamp::now", "reads the clock"),
    ("Zoned::now", "reads the clock"),
    ("env::var", "reads the environment"),
    ("HashMap", "keeps no order"),
    ("HashSet", "keeps no order"),
];

/// What a comment begins with that stands for work that is not done.
pub(super) const NOTES_OF_WORK: &[&str] = &["TODO", "FIXME"];

/// The same in code.
pub(super) const UNFINISHED: &[&str] = &["todo!(", "unimplemented!(", "dbg!("];

/// The case, and the words by which it keeps something from a reader: `audience/` has judged
/// them before a view is made.
pub(super) const WITHHOLDING: &[&str] = &[
    "Case",
    "Visibility",
    "Share",
    "Basis",
    "may_read",
    "kept_back",
    "confidential",
];

/// No file has more lines, its own tests included.
pub(super) const LONGEST_FILE: usize = 330;

/// The file in the middle has no more lines than these.
pub(super) const MEDIAN_FILE: usize = 120;

/// No room has more of all lines, in parts of a hundred.
pub(super) const LARGEST_ROOM: usize = 25;
