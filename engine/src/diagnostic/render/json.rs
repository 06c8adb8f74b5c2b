//! For programs: one JSON array, with lines and columns counted from 1.

use serde::Serialize;

use crate::{
    catalogue::Sources,
    diagnostic::{Diagnostic, Place, Severity, line_and_column},
};

/// A diagnostic as programs read it. The names of the fields are stable.
#[derive(Serialize)]
struct Entry<'a> {
    severity: Severity,
    rule: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    help: Option<&'a str>,
    related: Option<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

/// The diagnostics as a JSON array.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let at = |place: &Place, byte| line_and_column(sources.text(&place.file).unwrap_or_default(), byte);
    let entries: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| {
            let (line, column) = at(&diagnostic.place, diagnostic.place.span.start);
            let (end_line, end_column) = at(&diagnostic.place, diagnostic.place.span.end);
            Entry {
                severity: diagnostic.severity,
                rule: diagnostic.rule,
                file: &diagnostic.place.file,
                line,
                column,
                end_line,
                end_column,
                message: &diagnostic.message,
                help: diagnostic.help.as_deref(),
                related: diagnostic.related.as_ref().map(|(place, why)| {
                    let (line, column) = at(place, place.span.start);
                    Related { file: &place.file, line, column, message: why }
                }),
            }
        })
        .collect();
    serde_json::to_string_pretty(&entries).expect("strings and numbers are always JSON")
}
