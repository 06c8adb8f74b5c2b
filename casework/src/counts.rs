//! How much there is of what in a catalogue.

use std::{collections::BTreeMap, fmt::Write};

use engine::catalogue::{Catalogue, Product};

/// The counts as lines: by category, kind, level and language, and how far conditions can be tested by questions.
pub(crate) fn of(catalogue: &Catalogue) -> String {
    let mut lines = String::new();
    let mut line = |title: &str, counts: String| {
        let _ = writeln!(lines, "{title:<14} {counts}");
    };
    line("products", catalogue.products.len().to_string());
    line("organisations", catalogue.organisations.len().to_string());
    line("themes", catalogue.themes.len().to_string());
    line("questions", catalogue.profile.questions.len().to_string());
    line("circumstances", catalogue.profile.circumstances.len().to_string());
    line("by category", counted(catalogue, |product| vec![product.category.to_string()]));
    line("by kind", counted(catalogue, |product| vec![product.kind.to_string()]));
    line("by level", counted(catalogue, |product| vec![product.level.to_string()]));
    line(
        "by language",
        counted(catalogue, |product| {
            product.summary.iter().map(|(language, _)| language.to_string()).collect()
        }),
    );
    line("conditions", counted(catalogue, |product| vec![testable(product).to_owned()]));
    lines
}

/// How many products there are of each kind, the most first.
fn counted(catalogue: &Catalogue, kinds: impl Fn(&Product) -> Vec<String>) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for kind in catalogue.products.iter().flat_map(kinds) {
        *counts.entry(kind).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), kind.clone()));
    counts.into_iter().map(|(kind, count)| format!("{kind} {count}")).collect::<Vec<_>>().join(", ")
}

/// How far questions can test whether a product is for a family.
fn testable(product: &Product) -> &'static str {
    let Some(audience) = &product.audience else { return "for everyone" };
    let tested = !(audience.all.is_empty() && audience.any.is_empty() && audience.not.is_empty());
    match (tested, audience.ask.is_empty()) {
        (true, true) => "fully testable",
        (true, false) => "partly testable",
        (false, _) => "not testable",
    }
}
