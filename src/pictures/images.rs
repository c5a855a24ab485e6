//! Which images reach Typst's decoders.
//!
//! A header of a few bytes can claim dimensions that no machine has the memory for, and
//! a drawing can hold words that no check of the pages would ever read. So an image is
//! judged by its bytes, not by its name, before any decoder sees it.

use super::{jpeg, png};

/// Largest image file, in bytes.
pub const LARGEST_FILE: usize = 4 * 1024 * 1024;
/// Largest drawing, in bytes.
const LARGEST_SVG: usize = 1024 * 1024;
/// Most pixels a decoder may be asked to make room for.
const MOST_PIXELS: u64 = 40_000_000;

/// Elements of SVG that bring words, other files, programs or unbounded work.
const REFUSED_ELEMENTS: &[&str] = &[
    "text",
    "tspan",
    "textpath",
    "image",
    "feimage",
    "filter",
    "foreignobject",
    "script",
];
/// What may stand nowhere in an SVG: document types and their entities, other style
/// sheets, filters named by a property, and a PDF hidden in a comment.
const REFUSED_WORDS: &[&str] = &[
    "<!doctype",
    "<!entity",
    "<?xml-stylesheet",
    "@import",
    "filter:",
    "filter=",
    "%pdf-",
];

/// Says why an image is not taken, as the end of a sentence that begins with its name.
pub fn refusal(bytes: &[u8]) -> Option<String> {
    if bytes.len() > LARGEST_FILE {
        return Some(format!("is larger than {} MiB", LARGEST_FILE >> 20));
    }
    let size = if is_png(bytes) {
        png_size(bytes)
    } else if is_jpeg(bytes) {
        jpeg_size(bytes)
    } else if let Some(text) = svg_text(bytes) {
        return svg_refusal(text);
    } else {
        return Some("is not a PNG, a JPEG or a plain SVG".to_owned());
    };
    match size {
        None => Some("does not say how large it is".to_owned()),
        Some((width, height)) if u64::from(width) * u64::from(height) > MOST_PIXELS => Some(
            format!("has more than {} million pixels", MOST_PIXELS / 1_000_000),
        ),
        Some(_) if is_jpeg(bytes) && jpeg::bare(bytes).is_none() => {
            Some("is a JPEG that cannot be followed to its end".to_owned())
        }
        Some(_) if is_png(bytes) && png::bare(bytes).is_none() => {
            Some("is a PNG that cannot be followed to its end".to_owned())
        }
        Some(_) => None,
    }
}

/// As [`refusal`], for a picture that came with a case: it was drawn or photographed, and
/// is no drawing by commands, of which nobody can say what a viewer will do with them.
pub fn refusal_from_case(bytes: &[u8]) -> Option<String> {
    match svg_text(bytes) {
        Some(_) => Some("is an SVG and not a PNG or a JPEG".to_owned()),
        None => refusal(bytes),
    }
}

/// The bytes of an image that is taken, as a decoder sees them. A PNG is decoded and
/// written anew, and what would unfold beside the picture is left out here; a JPEG goes
/// into the PDF as it stands, so what a camera wrote is left out here.
pub(crate) fn admitted(bytes: &[u8]) -> Vec<u8> {
    let bare = jpeg::bare(bytes).or_else(|| png::bare(bytes));
    bare.unwrap_or_else(|| bytes.to_vec())
}

fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
}

fn is_jpeg(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xd8\xff")
}

/// Width and height from the header chunk, which the format puts first. The crate
/// `imagesize` takes these bytes whatever the chunk is called, and of a JPEG the first
/// frame, where a decoder may make room for the largest.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.get(12..24)?.strip_prefix(b"IHDR")?;
    let (width, height) = header.split_at(4);
    Some((be_u32(width)?, be_u32(height)?))
}

/// The largest width and height that any frame header before the image data names.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.get(2..)?;
    let mut size = None;
    loop {
        let (marker, after) = match rest {
            [0xff, 0xff, ..] => {
                rest = &rest[1..];
                continue;
            }
            [0xff, marker, after @ ..] => (*marker, after),
            _ => return None,
        };
        let length = usize::from(be_u16(after)?);
        let segment = after.get(2..length)?;
        match marker {
            // Start of scan: pixels follow, and the frame has been described.
            0xda => return size,
            // Tables that share the range of the frame headers.
            0xc4 | 0xc8 | 0xcc => {}
            0xc0..=0xcf => {
                let (height, width) = (be_u16(segment.get(1..)?)?, be_u16(segment.get(3..)?)?);
                let (widest, tallest) = size.unwrap_or((0, 0));
                size = Some((widest.max(u32::from(width)), tallest.max(u32::from(height))));
            }
            _ => {}
        }
        rest = after.get(length..)?;
    }
}

fn be_u16(bytes: &[u8]) -> Option<u16> {
    bytes.first_chunk().map(|bytes| u16::from_be_bytes(*bytes))
}

fn be_u32(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk().map(|bytes| u32::from_be_bytes(*bytes))
}

/// The text of an SVG that is text; a compressed one is not.
fn svg_text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.contains("<svg").then_some(text)
}

fn svg_refusal(text: &str) -> Option<String> {
    if text.len() > LARGEST_SVG {
        return Some(format!("is larger than {} MiB", LARGEST_SVG >> 20));
    }
    let folded = text.to_ascii_lowercase();
    if let Some(word) = REFUSED_WORDS.iter().find(|word| folded.contains(*word)) {
        return Some(format!("holds `{word}`"));
    }
    // Every `<` counts, in comments too: a false alarm is cheaper than a parser's quirk.
    let mut elements = folded.split('<').skip(1).map(local_name);
    let refused = elements.find(|name| REFUSED_ELEMENTS.contains(name))?;
    Some(format!("holds a `<{refused}>`"))
}

/// The name of an element without its namespace prefix.
fn local_name(tag: &str) -> &str {
    let end = tag
        .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
        .unwrap_or(tag.len());
    let name = &tag[..end];
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend(b"\x08\0\0\0\0crc4\0\0\0\0IENDcrc4");
        bytes
    }

    fn jpeg(frames: &[(u16, u16)]) -> Vec<u8> {
        let mut bytes = b"\xff\xd8\xff\xe0\0\x04ab\xff".to_vec();
        for (width, height) in frames {
            bytes.extend(b"\xff\xc0\0\x08\x08");
            bytes.extend(height.to_be_bytes());
            bytes.extend(width.to_be_bytes());
            bytes.push(1);
        }
        bytes.extend(b"\xff\xda\0\x02pixels\xff\xd9");
        bytes
    }

    fn svg(inside: &str) -> Vec<u8> {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>").into_bytes()
    }

    #[test]
    fn what_a_letter_needs_is_taken() {
        for image in [
            png(8000, 5000),
            jpeg(&[(8000, 5000)]),
            svg("<path d=\"M0 0h1\"/>"),
        ] {
            assert_eq!(refusal(&image), None);
        }
    }

    #[test]
    fn a_case_brings_no_drawing_by_commands() {
        let refused = Some("is an SVG and not a PNG or a JPEG".to_owned());
        assert_eq!(refusal_from_case(&svg("<path d=\"M0 0h1\"/>")), refused);
        assert_eq!(refusal_from_case(&png(8000, 5000)), None);
        assert!(refusal_from_case(b"GIF89a").is_some());
    }

    #[test]
    fn pixels_are_counted_before_they_are_decoded() {
        let too_many = Some("has more than 40 million pixels".to_owned());
        assert_eq!(refusal(&png(65_535, 65_535)), too_many);
        assert_eq!(refusal(&jpeg(&[(65_535, 65_535)])), too_many);
        assert_eq!(refusal(&jpeg(&[(1, 1), (65_535, 65_535)])), too_many);
    }

    #[test]
    fn a_header_cut_short_is_refused() {
        let unknown = Some("does not say how large it is".to_owned());
        assert_eq!(refusal(&png(1, 1)[..20]), unknown);
        assert_eq!(refusal(&jpeg(&[])), unknown);
        assert_eq!(refusal(&jpeg(&[(1, 1)])[..12]), unknown);
        assert_eq!(refusal(b"\xff\xd8\xff"), unknown);
        assert_eq!(refusal(b"\xff\xd8\xff\xe0\0\0"), unknown);
    }

    #[test]
    fn a_jpeg_that_breaks_off_could_keep_what_a_camera_wrote() {
        let whole = jpeg(&[(8, 8)]);
        let broken = &whole[..whole.len() - 2];
        let refused = Some("is a JPEG that cannot be followed to its end".to_owned());
        assert_eq!(refusal(broken), refused);
    }

    #[test]
    fn a_png_that_breaks_off_is_refused_before_it_is_drawn() {
        let whole = png(8, 8);
        let broken = &whole[..whole.len() - 1];
        let refused = Some("is a PNG that cannot be followed to its end".to_owned());
        assert_eq!(refusal(broken), refused);
    }

    #[test]
    fn other_formats_are_refused_whatever_their_name() {
        let pdf = b"%PDF-1.7".to_vec();
        let compressed = b"\x1f\x8b\x08\0<svg".to_vec();
        for image in [
            b"GIF89a\xff\xff\xff\xff".to_vec(),
            b"RIFF\0\0\0\0WEBPVP8 ".to_vec(),
            b"\0asm\x01\0\0\0".to_vec(),
            pdf,
            compressed,
            Vec::new(),
        ] {
            assert_eq!(
                refusal(&image),
                Some("is not a PNG, a JPEG or a plain SVG".to_owned())
            );
        }
    }

    #[test]
    fn a_drawing_may_not_hold_words_files_or_programs() {
        for inside in [
            "<text>hidden</text>",
            "<s:text>hidden</s:text>",
            "<TSPAN/>",
            "<image href=\"a.png\"/>",
            "<foreignObject/>",
            "<filter id=\"f\"/>",
            "<g style=\"filter: blur(9px)\"/>",
            "<style>@import url(a.css);</style>",
            "<!-- %PDF-1.7 -->",
            "<script/>",
        ] {
            let said = refusal(&svg(inside)).unwrap_or_default();
            assert!(said.starts_with("holds "), "{inside}: {said:?}");
        }
        let entities = [b"<!DOCTYPE svg [<!ENTITY a \"b\">]>".to_vec(), svg("")].concat();
        assert_eq!(refusal(&entities), Some("holds `<!doctype`".to_owned()));
    }

    #[test]
    fn files_have_a_size() {
        assert_eq!(
            refusal(&vec![0; LARGEST_FILE + 1]),
            Some("is larger than 4 MiB".to_owned())
        );
        let spaces = " ".repeat(LARGEST_SVG);
        assert_eq!(
            refusal(&svg(&spaces)),
            Some("is larger than 1 MiB".to_owned())
        );
    }
}
