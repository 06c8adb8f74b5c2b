//! Where each page stands. Addresses are readable and stay as they are: `/nl/geld/leefloon/`.

use engine::catalogue::{Catalogue, Category, Language, Product, Theme};

/// The folder of the themes in each language; of a language without one, the ISO code is enough to tell them apart.
fn needs(language: Language) -> &'static str {
    match language {
        Language::DUTCH => "nood",
        Language::FRENCH => "besoin",
        _ => "need",
    }
}

/// The home page, with the search.
pub fn home(language: Language) -> String {
    format!("/{language}/")
}

/// A category.
pub fn category(category: &Category, language: Language) -> String {
    format!("/{language}/{}/", category.slug.text(language))
}

/// A theme.
pub fn theme(theme: &Theme, language: Language) -> String {
    format!("/{language}/{}/{}/", needs(language), theme.id)
}

/// A product, in its own category.
pub fn product(catalogue: &Catalogue, product: &Product, language: Language) -> String {
    let folder =
        catalogue.category(product.category.as_str()).map_or("", |category| category.slug.text(language));
    format!("/{language}/{folder}/{}/", product.id)
}
