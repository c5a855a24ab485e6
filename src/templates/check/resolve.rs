//! What a path leads to: a field, a parameter or an `@` name, or nothing.
//!
//! The order of look-up is that of Handlebars 6.4, surprises and all: a block
//! parameter is found before any field, even behind `../`, and stays visible in
//! the partials called from its block.

use handlebars::Path;

use crate::diagnostics::{Diagnostic, Place, code, did_you_mean, nearest};

use super::path::{Name, Spelling};
use super::scope::{Param, Step, Subject};
use super::signatures;
use super::usage;
use super::walk::Walk;
use crate::schema::shape::Kind;

impl<'a> Walk<'a> {
    /// What a path leads to, or `None` after saying why it leads nowhere.
    pub(super) fn resolve(&mut self, path: &'a Path, at: &Place) -> Option<Subject<'a>> {
        let spelling = match path {
            Path::Local((level, name, _)) => return self.local(*level, name, at),
            Path::Relative((segments, raw)) => Spelling::new(segments, raw),
        };
        let (mut subject, names) = self.start(&spelling, at)?;
        for Name { text, within } in names {
            let start = at.range.start;
            let at = Place::new(&at.file, start + within.start..start + within.end);
            subject = self.field(&subject, text, at)?;
        }
        let present = self.is_known_present(&subject);
        Some(if present { subject.present() } else { subject })
    }

    /// The value a path sets out from, and the names that are left to follow.
    fn start<'p>(
        &mut self,
        spelling: &'p Spelling<'a>,
        at: &Place,
    ) -> Option<(Subject<'a>, &'p [Name<'a>])> {
        let names = &spelling.names[..];
        let target = self.scopes.len().checked_sub(spelling.ups + 1);
        let named = names.first().filter(|_| !spelling.from_root);
        if let Some((depth, param)) = named.and_then(|name| self.param(name.text)) {
            if self.hides_field(&param, depth, target) {
                self.refuse_hiding(&param, at);
                return None;
            }
            return Some((param.subject, &names[1..]));
        }
        let scope = match (spelling.from_root, spelling.ups) {
            (true, 0) => Some(0),
            (true, _) => None,
            (false, _) => target,
        };
        if scope.is_none() {
            self.refuse_climbing(at);
        }
        Some((self.scopes[scope?].here.clone(), names))
    }

    /// The innermost parameter of this name, and how deep its scope is.
    fn param(&self, name: &str) -> Option<(usize, Param<'a>)> {
        self.scopes
            .iter()
            .enumerate()
            .rev()
            .find_map(|(depth, scope)| {
                let param = scope.params.iter().find(|param| param.name == name)?;
                Some((depth, param.clone()))
            })
    }

    fn refuse_climbing(&mut self, at: &Place) {
        let message = format!("`{}` climbs above the view", at.text());
        let help = match self.scopes.len() - 1 {
            0 => "leave out the `../`: no block is open here".to_owned(),
            1 => "`../` alone leads to the view; `@root.` always does".to_owned(),
            steps => format!("{steps} steps lead to the view; `@root.` always does"),
        };
        self.report(
            Diagnostic::new(&code::template::ABOVE_ROOT, message).help(help),
            at,
        );
    }

    /// Whether a field of the block that is meant has the name of a parameter. What a
    /// partial is given by name is meant to take the place of its fields.
    fn hides_field(&self, param: &Param<'a>, depth: usize, target: Option<usize>) -> bool {
        target.is_some_and(|target| {
            let field = self.scopes[target].here.shape.field(param.name);
            field.is_some() && !(param.replaces_field && depth == target)
        })
    }

    fn refuse_hiding(&mut self, param: &Param<'a>, at: &Place) {
        let name = param.name;
        let message = format!("`{name}` is a parameter here and hides the field `{name}`");
        let help = "give the parameter another name";
        self.report(
            Diagnostic::new(&code::template::HIDDEN_FIELD, message).help(help),
            at,
        );
    }

    /// One field of a value.
    pub(super) fn field(
        &mut self,
        subject: &Subject<'a>,
        name: &'a str,
        at: Place,
    ) -> Option<Subject<'a>> {
        if subject.shape.optional && !self.is_known_present(subject) {
            let message = format!("what stands before `{name}` may be absent here");
            let field = subject.shape.field(name);
            let is_optional = field.is_some_and(|(_, node)| self.schema.shape(node).optional);
            let whole = whole_path(&at);
            let guards = match whole.strip_suffix(name).and_then(|it| it.strip_suffix('.')) {
                Some(before) if is_optional => vec![before, whole],
                Some(before) => vec![before],
                None => Vec::new(),
            };
            self.refuse_unguarded(message, &at, &guards);
            return None;
        }
        if let Some((key, node)) = subject.shape.field(name) {
            return Some(subject.part(Step::Field(key), self.schema.shape(node)));
        }
        if let Some(mut path) = usage::path(subject) {
            path.push(name);
            let unknown = (at.clone(), path.join("."));
            if !self.unknown.contains(&unknown) {
                self.unknown.push(unknown);
            }
        }
        let (message, help) = match subject.shape.kind {
            Kind::Block(fields) => (
                format!("there is no `{name}` here"),
                self.other_name(name, fields.keys().map(String::as_str).collect()),
            ),
            Kind::List { .. } => (
                format!("a list has no field `{name}`"),
                "walk the list with `{{#each …}}`, and ask its items".to_owned(),
            ),
            kind => (
                format!("{} has no field `{name}`", kind.words()),
                "end the path before it".to_owned(),
            ),
        };
        self.report(
            Diagnostic::new(&code::template::UNKNOWN_FIELD, message).help(help),
            &at,
        );
        None
    }

    /// What may have been meant: a field of this name further out, or one like it.
    fn other_name(&self, name: &str, mut fields: Vec<&'a str>) -> String {
        if let Some(helper) = signatures::find(name) {
            return format!("`{name}` is a helper and wants {}", helper.wants());
        }
        let outer = self.scopes.iter().rev().skip(1);
        let ups = outer
            .clone()
            .position(|scope| scope.here.shape.field(name).is_some());
        if let Some(ups) = ups
            && nearest(name, fields.iter().copied()).is_none()
        {
            return format!(
                "an outer block has it: write `{}{name}`",
                "../".repeat(ups + 1)
            );
        }
        fields.extend(
            self.scopes
                .iter()
                .flat_map(|scope| &scope.params)
                .map(|param| param.name),
        );
        did_you_mean(name, fields)
    }

    /// `@index`, `@first` and `@last`.
    fn local(&mut self, level: usize, name: &str, at: &Place) -> Option<Subject<'a>> {
        let depth = self.scopes.len().checked_sub(level + 1);
        let in_each = depth.is_some_and(|depth| self.scopes[depth].in_each);
        let (message, help) = match name {
            "index" if in_each => return Some(Subject::made(Kind::Integer { zero: true })),
            "first" | "last" if in_each => return Some(Subject::made(Kind::Boolean)),
            "index" | "first" | "last" => (
                format!("`@{name}` stands in no `{{{{#each}}}}`"),
                "use it inside `{{#each}}`; one block further out it is `@../index`".to_owned(),
            ),
            "root" => (
                "`@root` is no value by itself".to_owned(),
                "name the field behind it: `@root.field`".to_owned(),
            ),
            _ => (
                format!("there is no `@{name}`"),
                did_you_mean(name, ["index", "first", "last", "root"]),
            ),
        };
        self.report(
            Diagnostic::new(&code::template::NO_SUCH_LOCAL, message).help(help),
            at,
        );
        None
    }

    /// What may be absent here; every use of an optional value that is not guarded. `guards`
    /// are the paths to ask for before it is used.
    pub(super) fn refuse_unguarded(&mut self, message: String, at: &Place, guards: &[&str]) {
        let before = guards.iter().map(|path| format!("{{{{#if {path}}}}}"));
        let help = match guards.iter().all(|path| is_path(path)) && !guards.is_empty() {
            true => format!(
                "put `{}` before it and `{}` behind it",
                before.collect::<String>(),
                "{{/if}}".repeat(guards.len())
            ),
            false => "put `{{#if …}}` of what may be absent around it".to_owned(),
        };
        self.report(
            Diagnostic::new(&code::template::UNGUARDED, message).help(help),
            at,
        );
    }
}

/// The whole path of which a step stands at a place.
fn whole_path(step: &Place) -> &str {
    let text = &step.file.text()[..step.range.end];
    let before = text
        .char_indices()
        .rev()
        .find(|(_, sign)| !is_of_path(*sign));
    before.map_or(text, |(at, sign)| &text[at + sign.len_utf8()..])
}

fn is_path(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_of_path)
}

fn is_of_path(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '.' | '/' | '@')
}
