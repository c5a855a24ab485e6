//! Slips of the hand: every path of every template is deleted and misspelt in turn,
//! and the checker has to notice.
//!
//! To delete a path is to leave its tag without it, as a slip of the hand does. A whole
//! tag that is gone is another matter: no schema can tell that a document once said
//! more. It is noticed where the field is printed nowhere else, by the list of what is
//! not printed; that is held by the second test.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;
use std::thread;

use concord::diagnostics::Diagnostic;
use concord::language::Locale;

use super::paths::{paths, tags};
use super::{OUTLINE, Sample, Texts, english, fixtures, shipped, stem};

/// What the checker says of a pack; `None` where Handlebars cannot even read it.
struct Verdict {
    findings: BTreeSet<String>,
    unprinted: Vec<String>,
}

fn verdict(sample: &Sample, locale: &Arc<Locale>) -> Option<Verdict> {
    let checked = sample.checked(locale).ok()?;
    let told = |finding: &Diagnostic| {
        let file = finding.place.as_ref().map_or("", |place| place.file.name());
        format!("{file}: {}: {}", finding.code.id, finding.message)
    };
    let findings = checked.findings.iter().map(told).collect();
    Some(Verdict {
        findings,
        unprinted: checked.unprinted,
    })
}

/// One slip: a stretch of a file, and what takes its place.
struct Slip {
    file: String,
    range: Range<usize>,
    by: String,
}

impl Slip {
    fn made_in(&self, sample: &Sample) -> Sample {
        let mut texts = sample.texts.clone();
        let text = texts
            .get_mut(&self.file)
            .expect("the slip is made in a file of the pack");
        text.replace_range(self.range.clone(), &self.by);
        let (name, own, schema) = (&sample.name, &sample.own, &sample.schema);
        Sample {
            name: name.clone(),
            texts,
            own: own.clone(),
            schema: schema.clone(),
        }
    }

    fn told(&self, sample: &Sample) -> String {
        let was = &sample.texts[&self.file][self.range.clone()];
        format!(
            "{}/{}: `{was}` became `{}`",
            sample.name, self.file, self.by
        )
    }
}

/// Every path of these files, once deleted and `each` times misspelt.
fn slips(texts: &Texts, each: usize) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (file, text) in texts {
        for (number, range) in paths(text).into_iter().enumerate() {
            let ways = misspelt(&text[range.clone()]);
            let first = number % ways.len();
            let some = ways
                .into_iter()
                .cycle()
                .skip(first)
                .take(each)
                .chain([String::new()]);
            slips.extend(some.map(|by| Slip {
                file: file.clone(),
                range: range.clone(),
                by,
            }));
        }
    }
    slips
}

/// The slips that none of these packs notices.
fn survivors<'s>(samples: &[Sample], slips: &'s [Slip]) -> Vec<&'s Slip> {
    let locale = english();
    let sound: Vec<_> = samples
        .iter()
        .map(|sample| verdict(sample, &locale))
        .collect();
    let survives = |slip: &&Slip| {
        samples.iter().zip(&sound).all(|(sample, sound)| {
            let sound = sound.as_ref().expect("Handlebars can read the pack");
            verdict(&slip.made_in(sample), &locale)
                .is_some_and(|changed| changed.findings.is_subset(&sound.findings))
        })
    };
    let share = slips
        .len()
        .div_ceil(thread::available_parallelism().map_or(1, usize::from))
        .max(1);
    thread::scope(|scope| {
        let shares = slips.chunks(share);
        let threads: Vec<_> = shares
            .map(|share| scope.spawn(move || share.iter().filter(survives).collect::<Vec<_>>()))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().expect("no slip panics"))
            .collect()
    })
}

/// Holds the score at the 99 of 100 that the project promises, and tells it.
fn score(tried: usize, survivors: &[String], least: usize) -> String {
    let caught = tried - survivors.len();
    let told = format!(
        "{caught} of {tried} slips caught; not caught:\n{}",
        survivors.join("\n")
    );
    assert!(tried >= least, "only {tried} slips were tried");
    assert!(caught * 100 >= tried * 99, "{told}");
    told
}

#[test]
fn slips_in_small_packs_are_caught() {
    let (mut tried, mut survived) = (0, Vec::new());
    for sample in fixtures("valid") {
        let slips = slips(&sample.texts, 3);
        tried += slips.len();
        let survivors = survivors(std::slice::from_ref(&sample), &slips);
        survived.extend(survivors.iter().map(|slip| slip.told(&sample)));
    }
    println!("{}", score(tried, &survived, 300));
}

#[test]
fn slips_in_shipped_packs_are_caught() {
    let samples = shipped();
    let is_own = |sample: &Sample, file: &str| file == OUTLINE || sample.own.contains(&stem(file));
    let (mut tried, mut survived) = (0, Vec::new());
    let mut hunt = |judges: &[Sample], texts: Texts| {
        let slips = slips(&texts, 1);
        tried += slips.len();
        survived.extend(
            survivors(judges, &slips)
                .iter()
                .map(|slip| slip.told(&judges[0])),
        );
    };
    for sample in &samples {
        let mut own = sample.texts.clone();
        own.retain(|file, _| is_own(sample, file));
        hunt(std::slice::from_ref(sample), own);
    }
    // A slip in a shared partial is caught when any document notices it.
    let mut shared = samples[0].texts.clone();
    shared.retain(|file, _| !is_own(&samples[0], file));
    hunt(&samples, shared);
    println!("{}", score(tried, &survived, 300));
}

#[test]
fn a_field_that_is_no_longer_printed_is_listed() {
    let locale = english();
    let mut listed = 0;
    for sample in fixtures("valid") {
        let before = verdict(&sample, &locale).expect("Handlebars can read the pack");
        for (file, text) in &sample.texts {
            let printing = |tag: &Range<usize>| !text[tag.start + 2..].starts_with(['#', '/', '>']);
            for range in tags(text).into_iter().filter(printing) {
                let tag = &text[range.clone()];
                let gone = Slip {
                    file: file.clone(),
                    range,
                    by: String::new(),
                };
                let after = verdict(&gone.made_in(&sample), &locale);
                let missed = after.is_none_or(|after| {
                    after.unprinted != before.unprinted || after.findings != before.findings
                });
                listed += usize::from(missed);
                let only = is_only_print(&sample.texts, tag);
                assert!(
                    missed || !only,
                    "{}/{file}: nobody misses {tag}",
                    sample.name
                );
            }
        }
    }
    assert!(listed > 10, "only {listed} tags were missed");
}

/// Whether a tag names a field whose name stands in no other tag of the pack.
fn is_only_print(texts: &Texts, tag: &str) -> bool {
    paths(tag).into_iter().any(|path| {
        let name = tag[path]
            .rsplit(['.', '/'])
            .next()
            .unwrap_or_default()
            .to_owned();
        let all = texts
            .values()
            .flat_map(|text| tags(text).into_iter().map(move |tag| &text[tag]));
        !name.starts_with('@')
            && name != "this"
            && all.filter(|tag| tag.contains(&name)).count() == 1
    })
}

/// Each name of a path with its last letter lost, its first two swapped, and one doubled.
fn misspelt(path: &str) -> Vec<String> {
    let mut slips = Vec::new();
    let names = path.split(['.', '/', '@']).filter(|name| !name.is_empty());
    for name in names {
        let start = name.as_ptr() as usize - path.as_ptr() as usize;
        let (before, after) = (&path[..start], &path[start + name.len()..]);
        let letters: Vec<char> = name.chars().collect();
        let (mut swapped, mut doubled) = (letters.clone(), letters.clone());
        swapped.swap(0, 1);
        doubled.insert(letters.len() / 2, letters[letters.len() / 2]);
        for slip in [&letters[..letters.len() - 1], &swapped, &doubled] {
            let slip: String = slip.iter().collect();
            if slip != name {
                slips.push(format!("{before}{slip}{after}"));
            }
        }
    }
    slips
}
