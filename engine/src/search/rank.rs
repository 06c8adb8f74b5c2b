//! The order of hits: how well the texts of an entry answer a question.
//!
//! A passage scores by how much of the question it covers and how much of itself is covered, both weighed by how
//! rare the shared stems are. An entry scores by its best passage, and somewhat by all of them together. A product gains
//! from a theme or an organisation that answers the question, the more the higher the theme places it. Importance decides
//! between near equals.

use std::collections::BTreeMap;

use super::{
    index::Index,
    passages::{Entry, Part, Passage},
    query::Query,
    weights::Weights,
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
    /// Its other themes that answer too, together.
    pub other_themes: f32,
    /// The organisation that grants it or where one asks for it.
    pub organisation: f32,
    /// The best hit that names it as one to look at too.
    pub related: f32,
    /// How much the product matters.
    pub importance: f32,
}

impl Score {
    /// The score by which hits are ordered.
    pub fn total(&self, weights: &Weights) -> f32 {
        self.by_itself(weights) + self.part_of_related(weights)
    }

    /// The score without what other hits add.
    pub(super) fn by_itself(&self, weights: &Weights) -> f32 {
        self.part_of_own_texts(weights)
            + self.part_of_theme(weights)
            + self.part_of_organisation(weights)
            + weights.importance * self.importance
    }

    /// What the product's own texts add.
    pub(super) fn part_of_own_texts(&self, weights: &Weights) -> f32 {
        weights.passage * self.passage + weights.together * self.together
    }

    /// What its themes add.
    pub(super) fn part_of_theme(&self, weights: &Weights) -> f32 {
        weights.theme * self.theme.powf(weights.theme_power) + weights.other_themes * self.other_themes
    }

    /// What its organisation adds.
    pub(super) fn part_of_organisation(&self, weights: &Weights) -> f32 {
        weights.organisation * self.organisation
    }

    /// What other hits add.
    pub(super) fn part_of_related(&self, weights: &Weights) -> f32 {
        weights.related * self.related
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
pub(super) fn entries(index: &Index, query: &Query, weights: &Weights) -> Vec<Scored> {
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
                *best = best.max(weight * weights.of_part(part));
            }
        }
    }
    let of_question = query.weight.max(f32::MIN_POSITIVE);
    let mut scored: BTreeMap<Entry, Scored> = BTreeMap::new();
    for (number, cover) in covers {
        let passage = &index.passages[number as usize];
        let of_passage =
            (cover.weight / index.passage_weights[number as usize].max(f32::MIN_POSITIVE)).min(1.0);
        let score = weights.of_part(passage.part)
            * (cover.weight / of_question).min(1.0)
            * (weights.coverage + (1.0 - weights.coverage) * of_passage);
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
        found.passage = found.passage.max(weights.lexicon * share);
    }
    scored.into_values().collect()
}

/// How highly a theme places a product that belongs to it: 1 for its first, less for those that follow.
pub(crate) fn place_in_theme(
    catalogue: &Catalogue,
    theme: usize,
    product: &Product,
    weights: &Weights,
) -> f32 {
    match catalogue.themes[theme].first.iter().position(|first| *first == product.id) {
        Some(place) => (1.0 - weights.place * place as f32).max(0.7),
        None => weights.unnamed + 0.04 * f32::from(product.importance.get()),
    }
}

impl Weights {
    /// How much a passage of this kind says about its entry, compared with a phrase.
    fn of_part(&self, part: Part) -> f32 {
        match part {
            // Whoever knows the name means the thing itself.
            Part::Name => self.name,
            Part::FormerName | Part::Phrase => 1.0,
            Part::Summary => self.summary,
        }
    }
}
