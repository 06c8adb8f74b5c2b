//! The explorer: a catalogue that is ready to be searched and matched.

use std::sync::Arc;

use crate::{
    catalogue::{Catalogue, Language},
    screening::{Profile, Screener, Screening},
    search::{Answer, IndexError, QueryError, Request, Searcher, Suggestion, Weights, index::IndexFiles},
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
    searcher: Searcher,
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
        let catalogue = Arc::new(catalogue);
        let searcher = Searcher::open(Arc::clone(&catalogue), files)?;
        Ok(Self { screener: Screener::of(catalogue), searcher })
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        self.screener.catalogue()
    }

    /// What searches its catalogue.
    pub fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// What matches its catalogue against families.
    pub fn screener(&self) -> &Screener {
        &self.screener
    }

    /// Answers a question: see [`Searcher::search`].
    pub fn search(&self, request: &Request<'_>) -> Result<Answer<'_>, QueryError> {
        self.searcher.search(request)
    }

    /// What may be meant by a text that is still being typed: see [`Searcher::suggest`].
    pub fn suggest(
        &self,
        text: &str,
        language: Language,
        limit: usize,
    ) -> Result<Vec<Suggestion<'_>>, QueryError> {
        self.searcher.suggest(text, language, limit)
    }

    /// Screens a family: see [`Screener::screen`].
    pub fn screen(&self, profile: &Profile) -> Screening<'_> {
        self.screener.screen(profile)
    }

    /// How many bytes of memory the index takes, without the catalogue.
    pub fn index_bytes(&self) -> usize {
        self.searcher.index_bytes()
    }

    /// Searches with other weights from now on, to try them.
    pub fn set_weights(&mut self, weights: Weights) {
        self.searcher.set_weights(weights);
    }

    /// How much each part of a score counts.
    pub fn weights(&self) -> &Weights {
        self.searcher.weights()
    }
}
