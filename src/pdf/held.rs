//! Every word that a file holds, wherever it holds it: on its pages, in links, titles, words
//! for those who cannot see, labels and metadata, and in the pictures and files within it.
//!
//! Nothing is left out for being of no use to a viewer: a search of these words stands for
//! whoever takes the file apart.

use std::borrow::Cow;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::content::UntypedIter;
use hayro_interpret::hayro_syntax::object::{
    Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream,
};
use hayro_interpret::hayro_syntax::page::Page;

use super::block::values;
use super::{drawn, facts, tags};

/// Fewer signs than these in a row are no word of a picture, but its noise.
const SHORTEST: usize = 5;

/// How a font begins, of which not every writer of a PDF says that it is one.
const TRUETYPE: &[u8] = b"\0\x01\0\0";

/// Where in a file words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// On this page, from 1, with what can be clicked there.
    Page(usize),
    /// On the pages, as they are read aloud one after another.
    Pages,
    /// Beside the pages: titles, bookmarks, words for pictures, labels, metadata.
    Beside,
    /// In a picture, or another file within it.
    Within,
}

/// All the words of a file, part by part.
pub(super) fn words(pdf: &Pdf) -> Vec<(Held, String)> {
    let drawn = drawn::signs(pdf);
    let mut parts = Vec::new();
    for ((number, page), drawn) in (1..).zip(pdf.pages().iter()).zip(&drawn) {
        let mut words = vec![drawn.words()];
        properties(page.operations(), &mut words);
        clicked(page, &mut words);
        parts.push((Held::Page(number), words.join("\n")));
    }
    let (pieces, _) = tags::read(pdf, &drawn);
    let pieces: Vec<String> = pieces.into_iter().map(|piece| piece.text).collect();
    parts.push((Held::Pages, pieces.join("\n")));
    let contents: Vec<_> = pdf.pages().iter().flat_map(contents_of).collect();
    let (mut beside, mut within) = (Vec::new(), Vec::new());
    for object in pdf.objects() {
        strings(&object, &mut beside);
        if let Object::Stream(stream) = &object
            && !contents.contains(&stream.obj_id())
        {
            streamed(stream, &mut beside, &mut within);
        }
    }
    // Very many parts of a structure say the same.
    beside.sort();
    beside.dedup();
    parts.push((Held::Beside, beside.join("\n")));
    parts.push((Held::Within, within.join("\n")));
    parts
}

/// What can be clicked on a page.
fn clicked(page: &Page<'_>, found: &mut Vec<String>) {
    let annotations = page.raw().get::<Array<'_>>("Annots");
    for annotation in annotations.iter().flat_map(|all| all.iter::<Dict<'_>>()) {
        if let Some(action) = annotation.get::<Dict<'_>>("A") {
            strings(&Object::Dict(action), found);
        }
        strings(&Object::Dict(annotation), found);
    }
}

/// The streams that draw a page.
fn contents_of(page: &Page<'_>) -> Vec<ObjectIdentifier> {
    let one = page.raw().get_ref("Contents").into_iter();
    let several = page.raw().get::<Array<'_>>("Contents").into_iter();
    let several = several.flat_map(|several| several.raw_iter());
    let several = several.filter_map(|one| match one {
        MaybeRef::Ref(stream) => Some(stream),
        MaybeRef::NotRef(_) => None,
    });
    one.chain(several).map(Into::into).collect()
}

/// The texts of an object, without those of other objects that it refers to.
fn strings(object: &Object<'_>, found: &mut Vec<String>) {
    let within = |one: MaybeRef<Object<'_>>| {
        if let MaybeRef::NotRef(one) = one {
            strings(&one, found);
        }
    };
    match object {
        Object::String(text) => {
            let text = facts::text(text.as_bytes());
            found.extend(unescaped(&text));
            found.push(text);
        }
        Object::Array(list) => list.raw_iter().for_each(within),
        Object::Dict(fields) => values(fields).into_iter().for_each(within),
        Object::Stream(stream) => values(stream.dict()).into_iter().for_each(within),
        _ => {}
    }
}

/// A text with the signs that an address on the web spells by their numbers, if it has some.
fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let spelled = after.get(..2).filter(|_| *first == b'%');
        let spelled =
            spelled.and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        bytes.push(spelled.unwrap_or(*first));
        rest = if spelled.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    let plain = String::from_utf8_lossy(&bytes).into_owned();
    (plain != text).then_some(plain)
}

/// The words that stand for what is drawn, among the instructions that draw it.
fn properties(mut drawing: UntypedIter<'_>, found: &mut Vec<String>) {
    while let Some(instruction) = drawing.next() {
        for operand in instruction.operands() {
            if let Object::Dict(_) = operand {
                strings(operand, found);
            }
        }
    }
}

/// What a stream that draws no page holds. Fonts and the points of a picture are no words.
fn streamed(stream: &Stream<'_>, beside: &mut Vec<String>, within: &mut Vec<String>) {
    let fields = stream.dict();
    let is = |key: &str, names: &[&str]| {
        let name = fields.get::<Name<'_>>(key);
        name.is_some_and(|name| names.contains(&name.as_str()))
    };
    let is_font = ["Length1", "Length2", "Length3"]
        .iter()
        .any(|key| fields.contains_key(key))
        || is("Subtype", &["Type1C", "CIDFontType0C", "OpenType"]);
    if is_font || is("Type", &["CMap", "ObjStm", "XRef"]) {
        return;
    }
    if is("Subtype", &["Form"]) {
        if let Ok(drawing) = stream.decoded() {
            properties(UntypedIter::new(&drawing), beside);
        }
    } else if is("Type", &["Metadata"]) {
        if let Ok(said) = stream.decoded() {
            beside.push(String::from_utf8_lossy(&said).into_owned());
        }
    } else if is("Subtype", &["Image"]) {
        // A photograph is kept as a camera wrote it; of others only the points are.
        let bytes = stream.raw_data();
        if is_photograph(&bytes) {
            signs_among(&bytes, within);
        }
    } else {
        let bytes: Cow<'_, [u8]> = stream.decoded().unwrap_or_else(|_| stream.raw_data());
        if !bytes.starts_with(TRUETYPE) {
            signs_among(&bytes, within);
        }
    }
}

fn is_photograph(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xd8\xff") || bytes.starts_with(b"\0\0\0\x0cjP  ")
}

/// What can be read among bytes, in one byte for a sign or in two.
fn signs_among(bytes: &[u8], found: &mut Vec<String>) {
    let narrow: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    for bytes in [bytes, &narrow] {
        let text = String::from_utf8_lossy(bytes);
        let is_noise = |c: char| c.is_control() || c == char::REPLACEMENT_CHARACTER;
        let runs = text.split(is_noise);
        let runs = runs.filter(|run| run.chars().count() >= SHORTEST);
        found.extend(runs.map(str::to_owned));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    /// A file with one block of these fields beside its pages.
    fn file(fields: &str) -> Pdf {
        let catalog = "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n";
        let pages = "2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\n";
        let block = format!("3 0 obj << {fields} >> endobj\n");
        let text = format!("%PDF-1.7\n{catalog}{pages}{block}trailer << /Root 1 0 R >>\n%%EOF");
        Pdf::new(Arc::new(text.into_bytes())).expect("its pages can be found")
    }

    #[test]
    fn what_stands_beside_a_broken_value_is_found() {
        for broken in ["+", "/A#z"] {
            let pdf = file(&format!("/A (some words) /B {broken} /C (and more)"));
            let words = words(&pdf);
            let beside = words.iter().find(|(held, _)| *held == Held::Beside);
            let said = beside.map(|(_, said)| said.as_str());
            assert_eq!(said, Some("and more\nsome words"), "{broken}");
        }
    }
}
