//! Lists of words and limits that travel inside the program: data with its sources, in a
//! YAML file beside the rules that read it.

use serde::de::DeserializeOwned;

/// The contents of one of the program's own files, typed.
///
/// # Panics
/// Where the text is no such table: a fault of the program, which the tests of whoever
/// reads the table meet first.
pub(crate) fn table<T: DeserializeOwned>(text: &str) -> T {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("a table of the program: {error}"))
}

#[cfg(test)]
mod tests {
    use super::table;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Words {
        words: Vec<String>,
    }

    #[test]
    fn a_table_is_read_as_its_type() {
        let words = ["no".to_owned(), "a: b".to_owned()].to_vec();
        assert_eq!(table::<Words>("words: [no, \"a: b\"]"), Words { words });
    }

    #[test]
    #[should_panic(expected = "unknown field `wards`")]
    fn a_misspelt_list_is_no_list() {
        table::<Words>("words: []\nwards: []");
    }
}
