//! The bare program that `concord build` is measured against: the same Typst text,
//! compiled and exported in process, with nothing read, checked or proved.
//!
//! ```text
//! concord build CASE --out out --document court-report --format typst
//! cargo run --profile quick --example bare -- out/NUMBER/court/court-report.typ bare.pdf
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use concord::assets::{AssetPath, Layered};
use concord::diagnostics::Diagnostic;
use concord::typesetting::{Job, Typesetter};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(source), Some(target)) = (arguments.next(), arguments.next()) else {
        return Err("name a Typst file and the PDF to write".into());
    };
    let assets = Layered::builtin();
    let job = Job {
        source: fs::read_to_string(source)?,
        files: theme(&assets).map_err(|finding| finding.short())?,
        identity: "bare".to_owned(),
    };
    let typesetter = Typesetter::new(&assets).map_err(|finding| finding.short())?;
    let typeset = typesetter.typeset(&job);
    let typeset = typeset.map_err(|troubles| format!("{troubles:?}"))?;
    fs::write(target, typeset.pdf)?;
    Ok(())
}

fn theme(assets: &Layered) -> Result<BTreeMap<String, Vec<u8>>, Diagnostic> {
    let mut files = BTreeMap::new();
    for path in assets.list(&AssetPath::new("templates/themes")?) {
        let below = path.as_str().trim_start_matches("templates/").to_owned();
        files.insert(below, assets.read(&path)?.bytes.into_owned());
    }
    Ok(files)
}
