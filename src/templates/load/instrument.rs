//! Rewrites the tree that Handlebars read, so that all it writes goes through helpers
//! of ours, each of which knows its place.
//!
//! A helper's parameter knows its path in the view, an escape function knows nothing:
//! so `{{path}}` becomes a call of [`EMIT`], and `{{> name}}` one of [`INCLUDE`], which
//! keeps the paths that Handlebars forgets inside a partial. The names have a space, so
//! that no template can write them. Plain text becomes the number of its place: all that
//! Handlebars writes by itself are such numbers.

use std::collections::BTreeSet;
use std::sync::Arc;

use handlebars::template::{
    DecoratorTemplate, HelperTemplate, Parameter, Subexpression, Template, TemplateElement,
};
use serde_json::Value;

use super::sites::{FileSites, SiteId};
use super::tags::{Kind, Tag};
use crate::diagnostics::{Diagnostic, Place, SourceFile, code};
use crate::templates::sources::Aliases;

/// The helper that prints the value of a bare path.
pub(crate) const EMIT: &str = "print value";
/// The helper that renders a partial.
pub(crate) const INCLUDE: &str = "render partial";

/// The arguments that a template gives to a call: behind them, every call carries the
/// number of its place.
pub(crate) fn own<T>(arguments: &[T]) -> &[T] {
    arguments.split_last().map_or(&[], |(_, own)| own)
}

/// Rewrites one file's tree and adds its places to `sites`; gives the names that it calls.
///
/// # Errors
/// When the tree and the tags do not tell the same story, which is a reason not to
/// render it rather than to guess.
pub(super) fn instrument(
    tree: &mut Template,
    file: &Arc<SourceFile>,
    tags: &[Tag],
    aliases: Option<&Aliases>,
    sites: &mut FileSites,
) -> Result<BTreeSet<String>, Diagnostic> {
    let mut walk = Walk {
        file,
        aliases,
        tags: tags.iter(),
        text_from: 0,
        sites,
        called: BTreeSet::new(),
    };
    walk.template(tree)?;
    match walk.tags.next() {
        None => Ok(walk.called),
        Some(tag) => Err(walk.unexpected(tag.place(file))),
    }
}

/// Goes through tree and tags side by side, in the order in which they are written.
struct Walk<'a> {
    file: &'a Arc<SourceFile>,
    aliases: Option<&'a Aliases>,
    tags: std::slice::Iter<'a, Tag>,
    /// Where the plain text before the next tag begins.
    text_from: usize,
    sites: &'a mut FileSites,
    called: BTreeSet<String>,
}

impl Walk<'_> {
    fn template(&mut self, template: &mut Template) -> Result<(), Diagnostic> {
        template
            .elements
            .iter_mut()
            .try_for_each(|element| self.element(element))
    }

    fn element(&mut self, element: &mut TemplateElement) -> Result<(), Diagnostic> {
        match element {
            TemplateElement::RawString(text) if text.is_empty() => {}
            TemplateElement::RawString(text) => {
                *text = self.plain_text(text)?.number().to_string();
            }
            TemplateElement::Comment(_) => drop(self.tag(Kind::Comment)?),
            TemplateElement::Expression(helper) => {
                let site = self.tag(Kind::Expression)?;
                expression(helper, site);
            }
            TemplateElement::HelperBlock(block) => {
                let site = self.tag(Kind::OpenBlock)?;
                self.block(block, site)?;
                self.tag(Kind::Close)?;
            }
            TemplateElement::PartialExpression(partial) => {
                let site = self.tag(Kind::Partial)?;
                *element = self.include(partial, site)?;
            }
            TemplateElement::DecoratorBlock(inline) => {
                let site = self.tag(Kind::OpenDecorator)?;
                inline.params.push(carried(site));
                inline
                    .template
                    .as_mut()
                    .map_or(Ok(()), |body| self.template(body))?;
                self.tag(Kind::Close)?;
            }
            _ => return Err(self.unexpected(Place::new(self.file, self.text_from..self.text_from))),
        }
        Ok(())
    }

    /// A block up to its closing tag; an `else if` is a block inside the `else` that
    /// has no closing tag of its own.
    fn block(&mut self, block: &mut HelperTemplate, site: SiteId) -> Result<(), Diagnostic> {
        arguments(block, site);
        block
            .template
            .as_mut()
            .map_or(Ok(()), |body| self.template(body))?;
        let Some(inverse) = &mut block.inverse else {
            return Ok(());
        };
        if self.next_is(Kind::ElseIf)
            && let [TemplateElement::HelperBlock(chained)] = inverse.elements.as_mut_slice()
        {
            let site = self.tag(Kind::ElseIf)?;
            return self.block(chained, site);
        }
        self.tag(Kind::Else)?;
        self.template(inverse)
    }

    fn include(
        &mut self,
        partial: &mut DecoratorTemplate,
        site: SiteId,
    ) -> Result<TemplateElement, Diagnostic> {
        let Parameter::Name(name) = &partial.name else {
            return Err(self.unexpected(self.sites.place(site).clone()));
        };
        let alias = self.aliases.and_then(|aliases| aliases.get(name));
        let name = alias.unwrap_or(name).clone();
        self.called.insert(name.clone());
        let mut params = vec![Parameter::Literal(Value::String(name))];
        params.append(&mut partial.params);
        let name = Parameter::Name(INCLUDE.to_owned());
        let hash = std::mem::take(&mut partial.hash);
        let mut element = *Subexpression::new(name, params, hash).element;
        if let TemplateElement::Expression(helper) = &mut element {
            arguments(helper, site);
        }
        Ok(element)
    }

    fn next_is(&self, kind: Kind) -> bool {
        self.tags
            .as_slice()
            .first()
            .is_some_and(|tag| tag.kind == kind)
    }

    /// The next tag, which must be of this kind.
    fn tag(&mut self, kind: Kind) -> Result<SiteId, Diagnostic> {
        match self.tags.next() {
            Some(tag) if tag.kind == kind => {
                self.text_from = tag.range.end;
                Ok(self.sites.add(tag.place(self.file)))
            }
            Some(tag) => Err(self.unexpected(tag.place(self.file))),
            None => Err(self.unexpected(Place::new(self.file, self.text_from..self.text_from))),
        }
    }

    /// The text before the next tag, of which Handlebars may have trimmed the ends.
    fn plain_text(&mut self, text: &str) -> Result<SiteId, Diagnostic> {
        let end = self
            .tags
            .as_slice()
            .first()
            .map_or(self.file.text().len(), |tag| tag.range.start);
        let gap = self.text_from..end;
        match self.file.text()[gap.clone()].find(text) {
            Some(at) => {
                let start = gap.start + at;
                Ok(self
                    .sites
                    .add(Place::new(self.file, start..start + text.len())))
            }
            None => Err(self.unexpected(Place::new(self.file, gap))),
        }
    }

    fn unexpected(&self, place: Place) -> Diagnostic {
        Diagnostic::new(
            &code::template::SYNTAX,
            "this tag cannot be told from the text around it",
        )
        .at(place)
        .help("write one tag on a line of its own, with plain names")
    }
}

/// A bare path becomes a call; a call learns its place.
fn expression(helper: &mut HelperTemplate, site: SiteId) {
    if helper.params.is_empty() && helper.hash.is_empty() {
        let path = std::mem::replace(&mut helper.name, Parameter::Name(EMIT.to_owned()));
        helper.params.push(path);
    }
    arguments(helper, site);
}

/// Every call of the tag, the inner ones too, carries the place of the tag.
fn arguments(helper: &mut HelperTemplate, site: SiteId) {
    let inner = helper.params.iter_mut().chain(helper.hash.values_mut());
    for parameter in inner {
        if let Parameter::Subexpression(Subexpression { element, .. }) = parameter
            && let TemplateElement::Expression(helper) = element.as_mut()
        {
            arguments(helper, site);
        }
    }
    helper.params.push(carried(site));
}

/// A place on its way to render time.
fn carried(site: SiteId) -> Parameter {
    Parameter::Literal(site.number().into())
}
