//! The order of hits: how well the texts of an entry answer a question.
//!
//! A passage scores by how much of the question it covers and how much of itself is covered, both weighed by how
//! rare the shared stems are. An entry scores by its best passage, and somewhat by all of them together. A product gains
//! from a theme or an organisation that answers the question, the more the higher the theme places it. Importance decides
//! between near equals.

use super::{
    index::Index,
    passages::{Entry, Part},
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
    /// The best hit that shares a theme with it.
    pub kindred: f32,
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
        weights.related * self.related + weights.kindred * self.kindred
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

/// What a passage counts for that is a name, when the question is that name and nothing else: the thing itself is meant.
const WHOLE_NAME: f32 = 2.0;

/// Scores every entry that shares a stem with the question, in the order of the passages.
///
/// Everything is counted in lists with a place for each passage and each entry, since a common word occurs in thousands.
pub(super) fn entries(index: &Index, query: &Query, weights: &Weights) -> Vec<Scored> {
    let of_question = query.weight.max(f32::MIN_POSITIVE);
    let mut covers = vec![Cover::default(); index.passages.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut together = vec![0.0_f32; index.entries.len()];
    let mut of_word = vec![0.0_f32; index.entries.len()];
    for (at, word) in query.words.iter().enumerate() {
        let bit = 1_u32 << at.min(31);
        let mut with_word: Vec<u32> = Vec::new();
        for reading in &word.readings {
            let weight = reading.stem.rarity * reading.certainty;
            for &number in &reading.stem.passages {
                let cover = &mut covers[number as usize];
                // Readings come surest first; a second reading of the same word adds nothing.
                if cover.words & bit != 0 {
                    continue;
                }
                if cover.words == 0 {
                    touched.push(number);
                }
                cover.words |= bit;
                cover.weight += weight;
                let entry = index.entry_of_passage[number as usize];
                let best = &mut of_word[entry as usize];
                if *best == 0.0 {
                    with_word.push(entry);
                }
                *best = best.max(weight * weights.of_part(index.passages[number as usize].part));
            }
        }
        for entry in with_word {
            together[entry as usize] += std::mem::take(&mut of_word[entry as usize]) / of_question;
        }
    }

    touched.sort_unstable();
    let mut scored: Vec<Scored> = Vec::new();
    for number in touched {
        let (cover, passage) = (covers[number as usize], &index.passages[number as usize]);
        let of_passage =
            (cover.weight / index.passage_weights[number as usize].max(f32::MIN_POSITIVE)).min(1.0);
        let of_the_question = (cover.weight / of_question).min(1.0);
        let is_name = matches!(passage.part, Part::Name | Part::FormerName);
        let whole = if is_name && of_the_question.min(of_passage) > 0.99 { WHOLE_NAME } else { 1.0 };
        let score = whole
            * weights.of_part(passage.part)
            * of_the_question
            * (weights.coverage + (1.0 - weights.coverage) * of_passage);
        // The passages of an entry stand together.
        if scored.last().is_none_or(|last| last.entry != passage.entry) {
            let together = together[index.entry_of_passage[number as usize] as usize];
            scored.push(Scored { entry: passage.entry, passage: 0.0, together, best: number, words: 0 });
        }
        if let Some(entry) = scored.last_mut().filter(|entry| score > entry.passage) {
            (entry.passage, entry.best, entry.words) = (score, number, cover.words);
        }
    }
    for (theme, share) in &query.needs {
        let share = weights.lexicon * share;
        match scored.iter_mut().find(|scored| scored.entry == Entry::Theme(*theme)) {
            Some(found) => found.passage = found.passage.max(share),
            None => scored.push(Scored {
                entry: Entry::Theme(*theme),
                passage: share,
                together: 0.0,
                best: index.theme_passages[*theme as usize],
                words: 0,
            }),
        }
    }
    scored
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
