//! Names as a message lists them, each in backticks.

use std::fmt::Display;

/// Names to choose from, or in an order: "`a`, `b`, `c`".
pub fn in_backticks<T: Display>(names: impl IntoIterator<Item = T>) -> String {
    quoted(names).join(", ")
}

/// Names that belong together: "`a`, `b` and `c`".
pub fn listed<T: Display>(names: impl IntoIterator<Item = T>) -> String {
    let mut names = quoted(names);
    let Some(last) = names.pop() else {
        return String::new();
    };
    if names.is_empty() {
        return last;
    }
    format!("{} and {last}", names.join(", "))
}

fn quoted<T: Display>(names: impl IntoIterator<Item = T>) -> Vec<String> {
    names.into_iter().map(|name| format!("`{name}`")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        assert_eq!(listed(["verb"]), "`verb`");
        assert_eq!(
            listed(["verb", "with", "when"]),
            "`verb`, `with` and `when`"
        );
        assert_eq!(in_backticks(["yes", "no"]), "`yes`, `no`");
    }
}
