//! A sheet as a page to print and hand out.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use engine::screening::{Entry, Sheet};

/// Black on white, large enough to read at a kitchen table; nothing is torn apart between two pages.
const STYLE: &str = "
body { font: 12pt/1.45 sans-serif; max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem; color: #111; background: #fff; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; border-bottom: 2px solid #111; margin-top: 1.6em; }
h3 { font-size: 1em; margin: 0; } article { break-inside: avoid; border: 1px solid #888; padding: .6rem .8rem; margin: .8rem 0; }
p, ul, ol { margin: .3rem 0; } .reason { font-style: italic; } .call { font-weight: bold; }
.lines li { margin: .25rem 0; } footer { margin-top: 2rem; border-top: 1px solid #888; padding-top: .5rem; }
@media print { body { margin: 0; max-width: none; } a { color: inherit; text-decoration: none; } }
";

pub(super) fn render(sheet: &Sheet) -> String {
    let words = &sheet.messages.screening;
    let title = words.title(&sheet.who);
    let page = html! {
        (DOCTYPE)
        html lang=(sheet.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                @if sheet.top.is_empty() { p { (sheet.nothing) } } @else {
                    h2 { (words.top) }
                    @for entry in &sheet.top { (card(sheet, entry)) }
                }
                @if !sheet.rest.is_empty() {
                    h2 { (words.rest) }
                    @for section in &sheet.rest { h3 { (section.name) } (lines(&section.entries)) }
                }
                (part(words.everyone, &sheet.for_everyone))
                (part(words.have, &sheet.received))
                @if !sheet.open_questions.is_empty() {
                    h2 { (words.open_questions) }
                    ul { @for question in &sheet.open_questions { li { (question.text) } } }
                }
                footer { p { (words.printed) } p { (sheet.messages.site.draft) } }
            }
        }
    };
    page.into_string() + "\n"
}

fn part(title: &str, entries: &[Entry]) -> Markup {
    html! { @if !entries.is_empty() { h2 { (title) } (lines(entries)) } }
}

fn lines(entries: &[Entry]) -> Markup {
    html! {
        ul.lines { @for entry in entries { li { strong { (entry.name) } ": " (entry.reason) ". " (entry.whom_to_call()) } } }
    }
}

fn card(sheet: &Sheet, entry: &Entry) -> Markup {
    let words = &sheet.messages.screening;
    html! {
        article {
            h3 { (entry.name) }
            p { (entry.summary) }
            p.reason { (entry.reason) }
            @if !entry.asks.is_empty() {
                p { (words.asks) }
                ul { @for ask in &entry.asks { li { (ask) } } }
            }
            @if !entry.steps.is_empty() { ol { @for step in &entry.steps { li { (step) } } } }
            p.call { (entry.whom_to_call()) }
            @if !entry.documents.is_empty() { p { (words.documents) ": " (entry.documents.join(", ")) } }
            @if let Some(opens) = entry.opens_sentence(sheet.messages) { p { (opens) } }
            @if let Some(url) = &entry.url { p { a href=(url) { (url) } } }
        }
    }
}
