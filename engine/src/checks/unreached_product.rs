//! Every product belongs to a theme.

use super::Checker;

rule! {
    /// A product belongs to no theme.
    ///
    /// Categories are grouped by theme, and people who search say a need: without a theme it is hardly found. Choose
    /// one to four under `themes`, the best fitting first.
    "unreached-product", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    for product in checker.catalogue.products.iter().filter(|product| product.themes.is_empty()) {
        checker.report(
            &product.file(),
            "themes",
            "this product belongs to no theme",
            "choose one to four needs it answers",
        );
    }
}
