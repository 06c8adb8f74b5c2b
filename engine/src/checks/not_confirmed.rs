//! Whether an organisation has confirmed the texts.

use super::Checker;

rule! {
    /// No organisation has confirmed the texts yet.
    ///
    /// The page says so. When an organisation has read and confirmed them, write `on` (the day) and `by` (the organisation)
    /// under `[review]`.
    "not-confirmed", Note, check
}

fn check(checker: &mut Checker<'_>) {
    for product in checker.catalogue.products.iter().filter(|product| product.review.on.is_none()) {
        checker.report(
            &product.file(),
            "review",
            "no organisation has confirmed these texts yet",
            "once one has, write `on` and `by` under `[review]`",
        );
    }
}
