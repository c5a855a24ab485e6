//! What finished documents said when somebody last agreed to it.
//!
//! `fixtures/golden/` is a folder of documents like any other, but that it keeps the words of
//! each in its place: `concord verify` builds all of them again and names what moved. With
//! `CONCORD_BLESS=1` it accepts that; whoever does so reads the difference.

use concord::cli::Exit;

use crate::support::concord;

const GOLDEN: &str = "fixtures/golden";

#[test]
fn every_document_is_as_it_was_agreed_to() {
    let asked = ["verify", GOLDEN, "--rebuild", "--words"];
    let run = match is_blessed() {
        true => concord(&[&asked[..], &["--accept"]].concat()),
        false => concord(&asked),
    };
    assert_eq!(
        run.exit,
        Exit::Done,
        "{}\n{}\nread what moved; if it is right, accept it and commit the difference",
        run.out,
        run.err
    );
}

/// Whether what is made is to be what is agreed to from now on.
#[expect(
    clippy::disallowed_methods,
    reason = "whoever blesses says so to the test and not to the program"
)]
pub(crate) fn is_blessed() -> bool {
    std::env::var_os("CONCORD_BLESS").is_some()
}
