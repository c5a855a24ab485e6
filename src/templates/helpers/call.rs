//! One call of a helper: its arguments, where it stands, and how it refuses.

use std::borrow::Cow;

use handlebars::{Helper, PathAndJson};
use serde_json::Value;

use super::tools::Tools;
use crate::diagnostics::{Code, Diagnostic, Place, code};
use crate::language::{Locale, Phrase};
use crate::templates::load::{self, SiteId};
use crate::templates::recorder::ViewPath;
use crate::templates::rendered::ViewPointer;

/// The call was refused, and the recorder knows why.
#[derive(Debug)]
pub(super) struct Refused;

/// A call whose arguments all exist.
pub(super) struct Call<'a, 'rc> {
    helper: &'a Helper<'rc>,
    tools: Tools<'a>,
    pub site: SiteId,
    /// Whether it stands in parentheses, as the value of another.
    inside: bool,
}

impl<'a, 'rc> Call<'a, 'rc> {
    /// Takes the arguments of a helper. A path that the view does not have is refused:
    /// Handlebars would read it as false, and a clause would vanish.
    pub(super) fn read(helper: &'a Helper<'rc>, tools: Tools<'a>) -> Result<Self, Refused> {
        let call = Call {
            helper,
            tools,
            site: site_of(helper),
            inside: false,
        };
        let missing = call
            .arguments()
            .filter(|argument| argument.is_value_missing())
            .map(|argument| call.missing(argument))
            .count();
        if missing == 0 { Ok(call) } else { Err(Refused) }
    }

    /// The same call, in parentheses: `(helper x)`.
    pub(super) fn inside(self) -> Self {
        Call {
            inside: true,
            ..self
        }
    }

    /// Whether what it writes becomes part of a sentence, and does not stand alone.
    pub(super) fn is_inside(&self) -> bool {
        self.inside
    }

    fn missing(&self, argument: &PathAndJson<'_>) {
        let message = format!("{} is not in the view", shown(argument));
        let help = "check the spelling, and which block or partial the path starts from";
        self.refuse(&code::template::MISSING_PATH, message, None, help);
    }

    /// The name of the helper.
    pub(super) fn name(&self) -> &str {
        self.helper.name()
    }

    /// The keys of the document's words, to look for what was meant.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'a str> + Clone {
        self.tools.locale.keys()
    }

    /// A phrase of the document's words.
    pub(super) fn phrase(&self, key: &str) -> Option<&'a Phrase> {
        let phrase = self.tools.locale.phrase(key)?;
        self.tools.recorder.used_phrase(key);
        Some(phrase)
    }

    /// The grammar of the document's words, which chooses among the phrases of these blocks.
    pub(super) fn grammar(&self, blocks: &[&str]) -> &'a Locale {
        for block in blocks {
            self.tools.recorder.used_phrase(block);
        }
        self.tools.locale
    }
    /// Whether the helper was opened with `#`.
    pub(super) fn has_block(&self) -> bool {
        self.helper.is_block()
    }

    /// The argument at this position (from 0); what it should be, if there is none.
    pub(super) fn argument(&self, at: usize, what: &str) -> Result<&PathAndJson<'rc>, Refused> {
        self.unnamed().get(at).ok_or_else(|| {
            let message = format!("`{}` wants {what}", self.name());
            let help = format!("write `{{{{{} …}}}}`", self.name());
            self.refuse(&code::template::WRONG_ARGUMENT, message, None, &help)
        })
    }

    /// Every argument without a name.
    pub(super) fn unnamed(&self) -> &[PathAndJson<'rc>] {
        load::own(self.helper.params())
    }

    /// The arguments that the template names, in alphabetical order.
    pub(super) fn named(&self) -> impl Iterator<Item = (&'rc str, &PathAndJson<'rc>)> {
        let named = self.helper.hash().iter();
        named.map(|(name, argument)| (*name, argument))
    }

    /// Every argument.
    fn arguments(&self) -> impl Iterator<Item = &PathAndJson<'rc>> {
        self.unnamed()
            .iter()
            .chain(self.named().map(|(_, argument)| argument))
    }

    /// The path in the view of an argument.
    pub(super) fn path_of(&self, argument: &PathAndJson<'_>) -> Option<ViewPath> {
        self.tools.recorder.path_of(argument).map(Cow::into_owned)
    }

    /// The address of what the call is about: its first argument that has one.
    pub(super) fn pointer(&self) -> Option<ViewPointer> {
        self.arguments()
            .find_map(|argument| self.pointer_to(argument))
    }

    fn pointer_to(&self, argument: &PathAndJson<'_>) -> Option<ViewPointer> {
        self.tools
            .recorder
            .path_of(argument)
            .map(|path| ViewPointer::from_path(&path))
    }

    /// Where the tag stands.
    pub(super) fn place(&self) -> &'a Place {
        self.tools.recorder.sites.place(self.site)
    }

    /// Refuses the call, because of this argument if of any.
    pub(super) fn refuse(
        &self,
        code: &'static Code,
        message: impl Into<String>,
        about: Option<&PathAndJson<'_>>,
        help: &str,
    ) -> Refused {
        let finding = Diagnostic::new(code, message)
            .at(self.place().clone())
            .help(help);
        self.refuse_with(finding, about)
    }

    /// Refuses the call with a finding of its own making.
    pub(super) fn refuse_with(
        &self,
        finding: Diagnostic,
        about: Option<&PathAndJson<'_>>,
    ) -> Refused {
        let value = about.and_then(|argument| self.pointer_to(argument));
        self.tools.recorder.refuse(finding, value);
        Refused
    }

    /// Text that the argument at this position must be.
    pub(super) fn text(&self, at: usize, what: &str) -> Result<&str, Refused> {
        let argument = self.argument(at, what)?;
        match argument.value() {
            Value::String(text) => Ok(text),
            other => Err(self.not(argument, other, what)),
        }
    }

    /// The text that the template names so, if it does.
    pub(super) fn word(&self, name: &str) -> Option<&str> {
        let (_, argument) = self.named().find(|(given, _)| *given == name)?;
        argument.value().as_str()
    }

    /// Refuses an argument for being absent, or something else than it should be.
    pub(super) fn not(&self, argument: &PathAndJson<'_>, value: &Value, what: &str) -> Refused {
        let name = shown(argument);
        if value.is_null() {
            let message = format!("{name} is absent, and `{}` wants {what}", self.name());
            return self.refuse(
                &code::template::ABSENT_VALUE,
                message,
                Some(argument),
                GUARD,
            );
        }
        let message = format!("{name} is not {what}");
        let help = format!("give `{}` {what}", self.name());
        self.refuse(
            &code::template::WRONG_ARGUMENT,
            message,
            Some(argument),
            &help,
        )
    }
}

/// The place that the tree carries with every call.
fn site_of(helper: &Helper<'_>) -> SiteId {
    let number = helper
        .params()
        .last()
        .and_then(|site| site.value().as_u64());
    SiteId::from_number(
        number
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or_default(),
    )
}

/// What to do about a value that may be absent.
pub(super) const GUARD: &str = "guard it: `{{#if path}}…{{/if}}`";

/// The name of an argument as the template writes it.
pub(super) fn shown(argument: &PathAndJson<'_>) -> String {
    match argument.relative_path() {
        Some(path) => format!("`{path}`"),
        None => "the value".to_owned(),
    }
}
