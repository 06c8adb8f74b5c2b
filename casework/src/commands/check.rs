//! `rights check`: what is wrong with the catalogue, and what could be better.

use std::{
    io::{IsTerminal, Write, stderr},
    path::Path,
    time::Duration,
};

use clap::{Args, ValueEnum};
use engine::{
    catalogue::{Catalogue, Sources},
    diagnostic::{Severity, render},
};
use indicatif::ProgressBar;

use crate::{failure::Failure, open};

/// Check the catalogue: exit code 1 if there are errors
#[derive(Args)]
#[command(after_help = "Examples:
  rights check
  rights check --format github      messages on the lines of a pull request
  rights check --format json        for other programs")]
pub(crate) struct Arguments {
    /// For whom the messages are
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people, with the lines in question
    Human,
    /// For GitHub, on the lines of a pull request
    Github,
    /// For programs
    Json,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let progress = if stderr().is_terminal() { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
    progress.enable_steady_tick(Duration::from_millis(100));
    progress.set_message("reading");
    let sources = Sources::read(folder)?;
    progress.set_message("checking");
    let loaded = Catalogue::load(&sources);
    progress.finish_and_clear();

    let faults = loaded.as_ref().err().map_or(&[][..], Vec::as_slice);
    let mut out = anstream::stdout().lock();
    match arguments.format {
        Format::Human => {
            open::show(faults, &sources, folder, &mut out)?;
            if let Ok(catalogue) = &loaded {
                writeln!(
                    out,
                    "{} products, {} organisations, {} themes",
                    catalogue.products.len(),
                    catalogue.organisations.len(),
                    catalogue.themes.len()
                )?;
            }
        }
        Format::Github => {
            write!(out, "{}", render::github::render(faults, &sources, &folder.to_string_lossy()))?;
        }
        Format::Json => writeln!(out, "{}", render::json::render(faults, &sources))?,
    }
    if faults.iter().any(|fault| fault.severity == Severity::Error) { Err(Failure::Shown) } else { Ok(()) }
}
