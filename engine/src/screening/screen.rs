//! A screening: every product with its verdict, the most important first.

use std::fmt;

use super::{
    Merit, Profile, Truth, Verdict,
    logic::{Facts, Logic},
    merit::Judge,
};
use crate::{
    catalogue::{Catalogue, Category, Contradiction, Id, Product, Question},
    sorting::{sort_by, sort_by_number},
};

/// How many matches stand on top: more are not read.
pub const TOP: usize = 10;

/// All verdicts for one family.
pub struct Screening<'e> {
    pub(super) catalogue: &'e Catalogue,
    pub(super) logic: &'e Logic,
    pub(super) facts: Facts,
    matches: Vec<Match<'e>>,
    /// The match of each product, by its place in the catalogue.
    places: Vec<u32>,
}

impl fmt::Debug for Screening<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Screening").field("matches", &self.matches).finish_non_exhaustive()
    }
}

/// A product and what it is for a family.
#[derive(Clone, Debug)]
pub struct Match<'e> {
    /// The product.
    pub product: &'e Product,
    /// Whether it may be for them.
    pub verdict: Verdict,
    /// Whether they say they receive it already.
    pub received: bool,
    /// Why it stands where it stands.
    pub merit: Merit,
    /// The place of the product in the catalogue.
    pub(super) at: u32,
}

/// The groups in which matches stand, from the last to the first.
#[derive(PartialEq, Eq)]
enum Group {
    NotForYou,
    Received,
    ForEveryone,
    Offered,
}

impl Match<'_> {
    fn group(&self) -> Group {
        match self.verdict {
            _ if self.received => Group::Received,
            Verdict::ForYou | Verdict::Maybe => Group::Offered,
            Verdict::ForEveryone => Group::ForEveryone,
            Verdict::NotForYou => Group::NotForYou,
        }
    }

    /// Whether it is to be offered: it is for them, or may be, and they do not receive it.
    pub fn is_offered(&self) -> bool {
        self.group() == Group::Offered
    }
}

impl<'e> Screening<'e> {
    pub(super) fn new(catalogue: &'e Catalogue, logic: &'e Logic, profile: &Profile) -> Self {
        let facts = logic.facts(catalogue, &profile.answers, &profile.has);
        let verdicts: Vec<_> = (0..catalogue.products.len()).map(|at| logic.verdict(at, &facts)).collect();
        let received: Vec<_> = logic
            .receipts
            .iter()
            .zip(&catalogue.products)
            .map(|(receipts, product)| {
                profile.has.contains(&product.id)
                    || receipts.iter().any(|(question, choices)| facts.chose(*question, *choices))
            })
            .collect();
        let judge = Judge::new(catalogue, logic, &facts, &verdicts, &received, &profile.needs);
        let mut matches: Vec<_> = catalogue
            .products
            .iter()
            .enumerate()
            .map(|(at, product)| Match {
                product,
                verdict: verdicts[at],
                received: received[at],
                merit: judge.merit(at),
                at: at as u32,
            })
            .collect();
        // The products stand in the order of their ids, and the sort leaves equals in their order. Totals are positive, and
        // positive floats are in the order of their bits.
        sort_by_number(&mut matches, |found| {
            (found.group() as u64) << 32 | u64::from(found.merit.total().to_bits())
        });
        let mut places = vec![0; matches.len()];
        for (place, found) in matches.iter().enumerate() {
            places[found.at as usize] = place as u32;
        }
        Self { catalogue, logic, facts, matches, places }
    }

    /// Every product: first what is offered, then what is for everyone, what the family has, and what is not for them;
    /// the best first in each group.
    pub fn matches(&self) -> &[Match<'e>] {
        &self.matches
    }

    /// What is for the family, or may be.
    pub fn offered(&self) -> impl Iterator<Item = &Match<'e>> {
        self.group(Group::Offered)
    }

    /// What is for everyone.
    pub fn for_everyone(&self) -> impl Iterator<Item = &Match<'e>> {
        self.group(Group::ForEveryone)
    }

    /// What the family receives already.
    pub fn received(&self) -> impl Iterator<Item = &Match<'e>> {
        self.group(Group::Received)
    }

    /// What is not for the family.
    pub fn not_for_you(&self) -> impl Iterator<Item = &Match<'e>> {
        self.group(Group::NotForYou)
    }

    fn group(&self, group: Group) -> impl Iterator<Item = &Match<'e>> {
        self.matches.iter().filter(move |found| found.group() == group)
    }

    /// The few that matter most.
    pub fn top(&self) -> impl Iterator<Item = &Match<'e>> {
        self.offered().take(TOP)
    }

    /// What is offered below the top, by category, in the order of the categories.
    pub fn rest(&self) -> Vec<(&'e Category, Vec<&Match<'e>>)> {
        let rest: Vec<_> = self.offered().skip(TOP).collect();
        let of = |category: &'e Category| {
            let found: Vec<_> =
                rest.iter().copied().filter(|found| found.product.category == *category.id).collect();
            (category, found)
        };
        self.catalogue.settings.categories.iter().map(of).filter(|(_, found)| !found.is_empty()).collect()
    }

    /// The match of a product.
    pub fn of(&self, product: &Id<Product>) -> Option<&Match<'e>> {
        let at = self.catalogue.products.binary_search_by(|known| known.id.cmp(product)).ok()?;
        self.matches.get(self.places[at] as usize)
    }

    /// The products that come within reach with a status: those that would be for the family, or might be, only then.
    /// Empty for a product that is no status.
    pub fn opened_by(&self, found: &Match<'_>) -> Vec<&'e Product> {
        let statuses = &self.logic.statuses;
        let Ok(status) = statuses.binary_search_by_key(&found.at, |status| status.product) else {
            return Vec::new();
        };
        let verdict = |at: usize| self.matches[self.places[at] as usize].verdict;
        let received = |at: usize| self.matches[self.places[at] as usize].received;
        let opened = opened(self.logic, &self.facts, statuses[status].grant, verdict, received);
        let others = opened.into_iter().filter(|at| *at != found.at as usize);
        let mut opened: Vec<_> = others.map(|at| &self.catalogue.products[at]).collect();
        sort_by(&mut opened, |a, b| b.importance.cmp(&a.importance));
        opened
    }

    /// Whether a question has to be asked: unknown while other answers decide it.
    pub fn is_asked(&self, question: &Id<Question>) -> Truth {
        let place = self.catalogue.profile.questions.iter().position(|known| *known.id == *question);
        place.map_or(Truth::False, |at| self.facts.asked(at as u16))
    }

    /// What the answers say that can not be true together.
    pub fn contradictions(&self) -> impl Iterator<Item = &'e Contradiction> {
        let found = self.logic.contradictions(&self.facts);
        found.filter_map(|at| self.catalogue.profile.contradictions.get(at))
    }

    /// Whether a circumstance holds, by its place in the profile.
    pub(super) fn truth(&self, circumstance: u16) -> Truth {
        self.facts.circumstances.get(usize::from(circumstance)).copied().unwrap_or(Truth::Unknown)
    }
}

/// The products that a status with this grant brings within reach, by their places; it may be one of them itself.
pub(super) fn opened(
    logic: &Logic,
    facts: &Facts,
    grant: usize,
    verdict: impl Fn(usize) -> Verdict,
    received: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let (with, reached) = logic.with_grant(facts, grant);
    reached
        .iter()
        .map(|at| *at as usize)
        .filter(|at| {
            let better = matches!(
                (verdict(*at), logic.verdict(*at, &with)),
                (Verdict::NotForYou, Verdict::ForYou | Verdict::Maybe) | (Verdict::Maybe, Verdict::ForYou)
            );
            better && !received(*at)
        })
        .collect()
}
