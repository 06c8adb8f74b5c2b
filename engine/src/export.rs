//! The whole catalogue as data for other programs.
//!
//! [`export`] gives one object, made for JSON. The names of its fields are stable: within a [`FORMAT`], fields are added
//! but never renamed or removed. A text in several languages is an object with the language codes as keys.
//!
//! | field | what |
//! |---|---|
//! | `format` | the version of this form: [`FORMAT`] |
//! | `languages` | the codes of the languages, the one to fall back on first |
//! | `categories` | `id`, `name`, `summary` |
//! | `organisations` | `id`, `name`, `kind`, `phone`, `url` |
//! | `themes` | `id`, `name`, `summary`, `phrases`, and `products`: ids, the most important first |
//! | `circumstances` | `id`, `label`, `otherwise`: what conditions are written in |
//! | `products` | see below |
//!
//! A product has `id`, `category`, `also_in`, `kind`, `level`, `organisation`, `apply_at`, `take_up`, `importance`,
//! `themes`, `related`, `url`, `former_names`, `grants`, `name`, `summary`, `steps`, `documents`, `phrases`,
//! `for` and `review`. `for` is null for a product that is for everyone; otherwise it has `all`, `any` and `not`,
//! lists of conditions, and `ask`, lines in each language. A condition is the id of a circumstance, or an
//! object with one of the keys `all`, `any` (lists) and `not` (one condition). `review` has `confidence`,
//! `sources`, `note`, `on` (a date, null until an organisation has confirmed the texts) and `by`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::catalogue::{
    Catalogue, Category, Condition, Id, Language, Organisation, Product, Theme, Translated,
};

/// The version of the form in which catalogues are exported.
pub const FORMAT: u32 = 1;

/// The catalogue in the form described [above](self).
pub fn export(catalogue: &Catalogue) -> Value {
    let settings = &catalogue.settings;
    json!({
        "format": FORMAT,
        "languages": settings.languages.iter().map(Language::code).collect::<Vec<_>>(),
        "categories": settings.categories.iter().map(category).collect::<Vec<_>>(),
        "organisations": catalogue.organisations.iter().map(organisation).collect::<Vec<_>>(),
        "themes": catalogue.themes.iter().map(|theme| self::theme(theme, catalogue)).collect::<Vec<_>>(),
        "circumstances": catalogue.profile.circumstances.iter().map(|circumstance| json!({
            "id": circumstance.id.as_str(),
            "label": texts(&circumstance.label),
            "otherwise": texts(&circumstance.otherwise),
        })).collect::<Vec<_>>(),
        "products": catalogue.products.iter().map(product).collect::<Vec<_>>(),
    })
}

fn category(category: &Category) -> Value {
    json!({ "id": category.id.as_str(), "name": texts(&category.name), "summary": texts(&category.summary) })
}

fn organisation(organisation: &Organisation) -> Value {
    json!({
        "id": organisation.id.as_str(),
        "name": texts(&organisation.name),
        "kind": organisation.kind.word(),
        "phone": organisation.phone,
        "url": organisation.url,
    })
}

fn theme(theme: &Theme, catalogue: &Catalogue) -> Value {
    let products = catalogue.products_of_theme(theme);
    json!({
        "id": theme.id.as_str(),
        "name": texts(&theme.name),
        "summary": texts(&theme.summary),
        "phrases": texts(&theme.phrases),
        "products": products.into_iter().map(|product| product.id.as_str()).collect::<Vec<_>>(),
    })
}

fn product(product: &Product) -> Value {
    let review = &product.review;
    json!({
        "id": product.id.as_str(),
        "category": product.category.as_str(),
        "also_in": ids(&product.also_in),
        "kind": product.kind.word(),
        "level": product.level.word(),
        "organisation": product.organisation.as_str(),
        "apply_at": product.apply_at.as_str(),
        "take_up": product.take_up.word(),
        "importance": product.importance.get(),
        "themes": ids(&product.themes),
        "related": ids(&product.related),
        "url": product.url,
        "former_names": product.former_names,
        "grants": ids(&product.grants),
        "name": texts(&product.name),
        "summary": texts(&product.summary),
        "steps": texts(&product.steps),
        "documents": texts(&product.documents),
        "phrases": texts(&product.phrases),
        "for": product.audience.as_ref().map(|audience| json!({
            "all": conditions(&audience.all),
            "any": conditions(&audience.any),
            "not": conditions(&audience.not),
            "ask": texts(&audience.ask),
        })),
        "review": {
            "confidence": review.confidence.word(),
            "sources": review.sources,
            "note": review.note,
            "on": review.on.map(|date| date.to_string()),
            "by": review.by.as_ref().map(Id::as_str),
        },
    })
}

fn condition(condition: &Condition) -> Value {
    match condition {
        Condition::Is(id) => json!(id.as_str()),
        Condition::All(all) => json!({ "all": conditions(all) }),
        Condition::Any(any) => json!({ "any": conditions(any) }),
        Condition::Not(not) => json!({ "not": self::condition(not) }),
    }
}

fn conditions(all: &[Condition]) -> Vec<Value> {
    all.iter().map(condition).collect()
}

fn ids<T>(ids: &[Id<T>]) -> Vec<&str> {
    ids.iter().map(Id::as_str).collect()
}

fn texts<T: Serialize>(texts: &Translated<T>) -> BTreeMap<String, &T> {
    texts.iter().map(|(language, text)| (language.to_string(), text)).collect()
}
