//! Where each page stands. Addresses are readable and stay as they are: `/nl/geld/leefloon/`. The words in them come from
//! the message files and the catalogue, so that a new language brings its own.

use engine::{
    catalogue::{Catalogue, Category, Language, Organisation, Product, Theme},
    messages::{self, AddressMessages},
};

/// The page in a folder of a language.
fn page(language: Language, folder: &str) -> String {
    format!("/{language}/{folder}/")
}

/// The home page, with the search.
pub fn home(language: Language) -> String {
    format!("/{language}/")
}

/// A category.
pub fn category(category: &Category, language: Language) -> String {
    page(language, category.slug.text(language))
}

/// A theme.
pub fn theme(theme: &Theme, language: Language) -> String {
    format!("{}{}/", page(language, messages::of(language).address.need), theme.id)
}

/// A product, in its own category.
pub fn product(catalogue: &Catalogue, product: &Product, language: Language) -> String {
    let folder =
        catalogue.category(product.category.as_str()).map_or("", |category| category.slug.text(language));
    format!("{}{}/", page(language, folder), product.id)
}

/// An organisation.
pub fn organisation(organisation: &Organisation, language: Language) -> String {
    format!("{}{}/", organisations(language), organisation.id)
}

/// All organisations.
pub fn organisations(language: Language) -> String {
    page(language, messages::of(language).address.organisation)
}

/// A page there is one of in each language, such as the rights check: `of(language, |address| address.check)`.
pub fn of(language: Language, word: impl Fn(&'static AddressMessages) -> &'static str) -> String {
    page(language, word(&messages::of(language).address))
}
