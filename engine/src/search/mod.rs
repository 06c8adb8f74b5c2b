//! Search: from a question in plain words to the products that answer it, and why.
//!
//! A question is understood (`query`) as words with the stems they may stand for, in every language of the catalogue. The
//! `index` tells which `passages` use them, and `rank` which entries those make likely.

pub(crate) mod index;
mod lexicon;
mod passages;
mod query;
mod rank;
mod reason;
mod suggest;

use std::collections::BTreeMap;

use thiserror::Error;

pub use index::IndexError;
pub use passages::Part;
pub use query::LONGEST_QUERY;
pub use rank::Score;
pub(crate) use rank::place_in_theme;
pub use reason::{Reason, ReasonSource};
pub use suggest::{Suggested, Suggestion};

use crate::{
    catalogue::{Category, CrisisLine, Id, Language, Product, Theme},
    explorer::Explorer,
    screening::{Screening, Verdict},
};
use passages::Entry;
use query::Query;

/// How well a question must fit a crisis line for its number to be shown. High, so that it keeps its meaning.
const IN_DANGER: f32 = 0.8;

/// A hit must score at least this part of the best one. What is less only makes the list long.
const WORTH_SHOWING: f32 = 0.3;

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

impl Explorer {
    /// Answers a question. The same question always gets the same answer.
    ///
    /// An empty question, or one of words that nothing in the catalogue is like, gets no hits.
    pub fn search(&self, request: &Request<'_>) -> Result<Answer<'_>, QueryError> {
        let length = request.query.chars().count();
        if length > LONGEST_QUERY {
            return Err(QueryError::TooLong { length });
        }
        let index = self.index();
        let query = Query::new(index, request.query, request.language, request.unfinished);
        let scored = rank::entries(index, &query);
        let catalogue = self.catalogue();

        let mut candidates: BTreeMap<u32, Candidate> = BTreeMap::new();
        let mut themes = Vec::new();
        let mut crisis_lines = Vec::new();
        for (at, entry) in scored.iter().enumerate() {
            match entry.entry {
                Entry::Product(product) => candidates.entry(product).or_default().own = Some(at),
                Entry::Theme(theme) => {
                    themes.push((theme, entry.passage));
                    for &product in self.theme_products(theme as usize) {
                        let place =
                            place_in_theme(catalogue, theme as usize, &catalogue.products[product as usize]);
                        candidates.entry(product).or_default().offer_theme(entry.passage * place, at);
                    }
                }
                Entry::Crisis(line) if entry.passage >= IN_DANGER => {
                    crisis_lines.push(&catalogue.settings.crisis_lines[line as usize]);
                }
                Entry::Crisis(_) => {}
                Entry::Organisation(organisation) => {
                    for &product in self.organisation_products(organisation as usize) {
                        candidates.entry(product).or_default().offer_organisation(entry.passage, at);
                    }
                }
            }
        }

        let mut hits: Vec<_> = candidates
            .into_iter()
            .map(|(product, candidate)| (&catalogue.products[product as usize], candidate))
            .filter(|(product, _)| {
                request
                    .category
                    .is_none_or(|only| product.category == *only || product.also_in.contains(only))
            })
            .map(|(product, candidate)| {
                let own = candidate.own.map(|at| &scored[at]);
                let score = Score {
                    passage: own.map_or(0.0, |own| own.passage),
                    together: own.map_or(0.0, |own| own.together),
                    theme: candidate.theme.0,
                    organisation: candidate.organisation.0,
                    importance: f32::from(product.importance.get()) / 5.0,
                };
                (product, candidate, score)
            })
            .collect();
        let best = hits.iter().map(|(.., score)| score.total()).fold(0.0, f32::max);
        hits.retain(|(.., score)| score.total() >= best * WORTH_SHOWING);
        let found = |product: &Product| request.screening.and_then(|screening| screening.of(&product.id));
        let worth = |product: &Product, score: &Score| {
            score.total()
                * found(product).map_or(1.0, |found| match found.verdict {
                    _ if found.received => SUNK,
                    Verdict::NotForYou => SUNK,
                    Verdict::ForYou => RAISED,
                    Verdict::Maybe | Verdict::ForEveryone => 1.0,
                })
        };
        hits.sort_by(|(a, _, a_score), (b, _, b_score)| {
            worth(b, b_score).total_cmp(&worth(a, a_score)).then_with(|| a.id.cmp(&b.id))
        });
        hits.truncate(request.limit);
        let hits = hits
            .into_iter()
            .map(|(product, candidate, score)| {
                let best = &scored[candidate.telling(&score)];
                let passage = &index.passages[best.best as usize];
                let found = found(product);
                Hit {
                    product,
                    score,
                    reason: Reason::new(catalogue, passage, best.words, &query),
                    verdict: found.map(|found| found.verdict),
                    received: found.is_some_and(|found| found.received),
                }
            })
            .collect();

        themes.sort_by(|(a, a_score), (b, b_score)| b_score.total_cmp(a_score).then(a.cmp(b)));
        let least = themes.first().map_or(0.0, |(_, best)| (best * 0.6).max(0.35));
        let themes = themes
            .into_iter()
            .filter(|(_, score)| *score >= least)
            .take(3)
            .map(|(theme, _)| &catalogue.themes[theme as usize])
            .collect();
        Ok(Answer { crisis_lines, hits, themes, corrections: query.corrections })
    }
}

/// A product that may be a hit: where in the list of scored entries its own texts, its best theme and its best
/// organisation are, the last two with how much they give it.
#[derive(Default)]
struct Candidate {
    own: Option<usize>,
    theme: (f32, usize),
    organisation: (f32, usize),
}

impl Candidate {
    fn offer_theme(&mut self, score: f32, at: usize) {
        if score > self.theme.0 {
            self.theme = (score, at);
        }
    }

    fn offer_organisation(&mut self, score: f32, at: usize) {
        if score > self.organisation.0 {
            self.organisation = (score, at);
        }
    }

    /// The entry that gives it most, which is the one to show as the reason. Its own texts come first among
    /// near equals, since they say most.
    fn telling(&self, score: &Score) -> usize {
        let own = self.own.map(|at| (0.2 + score.part_of_own_texts(), at));
        let others =
            [(score.part_of_theme(), self.theme.1), (score.part_of_organisation(), self.organisation.1)];
        own.into_iter().chain(others).max_by(|a, b| a.0.total_cmp(&b.0)).map_or(0, |(_, at)| at)
    }
}
