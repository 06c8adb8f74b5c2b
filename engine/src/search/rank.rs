//! The order of hits: how well the texts of an entry answer a question.
//!
//! A passage scores by how much of the question it covers and how much of itself is covered, both weighed by how
//! rare the shared stems are. An entry scores by its best passage, and somewhat by all of them together. A product gains
//! from a theme or an organisation that answers the question, the more the higher the theme places it. Importance decides
//! between near equals.

use std::collections::BTreeMap;

use super::{
    index::Index,
    passages::{Entry, Passage},
    query::Query,
};
use crate::catalogue::{Catalogue, Product};

/// What the score of a hit is made of, each part from 0 to about 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// The passage of the product that answers best.
    pub passage: f32,
    /// All passages of the product together: for each word of the question the best of them.
    pub together: f32,
    /// The best theme the product belongs to.
    pub theme: f32,
    /// The organisation that grants it or where one asks for it.
    pub organisation: f32,
    /// How much the product matters.
    pub importance: f32,
}

impl Score {
    /// The score by which hits are ordered.
    pub fn total(&self) -> f32 {
        self.part_of_own_texts() + self.part_of_theme() + self.part_of_organisation() + 0.06 * self.importance
    }

    /// What the product's own texts add.
    pub(super) fn part_of_own_texts(&self) -> f32 {
        0.7 * self.passage + 0.3 * self.together
    }

    /// What its best theme adds. A theme that fits well says what somebody needs, one that shares a word says little, so
    /// it counts more than in proportion.
    pub(super) fn part_of_theme(&self) -> f32 {
        1.3 * self.theme * self.theme.sqrt()
    }

    /// What its organisation adds.
    pub(super) fn part_of_organisation(&self) -> f32 {
        0.3 * self.organisation
    }
}

/// An entry of the catalogue that has something to do with the question.
pub(super) struct Scored {
    pub entry: Entry,
    /// How well its best passage answers.
    pub passage: f32,
    /// How well its passages answer together.
    pub together: f32,
    /// The number of its best passage.
    pub best: u32,
    /// The words of the question that its best passage shares, one bit each.
    pub words: u32,
}

/// How much of the question one passage covers.
#[derive(Clone, Copy, Default)]
struct Cover {
    /// The words it shares, one bit each.
    words: u32,
    /// How much those weigh.
    weight: f32,
}

/// Scores every entry that shares a stem with the question.
pub(super) fn entries(index: &Index, query: &Query) -> Vec<Scored> {
    let mut covers: BTreeMap<u32, Cover> = BTreeMap::new();
    let mut together: BTreeMap<(Entry, usize), f32> = BTreeMap::new();
    for (at, word) in query.words.iter().enumerate() {
        let bit = 1_u32 << at.min(31);
        for reading in &word.readings {
            let weight = reading.stem.rarity * reading.certainty;
            for &number in &reading.stem.passages {
                let cover = covers.entry(number).or_default();
                // Readings come surest first; a second reading of the same word adds nothing.
                if cover.words & bit != 0 {
                    continue;
                }
                cover.words |= bit;
                cover.weight += weight;
                let Passage { entry, part, .. } = index.passages[number as usize];
                let best = together.entry((entry, at)).or_default();
                *best = best.max(weight * part.weight());
            }
        }
    }
    let of_question = query.weight.max(f32::MIN_POSITIVE);
    let mut scored: BTreeMap<Entry, Scored> = BTreeMap::new();
    for (number, cover) in covers {
        let passage = &index.passages[number as usize];
        let of_passage =
            (cover.weight / index.passage_weights[number as usize].max(f32::MIN_POSITIVE)).min(1.0);
        let score = passage.part.weight() * (cover.weight / of_question).min(1.0) * (0.5 + 0.5 * of_passage);
        let entry = scored.entry(passage.entry).or_insert(Scored {
            entry: passage.entry,
            passage: 0.0,
            together: 0.0,
            best: number,
            words: 0,
        });
        if score > entry.passage {
            (entry.passage, entry.best, entry.words) = (score, number, cover.words);
        }
    }
    for ((entry, _), weight) in together {
        if let Some(scored) = scored.get_mut(&entry) {
            scored.together += weight / of_question;
        }
    }
    for (theme, share) in &query.needs {
        let entry = Entry::Theme(*theme);
        let found = scored.entry(entry).or_insert(Scored {
            entry,
            passage: 0.0,
            together: 0.0,
            best: index.theme_passages[*theme as usize],
            words: 0,
        });
        found.passage = found.passage.max(*share);
    }
    scored.into_values().collect()
}

/// How highly a theme places a product that belongs to it: 1 for its first, less for those that follow.
pub(crate) fn place_in_theme(catalogue: &Catalogue, theme: usize, product: &Product) -> f32 {
    match catalogue.themes[theme].first.iter().position(|first| *first == product.id) {
        Some(place) => (1.0 - 0.03 * place as f32).max(0.7),
        None => 0.45 + 0.04 * f32::from(product.importance.get()),
    }
}
