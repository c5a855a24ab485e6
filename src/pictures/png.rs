//! A PNG without what may be packed beside the picture.
//!
//! A colour profile or a note in a PNG is compressed, and four megabytes of it can unfold
//! to more than any memory. What a picture needs to look right is not.

/// What every PNG begins with.
const START: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The last chunk.
const END: &[u8] = b"IEND";
/// Chunks whose content is compressed and is not the picture: a colour profile, notes.
const PACKED: [&[u8]; 3] = [b"iCCP", b"zTXt", b"iTXt"];
/// Bytes around the content of a chunk: its length and its name before, its check after.
const AROUND: usize = 12;

/// The picture without the rest; nothing where the bytes are no PNG that can be followed to
/// its end.
pub(crate) fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(START)?;
    let mut bare = START.to_vec();
    loop {
        let length = u32::from_be_bytes(*rest.first_chunk()?);
        let whole = usize::try_from(length).ok()?.checked_add(AROUND)?;
        let (chunk, after) = rest.split_at_checked(whole)?;
        let name = &chunk[4..8];
        if !PACKED.contains(&name) {
            bare.extend(chunk);
        }
        if name == END {
            // What follows the end is not of this picture.
            return Some(bare);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).expect("a short chunk");
        [&length.to_be_bytes()[..], name, content, b"crc4"].concat()
    }

    fn picture(between: &[Vec<u8>]) -> Vec<u8> {
        let header = chunk(b"IHDR", b"width and height");
        let pixels = chunk(b"IDAT", b"pixels");
        let end = chunk(END, b"");
        [START, &header, &between.concat(), &pixels, &end].concat()
    }

    #[test]
    fn what_could_unfold_is_left_out_and_the_picture_stays() {
        let kept = [chunk(b"PLTE", b"colours"), chunk(b"tRNS", b"seen through")];
        let packed = [
            chunk(b"iCCP", b"a profile"),
            chunk(b"zTXt", b"a note"),
            chunk(b"iTXt", b"a note"),
        ];
        let told = picture(&[&packed[..], &kept].concat());
        let with_a_file = [&told[..], b"another file"].concat();
        assert_eq!(bare(&with_a_file), Some(picture(&kept)));
    }

    #[test]
    fn what_cannot_be_followed_to_its_end_is_not_touched() {
        let whole = picture(&[]);
        for end in 0..whole.len() {
            assert_eq!(bare(&whole[..end]), None, "{end} bytes");
        }
        let absurd = [START, b"\xff\xff\xff\xffIDAT"].concat();
        assert_eq!(bare(&absurd), None);
        assert_eq!(bare(b"\xff\xd8\xff"), None);
    }
}
