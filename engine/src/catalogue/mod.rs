//! The catalogue: products, organisations, themes, categories and the family profile, as typed data.
//!
//! [`Catalogue::load`] reads it from TOML and reports everything that is wrong in one run; in the browser it
//! comes out of a [bundle](crate::bundle) instead.

mod contact;
mod day;
mod describe;
mod family;
mod id;
mod lexicon;
mod organisation;
mod product;
mod profile;
pub(crate) mod record;
mod settings;
mod text;
mod theme;

#[cfg(feature = "author")]
pub(crate) mod decode;
#[cfg(feature = "author")]
mod disk;
#[cfg(feature = "author")]
mod load;
#[cfg(feature = "author")]
pub(crate) mod schema;
#[cfg(feature = "author")]
mod sources;
#[cfg(feature = "author")]
mod validate;

use serde::{Deserialize, Serialize};

use crate::sorting::sort_by;

pub use contact::{Phone, Url};
pub use day::Day;
#[cfg(feature = "author")]
pub use disk::ReadError;
pub use family::{Example, Examples};
pub use id::{Id, OwnId, is_well_formed};
pub use lexicon::{Entry, Lexicon, Meaning, Weight};
pub use organisation::{Organisation, OrganisationKind};
pub use product::{Audience, Condition, Confidence, Importance, Kind, Level, Product, Review, TakeUp};
pub use profile::{
    Age, Answer, Answered, Choice, Circumstance, Contradiction, NumberAnswer, NumberRule, Older, Profile,
    Question, RestsOn, Rule, Topic, Unit,
};
pub(crate) use record::keyword;
#[cfg(feature = "author")]
pub(crate) use record::record;
#[cfg(feature = "author")]
pub use schema::schemas;
pub use settings::{Category, CrisisLine, Settings};
#[cfg(feature = "author")]
pub use sources::Sources;
pub use text::{Language, Translated};
pub use theme::Theme;

/// Everything there is to search and to match.
///
/// Entries are in the order of their ids, so that the same files always give the same catalogue.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Catalogue {
    /// What holds for the catalogue as a whole.
    pub settings: Settings,
    /// Who grants products, and where one asks for them.
    pub organisations: Vec<Organisation>,
    /// The rights, benefits and services.
    pub products: Vec<Product>,
    /// The needs that lead to products.
    pub themes: Vec<Theme>,
    /// The questions and circumstances.
    pub profile: Profile,
    /// The everyday words and what they mean, by language.
    pub lexicons: Vec<Lexicon>,
    /// Families that prove the conditions of products, in the order of the products' ids.
    pub examples: Vec<Examples>,
}

impl Catalogue {
    /// The product with this id.
    pub fn product(&self, id: &str) -> Option<&Product> {
        find(&self.products, id, |product| &product.id)
    }

    /// The organisation with this id.
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        find(&self.organisations, id, |organisation| &organisation.id)
    }

    /// The theme with this id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        find(&self.themes, id, |theme| &theme.id)
    }

    /// The category with this id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.settings.categories.iter().find(|category| category.id.as_str() == id)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.profile.questions.iter().find(|question| question.id.as_str() == id)
    }

    /// The circumstance with this id.
    pub fn circumstance(&self, id: &str) -> Option<&Circumstance> {
        self.profile.circumstances.iter().find(|circumstance| circumstance.id.as_str() == id)
    }

    /// The products of a theme, the ones that matter most first: those the theme names first in its own order,
    /// then the others by importance, then by id.
    pub fn products_of_theme<'a>(&'a self, theme: &'a Theme) -> Vec<&'a Product> {
        let mut products: Vec<_> =
            self.products.iter().filter(|product| product.themes.contains(&theme.id)).collect();
        let place = |product: &Product| {
            theme.first.iter().position(|first| *first == product.id).unwrap_or(theme.first.len())
        };
        sort_by(&mut products, |a, b| place(a).cmp(&place(b)).then(b.importance.cmp(&a.importance)));
        products
    }

    /// For each product its themes, by their places.
    pub(crate) fn themes_of_products(&self) -> Vec<Vec<usize>> {
        let place = |id: &Id<Theme>| self.themes.binary_search_by(|theme| theme.id.cmp(id)).ok();
        self.products.iter().map(|product| product.themes.iter().filter_map(place).collect()).collect()
    }

    /// The products that stand in a category or ought to be found there too, the ones that matter most first.
    pub fn products_of_category<'a>(&'a self, category: &'a Category) -> Vec<&'a Product> {
        let mut products: Vec<_> = self
            .products
            .iter()
            .filter(|product| product.category == *category.id || product.also_in.contains(&category.id))
            .collect();
        let is_other = |product: &Product| product.category != *category.id;
        sort_by(&mut products, |a, b| {
            b.importance.cmp(&a.importance).then_with(|| is_other(a).cmp(&is_other(b)))
        });
        products
    }
}

/// The entry with this id in a list sorted by id.
fn find<'a, T>(entries: &'a [T], id: &str, id_of: impl Fn(&T) -> &Id<T>) -> Option<&'a T> {
    entries.binary_search_by(|entry| id_of(entry).as_str().cmp(id)).ok().map(|index| &entries[index])
}

/// What each kind of entry is called in messages.
#[cfg(feature = "author")]
mod kinds {
    use super::decode::Referable;

    macro_rules! kinds {
        ($($type:ident: $kind:literal,)*) => {
            $(impl Referable for super::$type { const KIND: &'static str = $kind; })*
        };
    }
    kinds! {
        Category: "category",
        Circumstance: "circumstance",
        CrisisLine: "crisis line",
        Organisation: "organisation",
        Product: "product",
        Question: "question",
        Theme: "theme",
    }
}
