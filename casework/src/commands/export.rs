//! `rights export`: the whole catalogue for other programs.

use std::{io::Write, path::Path};

use clap::{Args, ValueEnum};
use engine::export::export;

use crate::{failure::Failure, open};

/// Write the whole catalogue for other programs
///
/// The fields are described in the documentation of `engine::export` and stay as they are within a version of the format.
#[derive(Args)]
#[command(after_help = "Examples:
  rights export --format json > catalogue.json
  rights export | jq '.products[] | select(.importance == 5) | .id'")]
pub(crate) struct Arguments {
    /// The form of the output
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object
    Json,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let catalogue = open::catalogue(folder)?;
    match arguments.format {
        Format::Json => {
            let json = serde_json::to_string_pretty(&export(&catalogue))?;
            writeln!(anstream::stdout().lock(), "{json}")?;
        }
    }
    Ok(())
}
