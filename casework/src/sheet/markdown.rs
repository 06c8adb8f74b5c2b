//! A sheet as Markdown, for notes and mails.

use std::fmt::Write;

use engine::screening::{Entry, Sheet};

pub(super) fn render(sheet: &Sheet) -> String {
    let words = &sheet.messages.screening;
    let mut text = format!("# {}\n", plain(&words.title(&sheet.who)));
    if sheet.top.is_empty() {
        let _ = writeln!(text, "\n{}", plain(&sheet.nothing));
    }
    part(&mut text, words.top, &sheet.top, |text, entry| whole(text, sheet, entry));
    if !sheet.rest.is_empty() {
        let _ = writeln!(text, "\n## {}", words.rest);
    }
    for section in &sheet.rest {
        let _ = writeln!(text, "\n### {}\n", plain(&section.name));
        section.entries.iter().for_each(|entry| line(&mut text, entry));
    }
    part(&mut text, words.everyone, &sheet.for_everyone, line);
    part(&mut text, words.have, &sheet.received, line);
    if !sheet.open_questions.is_empty() {
        let _ = writeln!(text, "\n## {}\n", words.open_questions);
        for question in &sheet.open_questions {
            let _ = writeln!(text, "- {} ({})", plain(&question.text), question.products);
        }
    }
    let _ = writeln!(text, "\n{}", words.printed);
    text
}

fn part(text: &mut String, title: &str, entries: &[Entry], mut each: impl FnMut(&mut String, &Entry)) {
    if entries.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n## {title}\n");
    for entry in entries {
        each(text, entry);
    }
}

fn line(text: &mut String, entry: &Entry) {
    let _ = writeln!(
        text,
        "- **{}**: {}. {}",
        plain(&entry.name),
        plain(&entry.reason),
        plain(&entry.whom_to_call())
    );
}

fn whole(text: &mut String, sheet: &Sheet, entry: &Entry) {
    let words = &sheet.messages.screening;
    let _ = writeln!(text, "### {}\n\n{}\n", plain(&entry.name), plain(&entry.summary));
    let _ = writeln!(text, "- {}", plain(&entry.reason));
    if !entry.asks.is_empty() {
        let _ = writeln!(text, "- {}", words.asks);
        for ask in &entry.asks {
            let _ = writeln!(text, "  - {}", plain(ask));
        }
    }
    if let Some(opens) = entry.opens_sentence(sheet.messages) {
        let _ = writeln!(text, "- {}", plain(&opens));
    }
    let _ = writeln!(text, "- {}", plain(&entry.whom_to_call()));
    if !entry.documents.is_empty() {
        let _ = writeln!(text, "- {}: {}", words.documents, plain(&entry.documents.join(", ")));
    }
    text.push('\n');
}

/// The text with the signs escaped that Markdown would take for marks.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '\\') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
