//! Phrases say what names do not.

use super::Checker;
use crate::language::fold;

rule! {
    /// A phrase is the name of its product.
    ///
    /// Names are searched anyhow. A phrase is for people who do not know the name.
    "phrase-is-name", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    for product in &checker.catalogue.products {
        let names: Vec<_> = product.name.iter().map(|(_, name)| fold(name)).collect();
        for (language, phrases) in product.phrases.iter() {
            for (at, phrase) in phrases.iter().enumerate() {
                if names.contains(&fold(phrase)) {
                    checker.report(
                        &product.file(),
                        &format!("phrases.{language}.{at}"),
                        "this phrase is the name of the product",
                        "leave it out, or write how somebody asks who does not know the name",
                    );
                }
            }
        }
    }
}
