//! Text on a terminal: styles, and lines that are not too long to read.

use anstyle::{AnsiColor, Style};

/// Names of products.
pub(crate) const TITLE: Style = Style::new().bold();
/// What stands beside the thing itself: ids, reasons.
pub(crate) const ASIDE: Style = Style::new().dimmed();
/// Headings.
pub(crate) const HEADING: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Cyan))).bold();

/// Numbers to call at once.
pub(crate) const ALARM: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red))).bold();

/// The longest line for reading.
const WIDTH: usize = 96;

/// The text in lines of readable length, each beginning with this indent.
pub(crate) fn wrap(text: &str, indent: &str) -> String {
    textwrap::fill(text, textwrap::Options::new(WIDTH).initial_indent(indent).subsequent_indent(indent))
}
