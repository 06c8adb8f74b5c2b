//! A sheet for the terminal.

use std::fmt::Write;

use crate::screen::{ASIDE, HEADING, TITLE, wrap};
use engine::screening::{Entry, Sheet};

pub(super) fn render(sheet: &Sheet, explain: bool) -> String {
    let words = &sheet.messages.screening;
    let mut text = format!("{TITLE}{}{TITLE:#}\n", words.title(&sheet.who));
    if sheet.top.is_empty() {
        let _ = writeln!(text, "\n{}", wrap(&sheet.nothing, ""));
    } else {
        heading(&mut text, words.top, sheet.top.len());
    }
    for (place, entry) in sheet.top.iter().enumerate() {
        let Entry { name, id, .. } = entry;
        let _ = writeln!(text, "{:>2}. {TITLE}{name}{TITLE:#} {ASIDE}{id}{ASIDE:#}", place + 1);
        let mut line = |line: &str| {
            let _ = writeln!(text, "{}", wrap(line, "    "));
        };
        line(&entry.summary);
        line(&entry.reason);
        if !entry.asks.is_empty() {
            line(words.asks);
            entry.asks.iter().for_each(|ask| line(&format!("- {ask}")));
        }
        if let Some(opens) = entry.opens_sentence(sheet.messages) {
            line(&opens);
        }
        line(&format!("→ {}", entry.whom_to_call()));
        if !entry.documents.is_empty() {
            line(&format!("{}: {}", words.documents, entry.documents.join(", ")));
        }
        if explain {
            let _ = writeln!(text, "    {ASIDE}{}{ASIDE:#}", parts(entry));
        }
    }
    if !sheet.rest.is_empty() {
        heading(&mut text, words.rest, sheet.rest.iter().map(|section| section.entries.len()).sum());
    }
    for section in &sheet.rest {
        let _ = writeln!(text, "  {HEADING}{}{HEADING:#}", section.name);
        section.entries.iter().for_each(|entry| line(&mut text, entry, explain));
    }
    for (title, entries) in [(words.everyone, &sheet.for_everyone), (words.have, &sheet.received)] {
        if !entries.is_empty() {
            heading(&mut text, title, entries.len());
            for entry in entries {
                line(&mut text, entry, explain);
            }
        }
    }
    if !sheet.open_questions.is_empty() {
        heading(&mut text, words.open_questions, sheet.open_questions.len());
        for question in &sheet.open_questions {
            let _ = writeln!(
                text,
                "  {:>3}  {} {ASIDE}{}{ASIDE:#}",
                question.products, question.text, question.id
            );
        }
    }
    let _ = writeln!(text, "\n{ASIDE}{}: {}{ASIDE:#}", words.not_for, sheet.not_for_you.len());
    let _ = writeln!(text, "{ASIDE}{}{ASIDE:#}", words.printed);
    text
}

fn heading(text: &mut String, title: &str, count: usize) {
    let _ = writeln!(text, "\n{HEADING}{title}{HEADING:#} {ASIDE}{count}{ASIDE:#}");
}

fn line(text: &mut String, entry: &Entry, explain: bool) {
    let _ = writeln!(text, "  {TITLE}{}{TITLE:#} {ASIDE}{}{ASIDE:#}", entry.name, entry.id);
    let _ = writeln!(text, "{}", wrap(&entry.reason, "      "));
    if explain {
        let _ = writeln!(text, "      {ASIDE}{}{ASIDE:#}", parts(entry));
    }
}

/// What the place of an entry rests on.
fn parts(entry: &Entry) -> String {
    let merit = &entry.merit;
    format!(
        "score {:.3}: importance {:.1}, specificity {:.2}, urgency {:.0}, need {:.2}, told {:.2}, fit {:.2}, centrality {:.1}, opens {:.2}, ease {:.1}, likelihood {:.2}",
        entry.score,
        merit.importance,
        merit.specificity,
        merit.urgency,
        merit.need,
        merit.told,
        merit.fit,
        merit.centrality,
        merit.opens,
        merit.ease,
        merit.likelihood
    )
}
