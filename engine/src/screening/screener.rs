//! A catalogue that is ready to be matched against families.

use std::sync::Arc;

use super::{Logic, Profile, Screening};
use crate::catalogue::Catalogue;

/// A catalogue that is ready to be matched against families. It can not be searched: that takes a
/// [`Searcher`](crate::search::Searcher), or an [`Explorer`](crate::Explorer), which holds both.
pub struct Screener {
    catalogue: Arc<Catalogue>,
    logic: Logic,
}

impl Screener {
    /// Prepares a catalogue.
    pub fn new(catalogue: Catalogue) -> Self {
        Self::of(Arc::new(catalogue))
    }

    /// Prepares a catalogue that others hold too.
    pub(crate) fn of(catalogue: Arc<Catalogue>) -> Self {
        Self { logic: Logic::new(&catalogue), catalogue }
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Screens a family of which this is known. The same answers always give the same screening, in whatever order they
    /// were given.
    pub fn screen(&self, profile: &Profile) -> Screening<'_> {
        Screening::new(&self.catalogue, &self.logic, profile)
    }
}
