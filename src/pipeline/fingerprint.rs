//! A short mark that all documents made from the same inputs share.
//!
//! It stands at the foot of every page, so that pages that belong together can be told
//! from pages of an earlier file, and it names nothing.

use sha2::{Digest, Sha256};

use super::examine::CaseFile;
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::Diagnostic;

/// Hexadecimal digits of a fingerprint: enough to tell the versions of one case apart.
const DIGITS: usize = 8;

/// What stays the same from case to case: the program and its assets.
#[derive(Debug)]
pub(super) struct Inputs(Sha256);

impl Inputs {
    /// Takes in the version of the program and every asset, by path and content.
    pub(super) fn of(assets: &Layered) -> Result<Self, Diagnostic> {
        let mut digest = Sha256::new();
        add(&mut digest, env!("CARGO_PKG_VERSION").as_bytes());
        for folder in ["fonts", "templates"] {
            for path in assets.list(&AssetPath::new(folder)?) {
                add(&mut digest, path.as_str().as_bytes());
                add(&mut digest, &assets.read(&path)?.bytes);
            }
        }
        Ok(Inputs(digest))
    }

    /// The fingerprint of all documents of a case.
    pub(super) fn fingerprint(&self, case: &CaseFile) -> String {
        let mut digest = self.0.clone();
        add(&mut digest, case.text().as_bytes());
        for (name, bytes) in case.pictures() {
            add(&mut digest, name.as_bytes());
            add(&mut digest, bytes);
        }
        let mut hex = format!("{:x}", digest.finalize());
        hex.truncate(DIGITS);
        hex
    }
}

/// Every part with its length before it, so that no two lists of parts are one text.
fn add(digest: &mut Sha256, part: &[u8]) {
    digest.update((part.len() as u64).to_le_bytes());
    digest.update(part);
}
