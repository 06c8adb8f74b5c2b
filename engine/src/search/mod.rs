//! Search: from a question in plain words to the products that answer it, and why.
//!
//! A question is understood (`query`) as words with the stems they may stand for, in every language of the catalogue. The
//! `index` tells which `passages` use them, and `rank` which entries those make likely.

mod bits;
mod candidates;
mod counts;
mod crisis;
mod endings;
pub(crate) mod index;
mod lexicon;
mod names;
mod owners;
pub(crate) mod passages;
mod places;
mod plain;
mod postings;
mod query;
mod rank;
mod reason;
mod searcher;
mod suggest;
mod weights;

use std::cmp::Ordering;

use thiserror::Error;

pub use index::IndexError;
pub use passages::{Part, Phrases};
pub use query::LONGEST_QUERY;
pub use rank::Score;
pub(crate) use rank::place_in_theme;
pub use reason::{Reason, ReasonSource};
pub use searcher::Searcher;
pub use suggest::{Suggested, Suggestion};
pub use weights::Weights;

use crate::{
    catalogue::{Category, CrisisLine, Id, Language, Product, Theme},
    screening::{Screening, Verdict},
    sorting::sort_by,
};
use candidates::{Candidates, Telling, ThemeWorth};
use crisis::CrisisPhrases;
use names::Names;
use passages::Entry;
use query::Query;
use rank::{Member, Place};

/// A hit must score at least this part of the best one. What is less only makes the list long.
const WORTH_SHOWING: f32 = 0.3;

/// What the best hit must score at the least. What scores less shares a word by chance.
const NOTHING: f32 = 0.12;

/// How much of a question must have nothing to do with what is here for it to be about something else.
const MUCH: f32 = 0.3;

/// What the best hit must score at the least for a question that is about something else.
const ABOUT_SOMETHING_ELSE: f32 = 0.6;

/// What the score of a hit is multiplied by that is not for the family that asks, or that it has already.
const SUNK: f32 = 0.4;

/// The same for a hit that is for them.
const RAISED: f32 = 1.15;

/// A question.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The question as typed.
    pub query: &'a str,
    /// The language of the person who asks. Other languages are searched too.
    pub language: Language,
    /// Only products of this category.
    pub category: Option<&'a Id<Category>>,
    /// How many products at the most.
    pub limit: usize,
    /// Whether the last word may be a beginning, because somebody is still typing.
    pub unfinished: bool,
    /// What is known of the family that asks: what is not for them sinks, but does not vanish.
    pub screening: Option<&'a Screening<'a>>,
}

impl<'a> Request<'a> {
    /// A question in a language, for the ten best products of all categories.
    pub fn new(query: &'a str, language: Language) -> Self {
        Self { query, language, category: None, limit: 10, unfinished: true, screening: None }
    }
}

/// Why a question can not be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum QueryError {
    /// It is too long.
    #[error(
        "the question has {length} letters, and more than {LONGEST_QUERY} can not be searched: say in a few words what you need"
    )]
    TooLong {
        /// Letters in the question.
        length: usize,
    },
}

/// What was found.
#[derive(Debug)]
pub struct Answer<'e> {
    /// Numbers to call at once, if the question says that somebody is in danger.
    pub crisis_lines: Vec<&'e CrisisLine>,
    /// The products, the best first.
    pub hits: Vec<Hit<'e>>,
    /// The themes that fit the question, the best first, three at the most.
    pub themes: Vec<&'e Theme>,
    /// Words that were taken for misspelt: as typed and as understood, both folded.
    pub corrections: Vec<(String, String)>,
}

/// A product that answers the question.
#[derive(Debug)]
pub struct Hit<'e> {
    /// The product.
    pub product: &'e Product,
    /// How well it answers, in parts.
    pub score: Score,
    /// Why it is there.
    pub reason: Reason<'e>,
    /// What it is for the family that asks, if that is known. [`Screening::why`] tells the reason.
    pub verdict: Option<Verdict>,
    /// Whether the family that asks says it has it already.
    pub received: bool,
}

impl Searcher {
    /// Answers a question. The same question always gets the same answer.
    ///
    /// An empty question, or one of words that nothing in the catalogue is like, gets no hits.
    pub fn search(&self, request: &Request<'_>) -> Result<Answer<'_>, QueryError> {
        let length = request.query.chars().count();
        if length > LONGEST_QUERY {
            return Err(QueryError::TooLong { length });
        }
        let (index, catalogue, weights) = (self.index(), self.catalogue(), self.weights());
        let query = Query::new(index, request.query, request.language, request.unfinished, weights);
        let entries = rank::entries(index, &query, weights);

        let mut candidates = Candidates::new(catalogue.products.len(), query.words.len());
        let mut themes = Vec::new();
        let crisis_lines = self.crisis().lines(index, request.query);
        let crisis_lines = crisis_lines.into_iter().map(|at| &catalogue.settings.crisis_lines[at]).collect();
        for (at, entry) in entries.scored.iter().enumerate() {
            match entry.entry {
                Entry::Product(product) => candidates.offer_own(product, &entries, at),
                Entry::Theme(theme) => {
                    themes.push((theme, entry.passage));
                    let worth = |place: Place| {
                        let worth = place.worth(weights);
                        let score = entry.passage * worth;
                        let power = score.powf(weights.theme_power);
                        ThemeWorth { score, power, pooled: weights.pooled_theme * worth }
                    };
                    let worths: Vec<_> = Place::all(&catalogue.themes[theme as usize]).map(worth).collect();
                    for member in self.theme_products(theme as usize) {
                        let worth = &worths[member.place.number()];
                        candidates.offer_theme(member.product, worth, entries.shares(at), at);
                    }
                }
                Entry::Organisation(organisation) => {
                    for &product in self.organisation_products(organisation as usize) {
                        candidates.of(product).offer_organisation(entry.passage, at);
                    }
                }
            }
        }
        self.offer_related(&mut candidates);

        let is_asked_for = |product: &Product| {
            request.category.is_none_or(|only| product.category == *only || product.also_in.contains(only))
        };
        let mut best = 0.0_f32;
        let mut hits: Vec<(f32, u32)> = Vec::new();
        for (product, candidate) in candidates.iter_mut() {
            candidate.score.importance = self.importance(product);
            let total = candidate.score.total_from(candidate.of_texts, weights);
            // Most candidates are far from the best so far, and looking at the product itself takes long.
            if total >= best * WORTH_SHOWING && is_asked_for(&catalogue.products[product as usize]) {
                best = best.max(total);
                hits.push((total, product));
            }
        }
        // Of a question that is about something else, what seems to fit must fit well.
        let least = if query.foreign > MUCH { ABOUT_SOMETHING_ELSE } else { NOTHING };
        hits.retain(|(total, _)| *total >= best * WORTH_SHOWING && best >= least);
        let found = |product: u32| {
            request.screening.and_then(|screening| screening.of(&catalogue.products[product as usize].id))
        };
        for (total, product) in &mut hits {
            *total *= found(*product).map_or(1.0, |found| match found.verdict {
                _ if found.received => SUNK,
                Verdict::NotForYou => SUNK,
                Verdict::ForYou => RAISED,
                Verdict::Maybe | Verdict::ForEveryone => 1.0,
            });
        }
        keep_first(&mut hits, request.limit);
        let hits = hits
            .into_iter()
            .map(|(_, product)| {
                let candidate = candidates.of(product);
                let reason = match candidate.telling(weights) {
                    Telling::Entry(at) => {
                        let best = &entries.scored[at];
                        Reason::new(self, &index.passages[best.best as usize], best.words, &query)
                    }
                    Telling::Related(other) => Reason::related(&catalogue.products[other as usize]),
                };
                let found = found(product);
                Hit {
                    product: &catalogue.products[product as usize],
                    score: candidate.score,
                    reason,
                    verdict: found.map(|found| found.verdict),
                    received: found.is_some_and(|found| found.received),
                }
            })
            .collect();

        sort_by(&mut themes, |(a, a_score), (b, b_score)| b_score.total_cmp(a_score).then(a.cmp(b)));
        let least = themes.first().map_or(0.0, |(_, best)| (best * 0.6).max(0.35));
        let themes = themes
            .into_iter()
            .filter(|(_, score)| *score >= least)
            .take(3)
            .map(|(theme, _)| &catalogue.themes[theme as usize])
            .collect();
        Ok(Answer { crisis_lines, hits, themes, corrections: query.corrections })
    }

    /// Lets the best candidates recommend the products they name as ones to look at too.
    fn offer_related(&self, candidates: &mut Candidates) {
        let weights = self.weights();
        let mut best = candidates.add_texts(weights);
        keep_first(&mut best, RECOMMENDING);
        let most = best.first().map_or(0.0, |(most, _)| *most);
        if most <= 0.0 {
            return;
        }
        for (score, at) in best {
            // What is far from the question recommends little, also if it is the best there is.
            let worth = score.min(1.0) * (score / most);
            for other in self.related(at) {
                candidates.of(*other).offer_related(worth, at);
            }
            // The themes it fits best stand first.
            for (theme, share) in self.themes(at).iter().zip([1.0, 0.7]) {
                let places = Place::all(&self.catalogue().themes[*theme]);
                let worths: Vec<_> = places.map(|place| worth * share * place.worth(weights)).collect();
                for member in self.theme_products(*theme) {
                    let kindred = &mut candidates.of(member.product).score.kindred;
                    *kindred = kindred.max(worths[member.place.number()]);
                }
            }
        }
    }
}

/// How many of the best candidates recommend others.
const RECOMMENDING: usize = 8;

/// The better score first; of equals what stands first in the catalogue, whose order is that of the ids.
fn by_score((a, a_place): (f32, u32), (b, b_place): (f32, u32)) -> Ordering {
    b.total_cmp(&a).then(a_place.cmp(&b_place))
}

/// Keeps the first so many, in order. What comes after them is not sorted: it may be a hundred times as much.
fn keep_first(scored: &mut Vec<(f32, u32)>, count: usize) {
    if count < scored.len() {
        scored.select_nth_unstable_by(count, |a, b| by_score(*a, *b));
        scored.truncate(count);
    }
    sort_by(scored, |a, b| by_score(*a, *b));
}
