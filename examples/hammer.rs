//! Renders hostile values through every shape of template, a million times before a
//! release: `cargo run --profile quick --example hammer -- 1000000 [SEED]`.
//!
//! Ends with a failure when one value changed a document, was refused for what it
//! was, or did not read back.

#[path = "../tests/suite/escape/hostile.rs"]
mod hostile;
#[path = "../tests/suite/escape/shapes.rs"]
mod shapes;
#[path = "../tests/suite/escape/trial.rs"]
mod trial;

use std::process::ExitCode;

const ENGLISH: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/templates/locales/en.yaml"
));

#[expect(clippy::print_stdout, reason = "an example talks to whoever runs it")]
fn main() -> ExitCode {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|argument| argument.parse::<usize>());
    let (Some(Ok(renders)), seed) = (numbers.next(), numbers.next()) else {
        println!("usage: hammer RENDERS [SEED]");
        return ExitCode::from(2);
    };
    let seed = seed.and_then(Result::ok).unwrap_or(1) as u64;
    let tally = trial::run(&trial::packs(ENGLISH), renders, seed);
    println!(
        "{} renders, {} values read back, {} refused, {} restructured, {} misread",
        tally.renders,
        tally.values,
        tally.refused.len(),
        tally.restructured.len(),
        tally.misread.len()
    );
    let faults = tally
        .unfit
        .iter()
        .chain(&tally.refused)
        .chain(&tally.restructured)
        .chain(&tally.misread);
    let shown = faults.take(10).inspect(|view| println!("{view}")).count();
    if shown == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
