//! Every theme leads somewhere.

use super::Checker;

rule! {
    /// No product belongs to a theme.
    ///
    /// Its page would be empty. Add the theme to products, or delete its file.
    "theme-without-products", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    for theme in &checker.catalogue.themes {
        if checker.catalogue.products_of_theme(theme).is_empty() {
            let file = format!("themes/{}.toml", theme.id);
            checker.report(
                &file,
                "",
                "no product belongs to this theme",
                "add it to the `themes` of products, or delete it",
            );
        }
    }
}
