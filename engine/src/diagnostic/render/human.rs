//! For people: the excerpt with the place marked, and the advice under it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::{
    catalogue::Sources,
    diagnostic::{Diagnostic, Place, Severity},
};

/// Whether the reader's terminal shows colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// With the usual codes for colours.
    On,
    /// Letters only.
    Off,
}

/// The diagnostics as text, an empty line between them. Paths are shown below `root`, the catalogue folder.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, root: &str, colour: Colour) -> String {
    let renderer = match colour {
        Colour::On => Renderer::styled(),
        Colour::Off => Renderer::plain(),
    };
    diagnostics.iter().map(|diagnostic| one(diagnostic, sources, root, &renderer) + "\n\n").collect()
}

fn one(diagnostic: &Diagnostic, sources: &Sources, root: &str, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.rule);
    let mut group = located(Group::with_title(title), &diagnostic.place, &diagnostic.label, sources, root);
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    let mut report = vec![group];
    if let Some((place, why)) = &diagnostic.related {
        let related = Group::with_title(Level::NOTE.secondary_title(why));
        report.push(located(related, place, "", sources, root));
    }
    renderer.render(&report)
}

/// Adds the excerpt, or only the path for a place that is a file as a whole.
fn located<'a>(
    group: Group<'a>,
    place: &Place,
    label: &'a str,
    sources: &'a Sources,
    root: &str,
) -> Group<'a> {
    let path = if root.is_empty() { place.file.clone() } else { format!("{root}/{}", place.file) };
    match sources.text(&place.file) {
        Some(text) if !place.span.is_empty() => {
            let span = place.span.start.min(text.len())..place.span.end.min(text.len());
            let annotation = AnnotationKind::Primary.span(first_line(text, span));
            let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
            group.element(Snippet::source(text).path(path).annotation(annotation))
        }
        _ => group.element(Origin::path(path).line(1).char_column(1)),
    }
}

/// The part of the span on its first line: a long list is shown by its beginning.
fn first_line(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let end = text[span.clone()].find('\n').map_or(span.end, |newline| span.start + newline);
    span.start..end.max(span.start)
}
