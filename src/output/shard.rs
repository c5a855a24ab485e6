//! One share of a run's cases, for machines that know nothing of each other. Which share a
//! case belongs to depends on its path alone: adding a case moves no other.

use std::fmt;
use std::str::FromStr;

use super::Digest;

/// One of several shares, as `--shard 2/3` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    index: u32,
    of: u32,
}

impl Shard {
    /// Whether a case belongs to it, by its path below the folder that was given.
    pub fn holds(&self, path: &str) -> bool {
        let digest = Digest::of(path.as_bytes());
        let number = digest
            .as_bytes()
            .first_chunk()
            .copied()
            .map(u64::from_be_bytes);
        number.unwrap_or_default() % u64::from(self.of) == u64::from(self.index - 1)
    }

    /// `2/3`, as it is asked for.
    pub fn asked(&self) -> String {
        format!("{}/{}", self.index, self.of)
    }

    /// Which it is, from 1.
    pub(super) fn index(&self) -> u32 {
        self.index
    }

    /// How many there are.
    pub(super) fn of(&self) -> u32 {
        self.of
    }

    /// The shard whose manifest has this name.
    pub(super) fn of_manifest(name: &str) -> Option<Self> {
        let number = name.strip_prefix("manifest-")?.strip_suffix(".json")?;
        let (index, of) = number.split_once("-of-")?;
        let shard: Shard = format!("{index}/{of}").parse().ok()?;
        (file_name(Some(shard), "manifest", ".json") == name).then_some(shard)
    }
}

/// A file beside the manifest: `manifest.json`, or of a shard `manifest-2-of-3.json`.
pub(super) fn file_name(shard: Option<Shard>, stem: &str, ending: &str) -> String {
    match shard {
        None => format!("{stem}{ending}"),
        Some(Shard { index, of }) => format!("{stem}-{index}-of-{of}{ending}"),
    }
}

/// `2 of 3`.
impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.index, self.of)
    }
}

impl FromStr for Shard {
    type Err = &'static str;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let number = |text: &str| text.parse::<u32>().ok().filter(|number| *number > 0);
        let numbers = written.split_once('/');
        let numbers = numbers.and_then(|(index, of)| Some((number(index)?, number(of)?)));
        match numbers {
            Some((index, of)) if index <= of => Ok(Shard { index, of }),
            _ => Err("say which shard, from 1, and of how many: `2/3`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shards(of: u32) -> impl Iterator<Item = Shard> {
        (1..=of).map(move |index| Shard { index, of })
    }

    #[test]
    fn a_case_belongs_to_one_shard_and_none_has_many_more_than_its_share() {
        let paths: Vec<String> = (0..3000).map(|case| format!("york/{case}.yaml")).collect();
        let of = |path: &str| shards(3).filter(|shard| shard.holds(path)).count();
        assert!(paths.iter().all(|path| of(path) == 1));
        for shard in shards(3) {
            let cases = paths.iter().filter(|path| shard.holds(path)).count();
            assert!((900..1100).contains(&cases), "{shard}: {cases}");
        }
    }

    /// What a shard holds is what other machines, and a later version, must agree to.
    #[test]
    fn where_a_case_belongs_stays_as_it_is() {
        let of = |path: &str| {
            shards(7)
                .find(|shard| shard.holds(path))
                .map(|one| one.index)
        };
        assert_eq!(of("york/case.yaml"), Some(6));
        assert_eq!(of("a.yaml"), Some(4));
    }

    #[test]
    fn a_shard_is_a_number_of_so_many() {
        let read = |text: &str| text.parse::<Shard>().map(|shard| shard.to_string());
        assert_eq!(read("2/3").as_deref(), Ok("2 of 3"));
        for wrong in ["0/3", "4/3", "2", "2/", "/3", "-1/3", "a/b", "1/0"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_manifest_of_a_shard_is_known_by_its_name() {
        let named = |name: &str| Shard::of_manifest(name).map(|shard| shard.to_string());
        assert_eq!(named("manifest-2-of-3.json").as_deref(), Some("2 of 3"));
        for wrong in [
            "manifest.json",
            "manifest-4-of-3.json",
            "manifest-02-of-3.json",
        ] {
            assert_eq!(named(wrong), None);
        }
    }
}
