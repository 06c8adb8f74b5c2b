//! `rights generate`: writes what is made from the code and the catalogue.

use std::{fs, io::Write, path::Path};

use anyhow::Context;
use clap::Args;

use crate::{failure::Failure, generated, open};

/// Write the files that are made from the code and the catalogue
///
/// These are the JSON Schemas in `.schemas`, the page of rules RULES.md, and CODEOWNERS for GitHub.
#[derive(Args)]
#[command(after_help = "Examples:
  rights generate
  rights generate --check     change nothing; exit code 1 if a file is not as it would be made now")]
pub(crate) struct Arguments {
    /// Only say which files are out of date
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let catalogue = open::catalogue(folder)?;
    let mut out = anstream::stdout().lock();
    let mut stale = 0;
    for file in generated::files(folder, &catalogue) {
        if fs::read_to_string(&file.path).is_ok_and(|text| text == file.text) {
            continue;
        }
        stale += 1;
        let path = file.path.display();
        if arguments.check {
            writeln!(out, "out of date: {path}")?;
            continue;
        }
        if let Some(folder) = file.path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("can not make {}", folder.display()))?;
        }
        fs::write(&file.path, &file.text).with_context(|| format!("can not write {path}"))?;
        writeln!(out, "written: {path}")?;
    }
    if stale == 0 {
        writeln!(out, "all generated files are up to date")?;
    } else if arguments.check {
        writeln!(out, "write them again with `rights generate`")?;
        return Err(Failure::Shown);
    }
    Ok(())
}
