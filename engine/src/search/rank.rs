//! The order of hits: how well the texts of an entry answer a question.
//!
//! A passage scores by how much of the question it covers and how much of itself is covered, both weighed by how
//! rare the shared stems are. An entry scores by its best passage, and somewhat by all of them together. A product gains
//! from a theme or an organisation that answers the question, the more the higher the theme places it. Importance decides
//! between near equals.

use super::{
    counts::Counts,
    index::Index,
    owners::Owner,
    passages::{Entry, Part},
    query::{Query, QueryWord, Reading, keep_best},
    weights::Weights,
};
use crate::catalogue::{Catalogue, Product, Theme};

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
    /// The product's own texts and its themes taken together: for each word of the question the best of them.
    pub pooled: f32,
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
        self.total_from(self.of_texts(self.part_of_theme(weights), weights), weights)
    }

    /// The same, where what texts add is known already.
    pub(super) fn total_from(&self, of_texts: f32, weights: &Weights) -> f32 {
        of_texts + weights.importance * self.importance + self.part_of_related(weights)
    }

    /// What its own texts add, those of its themes, of which that is known already, both together, and those of its organisation.
    pub(super) fn of_texts(&self, of_themes: f32, weights: &Weights) -> f32 {
        self.part_of_own_texts(weights)
            + of_themes
            + weights.pooled * self.pooled
            + self.part_of_organisation(weights)
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
    /// Its place among the entries of the index.
    place: u32,
    /// How well its best passage answers.
    pub passage: f32,
    /// The number of its best passage.
    pub best: u32,
    /// The words of the question that its best passage shares, one bit each.
    pub words: u32,
}

/// The entries that have something to do with a question, those with passages that do in the order of the passages.
pub(super) struct Entries {
    pub scored: Vec<Scored>,
    /// How many words the question has.
    words: usize,
    /// For each of them what it makes of each word of the question.
    shares: Vec<f32>,
}

impl Entries {
    /// What an entry, by its place here, makes of each word of the question, as a share of the question.
    pub(super) fn shares(&self, at: usize) -> &[f32] {
        &self.shares[at * self.words..(at + 1) * self.words]
    }

    fn push(&mut self, scored: Scored, shares: impl IntoIterator<Item = f32>) {
        self.scored.push(scored);
        self.shares.extend(shares);
    }
}

/// What a passage counts for that is a name, when the question is that name and nothing else: the thing itself is meant.
const WHOLE_NAME: f32 = 2.0;

/// Scores every entry that shares a stem with the question or to which the lexicon leads.
pub(super) fn entries(index: &Index, query: &Query<'_>, weights: &Weights) -> Entries {
    let of_question = query.weight.max(f32::MIN_POSITIVE);
    let mut entries = Entries { scored: Vec::new(), words: query.words.len(), shares: Vec::new() };
    let mut words: Vec<WordInOrder<'_>> = query
        .words
        .iter()
        .enumerate()
        .map(|(at, word)| WordInOrder::new(word, at, of_question, weights))
        .collect();
    let mut counts = Counts::new(words.len());
    let mut owners = Vec::new();
    let mut start = 0;
    while start < index.passages.len() {
        let stretch = start..index.end_of_stretch(start, STRETCH);
        counts.begin(index, &stretch);
        for word in &mut words {
            word.count(index, stretch.end, &mut counts, &mut owners);
        }
        score(index, of_question, weights, &mut counts, &mut entries);
        start = stretch.end;
    }
    add_needs(index, query, weights, &mut entries);
    entries
}

/// About how many passages are counted at once: so many that what is counted of them stays in the cache of a processor.
const STRETCH: usize = 1 << 16;

/// A word of the question while the passages are gone through in order.
struct WordInOrder<'q> {
    /// Its place in the question.
    at: usize,
    /// Its bit. Words beyond the bits share the last.
    bit: u32,
    readings: Vec<ReadingInOrder<'q>>,
}

struct ReadingInOrder<'q> {
    /// The passages that are left, in order.
    left: &'q [u32],
    /// What the word weighs so read.
    weight: f32,
    /// Which share of the question that is, in each part of an entry.
    shares: [f32; Part::ALL.len()],
}

impl<'q> WordInOrder<'q> {
    fn new(word: &'q QueryWord<'q>, at: usize, of_question: f32, weights: &Weights) -> Self {
        let reading = |reading: &'q Reading<'q>| {
            let weight = reading.stem.rarity * reading.certainty;
            let shares = Part::ALL.map(|part| weight * weights.of_part(part) / of_question);
            ReadingInOrder { left: reading.stem.passages, weight, shares }
        };
        Self { at, bit: 1 << at.min(31), readings: word.readings.iter().map(reading).collect() }
    }

    /// Counts the passages before `end` that use it, and what it adds to their entries.
    fn count(&mut self, index: &Index, end: usize, counts: &mut Counts, owners: &mut Vec<Owner>) {
        for reading in &mut self.readings {
            let (here, left) = reading.left.split_at(count_before(reading.left, end));
            reading.left = left;
            // These lie far apart in memory: asked for all at once, the processor waits for many at the same time.
            owners.clear();
            owners.extend(here.iter().map(|passage| index.owners.of(*passage as usize)));
            for (passage, owner) in here.iter().zip(&*owners) {
                // Readings come surest first; a second reading of the same word adds nothing.
                if counts.cover(*passage, self.bit, reading.weight) {
                    counts.use_in(owner.entry, self.at, reading.shares[usize::from(owner.part)]);
                }
            }
        }
    }
}

/// How many of these passages, which are in order, come before `end`. Few do, so the search begins where they begin.
fn count_before(passages: &[u32], end: usize) -> usize {
    let is_before = |passage: &u32| (*passage as usize) < end;
    let mut step = 1;
    while passages.get(step - 1).is_some_and(is_before) {
        step *= 2;
    }
    // The last that was looked at and found to come before, if any; the end lies after it.
    let known = step / 2;
    known + passages[known..passages.len().min(step)].partition_point(is_before)
}

/// Scores the entries whose passages were counted.
fn score(index: &Index, of_question: f32, weights: &Weights, counts: &mut Counts, entries: &mut Entries) {
    let of_part = Part::ALL.map(|part| weights.of_part(part));
    let if_whole = Part::ALL.map(|part| if part.is_name() { WHOLE_NAME } else { 1.0 });
    let passages: Vec<u32> = counts.take().collect();
    // Asked for all at once, as the owners are.
    let weigh =
        |passage: &u32| (index.passage_weights[*passage as usize], index.owners.of(*passage as usize));
    let weighed: Vec<(f32, Owner)> = passages.iter().map(weigh).collect();
    let mut current: Option<Scored> = None;
    for (passage, (weight, owner)) in passages.into_iter().zip(weighed) {
        let cover = counts.take_cover(passage);
        let (place, part) = (owner.entry, usize::from(owner.part));
        let of_passage = (cover.weight / weight.max(f32::MIN_POSITIVE)).min(1.0);
        let of_the_question = (cover.weight / of_question).min(1.0);
        let whole = if of_the_question.min(of_passage) > 0.99 { if_whole[part] } else { 1.0 };
        let score = whole
            * of_part[part]
            * of_the_question
            * (weights.coverage + (1.0 - weights.coverage) * of_passage);
        // The passages of an entry stand together.
        let mut entry = match current.take() {
            Some(entry) if entry.place == place => entry,
            before => {
                entries.scored.extend(before);
                counts.take_shares(place, &mut entries.shares);
                Scored { entry: index.entries[place as usize], place, passage: 0.0, best: passage, words: 0 }
            }
        };
        if score > entry.passage {
            (entry.passage, entry.best, entry.words) = (score, passage, cover.words);
        }
        current = Some(entry);
    }
    entries.scored.extend(current);
}

/// Adds the themes to which the lexicon leads.
fn add_needs(index: &Index, query: &Query<'_>, weights: &Weights, entries: &mut Entries) {
    // Of a catalogue without any text nothing can be shown.
    if index.passages.is_empty() {
        return;
    }
    let by_words = entries.scored.len();
    for need in &query.needs {
        let passage = weights.lexicon * need.share;
        let shares = need.shares.iter().map(|share| weights.lexicon * share);
        let best = index.theme_passages[need.theme as usize];
        let (entry, place) = (Entry::Theme(need.theme), index.owners.of(best as usize).entry);
        match entries.scored[..by_words].binary_search_by_key(&place, |scored| scored.place) {
            Ok(found) if entries.scored[found].entry == entry => {
                let scored = &mut entries.scored[found];
                scored.passage = scored.passage.max(passage);
                keep_best(&mut entries.shares[found * entries.words..(found + 1) * entries.words], shares);
            }
            _ => entries.push(Scored { entry, place, passage, best, words: 0 }, shares),
        }
    }
}

/// How highly a theme places a product that belongs to it: 1 for its first, less for those that follow.
pub(crate) fn place_in_theme(
    catalogue: &Catalogue,
    theme: usize,
    product: &Product,
    weights: &Weights,
) -> f32 {
    Place::of(product, &catalogue.themes[theme]).worth(weights)
}

/// A product of a theme.
pub(crate) struct Member {
    /// The product.
    pub(super) product: u32,
    /// Where the theme places it.
    pub(super) place: Place,
}

impl Member {
    /// The product in this place of the catalogue as a member of a theme.
    pub(crate) fn new(theme: &Theme, at: u32, product: &Product) -> Self {
        Self { product: at, place: Place::of(product, theme) }
    }
}

/// Where a theme places a product, as a small number: those that it does not name first come by their importance, then those
/// that it names. Thousands of products share a few places, so that what a place is worth need be known only once.
#[derive(Clone, Copy)]
pub(crate) struct Place(u16);

/// How many places there are for products that a theme does not name first: an importance is 5 at the most.
const UNNAMED: u16 = 6;

impl Place {
    fn of(product: &Product, theme: &Theme) -> Self {
        match theme.first.iter().take(1_000).position(|first| *first == product.id) {
            Some(place) => Self(UNNAMED + place as u16),
            None => Self(u16::from(product.importance.get()).min(UNNAMED - 1)),
        }
    }

    /// Every place that a theme has, in the order of their numbers.
    pub(super) fn all(theme: &Theme) -> impl Iterator<Item = Self> {
        (0..UNNAMED + theme.first.len().min(1_000) as u16).map(Self)
    }

    /// Its place among [`Place::all`].
    pub(super) fn number(self) -> usize {
        usize::from(self.0)
    }

    /// What it is worth.
    pub(super) fn worth(self, weights: &Weights) -> f32 {
        match self.0.checked_sub(UNNAMED) {
            Some(place) => (1.0 - weights.place * f32::from(place)).max(0.7),
            None => weights.unnamed + 0.04 * f32::from(self.0),
        }
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

#[cfg(test)]
mod tests {
    use super::count_before;

    #[test]
    fn passages_before_an_end_are_counted() {
        let passages: Vec<u32> = (0..40).map(|at| at * 3).collect();
        for end in 0..130 {
            for from in 0..40 {
                let expected = passages[from..].iter().filter(|passage| (**passage as usize) < end).count();
                assert_eq!(count_before(&passages[from..], end), expected, "{end} from {from}");
            }
        }
        assert_eq!(count_before(&[], 5), 0);
    }
}
