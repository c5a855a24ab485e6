//! Rebuilds the crate when a template, a font or an explanation comes, goes or changes:
//! the macro that embeds the folders is told of changed files, but not of new ones.

fn main() {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=fonts");
    println!("cargo::rerun-if-changed=src/diagnostics/explain");
}
