//! `rights check`: what is wrong with the catalogue, what could be better, and what is in it.

use std::{
    io::{IsTerminal, Write, stderr},
    path::Path,
    time::Duration,
};

use clap::{Args, ValueEnum};
use engine::{
    catalogue::{Catalogue, Sources},
    checks::{self, RULES},
    diagnostic::{Diagnostic, Severity, did_you_mean, render},
};
use indicatif::ProgressBar;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{counts, failure::Failure, open};

/// Check the catalogue: exit code 1 if there are errors
#[derive(Args)]
#[command(after_help = "Examples:
  rights check
  rights check --notes              also what is only good to know
  rights check --explain amount     what a rule asks, and why
  rights check --format github      messages on the lines of a pull request
  rights check --format json        for other programs")]
pub(crate) struct Arguments {
    /// For whom the messages are
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Also show what is only good to know
    #[arg(long)]
    notes: bool,
    /// Say what a rule asks, and why
    #[arg(long, value_name = "RULE")]
    explain: Option<String>,
}

/// For whom messages are.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, with the lines in question
    Human,
    /// For GitHub, on the lines of a pull request
    Github,
    /// For programs
    Json,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    if let Some(name) = &arguments.explain {
        return explain(name, &mut out);
    }
    let progress = if stderr().is_terminal() { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
    progress.enable_steady_tick(Duration::from_millis(100));
    progress.set_message("reading");
    let sources = Sources::read(folder)?;
    progress.set_message("checking");
    let loaded = Catalogue::load(&sources);
    let mut found = match &loaded {
        Ok(catalogue) => checks::check(catalogue, &sources, today()),
        Err(faults) => faults.clone(),
    };
    progress.finish_and_clear();

    let all = found.len();
    if !arguments.notes {
        found.retain(|diagnostic| diagnostic.severity != Severity::Note);
    }
    let result = report(&found, &sources, folder, arguments.format, &mut out);
    if arguments.format == Format::Human {
        if all > found.len() {
            writeln!(out, "{} notes are not shown; see them with --notes", all - found.len())?;
        }
        if let Ok(catalogue) = &loaded {
            write!(out, "\n{}", counts::of(catalogue))?;
        }
    }
    result
}

/// Shows what was found; a failure if there are errors among it.
pub(crate) fn report(
    found: &[Diagnostic],
    sources: &Sources,
    folder: &Path,
    format: Format,
    out: &mut impl Write,
) -> Result<(), Failure> {
    match format {
        Format::Human => open::show(found, sources, folder, out)?,
        Format::Github => {
            write!(out, "{}", render::github::render(found, sources, &folder.to_string_lossy()))?;
        }
        Format::Json => writeln!(out, "{}", render::json::render(found, sources))?,
    }
    if found.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        Err(Failure::Shown)
    } else {
        Ok(())
    }
}

fn explain(name: &str, out: &mut impl Write) -> Result<(), Failure> {
    let Some(rule) = RULES.iter().find(|rule| rule.name == name) else {
        let names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        let hint = did_you_mean(name, names.iter().copied())
            .map_or_else(String::new, |meant| format!("did you mean `{meant}`? "));
        return Err(
            anyhow::anyhow!("there is no rule `{name}`; {hint}the rules are: {}", names.join(", ")).into()
        );
    };
    writeln!(out, "{} ({})\n", rule.name, rule.severity)?;
    for line in rule.explanation.lines() {
        writeln!(out, "{}", line.trim())?;
    }
    Ok(())
}

/// The day on which the check is run.
pub(crate) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}
