//! Prints diagnostics, one module for each kind of reader.

pub mod github;
pub mod human;
pub mod json;

use super::{Diagnostic, Severity};

/// How many there are of each severity, in words: `2 errors, 1 warning`; `nothing to mend` if there are none.
pub fn count(diagnostics: &[Diagnostic]) -> String {
    let counts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter_map(|severity| {
            let count = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
            (count > 0).then(|| format!("{count} {severity}{}", if count == 1 { "" } else { "s" }))
        })
        .collect();
    if counts.is_empty() { "nothing to mend".to_owned() } else { counts.join(", ") }
}
