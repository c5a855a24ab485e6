//! What the theme offers: each name that `theme.typ` hands on, explained by the comment
//! before its `#let`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::meaning::{Kind, Meaning};
use super::page::Page;
use super::texts::{mentioning, names};
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Findings, SourceFile};
use crate::templates::{Defined, Definition, Parameter, definitions, imports};

/// Where the theme hands on what a template may call.
const THEME: &str = "templates/themes/court/theme.typ";

/// The modules of the theme, and what it hands on.
pub(super) struct Theme {
    /// By the path of each module.
    modules: BTreeMap<String, Vec<Definition>>,
    /// Each name, with the path of the module that defines it.
    offered: Vec<(String, String)>,
}

impl Theme {
    /// Reads the theme of these assets.
    pub(super) fn read(assets: &Layered) -> Result<Self, Findings> {
        let mut modules = BTreeMap::new();
        let mut offered = Vec::new();
        for (module, names) in imports(assets.text(&AssetPath::new(THEME)?)?.text()) {
            let file = module.rsplit('/').next().unwrap_or(&module);
            let path = AssetPath::new(THEME.replace("theme.typ", file))?;
            let defined = definitions(assets.text(&path)?.text());
            modules.insert(path.as_str().to_owned(), defined);
            offered.extend(
                names
                    .into_iter()
                    .map(|name| (name, path.as_str().to_owned())),
            );
        }
        Ok(Theme { modules, offered })
    }

    /// The names it hands on.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.offered.iter().map(|(name, _)| name.as_str())
    }

    /// What the comment before a name says.
    #[cfg(test)]
    pub(super) fn comment(&self, name: &str) -> Option<&str> {
        let (_, definition) = self.offered(name)?;
        definition.comment.as_deref()
    }

    /// What it hands on under a name, and where that stands.
    fn offered(&self, name: &str) -> Option<(&str, &Definition)> {
        let (_, path) = self.offered.iter().find(|(offered, _)| offered == name)?;
        Some((path, self.defined(path, name)?))
    }

    /// What a name means in a module: its own, or what another defines.
    fn defined(&self, path: &str, name: &str) -> Option<&Definition> {
        let own = self.modules.get(path).into_iter();
        let mut all = own.chain(self.modules.values()).flatten();
        all.find(|definition| definition.name == name)
    }

    /// `#signature(name, role, date-label, date)`.
    pub(super) fn written(&self, name: &str) -> Option<String> {
        let (path, definition) = self.offered(name)?;
        let parameters = self.parameters(path, definition).map(|all| {
            let all: Vec<_> = all.into_iter().map(|one| one.written).collect();
            format!("({})", all.join(", "))
        });
        Some(format!("#{name}{}", parameters.unwrap_or_default()))
    }

    pub(super) fn meaning(
        &self,
        name: &str,
        texts: &BTreeMap<String, Arc<SourceFile>>,
    ) -> Option<Meaning> {
        let (path, definition) = self.offered(name)?;
        let mut rest = Page::default();
        rest.labelled(2, "stands in", path);
        let users = mentioning(texts, |text| names(text, name));
        if !users.is_empty() {
            rest.labelled(2, "used by", &users.join(", "));
        }
        Some(Meaning {
            written: self.written(name)?,
            kind: Kind::Call,
            sentence: definition.comment.clone().unwrap_or_default(),
            rest,
        })
    }

    /// What a call takes; nothing of what is no function.
    fn parameters(&self, path: &str, definition: &Definition) -> Option<Vec<Parameter>> {
        match &definition.kind {
            Defined::Function(parameters) => Some(parameters.clone()),
            Defined::Filled { of, given, named } => {
                let mut left = self.parameters(path, self.defined(path, of)?)?;
                let mut given = *given;
                left.retain(|one| match &one.named {
                    Some(name) => !named.contains(name),
                    None if one.takes_rest => true,
                    None => {
                        let is_given = given > 0;
                        given = given.saturating_sub(1);
                        !is_given
                    }
                });
                Some(left)
            }
            Defined::Value => None,
        }
    }
}
