//! What a package brings beside the program: pages and completions for every command, and every
//! file that `Cargo.toml` lists for it.

use std::path::Path;

use concord::cli::Exit;

use crate::support::concord;

/// The commands of the program, and those below `templates`.
fn commands(above: &[&str]) -> Vec<String> {
    let help = concord(&[above, &["--help"]].concat()).out;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = listed
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next());
    let names = names.filter(|name| *name != "help");
    names.map(str::to_owned).collect()
}

#[test]
fn every_command_has_a_page_of_its_own() {
    let (top, below) = (commands(&[]), commands(&["templates"]));
    assert!(top.len() >= 9 && below.len() >= 11, "{top:?} {below:?}");
    let below = below.iter().map(|name| vec!["templates", name]);
    let all = top.iter().map(|name| vec![name.as_str()]).chain(below);
    for command in all.chain([Vec::new()]) {
        let page = concord(&[&["manual"], &command[..]].concat());
        assert_eq!(page.exit, Exit::Done, "{}", page.err);
        let name = [&["concord"], &command[..]].concat().join("-");
        let title = format!(".TH {name} 1  \"concord {}\"", env!("CARGO_PKG_VERSION"));
        for said in [title.as_str(), ".SH DESCRIPTION", "Exit codes:"] {
            assert!(page.out.contains(said), "{said}: {}", page.out);
        }
    }
    assert_eq!(concord(&["manual", "bild"]).exit, Exit::Usage);
}

#[test]
fn four_shells_complete_the_commands_that_are_typed() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let completions = concord(&["completions", shell]);
        assert_eq!(completions.exit, Exit::Done);
        for word in ["verify", "takes-over", "large-print"] {
            assert!(
                completions.out.contains(word),
                "{shell} does not know {word}"
            );
        }
    }
    assert_eq!(concord(&["completions", "tcsh"]).exit, Exit::Usage);
}

#[test]
fn every_file_that_a_package_lists_is_there() {
    let manifest = std::fs::read_to_string("Cargo.toml").expect("the manifest of the crate");
    let (_, listed) = manifest
        .split_once("assets = [")
        .expect("a package has files");
    let (listed, _) = listed.split_once("\n]").expect("the list ends");
    let paths = listed.lines().filter_map(|line| line.split('"').nth(1));
    let paths: Vec<&str> = paths.filter(|path| !path.starts_with("target/")).collect();
    assert!(paths.len() > 10, "{paths:?}");
    for path in &paths {
        let path = path.rsplit_once('*').map_or(*path, |(before, _)| before);
        assert!(Path::new(path).exists(), "{path} is not there");
    }
    for folder in std::fs::read_dir("fonts").expect("the fonts") {
        let folder = folder.expect("a folder").path();
        let licence = format!("{}/OFL.txt", folder.display());
        assert!(
            !folder.is_dir() || paths.contains(&&*licence),
            "{licence} is not listed"
        );
    }
}
