//! `rights screen`: what may be for a family, and why.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::anyhow;
use clap::Args;
use engine::{
    Explorer,
    catalogue::Language,
    messages,
    screening::{Change, Family, Sheet, compare},
};

use crate::{
    failure::Failure,
    family_file, open,
    screen::{HEADING, TITLE},
    sheet::{self, Form},
};

/// Screen a family: what may be for them, and why
#[derive(Args)]
#[command(after_help = "Examples:
  rights screen family.toml
  rights screen family.toml --format html --lang fr > hand-out.html
  rights screen family.toml --explain         what the order rests on
  rights screen --compare before.toml now.toml

A family file holds `who`, `needs` (themes) and the table `[answers]`; `rights interview` writes one. A file that the
rights check on the site has saved (JSON) is read too.")]
pub(crate) struct Arguments {
    /// The family file; with --compare two of them, the older first
    #[arg(required = true, num_args = 1..=2, value_name = "FAMILY")]
    files: Vec<PathBuf>,
    /// Show what the family gained and lost between two files
    #[arg(long)]
    compare: bool,
    /// The form of the sheet
    #[arg(long, value_enum, default_value_t = Form::Table)]
    format: Form,
    /// The language of the sheet; the first of the catalogue if left out
    #[arg(long)]
    lang: Option<String>,
    /// Show what the place of each product rests on
    #[arg(long)]
    explain: bool,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let explorer = open::explorer(folder)?;
    let language = open::language(explorer.catalogue(), arguments.lang.as_deref())?;
    let read = |path: &PathBuf| family_file::read(explorer.catalogue(), path);
    match (&arguments.files[..], arguments.compare) {
        ([file], false) => {
            let family = read(file)?;
            let screening = explorer.screen(&family.profile());
            let sheet = Sheet::new(explorer.screener(), &screening, &family.who, language);
            let text = sheet::render(&sheet, arguments.format, arguments.explain)?;
            write!(anstream::stdout().lock(), "{text}")?;
            Ok(())
        }
        ([old, new], true) => differences(&explorer, &read(old)?, &read(new)?, language),
        ([_], true) => Err(anyhow!("--compare needs two files: the older first").into()),
        _ => Err(anyhow!("one file at a time; to see what changed between two, add --compare").into()),
    }
}

fn differences(explorer: &Explorer, old: &Family, new: &Family, language: Language) -> Result<(), Failure> {
    let screen = |family: &Family| explorer.screen(&family.profile());
    let (before, after) = (screen(old), screen(new));
    let changes = compare(&before, &after);
    let words = &messages::of(language).screening;
    let mut out = anstream::stdout().lock();
    writeln!(out, "{TITLE}{}{TITLE:#}", words.title(&new.who))?;
    if changes.is_empty() {
        writeln!(out, "{}", words.unchanged)?;
    }
    for (title, changed) in [(words.gained, &changes.gained), (words.lost, &changes.lost)] {
        if changed.is_empty() {
            continue;
        }
        writeln!(out, "\n{HEADING}{title}{HEADING:#}")?;
        for Change { id, was, is } in changed {
            let Some(found) = after.of(id) else { continue };
            writeln!(out, "  {TITLE}{}{TITLE:#} ({was} → {is})", found.product.name.text(language))?;
            writeln!(out, "      {}", after.why(found).sentence(language))?;
        }
    }
    Ok(())
}
