//! What to write in the place of a value of another kind: it depends on what stands there, and
//! whether it stands inside `{ }`, where nothing can stand below it.

use serde_json::Value;

use super::wording::{line, on_its_line};
use super::{Checker, Spot};
use crate::reading::Content;
use crate::schema::wanted::Wanted;

impl<'a> Checker<'a> {
    /// What to write where another kind of value stands.
    pub(super) fn instead(
        &self,
        spot: &Spot<'_>,
        schema: &'a Value,
        wanted: &Wanted<'a>,
    ) -> String {
        let name = &spot.name;
        let line = || line(&self.schema, name, schema);
        let is_in_braces = self.is_behind('{', spot.node.range.start);
        let on_its_line = || on_its_line(&self.schema, name, schema);
        match (wanted, &spot.node.content) {
            (Wanted::List { .. }, Content::Scalar { .. }) => {
                format!(
                    "put brackets around it: {}",
                    on_its_line().unwrap_or_else(line)
                )
            }
            (Wanted::List { .. }, Content::Block(_)) if name.in_line || is_in_braces => {
                format!(
                    "put brackets around it: {}",
                    on_its_line().unwrap_or_else(line)
                )
            }
            (Wanted::List { .. }, Content::Block(_)) => {
                "put a dash and a space before its first field, indent the others as far, and \
                 do so for each further entry"
                    .to_owned()
            }
            (Wanted::Fields(_) | Wanted::Map(_), Content::List(_)) => {
                format!(
                    "write {}; it is one block, without a dash or brackets",
                    line()
                )
            }
            (Wanted::Fields(_) | Wanted::Map(_), _) if name.is_keyed() => {
                let braces = on_its_line().unwrap_or_else(line);
                let braces = braces.trim_start_matches("`name: ");
                format!("write behind its name and the colon `{braces}")
            }
            (Wanted::Either(_) | Wanted::Fields(_) | Wanted::Map(_) | Wanted::List { .. }, _) => {
                format!("write {}", line())
            }
            (_, Content::List(_)) => {
                format!(
                    "write {}; one value stands here, without brackets or a dash",
                    line()
                )
            }
            (_, Content::Block(_)) => {
                format!("write {}; one value stands here, and no fields", line())
            }
            _ => format!("write {}", line()),
        }
    }

    /// Whether a sign stands right before what begins here.
    pub(super) fn is_behind(&self, sign: char, start: usize) -> bool {
        let before = self.file.text().get(..start).unwrap_or_default();
        before.trim_end().ends_with(sign)
    }
}
