//! `rights links`: which addresses in the catalogue do not work any more.

use std::{
    io::{IsTerminal, stderr},
    path::Path,
};

use clap::Args;
use engine::catalogue::Sources;
use indicatif::{ProgressBar, ProgressStyle};

use super::check::{Format, report};
use crate::{
    failure::Failure,
    links::{self, Manners},
    open,
};

/// Follow the links in the catalogue: exit code 1 if one is dead
///
/// Asks one site one thing at a time, with a pause, and tries again where a site is busy. It needs the internet, so it is
/// for editors and not part of the tests.
#[derive(Args)]
#[command(after_help = "Examples:
  rights links
  rights links --sources            also the pages that the facts rest on
  rights links --format json")]
pub(crate) struct Arguments {
    /// Also follow the pages that the facts rest on
    #[arg(long)]
    sources: bool,
    /// For whom the messages are
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let catalogue = open::catalogue(folder)?;
    let sources = Sources::read(folder)?;
    let links = links::collect(&catalogue, &sources, arguments.sources);
    let progress = if stderr().is_terminal() {
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} links, {eta} left  {msg}")?;
        ProgressBar::new(links.len() as u64).with_style(style)
    } else {
        ProgressBar::hidden()
    };
    let found = links::follow(&links, &Manners::default(), |link| {
        progress.set_message(link.site().to_owned());
        progress.inc(1);
    });
    progress.finish_and_clear();
    report(&found, &sources, folder, arguments.format, &mut anstream::stdout().lock())
}
