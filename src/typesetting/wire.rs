//! What passes between the program and a worker: messages, each with its length before it.

use std::io::{self, ErrorKind, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::fonts::FontFile;
use super::{Limits, Trouble, Typeset};

/// The first message to a worker; after it come pairs of a `Job` and what is [`Wanted`].
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Terms {
    /// What it may use for each document.
    pub(super) limits: Limits,
    /// The fonts of all documents.
    pub(super) fonts: Vec<FontFile>,
}

/// How far a document is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Wanted {
    /// Its pages; the PDF stays empty.
    Pages,
    /// Its pages and its PDF.
    Pdf,
}

/// How far a document has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Step {
    /// It is being laid out.
    LayingOut,
    /// Its pages are being made into a PDF.
    Exporting,
}

impl Step {
    /// The step, as messages say it.
    pub(super) fn in_words(self) -> &'static str {
        match self {
            Step::LayingOut => "laying out",
            Step::Exporting => "making the PDF",
        }
    }
}

/// What a worker says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Said {
    /// It has its fonts and its limits, and waits for a job.
    Ready,
    /// It begins with a step of its job; at the first, the clock starts.
    At(Step),
    /// The end of its job.
    Answer(Box<Result<Typeset, Vec<Trouble>>>),
}

/// Bytes of a message. That of a nine-page report has 200,000; a worker that was taken over
/// cannot fill the memory of the program with more than this.
pub(super) const LARGEST: usize = 64 << 20;

/// A message as it goes over the wire.
pub(super) fn message(content: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut message = postcard::to_extend(content, vec![0; 4]).map_err(io::Error::other)?;
    let length = message.len() - 4;
    if length > LARGEST {
        return Err(ErrorKind::FileTooLarge.into());
    }
    let length = u32::try_from(length).map_err(io::Error::other)?;
    message[..4].copy_from_slice(&length.to_le_bytes());
    Ok(message)
}

/// Sends a message and sees it off.
pub(super) fn send(to: &mut impl Write, content: &impl Serialize) -> io::Result<()> {
    to.write_all(&message(content)?)?;
    to.flush()
}

/// The next message; none where the other side has closed between two.
pub(super) fn receive<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<T>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > LARGEST {
        return Err(ErrorKind::FileTooLarge.into());
    }
    // Memory is given for what came, not for what was announced.
    let mut content = Vec::new();
    from.take(length as u64).read_to_end(&mut content)?;
    if content.len() < length {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    postcard::from_bytes(&content)
        .map(Some)
        .map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typesetting::{Job, Kind};

    #[test]
    fn what_is_sent_is_what_is_received() -> io::Result<()> {
        let job = Job {
            source: "= Plan".to_owned(),
            files: [("a.png".to_owned(), vec![0, 255])].into(),
            identity: "a test".to_owned(),
        };
        let trouble = Trouble::new(Kind::MissingGlyph('你'), "words");
        let mut wire = message(&(&job, Wanted::Pdf))?;
        let answer = Err(vec![trouble.clone()]);
        send(&mut wire, &Said::Answer(Box::new(answer)))?;
        let mut wire = wire.as_slice();
        assert_eq!(receive(&mut wire)?, Some((job, Wanted::Pdf)));
        let Some(Said::Answer(answer)) = receive(&mut wire)? else {
            panic!("the answer was sent");
        };
        assert_eq!(*answer, Err(vec![trouble]));
        assert!(receive::<Said>(&mut wire)?.is_none());
        Ok(())
    }

    #[test]
    fn what_is_cut_short_or_of_absurd_size_is_no_message() -> io::Result<()> {
        let whole = message(&"a word")?;
        for end in 4..whole.len() {
            let kind = receive::<String>(&mut &whole[..end]).map_err(|error| error.kind());
            assert_eq!(kind, Err(ErrorKind::UnexpectedEof), "{end} bytes");
        }
        let absurd = u32::MAX.to_le_bytes();
        let kind = receive::<String>(&mut &absurd[..]).map_err(|error| error.kind());
        assert_eq!(kind, Err(ErrorKind::FileTooLarge));
        let garbled = [4, 0, 0, 0, 9, 9, 9, 9];
        assert!(receive::<Said>(&mut &garbled[..]).is_err());
        Ok(())
    }
}
