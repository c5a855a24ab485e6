//! The form of a file, which no reader of its words sees: how large its pages are and which
//! way they lie, how they are labelled, what is bookmarked, whether its words can be searched,
//! how fine its pictures are, and what it holds beside pages.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Rotation};
use kurbo::Affine;

use super::block::values;
use super::facts;

/// The form of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Its pages in order.
    pub pages: Vec<Paper>,
    /// Its bookmarks, each by its words.
    pub bookmarks: Vec<String>,
    /// Whether each page is labelled by its number, counted from 1.
    pub is_numbered: bool,
    /// The fonts that are not in the file, or of which it does not say what their signs mean.
    pub unsearchable: Vec<String>,
    /// What it holds beside pages, in words.
    pub extras: Vec<&'static str>,
}

/// A page, as a sheet. Lengths are in points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paper {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Whether a viewer turns it.
    pub is_turned: bool,
    /// The dots to the inch of its finest picture.
    pub dots: Option<f64>,
}

/// The form of a file.
pub(super) fn read(pdf: &Pdf) -> Form {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let labels = root.and_then(|root| root.get::<Dict<'_>>("PageLabels"));
    let mut form = Form {
        pages: pdf.pages().iter().map(paper).collect(),
        bookmarks: facts::bookmarked(pdf),
        is_numbered: labels.is_none_or(|labels| counts_from_one(&labels)),
        ..Form::default()
    };
    for object in pdf.objects() {
        look_through(&object, &mut form);
    }
    form.extras.sort_unstable();
    form.extras.dedup();
    form.unsearchable.sort();
    form
}

/// Looks through an object and whatever is written inside it. What it refers to is an object of
/// its own, which has its turn.
fn look_through(object: &Object<'_>, form: &mut Form) {
    let dict = match object {
        Object::Dict(dict) => dict,
        Object::Stream(stream) => stream.dict(),
        Object::Array(array) => {
            for inside in array.raw_iter() {
                look_inside(&inside, form);
            }
            return;
        }
        _ => return,
    };
    form.extras.extend(extra(dict));
    form.unsearchable.extend(unsearchable(dict));
    for inside in values(dict) {
        look_inside(&inside, form);
    }
}

fn look_inside(inside: &MaybeRef<Object<'_>>, form: &mut Form) {
    if let MaybeRef::NotRef(object) = inside {
        look_through(object, form);
    }
}

fn paper(page: &Page<'_>) -> Paper {
    let sheet = page.media_box();
    Paper {
        width: sheet.width(),
        height: sheet.height(),
        is_turned: !matches!(page.rotation(), Rotation::None),
        dots: dots(page),
    }
}

/// The dots to the inch of the finest picture that the page itself draws.
fn dots(page: &Page<'_>) -> Option<f64> {
    let mut resources = std::iter::successors(Some(page.resources()), |one| one.parent());
    if resources.all(|one| one.x_objects.is_empty()) {
        return None;
    }
    let mut finest: Option<f64> = None;
    let mut place = Affine::IDENTITY;
    let mut kept = Vec::new();
    let mut instructions = page.typed_operations();
    while let Some(instruction) = instructions.next() {
        match instruction {
            TypedInstruction::SaveState(_) => kept.push(place),
            TypedInstruction::RestoreState(_) => place = kept.pop().unwrap_or_default(),
            TypedInstruction::Transform(by) => {
                let by = [by.0, by.1, by.2, by.3, by.4, by.5].map(|number| number.as_f64());
                place *= Affine::new(by);
            }
            TypedInstruction::XObject(name) => {
                let drawn = page.resources().get_x_object(name.0);
                let dots = drawn.and_then(|drawn| dots_of(&drawn, place));
                finest = [finest, dots].into_iter().flatten().reduce(f64::max);
            }
            _ => {}
        }
    }
    finest
}

/// The dots to the inch of a picture that is drawn in a square of one by one.
fn dots_of(drawn: &Stream<'_>, place: Affine) -> Option<f64> {
    let across: f64 = drawn.dict().get::<u32>("Width")?.into();
    let [a, b, ..] = place.as_coeffs();
    let inches = a.hypot(b) / 72.0;
    (inches > 0.0).then(|| across / inches)
}

/// Whether labels are the numbers of the pages, counted from 1.
fn counts_from_one(labels: &Dict<'_>) -> bool {
    if labels.contains_key("Kids") {
        return false;
    }
    let Some(ranges) = labels.get::<Array<'_>>("Nums") else {
        return true;
    };
    let ranges: Vec<Object<'_>> = ranges.iter::<Object<'_>>().collect();
    ranges.chunks(2).all(|range| match range {
        [Object::Number(first), Object::Dict(label)] => {
            let style = label.get::<Name<'_>>("S");
            let is_decimal = style.is_some_and(|style| style.as_str() == "D");
            let start = label.get::<i32>("St").unwrap_or(1);
            is_decimal && !label.contains_key("P") && i64::from(start) == first.as_i64() + 1
        }
        _ => false,
    })
}

/// Actions that start, send, fetch or play something.
const OUTSIDE: [&str; 6] = [
    "Launch",
    "SubmitForm",
    "ImportData",
    "Movie",
    "Sound",
    "Rendition",
];

/// What an object is that no page needs.
fn extra(dict: &Dict<'_>) -> Option<&'static str> {
    let word = |key: &str| {
        dict.get::<Name<'_>>(key)
            .map(|name| name.as_str().to_owned())
    };
    let (kind, action, annotation) = (word("Type"), word("S"), word("Subtype"));
    if dict.contains_key("JS") || action.as_deref() == Some("JavaScript") {
        return Some("a script");
    }
    let is_file = matches!(kind.as_deref(), Some("Filespec" | "EmbeddedFile" | "F"));
    if is_file || annotation.as_deref() == Some("FileAttachment") {
        return Some("an attached file");
    }
    if action.is_some_and(|action| OUTSIDE.contains(&action.as_str())) {
        return Some("an action that reaches outside");
    }
    match annotation.as_deref() {
        Some("Movie" | "Sound" | "Screen" | "RichMedia" | "3D") => Some("sound or film"),
        Some("Text" | "FreeText" | "Highlight" | "Stamp" | "Popup") => Some("a comment"),
        _ => None,
    }
}

/// The name of a font that is not in the file, or whose signs nobody can read back.
fn unsearchable(dict: &Dict<'_>) -> Option<String> {
    let word = |dict: &Dict<'_>, key: &str| {
        let name = dict.get::<Name<'_>>(key);
        name.map(|name| name.as_str().to_owned())
    };
    if word(dict, "Type")? != "Font" {
        return None;
    }
    let kind = word(dict, "Subtype")?;
    let below = dict.get::<Array<'_>>("DescendantFonts");
    let below = below.and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let described = below
        .as_ref()
        .unwrap_or(dict)
        .get::<Dict<'_>>("FontDescriptor");
    let is_within = |described: &Dict<'_>| {
        let files = ["FontFile", "FontFile2", "FontFile3"];
        files.iter().any(|file| described.contains_key(file))
    };
    let is_embedded = kind == "Type3" || described.as_ref().is_some_and(is_within);
    let is_sound = match kind.as_str() {
        // Told by the font above it.
        "CIDFontType0" | "CIDFontType2" => return None,
        _ => is_embedded && dict.contains_key("ToUnicode"),
    };
    let name = word(dict, "BaseFont").unwrap_or(kind);
    (!is_sound).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::Opened;
    use super::*;

    /// A file of one page and these further objects.
    fn file(page: &str, catalog: &str, more: &str) -> Form {
        let text = format!(
            "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalog} >>\nendobj\n\
             2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
             3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] {page} >>\n\
             endobj\n{more}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
        );
        let pdf = Opened::open(text.as_bytes());
        pdf.expect("it is a PDF").form()
    }

    #[test]
    fn a_plain_page_is_nothing_else() {
        let form = file("", "", "");
        let [page] = form.pages.as_slice() else {
            panic!("{form:?}")
        };
        assert!(
            (page.width - 595.28).abs() < 0.01 && !page.is_turned,
            "{page:?}"
        );
        assert!(form.is_numbered && form.extras.is_empty() && form.unsearchable.is_empty());
        assert!(Opened::open(b"no file").is_none());
    }

    #[test]
    fn what_is_beside_the_pages_is_seen() {
        assert!(file("/Rotate 90", "", "").pages[0].is_turned);
        let labels = |label: &str| file("", &format!("/PageLabels << /Nums [0 {label}] >>"), "");
        assert!(labels("<< /S /D >>").is_numbered);
        for other in [
            "<< /S /r >>",
            "<< /S /D /St 3 >>",
            "<< /S /D /P (A) >>",
            "<< >>",
        ] {
            assert!(!labels(other).is_numbered, "{other}");
        }
        let more = |object: &str| file("", "", &format!("4 0 obj\n{object}\nendobj"));
        let extras = |object: &str| more(object).extras;
        assert_eq!(extras("<< /S /JavaScript /JS (app.alert) >>"), ["a script"]);
        assert_eq!(
            extras("<< /Type /Filespec /F (a.txt) >>"),
            ["an attached file"]
        );
        assert_eq!(
            extras("<< /S /Launch /F (a.exe) >>"),
            ["an action that reaches outside"]
        );
        assert_eq!(
            extras("<< /Subtype /Text /Contents (Hm.) >>"),
            ["a comment"]
        );
        let inside = "/OpenAction << /S /GoTo /Next [<< /S /JavaScript /JS (app.alert) >>] >>";
        assert_eq!(file("", inside, "").extras, ["a script"]);
        let font = "<< /Type /Font /Subtype /TrueType /BaseFont /Arial >>";
        assert_eq!(more(font).unsearchable, ["Arial"]);
    }

    #[test]
    fn a_picture_is_as_fine_as_it_is_drawn() {
        let page = "/Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >>";
        let draw = "q 144 0 0 144 20 20 cm /Im Do Q";
        let more = format!(
            "4 0 obj\n<< /Length {} >>\nstream\n{draw}\nendstream\nendobj\n\
             5 0 obj\n<< /Type /XObject /Subtype /Image /Width 600 /Height 600 /Length 1 >>\n\
             stream\nx\nendstream\nendobj",
            draw.len()
        );
        assert_eq!(file(page, "", &more).pages[0].dots, Some(300.0));
    }
}
