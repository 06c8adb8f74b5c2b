//! What is wrong with a catalogue file, as data: where it stands, what it is and how to mend it.
//!
//! A [`Diagnostic`] knows nothing of terminals or pull requests. The modules under [`render`] print it: for
//! people in a terminal, for GitHub on the line of the pull request, for programs as JSON.

pub mod render;
mod similar;

use std::{fmt, ops::Range};

use serde::Serialize;

pub use similar::did_you_mean;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The catalogue can not be used before this is mended.
    Error,
    /// The catalogue works, but people will be served worse.
    Warning,
    /// Good to know; nothing has to be done.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

/// A place in a file of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the catalogue folder, with `/` between folders.
    pub file: String,
    /// The bytes it is about. An empty range at 0 stands for the file as a whole.
    pub span: Range<usize>,
}

/// One thing that is wrong, or could be better, in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The rule it breaks, such as `unknown-key`; stable, for filters and help pages.
    pub rule: &'static str,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// A few words to stand under the excerpt; may be empty.
    pub label: String,
    /// How to mend it: what is allowed, what was probably meant.
    pub help: Option<String>,
    /// Another place that has to do with it, and why: the first of two entries with the same id.
    pub related: Option<(Place, String)>,
}

impl Diagnostic {
    /// An error of this rule in this place.
    pub fn error(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            rule,
            place,
            message: message.into(),
            label: String::new(),
            help: None,
            related: None,
        }
    }

    /// The same with these words under the excerpt.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same with this advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with a second place.
    #[must_use]
    pub fn related(mut self, place: Place, why: impl Into<String>) -> Self {
        self.related = Some((place, why.into()));
        self
    }
}

/// Puts diagnostics in the order in which people read them: by file, then by place, worst first in one place.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    fn key(diagnostic: &Diagnostic) -> (&str, usize, usize, Severity, &str, &str) {
        let Place { file, span } = &diagnostic.place;
        (file, span.start, span.end, diagnostic.severity, diagnostic.rule, &diagnostic.message)
    }
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
}

/// Line and column of a byte in a text, both counted from 1; columns are characters, as editors count them.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "nl = \"één\"\nfr = 1";
        assert_eq!(line_and_column(text, 0), (1, 1));
        assert_eq!(line_and_column(text, text.find("fr").unwrap()), (2, 1));
        assert_eq!(line_and_column(text, text.find('n').unwrap() + 8), (1, 8));
        assert_eq!(line_and_column(text, 9_999), (2, 7));
    }
}
