//! Products that may be hits, and what makes them so.

use super::{
    Weights,
    query::keep_best,
    rank::{Entries, Score},
};

/// The candidates for the answer to a question.
pub(super) struct Candidates {
    /// For each product of the catalogue the place of its candidate, counted from 1; 0 for what is none.
    places: Vec<u32>,
    found: Vec<(u32, Candidate)>,
    /// How many words the question has.
    words: usize,
    /// For each candidate the best that its own texts or its themes make of each word.
    pooled: Vec<f32>,
}

impl Candidates {
    /// None yet of so many products, for a question with so many words.
    pub(super) fn new(products: usize, words: usize) -> Self {
        Self { places: vec![0; products], found: Vec::new(), words, pooled: Vec::new() }
    }

    /// The candidate of this product.
    pub(super) fn of(&mut self, product: u32) -> &mut Candidate {
        let at = self.place(product);
        &mut self.found[at].1
    }

    fn place(&mut self, product: u32) -> usize {
        let place = &mut self.places[product as usize];
        if *place == 0 {
            self.found.push((product, Candidate::default()));
            self.pooled.resize(self.found.len() * self.words, 0.0);
            *place = self.found.len() as u32;
        }
        *place as usize - 1
    }

    /// Offers a product its own texts.
    pub(super) fn offer_own(&mut self, product: u32, entries: &Entries, at: usize) {
        let shares = entries.shares(at);
        let candidate = self.of(product);
        candidate.own = Some(at as u32);
        candidate.score.passage = entries.scored[at].passage;
        candidate.score.together = shares.iter().sum();
        self.pool(product, shares, 1.0);
    }

    /// Offers a product one of its themes, with its score and the power of that, and how much the theme makes of each word.
    pub(super) fn offer_theme(&mut self, product: u32, worth: &ThemeWorth, shares: &[f32], at: usize) {
        self.of(product).offer_theme((worth.score, worth.power), at);
        self.pool(product, shares, worth.pooled);
    }

    fn pool(&mut self, product: u32, shares: &[f32], worth: f32) {
        let start = self.place(product) * self.words;
        keep_best(&mut self.pooled[start..start + self.words], shares.iter().map(|share| worth * share));
    }

    /// Notes for each candidate what texts add to its score, once all are known, and returns that with its product.
    pub(super) fn add_texts(&mut self, weights: &Weights) -> Vec<(f32, u32)> {
        let words = self.words;
        let pooled = |at: usize| self.pooled[at * words..(at + 1) * words].iter().sum();
        self.found
            .iter_mut()
            .enumerate()
            .map(|(at, (product, candidate))| {
                candidate.score.pooled = pooled(at);
                (candidate.add_texts(weights), *product)
            })
            .collect()
    }

    /// Every candidate with its product.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (u32, &mut Candidate)> {
        self.found.iter_mut().map(|(product, candidate)| (*product, candidate))
    }
}

/// What a theme that answers a question is worth to a product in one of its places.
pub(super) struct ThemeWorth {
    /// Its score.
    pub score: f32,
    /// That, raised to its power.
    pub power: f32,
    /// What each word counts that it answers.
    pub pooled: f32,
}

/// A product that may be a hit: its score, and where in the list of scored entries its own texts, its best theme and its best
/// organisation are.
#[derive(Default)]
pub(super) struct Candidate {
    pub score: Score,
    /// What texts add to its score, once all are known.
    pub of_texts: f32,
    /// The score of its best theme, raised to its power: to take a power of each would be most of the work.
    power: f32,
    own: Option<u32>,
    theme: u32,
    organisation: u32,
    related: u32,
}

/// What says most about why a product is a hit.
pub(super) enum Telling {
    /// A scored entry.
    Entry(usize),
    /// Another product, which names it.
    Related(u32),
}

impl Candidate {
    fn add_texts(&mut self, weights: &Weights) -> f32 {
        let of_themes = weights.theme * self.power + weights.other_themes * self.score.other_themes;
        self.of_texts = self.score.of_texts(of_themes, weights);
        self.of_texts
    }

    fn offer_theme(&mut self, (score, power): (f32, f32), at: usize) {
        if score > self.score.theme {
            self.score.other_themes += self.score.theme;
            (self.score.theme, self.power, self.theme) = (score, power, at as u32);
        } else {
            self.score.other_themes += score;
        }
    }

    pub(super) fn offer_organisation(&mut self, score: f32, at: usize) {
        if score > self.score.organisation {
            (self.score.organisation, self.organisation) = (score, at as u32);
        }
    }

    pub(super) fn offer_related(&mut self, score: f32, by: u32) {
        if score > self.score.related {
            (self.score.related, self.related) = (score, by);
        }
    }

    /// What gives it most, which is what to show as the reason. Its own texts come first among near equals, since
    /// they say most.
    pub(super) fn telling(&self, weights: &Weights) -> Telling {
        let score = &self.score;
        let own = self.own.map(|at| (0.2 + score.part_of_own_texts(weights), Telling::Entry(at as usize)));
        let others = [
            (score.part_of_theme(weights), Telling::Entry(self.theme as usize)),
            (score.part_of_organisation(weights), Telling::Entry(self.organisation as usize)),
            (score.part_of_related(weights), Telling::Related(self.related)),
        ];
        let best = own.into_iter().chain(others).max_by(|(a, _), (b, _)| a.total_cmp(b));
        best.map_or(Telling::Entry(0), |(_, telling)| telling)
    }
}
