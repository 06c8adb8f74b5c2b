//! A sheet in the forms people and programs want.

mod html;
mod markdown;
mod terminal;

use clap::ValueEnum;
use engine::screening::Sheet;

/// The form of a sheet.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Form {
    /// For the terminal
    Table,
    /// For notes and mails
    Markdown,
    /// A page to print
    Html,
    /// For programs
    Json,
    /// For a spreadsheet: every product, one a line
    Csv,
}

/// A sheet in a form; in the terminal it can explain the order.
pub(crate) fn render(sheet: &Sheet, form: Form, explain: bool) -> anyhow::Result<String> {
    Ok(match form {
        Form::Table => terminal::render(sheet, explain),
        Form::Markdown => markdown::render(sheet),
        Form::Html => html::render(sheet),
        Form::Json => serde_json::to_string_pretty(sheet)? + "\n",
        Form::Csv => sheet.csv(),
    })
}
