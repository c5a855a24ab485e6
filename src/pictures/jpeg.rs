//! A JPEG without what a camera wrote beside the picture.
//!
//! A JPEG goes into the PDF as it stands, and a telephone writes into it where it was
//! taken, when, by whose device, and often a second, smaller picture. Of all that only what
//! the picture needs to look right is kept: how it is turned, and its colours.

/// Start and end of the picture.
const START: [u8; 2] = [0xff, 0xd8];
const END: u8 = 0xd9;
/// Start of a scan: compressed pixels follow its header.
const SCAN: u8 = 0xda;
/// What each kind of application segment that is kept begins with: `JFIF` without its
/// small picture, a colour profile, how Adobe stores colours.
const KEPT: [(u8, &[u8]); 3] = [
    (0xe0, b"JFIF\0"),
    (0xe2, b"ICC_PROFILE\0"),
    (0xee, b"Adobe"),
];
/// Length of a `JFIF` segment that has no small picture in it.
const JFIF_LENGTH: usize = 14;
/// The tag of Exif that says how a picture is turned.
const ORIENTATION: u16 = 0x0112;

/// The picture without the rest; nothing where the bytes are no JPEG that can be followed
/// to its end.
pub(crate) fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&START)?;
    let mut bare = START.to_vec();
    loop {
        let [0xff, marker, after @ ..] = rest else {
            return None;
        };
        match *marker {
            0xff => rest = &rest[1..],
            END => {
                // What follows the end is not of this picture.
                bare.extend([0xff, END]);
                return Some(bare);
            }
            marker => {
                let length = usize::from(u16::from_be_bytes(*after.first_chunk()?));
                let content = after.get(2..length)?;
                let pixels = if marker == SCAN {
                    scan_length(&after[length..])?
                } else {
                    0
                };
                let whole = &rest[..2 + length + pixels];
                bare.extend(kept(marker, content, whole));
                rest = &rest[whole.len()..];
            }
        }
    }
}

/// What is left of a segment.
fn kept(marker: u8, content: &[u8], whole: &[u8]) -> Vec<u8> {
    match marker {
        0xe1 => orientation(content).map(turned).unwrap_or_default(),
        0xe0 if content.len() != JFIF_LENGTH => Vec::new(),
        0xe0..=0xef => {
            let plain = KEPT
                .iter()
                .any(|(kind, start)| *kind == marker && content.starts_with(start));
            if plain { whole.to_vec() } else { Vec::new() }
        }
        // A comment.
        0xfe => Vec::new(),
        _ => whole.to_vec(),
    }
}

/// How many bytes of compressed pixels come before the next marker. Among them `ff` is
/// followed by `00`, or by one of eight marks that part them.
fn scan_length(pixels: &[u8]) -> Option<usize> {
    pixels
        .windows(2)
        .position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7))
}

/// How a picture is turned, 1 to 8, if a segment of Exif says so.
fn orientation(content: &[u8]) -> Option<u8> {
    let tiff = content.strip_prefix(b"Exif\0\0")?;
    let little = tiff.starts_with(b"II");
    let number = |at: usize| -> Option<u16> {
        let two = *tiff.get(at..)?.first_chunk()?;
        Some(if little {
            u16::from_le_bytes(two)
        } else {
            u16::from_be_bytes(two)
        })
    };
    let far = |at: usize| -> Option<usize> {
        let (first, second) = (usize::from(number(at)?), usize::from(number(at + 2)?));
        Some(if little {
            second << 16 | first
        } else {
            first << 16 | second
        })
    };
    let directory = far(4)?;
    let entries = usize::from(number(directory)?);
    let mut at = (0..entries).map(|entry| directory + 2 + entry * 12);
    let found = at.find(|at| number(*at) == Some(ORIENTATION))?;
    u8::try_from(number(found + 8)?)
        .ok()
        .filter(|turn| (1..=8).contains(turn))
}

/// A segment of Exif that says how the picture is turned and nothing else.
fn turned(orientation: u8) -> Vec<u8> {
    let mut segment =
        b"\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    segment.extend([orientation, 0, 0, 0, 0, 0, 0]);
    segment
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).expect("a short segment");
        [&[0xff, marker], &length.to_be_bytes()[..], content].concat()
    }

    /// A picture with these application segments, two scans, and something after its end.
    fn picture(segments: &[Vec<u8>]) -> Vec<u8> {
        let table = segment(0xdb, b"table \xff\xd9");
        let scan = [segment(SCAN, b"head"), b"px\xff\0px\xff\xd0px".to_vec()].concat();
        let parts = [&START[..], &segments.concat(), &table, &scan, &scan];
        [&parts.concat()[..], b"\xff\xd9"].concat()
    }

    #[test]
    fn what_a_camera_tells_is_left_out_and_the_picture_stays() {
        let plain = picture(&[]);
        let gps = [
            b"Exif\0\0II\x2a\0\x08\0\0\0\0\0".as_slice(),
            b"51.5 N, 0.1 W",
        ]
        .concat();
        let told = picture(&[
            segment(0xe0, b"JFXX\0a small picture"),
            segment(0xe1, &gps),
            segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
            segment(0xe2, b"MPF\0"),
            segment(0xed, b"Photoshop 3.0\0"),
            segment(0xfe, b"for Isla"),
        ]);
        let with_a_film = [&told[..], b"a film that a telephone took"].concat();
        assert_eq!(bare(&with_a_film), Some(plain));
    }

    #[test]
    fn colours_and_the_way_it_is_turned_are_kept() {
        let kept = [
            segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"),
            turned(6),
            segment(0xe2, b"ICC_PROFILE\0\x01\x01profile"),
            segment(0xee, b"Adobe\0d\0\0\0\0\0"),
        ];
        assert_eq!(bare(&picture(&kept)), Some(picture(&kept)));
        let little = b"Exif\0\0II\x2a\0\x08\0\0\0\x02\0\
            \x0f\x01\x02\0\x04\0\0\0Acme\x12\x01\x03\0\x01\0\0\0\x08\0\0\0\0\0\0\0";
        let turned_eight = picture(&[turned(8)]);
        assert_eq!(bare(&picture(&[segment(0xe1, little)])), Some(turned_eight));
    }

    #[test]
    fn what_cannot_be_followed_to_its_end_is_not_touched() {
        let whole = picture(&[]);
        for end in 0..whole.len() {
            assert_eq!(bare(&whole[..end]), None, "{end} bytes");
        }
        assert_eq!(bare(b"\x89PNG"), None);
    }
}
