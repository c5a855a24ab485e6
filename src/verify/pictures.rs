//! The pages that look different, drawn: as they were, as they are now, and both as one.

use crate::pdf::Picture;

/// A picture that is to be a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The page, from 1.
    pub page: usize,
    /// Its file below the folder for pictures: `WFM-26-0318/court/court-report-1-old.png`.
    pub file: String,
    /// What is to stand in it.
    pub png: Vec<u8>,
}

/// Pictures of these pages of a file; none of what is no PDF.
pub(super) fn drawn(file: &str, (old, new): (&[u8], &[u8]), pages: &[usize]) -> Vec<Drawn> {
    let stem = file.strip_suffix(".pdf").unwrap_or(file);
    let mut drawn = Vec::new();
    for page in pages {
        let [was, is] = [old, new].map(|bytes| Picture::of(bytes, *page));
        if was.is_none() && is.is_none() {
            continue;
        }
        let both = Picture::difference(was.as_ref(), is.as_ref());
        let named = [("old", was), ("new", is), ("difference", Some(both))];
        drawn.extend(named.into_iter().filter_map(|(name, picture)| {
            Some(Drawn {
                page: *page,
                file: format!("{stem}-{page}-{name}.png"),
                png: picture?.png()?,
            })
        }));
    }
    drawn
}
