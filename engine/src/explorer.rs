//! The explorer: a catalogue that is ready to be searched and matched.

use std::sync::OnceLock;

use crate::{
    catalogue::{Catalogue, Id, Product},
    screening::{Logic, Profile, Screener, Screening},
    search::{
        CrisisPhrases, IndexError, Member, Names, Weights,
        index::{Index, IndexFiles},
    },
};

/// A catalogue with its index, ready to answer.
///
/// ```no_run
/// use engine::{Explorer, catalogue::{Catalogue, Language, Sources}, search::Request};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sources = Sources::read("catalogue".as_ref())?;
/// let catalogue = Catalogue::load(&sources).map_err(|faults| format!("{} faults", faults.len()))?;
/// let explorer = Explorer::new(catalogue)?;
/// for hit in explorer.search(&Request::new("money problems", Language::ENGLISH))?.hits {
///     println!("{}", hit.product.name.text(Language::ENGLISH));
/// }
/// # Ok(())
/// # }
/// ```
pub struct Explorer {
    screener: Screener,
    index: Index,
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
    weights: Weights,
}

impl Explorer {
    /// Indexes a catalogue.
    #[cfg(feature = "author")]
    pub fn new(catalogue: Catalogue) -> Result<Self, IndexError> {
        let files = IndexFiles::write(&catalogue)?;
        Self::open(catalogue, files)
    }

    /// Opens a catalogue with the index that was made of it.
    pub(crate) fn open(catalogue: Catalogue, files: IndexFiles) -> Result<Self, IndexError> {
        let index = Index::open(&catalogue, files)?;
        let screener = Screener::new(catalogue);
        let (catalogue, logic) = (screener.catalogue(), screener.logic());
        let crisis = CrisisPhrases::new(catalogue, &index);
        let mut theme_products: Vec<Vec<Member>> = catalogue.themes.iter().map(|_| Vec::new()).collect();
        let mut organisation_products = vec![Vec::new(); catalogue.organisations.len()];
        for (at, product) in catalogue.products.iter().enumerate() {
            for theme in &logic.themes[at] {
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
            screener,
            importance,
            index,
            theme_products,
            organisation_products,
            related,
            crisis,
            names: OnceLock::new(),
            weights: Weights::TUNED,
        })
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        self.screener.catalogue()
    }

    /// What matches its catalogue against families.
    pub fn screener(&self) -> &Screener {
        &self.screener
    }

    /// Screens a family: see [`Screener::screen`].
    pub fn screen(&self, profile: &Profile) -> Screening<'_> {
        self.screener.screen(profile)
    }

    /// How many bytes of memory the index takes, without the catalogue.
    pub fn index_bytes(&self) -> usize {
        self.index.bytes()
    }

    /// Searches with other weights from now on, to try them.
    pub fn set_weights(&mut self, weights: Weights) {
        self.weights = weights;
    }

    /// How much each part of a score counts.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    pub(crate) fn logic(&self) -> &Logic {
        self.screener.logic()
    }

    pub(crate) fn crisis(&self) -> &CrisisPhrases {
        &self.crisis
    }

    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self.catalogue()))
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    pub(crate) fn importance(&self, product: u32) -> f32 {
        self.importance[product as usize]
    }

    pub(crate) fn related(&self, product: u32) -> &[u32] {
        &self.related[product as usize]
    }

    pub(crate) fn theme_products(&self, theme: usize) -> &[Member] {
        &self.theme_products[theme]
    }

    pub(crate) fn organisation_products(&self, organisation: usize) -> &[u32] {
        &self.organisation_products[organisation]
    }
}
