//! The same phrase in products that have nothing in common.

use std::collections::BTreeMap;

use super::Checker;
use crate::{catalogue::Product, language::fold};

rule! {
    /// Two products have the same phrase, but no theme in common.
    ///
    /// The phrase then leads to two things that have nothing to do with each other; one of them will disappoint. If both are
    /// right, the need they share deserves a theme.
    "shared-phrase", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    let mut seen: BTreeMap<String, Vec<&Product>> = BTreeMap::new();
    let catalogue = checker.catalogue;
    for product in &catalogue.products {
        for (language, phrases) in product.phrases.iter() {
            for (at, phrase) in phrases.iter().enumerate() {
                let users = seen.entry(fold(phrase)).or_default();
                let apart = |other: &&&Product| {
                    other.id != product.id && !other.themes.iter().any(|theme| product.themes.contains(theme))
                };
                if let Some(other) = users.iter().find(apart) {
                    checker.report(
                        &product.file(),
                        &format!("phrases.{language}.{at}"),
                        format!(
                            "`{}` has this phrase too, but no theme in common with this product",
                            other.id
                        ),
                        "leave it out of one of the two, or put both under the theme of this need",
                    );
                }
                users.push(product);
            }
        }
    }
}
