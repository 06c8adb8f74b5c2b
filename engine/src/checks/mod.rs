//! Checks that keep a catalogue good: what loads may still serve people badly.
//!
//! One rule, one file. The comment on a rule is its help page: [`RULES`] lists them all, and `rights check --explain RULE`
//! prints one.

/// Writes a rule: its comment becomes its help page.
macro_rules! rule {
    ($(#[doc = $line:literal])* $name:literal, $severity:ident, $check:ident) => {
        $(#[doc = $line])*
        pub(super) const RULE: super::Rule = super::Rule {
            name: $name,
            severity: crate::diagnostic::Severity::$severity,
            explanation: concat!($($line, "\n"),*),
            check: $check,
        };
    };
}

mod amount;
mod hard_to_read;
mod idle_word;
mod long_summary;
mod missing_translation;
mod not_confirmed;
mod phrase_is_name;
mod review_overdue;
mod shared_phrase;
mod theme_without_products;
mod unreached_product;
mod unused_circumstance;
mod unused_question;

use jiff::civil::Date;

use crate::{
    catalogue::{Catalogue, Language, Product, Sources},
    diagnostic::{self, Diagnostic, Place, Severity},
};

/// A rule that a catalogue should keep.
pub struct Rule {
    /// Its name, as it stands in messages.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it asks, why, and what to do: the help page for editors.
    pub explanation: &'static str,
    check: fn(&mut Checker<'_>),
}

/// Every rule, in alphabetical order.
pub const RULES: &[Rule] = &[
    amount::RULE,
    hard_to_read::RULE,
    idle_word::RULE,
    long_summary::RULE,
    missing_translation::RULE,
    not_confirmed::RULE,
    phrase_is_name::RULE,
    review_overdue::RULE,
    shared_phrase::RULE,
    theme_without_products::RULE,
    unreached_product::RULE,
    unused_circumstance::RULE,
    unused_question::RULE,
];

/// Checks a catalogue that has loaded, as of this day, and gives what was found in the order of the files.
pub fn check(catalogue: &Catalogue, sources: &Sources, today: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        let mut checker = Checker { catalogue, sources, today, rule, found: Vec::new() };
        (rule.check)(&mut checker);
        found.append(&mut checker.found);
    }
    diagnostic::sort(&mut found);
    found
}

/// What a rule looks at, and where it puts what it finds.
struct Checker<'a> {
    catalogue: &'a Catalogue,
    sources: &'a Sources,
    today: Date,
    rule: &'a Rule,
    found: Vec<Diagnostic>,
}

impl Checker<'_> {
    /// Reports the value of one key of a file, whatever signs are in the key.
    fn report_key(&mut self, file: &str, key: &str, message: impl Into<String>, help: impl Into<String>) {
        let place = self.sources.place_of_key(file, key);
        self.report_at(place, message, help);
    }

    /// Reports the value to which these keys lead in a file.
    fn report(&mut self, file: &str, keys: &str, message: impl Into<String>, help: impl Into<String>) {
        let place = self.sources.place(file, keys);
        self.report_at(place, message, help);
    }

    fn report_at(&mut self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        let mut diagnostic = Diagnostic::error(self.rule.name, place, message).help(help);
        diagnostic.severity = self.rule.severity;
        self.found.push(diagnostic);
    }
}

/// The texts of a product that people read, each with the keys that lead to it.
fn read_by_people(product: &Product) -> Vec<(String, Language, &str)> {
    let mut texts = Vec::new();
    for (key, translated) in [("name", &product.name), ("summary", &product.summary)] {
        texts.extend(
            translated.iter().map(|(language, text)| (format!("{key}.{language}"), language, text.as_str())),
        );
    }
    for (key, translated) in [("steps", &product.steps), ("documents", &product.documents)] {
        for (language, lines) in translated.iter() {
            for (at, line) in lines.iter().enumerate() {
                texts.push((format!("{key}.{language}.{at}"), language, line.as_str()));
            }
        }
    }
    texts
}
