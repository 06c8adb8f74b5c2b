//! A catalogue that is ready to be searched.

use std::sync::{Arc, OnceLock};

use super::{
    CrisisPhrases, IndexError, Member, Names, Phrases, Weights,
    index::{Index, IndexFiles},
};
use crate::catalogue::{Catalogue, Id, Product};

/// A catalogue with its index, ready to be searched. It can not tell what is for a family: that takes a
/// [`Screener`](crate::screening::Screener), or an [`Explorer`](crate::Explorer), which holds both.
pub struct Searcher {
    catalogue: Arc<Catalogue>,
    index: Index,
    /// For each product its themes, by their places in the catalogue.
    product_themes: Vec<Vec<usize>>,
    /// For each theme its products, by their places in the catalogue.
    theme_products: Vec<Vec<Member>>,
    /// For each organisation the products it grants or takes requests for.
    organisation_products: Vec<Vec<u32>>,
    /// For each product those it names as ones to look at too.
    related: Vec<Vec<u32>>,
    /// For each product how much it matters, from 0.2 to 1: beside each other, since search looks at many.
    importance: Vec<f32>,
    crisis: CrisisPhrases,
    /// Cut up when somebody types for the first time.
    names: OnceLock<Names>,
    /// The phrases of products, if they came after the catalogue.
    phrases: OnceLock<Phrases>,
    weights: Weights,
}

impl Searcher {
    /// Opens a catalogue with the index that was made of it.
    pub(crate) fn open(catalogue: Arc<Catalogue>, files: IndexFiles) -> Result<Self, IndexError> {
        let index = Index::open(&catalogue, files)?;
        let crisis = CrisisPhrases::new(&catalogue, &index);
        let product_themes = catalogue.themes_of_products();
        let mut theme_products: Vec<Vec<Member>> = catalogue.themes.iter().map(|_| Vec::new()).collect();
        let mut organisation_products = vec![Vec::new(); catalogue.organisations.len()];
        for (at, product) in catalogue.products.iter().enumerate() {
            for theme in &product_themes[at] {
                theme_products[*theme].push(Member::new(&catalogue.themes[*theme], at as u32, product));
            }
            let organisations = [&product.organisation, &product.apply_at];
            let different = if product.organisation == product.apply_at { 1 } else { 2 };
            for organisation in organisations.into_iter().take(different) {
                if let Ok(organisation) =
                    catalogue.organisations.binary_search_by(|known| known.id.cmp(organisation))
                {
                    organisation_products[organisation].push(at as u32);
                }
            }
        }
        let place = |id: &Id<Product>| catalogue.products.binary_search_by(|product| product.id.cmp(id)).ok();
        let related =
            |product: &Product| product.related.iter().filter_map(place).map(|at| at as u32).collect();
        let related = catalogue.products.iter().map(related).collect();
        let importance =
            catalogue.products.iter().map(|product| f32::from(product.importance.get()) / 5.0).collect();
        Ok(Self {
            catalogue,
            index,
            product_themes,
            theme_products,
            organisation_products,
            related,
            importance,
            crisis,
            names: OnceLock::new(),
            phrases: OnceLock::new(),
            weights: Weights::TUNED,
        })
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Lets reasons quote phrases that came after the catalogue. The first to come stay.
    pub fn add_phrases(&self, phrases: Phrases) {
        let _ = self.phrases.set(phrases);
    }

    /// How many bytes of memory the index takes, without the catalogue.
    pub(crate) fn index_bytes(&self) -> usize {
        self.index.bytes()
    }

    pub(crate) fn set_weights(&mut self, weights: Weights) {
        self.weights = weights;
    }

    pub(crate) fn weights(&self) -> &Weights {
        &self.weights
    }

    pub(super) fn phrases(&self) -> Option<&Phrases> {
        self.phrases.get()
    }

    pub(super) fn crisis(&self) -> &CrisisPhrases {
        &self.crisis
    }

    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self.catalogue()))
    }

    pub(super) fn index(&self) -> &Index {
        &self.index
    }

    pub(super) fn importance(&self, product: u32) -> f32 {
        self.importance[product as usize]
    }

    pub(super) fn related(&self, product: u32) -> &[u32] {
        &self.related[product as usize]
    }

    pub(super) fn themes(&self, product: u32) -> &[usize] {
        &self.product_themes[product as usize]
    }

    pub(super) fn theme_products(&self, theme: usize) -> &[Member] {
        &self.theme_products[theme]
    }

    pub(super) fn organisation_products(&self, organisation: usize) -> &[u32] {
        &self.organisation_products[organisation]
    }
}
