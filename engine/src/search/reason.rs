//! Why a product is among the hits, in one line.

use super::{
    Part, Searcher,
    passages::{self, Entry, Passage},
    query::Query,
};
use crate::{
    catalogue::{Language, Organisation, Product, Theme},
    messages,
};

/// Why a product is among the hits: the text that has most to do with the question.
#[derive(Clone, Debug)]
pub struct Reason<'e> {
    /// Whose text it is.
    pub source: ReasonSource<'e>,
    /// Which part of it.
    pub part: Part,
    /// The text; empty if it is not there: in another language than that of the bundle, or still to come.
    pub text: &'e str,
    /// Its language; `None` for names without one.
    pub language: Option<Language>,
    /// The words of the question it shares, as typed, in the order of the question.
    pub words: Vec<String>,
}

/// Whose text a reason quotes.
#[derive(Clone, Copy, Debug)]
pub enum ReasonSource<'e> {
    /// The product's own.
    Product,
    /// That of a theme it belongs to.
    Theme(&'e Theme),
    /// That of another hit, which names it as one to look at too.
    Related(&'e Product),
    /// That of an organisation that grants it or where one asks for it.
    Organisation(&'e Organisation),
}

impl<'e> Reason<'e> {
    /// The reason that quotes this passage, which shares these words (one bit each) with the question.
    pub(super) fn new(searcher: &'e Searcher, passage: &Passage, words: u32, query: &Query<'_>) -> Self {
        let catalogue = searcher.catalogue();
        let shared = query.words.iter().enumerate().filter(|(at, _)| words & (1 << at.min(&31)) != 0);
        Self {
            source: match passage.entry {
                Entry::Product(_) => ReasonSource::Product,
                Entry::Theme(at) => ReasonSource::Theme(&catalogue.themes[at as usize]),
                Entry::Organisation(at) => ReasonSource::Organisation(&catalogue.organisations[at as usize]),
            },
            part: passage.part,
            text: passages::text(catalogue, searcher.phrases(), passage),
            language: passage.language,
            words: shared.map(|(_, word)| word.typed.clone()).collect(),
        }
    }

    /// The reason that another hit names the product.
    pub(super) fn related(other: &'e Product) -> Self {
        Self {
            source: ReasonSource::Related(other),
            part: Part::Name,
            text: "",
            language: None,
            words: Vec::new(),
        }
    }

    /// The reason as a line for a reader of this language: "hoort bij: Ik kom niet rond".
    pub fn sentence(&self, language: Language) -> String {
        let messages = &messages::of(language).reason;
        match (self.source, self.part) {
            (ReasonSource::Theme(theme), _) => messages.theme(theme.name.text(language)),
            (ReasonSource::Related(other), _) => messages.related(other.name.text(language)),
            (ReasonSource::Organisation(organisation), _) => {
                messages.organisation(organisation.name.text(language))
            }
            (ReasonSource::Product, Part::Name) => messages.name(self.words.join(" ")),
            (ReasonSource::Product, Part::FormerName) => messages.former_name(self.text),
            // A phrase in another language says nothing to the reader, and a bundle has texts of one language only.
            (ReasonSource::Product, Part::Phrase)
                if self.language == Some(language) && !self.text.is_empty() =>
            {
                messages.phrase(self.text)
            }
            (ReasonSource::Product, Part::Phrase) => messages.name(self.words.join(" ")),
            (ReasonSource::Product, Part::Summary) => messages.summary(self.words.join(", ")),
        }
    }
}
