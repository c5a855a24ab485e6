//! Rebuilds the crate when a template or a font comes, goes or changes: the macro
//! that embeds the two folders is told of changed files, but not of new ones.

fn main() {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=fonts");
}
