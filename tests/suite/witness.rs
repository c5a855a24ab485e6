//! Outside witnesses: the PDF as programs that are not ours read it.
//!
//! Both belong to poppler. A machine without it fails these tests: a witness that is
//! not there has not confirmed anything.

use std::io::Write as _;
use std::process::Command;

/// The text of a PDF as `pdftotext -layout` extracts it, pages parted by form feeds.
pub(crate) fn pdftotext(pdf: &[u8]) -> String {
    witness("pdftotext", &["-enc", "UTF-8", "-layout"], pdf, &["-"])
}

/// The text of a PDF cell by cell, as `pdftotext -raw` reads it in the order of the file.
pub(crate) fn pdftotext_raw(pdf: &[u8]) -> String {
    witness("pdftotext", &["-enc", "UTF-8", "-raw"], pdf, &["-"])
}

/// What `pdfinfo` says of a PDF, one `Key: value` a line.
pub(crate) fn pdfinfo(pdf: &[u8]) -> String {
    witness("pdfinfo", &[], pdf, &[])
}

/// The value `pdfinfo` gives for a key, without the blanks around it.
pub(crate) fn pdfinfo_value<'a>(info: &'a str, key: &str) -> Option<&'a str> {
    info.lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(':').map(str::trim))
}

fn witness(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(pdf).expect("room for a PDF");
    let output = Command::new(program)
        .args(before)
        .arg(file.path())
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("`{program}` of poppler-utils must be installed: {error}"));
    assert!(
        output.status.success(),
        "`{program}` refused the PDF: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8 was asked for")
}
