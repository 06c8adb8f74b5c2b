//! `rights impact`: which families gain or lose what through a change of the catalogue.

use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, anyhow, bail};
use clap::{Args, ValueEnum};
use engine::{
    Explorer,
    catalogue::{Catalogue, Sources},
    screening::{Change, Changes, Family, compare},
};
use serde_json::{Value, json};

use crate::{
    failure::Failure,
    open,
    screen::{HEADING, TITLE},
};

/// Show which families gain or lose what through a change of the catalogue
#[derive(Args)]
#[command(after_help = "Examples:
  rights impact --base main
  rights impact --base origin/main --format markdown >> $GITHUB_STEP_SUMMARY")]
pub(crate) struct Arguments {
    /// The version in git to compare with
    #[arg(long, value_name = "REV")]
    base: String,
    /// The folder with family files
    #[arg(long, value_name = "DIR", default_value = "tests/families")]
    families: PathBuf,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people in a terminal
    Human,
    /// For a pull request
    Markdown,
    /// For programs
    Json,
}

/// A family for which something changes.
struct Affected {
    file: String,
    who: String,
    changes: Changes,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let new = open::explorer(folder)?;
    let sources = sources_at(folder, &arguments.base)?;
    let old = Catalogue::load(&sources).map_err(|faults| {
        anyhow!(
            "the catalogue of {} has {} errors itself, so nothing can be compared with it",
            arguments.base,
            faults.len()
        )
    })?;
    let old = Explorer::new(old)?;
    let (mut families, mut affected, mut unread) = (0, Vec::new(), Vec::new());
    for path in files(&arguments.families)? {
        let text = fs::read_to_string(&path).with_context(|| format!("can not read {}", path.display()))?;
        let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        families += 1;
        // A question or product that only one version has makes a family unreadable for the other.
        let read = |explorer: &Explorer| Family::read(explorer.catalogue(), &file, &text);
        match (read(&old), read(&new)) {
            (Ok(before), Ok(after)) => {
                let changes = compare(&old.screen(&before.profile()), &new.screen(&after.profile()));
                if !changes.is_empty() {
                    affected.push(Affected { file, who: after.who, changes });
                }
            }
            (Err(_), Ok(_)) => unread.push(format!("{file} (before)")),
            (_, Err(_)) => unread.push(file),
        }
    }
    let mut out = anstream::stdout().lock();
    match arguments.format {
        Format::Human => human(&affected, families, &unread, &mut out)?,
        Format::Markdown => markdown(&affected, families, &unread, &mut out)?,
        Format::Json => writeln!(out, "{:#}", as_json(&affected, families, &unread))?,
    }
    Ok(())
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("can not read the folder {} with family files", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The files of the catalogue as they were in a version, through `git archive`.
fn sources_at(folder: &Path, revision: &str) -> anyhow::Result<Sources> {
    if revision.starts_with('-') {
        bail!("`{revision}` is not a version: name a branch, a tag or a commit");
    }
    // The path of the folder within its repository.
    let prefix = git(folder, &["rev-parse", "--show-prefix"])?;
    let prefix = String::from_utf8_lossy(&prefix);
    let archive = git(folder, &["archive", "--format=tar", &format!("{revision}:{}", prefix.trim())])?;
    let mut sources = Sources::default();
    for entry in tar::Archive::new(archive.as_slice()).entries()? {
        let mut entry = entry?;
        let path = entry.path()?.to_string_lossy().into_owned();
        let hidden = path.split('/').any(|part| part.starts_with('.'));
        if path.ends_with(".toml") && !hidden {
            let mut text = String::new();
            entry.read_to_string(&mut text)?;
            sources.insert(path, text);
        }
    }
    Ok(sources)
}

fn git(folder: &Path, arguments: &[&str]) -> anyhow::Result<Vec<u8>> {
    let output = Command::new("git")
        .current_dir(folder)
        .args(arguments)
        .output()
        .context("git can not be run: install it, it holds the older versions")?;
    if !output.status.success() {
        bail!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}

fn human(
    affected: &[Affected],
    families: usize,
    unread: &[String],
    out: &mut impl Write,
) -> Result<(), Failure> {
    for Affected { file, who, changes } in affected {
        writeln!(out, "{TITLE}{who}{TITLE:#} ({file})")?;
        for (sign, changed) in [("+", &changes.gained), ("-", &changes.lost)] {
            for Change { id, was, is } in changed {
                writeln!(out, "  {sign} {id}: {was} → {is}")?;
            }
        }
    }
    writeln!(out, "{HEADING}{} of {families} families{HEADING:#} gain or lose something", affected.len())?;
    for file in unread {
        writeln!(out, "could not be compared: {file}")?;
    }
    Ok(())
}

fn markdown(
    affected: &[Affected],
    families: usize,
    unread: &[String],
    out: &mut impl Write,
) -> Result<(), Failure> {
    writeln!(out, "## Families\n\n{} of {families} gain or lose something.\n", affected.len())?;
    if !affected.is_empty() {
        writeln!(out, "| family | gains | loses |\n|---|---|---|")?;
    }
    let cell = |changed: &[Change]| {
        let one = |Change { id, was, is }: &Change| format!("`{id}` ({was} → {is})");
        changed.iter().map(one).collect::<Vec<_>>().join("<br>")
    };
    for Affected { who, changes, .. } in affected {
        writeln!(
            out,
            "| {} | {} | {} |",
            who.replace('|', "\\|"),
            cell(&changes.gained),
            cell(&changes.lost)
        )?;
    }
    for file in unread {
        writeln!(out, "\nCould not be compared: {file}")?;
    }
    Ok(())
}

fn as_json(affected: &[Affected], families: usize, unread: &[String]) -> Value {
    let list = |changed: &[Change]| -> Vec<Value> {
        changed.iter().map(|Change { id, was, is }| json!({ "id": id, "was": was, "is": is })).collect()
    };
    let affected: Vec<_> = affected
        .iter()
        .map(|Affected { file, who, changes }| {
            json!({ "file": file, "who": who, "gained": list(&changes.gained), "lost": list(&changes.lost) })
        })
        .collect();
    json!({ "families": families, "affected": affected, "not_compared": unread })
}
