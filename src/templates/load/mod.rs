//! From the text of a template to a tree that Handlebars can render and that says,
//! of every byte it writes, where in the template it comes from.
//!
//! Three steps, each able to refuse: the tags are found as a reader sees them
//! ([`tags`]), what no template may say is refused by its tag ([`forbidden`]), and
//! the tree is rewritten so that nothing reaches the output but through the
//! recorder ([`instrument`]).

mod forbidden;
mod instrument;
mod nesting;
mod signs;
mod sites;
mod tags;

use std::collections::BTreeSet;
use std::sync::Arc;

use handlebars::template::Template;
use handlebars::{Handlebars, TemplateError, TemplateErrorReason};

use super::limits;
use super::sources::Aliases;
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};

pub(crate) use instrument::{EMIT, INCLUDE, own};
pub(crate) use signs::in_text;
pub(crate) use sites::{FileSites, SiteId, Sites};

/// A template file as it was read.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) tree: Template,
    /// Where it can write.
    pub(crate) sites: Arc<FileSites>,
    /// The partials that it calls, those among them that are defined within it.
    pub(crate) called: BTreeSet<String>,
}

/// Reads one template file, the one of this number among those of a document; a partial that
/// it calls by an alias is called by its name.
///
/// # Errors
/// Every fault of the file that can be told at once: codes T01–T11 and T70.
pub(crate) fn load(
    file: &Arc<SourceFile>,
    name: &str,
    aliases: Option<&Aliases>,
    number: usize,
) -> Result<Loaded, Findings> {
    if file.text().len() > limits::FILE_BYTES {
        let message = format!(
            "the file is larger than {} KiB, the most for a template",
            limits::FILE_BYTES / 1024
        );
        return Err(Diagnostic::new(&code::template::FILE_TOO_LARGE, message)
            .at(Place::new(file, 0..0))
            .help("move parts of it into partials: `{{> name}}`")
            .into());
    }
    let tags = tags::scan(file)?;
    let mut faults = forbidden::check(file, &tags);
    faults.extend(nesting::check(file, &tags));
    faults.extend(signs::in_tags(file, &tags));
    if !faults.is_empty() {
        return Err(faults.into_iter().collect());
    }
    let mut tree = parse(file, name)?;
    let mut sites = FileSites::of(number);
    let called = instrument::instrument(&mut tree, file, &tags, aliases, &mut sites)?;
    let sites = Arc::new(sites);
    Ok(Loaded {
        tree,
        sites,
        called,
    })
}

/// The tree of Handlebars. Only a set of templates can be told to leave the lines of
/// a partial as they are: indented, the lines of values inside it would move too.
fn parse(file: &Arc<SourceFile>, name: &str) -> Result<Template, Diagnostic> {
    let mut templates = Handlebars::new();
    templates.set_prevent_indent(true);
    templates
        .register_template_string(name, file.text())
        .map_err(|error| syntax(file, &error))?;
    Ok(templates.get_template(name).cloned().unwrap_or_default())
}

/// What Handlebars said of a text it could not read, without its drawing of the text.
fn syntax(file: &Arc<SourceFile>, error: &TemplateError) -> Diagnostic {
    let at = error.pos().map_or(file.text().len(), |(line, column)| {
        file.offset(line, column)
    });
    let why = match error.reason() {
        TemplateErrorReason::InvalidSyntax(_) => "this is not a Handlebars tag".to_owned(),
        other => other.to_string(),
    };
    Diagnostic::new(&code::template::SYNTAX, why)
        .at(Place::new(file, at..at))
        .help("a tag is `{{path}}`, `{{helper path}}`, `{{#if path}}…{{/if}}` or `{{> partial}}`")
}
