//! The static checker of packs: what it finds and where, that it has nothing to say
//! of a sound pack, and how many slips of the hand it catches.

mod faults;
mod mutants;
mod paths;
mod sound;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use concord::diagnostics::{Findings, SourceFile};
use concord::language::Locale;
use concord::templates::{Checked, Pack, TemplateSources, compile};
use concord::view::{Document, Documents};
use schemars::JsonSchema;
use serde_json::Value;

/// A view of no real document, with one field of every kind there is. Only its schema
/// is used: what schemars writes is what the checker reads.
#[derive(JsonSchema)]
#[expect(
    dead_code,
    reason = "the schema is derived from the fields, which hold nothing"
)]
struct View {
    title: String,
    note: Option<String>,
    sessions: u32,
    nights: Option<u32>,
    urgent: bool,
    role: Role,
    #[schemars(extend("format" = "date"))]
    made_on: String,
    #[schemars(extend("format" = "time"))]
    begins: String,
    court: Court,
    names: Vec<String>,
    safeguarding: Option<Safeguarding>,
    topics: Vec<Topic>,
    children: Vec<Child>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "as above")]
enum Role {
    Applicant,
    /// Described, so that schemars writes the keywords one by one.
    Respondent,
    OtherParty,
    NonParty,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "as above")]
struct Court {
    name: String,
    place: Option<String>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "as above")]
struct Safeguarding {
    summary: String,
    lead: Option<String>,
    steps: Vec<String>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "as above")]
struct Topic {
    heading: String,
    role: Option<Role>,
    points: Vec<Point>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "as above")]
struct Point {
    who: String,
    text: String,
    #[schemars(extend("format" = "date"))]
    from: Option<String>,
    agreed: bool,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "as above")]
struct Child {
    name: String,
    #[schemars(extend("format" = "date"))]
    born: String,
    school: Option<String>,
}

fn schema() -> Value {
    schemars::schema_for!(View).to_value()
}

/// The file names and texts of one pack, the outline as `document.typ.hbs`.
type Texts = BTreeMap<String, String>;

const OUTLINE: &str = "document.typ.hbs";

/// A pack, and what it is checked against.
struct Sample {
    name: String,
    texts: Texts,
    /// The partials that no other document has.
    own: BTreeSet<String>,
    schema: Value,
}

impl Sample {
    /// A pack of an outline and partials of its own, but for those called `shared-…`.
    fn new(name: String, texts: Texts) -> Self {
        let own = texts
            .keys()
            .filter(|name| *name != OUTLINE && !name.starts_with("shared-"));
        let own = own.map(|name| stem(name)).collect();
        Sample {
            name,
            texts,
            own,
            schema: schema(),
        }
    }

    /// A pack of one file.
    fn of(outline: &str) -> Self {
        Sample::new(
            "in-test".to_owned(),
            [(OUTLINE.to_owned(), outline.to_owned())].into(),
        )
    }

    fn compiled(&self, locale: &Arc<Locale>) -> Result<Pack, Findings> {
        let mut files: BTreeMap<_, _> = self
            .texts
            .iter()
            .map(|(name, text)| (stem(name), SourceFile::new(name.as_str(), text.as_str())))
            .collect();
        let document = files.remove(&stem(OUTLINE)).expect("a pack has an outline");
        compile(
            TemplateSources {
                aliases: Default::default(),
                document,
                partials: files,
            },
            Arc::clone(locale),
        )
    }

    /// What the checker says, where Handlebars can read the pack.
    fn checked(&self, locale: &Arc<Locale>) -> Result<Checked, Findings> {
        self.compiled(locale)
            .map(|pack| pack.check(&self.schema, &self.own))
    }
}

/// The packs of a folder of fixtures, in alphabetical order.
fn fixtures(folder: &str) -> Vec<Sample> {
    let packs = entries(&repository().join("fixtures/packs").join(folder)).into_iter();
    packs
        .map(|pack| Sample::new(name(&pack), texts(&pack)))
        .collect()
}

/// The packs that travel in the program, each with the partials that several share.
fn shipped() -> Vec<Sample> {
    let templates = repository().join("templates");
    let shared = texts(&templates.join("partials"));
    let pack = |document: &Document| {
        let folder = templates.join("packs").join(document.id());
        let mut texts = texts(&folder.join("partials"));
        let own = texts.keys().map(|name| stem(name)).collect();
        let outline = fs::read_to_string(folder.join(OUTLINE)).expect("it is readable");
        texts.insert(OUTLINE.to_owned(), outline);
        texts.extend(shared.clone());
        let schema = document.schema();
        Sample {
            name: document.id().to_owned(),
            texts,
            own,
            schema,
        }
    };
    Documents::builtin().iter().map(pack).collect()
}

fn stem(name: &str) -> String {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    stem.to_owned()
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn texts(folder: &Path) -> Texts {
    let read = |path: PathBuf| {
        (
            name(&path),
            fs::read_to_string(&path).expect("it is readable"),
        )
    };
    entries(folder)
        .into_iter()
        .filter(|path| path.is_file())
        .map(read)
        .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the repository has the folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("it is readable").path())
        .collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name()
        .expect("it has a name")
        .to_string_lossy()
        .into_owned()
}

fn english() -> Arc<Locale> {
    let path = repository().join("templates/locales/en.yaml");
    let text = fs::read_to_string(path).expect("the repository has the words");
    Arc::new(Locale::parse(&SourceFile::new("en.yaml", text)).expect("the words are sound"))
}
