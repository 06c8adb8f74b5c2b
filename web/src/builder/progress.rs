//! Shows how far the build is: a spinner on a terminal, plain lines elsewhere.

use std::{
    io::{IsTerminal, stderr},
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// Shows the steps of the build.
pub(super) struct Progress {
    on_terminal: bool,
}

/// A step that is under way.
pub(super) struct Step {
    name: &'static str,
    spinner: ProgressBar,
}

impl Progress {
    pub(super) fn new() -> Self {
        Self { on_terminal: stderr().is_terminal() }
    }

    /// Begins a step.
    pub(super) fn step(&self, name: &'static str) -> Step {
        let spinner = if self.on_terminal { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        let style = ProgressStyle::with_template("{spinner} {msg:<12} {elapsed}");
        spinner.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        spinner.set_message(name);
        spinner.enable_steady_tick(Duration::from_millis(100));
        Step { name, spinner }
    }
}

/// Says something that stays.
pub(super) fn note(line: &str) {
    eprintln!("{line}");
}

impl Step {
    /// Ends a step with what came of it.
    pub(super) fn done(self, result: &str) {
        self.spinner.finish_and_clear();
        eprintln!("{:<12} {result}", self.name);
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        // A step that fails leaves the line to the error.
        self.spinner.finish_and_clear();
    }
}
