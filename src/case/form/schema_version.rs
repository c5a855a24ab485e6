//! The version that a file of ours begins with: of a case, a firm's settings, a pack.

/// A form for the one version of a file that is read: its type, its name, how it is written,
/// and of what file it is, as a message says it.
macro_rules! version {
    (
        $(#[$about:meta])*
        $seen:vis $type:ident = $name:literal
        $written:literal
        pattern $pattern:literal
        of $file:literal
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $seen struct $type;

        $crate::form! {
            $type = $name
            "The version of this file's form."
            pattern $pattern
            examples [$written]
        }

        impl ::std::str::FromStr for $type {
            type Err = $crate::case::form::Misfit;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text == $written {
                    true => Ok($type),
                    false => Err($crate::case::form::Misfit::new(
                        concat!("is a version of ", $file, " that this program does not read"),
                        concat!("write `", $written, "`"),
                    )),
                }
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($written)
            }
        }
    };
}
pub(crate) use version;

version! {
    /// `concord/1`, the one version of a case file there is.
    pub SchemaVersion = "concord-schema-version"
    "concord/1"
    pattern "^concord/1$"
    of "the case file"
}
