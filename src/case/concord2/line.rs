//! A line is a form: a text that an editor knows by its pattern, and the program by its parser.

/// Gives a line its place among the forms. `$read` takes it apart, into the parts with their
/// places; what is wrong is said of the part it is wrong with.
macro_rules! line {
    (
        $(#[$about:meta])*
        $type:ident = $name:literal
        $description:literal
        pattern $pattern:literal
        examples [$($example:literal),+]
        shown $shown:literal
        read $read:path
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(super) struct $type(String);

        $crate::form! {
            $type = $name
            $description
            pattern $pattern
            examples [$($example),+]
            shown $shown
        }

        impl ::std::str::FromStr for $type {
            type Err = $crate::case::form::Misfit;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $read(text).map(|_| $type(text.to_owned()))
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}
pub(super) use line;
