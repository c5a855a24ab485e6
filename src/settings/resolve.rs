//! The settings of a run, from all places that say something.

use std::path::PathBuf;

use super::setting::Setting;
use crate::assets::Layered;
use crate::audience::Languages;
use crate::diagnostics::Findings;

/// What a run goes by.
#[derive(Debug)]
pub struct Settings {
    /// The files that documents are made of.
    pub templates: Setting<Layered>,
    /// In which languages; where nobody says, what the readers of each copy chose.
    pub languages: Setting<Option<Languages>>,
}

/// What the command line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// The folder of templates that stands before those in the program.
    pub templates: Option<PathBuf>,
    /// In which languages.
    pub languages: Option<Languages>,
}

/// What a run goes by, where the command line says so much.
///
/// # Errors
/// `A01` and `A04`: a folder of templates that cannot be read whole.
pub fn resolve(flags: Flags) -> Result<Settings, Findings> {
    let folder = flags.templates.as_deref().map(Layered::with_folder);
    Ok(Settings {
        templates: Setting::of(folder.transpose()?, Layered::builtin),
        languages: Setting::of(flags.languages.map(Some), || None),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::settings::Source;

    #[test]
    fn what_nobody_sets_is_the_programs_own() {
        let settings = resolve(Flags::default()).map_err(Findings::sorted);
        let settings = settings.expect("nothing is read");
        assert_eq!(settings.templates.from, Source::Default);
        assert!(!settings.templates.value.has_folder());
        assert_eq!(settings.languages.from, Source::Default);
        assert_eq!(settings.languages.value, None);
    }

    #[test]
    fn a_flag_is_stronger_than_the_default_and_says_that_it_was_one() {
        let welsh = Languages::One(Language::Cy);
        let flags = Flags {
            templates: Some(concat!(env!("CARGO_MANIFEST_DIR"), "/templates").into()),
            languages: Some(welsh),
        };
        let settings = resolve(flags).map_err(Findings::sorted);
        let settings = settings.expect("our own templates are plain");
        assert_eq!(settings.templates.from, Source::Flag);
        assert!(settings.templates.value.has_folder());
        assert_eq!(settings.languages.value, Some(welsh));
        assert_eq!(settings.languages.from.to_string(), "the command line");
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_finding() {
        let flags = Flags {
            templates: Some("no such folder".into()),
            ..Flags::default()
        };
        let findings = resolve(flags).expect_err("nothing is there");
        assert_eq!(findings.sorted()[0].code.id, "A04");
    }
}
