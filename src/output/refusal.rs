//! Why a file may not be written where it is to stand.

use std::path::Path;

use crate::diagnostics::{Diagnostic, Findings, code};

/// `O04`: a folder stands there.
pub(super) fn folder_in_the_way(target: &Path) -> Diagnostic {
    Diagnostic::new(
        &code::output::FOLDER_IN_THE_WAY,
        format!(
            "`{}` is a folder, and a document of that name is to be written",
            target.display()
        ),
    )
    .help("move the folder away, or name another with `--out`")
}

/// `O11`: a link, or something else that is no file, stands there. It would not be followed.
pub(super) fn link_in_the_way(target: &Path) -> Diagnostic {
    let message = format!(
        "`{}` is a link or no file at all, and a document of that name is to be written",
        target.display()
    );
    Diagnostic::new(&code::output::LINK, message)
        .help("move it away, or name another folder with `--out`")
}

/// `O11`: a link, or something else that is no folder, stands on the way to a document.
pub(super) fn link_on_the_way(folder: &Path) -> Diagnostic {
    let message = format!(
        "`{}` is a link or no folder, and documents are to stand in it",
        folder.display()
    );
    Diagnostic::new(&code::output::LINK, message)
        .help("move it away, or name another folder with `--out`")
}

/// `O10`: the folder belongs to another case: a reader who is handed it would get both.
pub(super) fn folder_of_another_case(folder: &Path, this: &str, that: &str) -> Diagnostic {
    let message = format!("`{}` is the folder of another case", folder.display());
    Diagnostic::new(&code::output::ANOTHER_CASE, message).help(taken_over(this, that))
}

/// `O24`: the folder was not made by a case of this shard.
pub(super) fn folder_of_another_shard(folder: &Path) -> Diagnostic {
    let message = format!(
        "`{}` stands there, and no case of this shard made it",
        folder.display()
    );
    Diagnostic::new(&code::output::ANOTHER_SHARD, message).help(
        "look whether two case files have one number: a case of another shard may have made it, \
         and a reader would be handed both; else move the folder away and build the shard again",
    )
}

/// `O10`: the file belongs to another case.
pub(super) fn of_another_case(target: &Path, this: &str, that: &str) -> Diagnostic {
    let message = format!("`{}` is a document of another case", target.display());
    Diagnostic::new(&code::output::ANOTHER_CASE, message).help(taken_over(this, that))
}

fn taken_over(this: &str, that: &str) -> String {
    format!(
        "this case is `{this}`, and `{that}` was built into the folder before; if this one took \
         its place, say so with `--takes-over {that}`, else name another folder with `--out`"
    )
}

/// The refusals; of the files of one other case the first, and how many more there are.
pub(super) fn each_other_case_once(refused: impl Iterator<Item = Diagnostic>) -> Findings {
    let mut told: Vec<(Diagnostic, usize)> = Vec::new();
    for finding in refused {
        let is_of_its_case = |(first, _): &&mut (Diagnostic, usize)| {
            let code = &code::output::ANOTHER_CASE;
            first.code == code && finding.code == code && first.help == finding.help
        };
        match told.iter_mut().find(is_of_its_case) {
            Some((_, more)) => *more += 1,
            None => told.push((finding, 0)),
        }
    }
    let told = told.into_iter().map(|(mut finding, more)| {
        if more > 0 {
            finding.message += &format!(", and {more} more of its files stand there");
        }
        finding
    });
    told.collect()
}

/// `O12`: no build made the file.
pub(super) fn of_no_build(target: &Path) -> Diagnostic {
    let message = format!("`{}` stands there, and no build made it", target.display());
    Diagnostic::new(&code::output::FOREIGN, message)
        .help("move it away, or name another folder with `--out`; it was left as it is")
}

/// `O13`: somebody changed the file since it was written.
pub(super) fn changed_by_hand(target: &Path) -> Diagnostic {
    let message = format!(
        "`{}` was changed since it was written, and would be replaced",
        target.display()
    );
    Diagnostic::new(&code::output::CHANGED, message)
        .help("keep it under another name, or move it away, and build again")
}

/// `O14`: a document no longer applies, and its file was changed since it was written.
pub(super) fn no_longer_and_changed(target: &Path) -> Diagnostic {
    let message = format!(
        "`{}` no longer applies, and was changed since it was written",
        target.display()
    );
    Diagnostic::new(&code::output::NO_LONGER, message)
        .help("look at it and move it away: it was left as it is")
}
