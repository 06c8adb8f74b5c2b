//! For GitHub: workflow commands that put each message on its line of the pull request.
//!
//! The form is that of [GitHub's workflow commands][commands].
//!
//! [commands]: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands

use std::fmt::Write;

use crate::{
    catalogue::Sources,
    diagnostic::{Diagnostic, Severity, line_and_column},
};

/// One line for each diagnostic. Paths are given below `root`, the catalogue folder as seen from the repository.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, root: &str) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let place = &diagnostic.place;
        let text = sources.text(&place.file).unwrap_or_default();
        let (line, column) = line_and_column(text, place.span.start);
        let (end_line, end_column) = line_and_column(text, place.span.end);
        let file = if root.is_empty() { place.file.clone() } else { format!("{root}/{}", place.file) };
        // Columns are only understood within one line.
        let to = if end_line == line { format!(",endColumn={end_column}") } else { String::new() };
        let message = match &diagnostic.help {
            Some(help) => format!("{}\n{help}", diagnostic.message),
            None => diagnostic.message.clone(),
        };
        let _ = writeln!(
            lines,
            "::{command} file={},line={line},endLine={end_line},col={column}{to},title={}::{}",
            property(&file),
            property(diagnostic.rule),
            data(&message),
        );
    }
    lines
}

/// Escapes the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
