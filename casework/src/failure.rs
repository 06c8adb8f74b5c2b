//! How a command ends when it does not succeed.

use std::{io, process::ExitCode};

use anstyle::{AnsiColor, Style};

/// Why a command did not succeed.
pub(crate) enum Failure {
    /// The catalogue has errors, which have been shown.
    Shown,
    /// The reader of the output went away, as `head` does.
    ReaderGone,
    /// Anything else, to be shown.
    Other(anyhow::Error),
}

impl Failure {
    /// Tells what is the matter and gives the exit code: 1 for errors in the catalogue, 2 for a command that can
    /// not be carried out.
    pub(crate) fn report(self) -> ExitCode {
        match self {
            Self::Shown => ExitCode::from(1),
            Self::ReaderGone => ExitCode::SUCCESS,
            Self::Other(cause) => {
                let red = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
                anstream::eprintln!("{red}error{red:#}: {cause:#}");
                ExitCode::from(2)
            }
        }
    }
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        let error = error.into();
        match error.downcast_ref::<io::Error>() {
            Some(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Self::ReaderGone,
            _ => Self::Other(error),
        }
    }
}
