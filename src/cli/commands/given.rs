//! What a build is given: by whoever asks for it, or by the manifest of the run that it goes
//! on with; all cases, or those of a shard.

use std::path::{Path, PathBuf};

use super::stop;
use crate::audience::Languages;
use crate::cli::args::Build;
use crate::cli::tally::count;
use crate::cli::{Exit, Terminal};
use crate::diagnostics::{Diagnostic, code, in_backticks};
use crate::output::Shard;
use crate::output::manifest::{Options, stopped};
use crate::packs::Edition;
use crate::pipeline::{Asked, Format, Given};

/// What is asked for: where a run is to go on, what was asked for then.
pub(super) fn go_on(args: Build, terminal: &mut Terminal<'_>) -> Result<Build, Exit> {
    if !args.resume {
        return Ok(args);
    }
    let options = stopped(&args.out, args.shard);
    let words = options.and_then(|options| Ok((Words::of(&options)?, options)));
    let (words, options) =
        words.map_err(|finding| stop(&finding.into(), &args.telling, terminal))?;
    let mut args = Build {
        cases: paths(options.given),
        documents: options.documents,
        audiences: options.audiences,
        languages: words.languages,
        editions: words.editions,
        format: words.format,
        ..args
    };
    args.layers.templates = paths(options.templates);
    args.weighing.strict = options.strict;
    let cases = args.cases.iter().map(|path| path.display().to_string());
    terminal.notice(format_args!(
        "resuming: {}, with the options of the run that was stopped",
        in_backticks(cases)
    ));
    Ok(args)
}

/// The options that a manifest names by their words.
struct Words {
    languages: Option<Languages>,
    editions: Vec<Edition>,
    format: Format,
}

impl Words {
    /// # Errors
    /// `O08` for a word that this program does not know.
    fn of(options: &Options) -> Result<Self, Diagnostic> {
        let language = options.language.as_deref();
        let languages = language.map(|word| named(&Languages::ALL, Languages::word, word));
        let editions = options.editions.iter();
        let editions = editions.map(|word| named(&Edition::ALL, Edition::word, word));
        Ok(Words {
            languages: languages.transpose()?,
            editions: editions.collect::<Result<_, _>>()?,
            format: named(&Format::ALL, Format::word, &options.format)?,
        })
    }
}

fn named<T: Copy>(all: &[T], word: fn(T) -> &'static str, written: &str) -> Result<T, Diagnostic> {
    let mut all = all.iter().copied();
    all.find(|one| word(*one) == written).ok_or_else(|| {
        let message = format!("the manifest asks for `{written}`, which is not known");
        Diagnostic::new(&code::output::MANIFEST, message)
            .help("name the cases in place of `--resume`, and what is wanted of them")
    })
}

fn paths(written: Vec<Option<String>>) -> Vec<PathBuf> {
    written.into_iter().flatten().map(PathBuf::from).collect()
}

/// What a manifest keeps of it, so that another run can go on.
pub(super) fn recorded(asked: &Asked, (cases, templates): (&[PathBuf], &[PathBuf])) -> Options {
    let is_input = |path: &Path| path.as_os_str() == "-";
    let written = |paths: &[PathBuf]| {
        let paths = paths.iter();
        paths
            .map(|path| Given::written(path).filter(|_| !is_input(path)))
            .collect()
    };
    Options {
        given: written(cases),
        templates: written(templates),
        ..asked.options()
    }
}

/// The cases of a shard. Which settings hold is found beside all of them, so that it is the
/// same for each.
pub(super) fn of_shard(
    mut cases: Vec<Given>,
    shard: Option<Shard>,
    terminal: &mut Terminal<'_>,
) -> Vec<Given> {
    if let Some(shard) = shard {
        let all = count(cases.len(), "case");
        cases.retain(|given| shard.holds(&given.path));
        let number = cases.len();
        terminal.notice(format_args!("shard {shard}: {number} of {all}"));
    }
    cases
}
