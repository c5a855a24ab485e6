//! The partials that all documents of a folder may call, read once for all of them and for
//! every language.

use std::collections::BTreeMap;
use std::sync::Arc;

use handlebars::{Handlebars, Template};

use super::helpers;
use super::load::{self, Sites};
use super::sources::TemplateSources;
use crate::diagnostics::{Findings, SourceFile};

/// Partials, ready to be called.
#[derive(Debug)]
pub(crate) struct Library {
    pub(super) templates: Handlebars<'static>,
    pub(super) sites: Sites,
    pub(super) files: BTreeMap<String, Arc<SourceFile>>,
    /// What is wrong with them: codes T01–T11 and T70.
    pub(super) faults: Findings,
}

impl Library {
    /// Reads the partials of a document, which are those of its neighbours too.
    pub(crate) fn of(sources: &TemplateSources) -> Self {
        let mut templates = Handlebars::new();
        templates.set_strict_mode(true);
        helpers::remove_built_in(&mut templates);
        let mut sites = Sites::default();
        let mut faults = Findings::new();
        for (name, file) in &sources.partials {
            match load::load(file, name, sources.aliases.get(file.name()), &mut sites) {
                Ok(template) => templates.register_template(name, template),
                Err(found) => faults.extend(found),
            }
        }
        Library {
            templates,
            sites,
            files: sources.partials.clone(),
            faults,
        }
    }

    /// The tree of each partial that could be read.
    pub(super) fn trees(&self) -> BTreeMap<&str, &Template> {
        let names = self.files.keys().map(String::as_str);
        let trees = names.filter_map(|name| Some((name, self.templates.get_template(name)?)));
        trees.collect()
    }
}
