//! The order of matches: what matters most to this family comes first.
//!
//! A product that secures a family's living comes before a discount, what fits few families before what fits all, what can
//! not wait before what can, and what answers a need the family named, or told of in an answer, before the rest. What comes by itself is told,
//! not pushed.

use super::{
    Truth, Verdict,
    logic::{Facts, Logic, Test},
    screen::opened,
    why::decisive,
};
use crate::{
    catalogue::{Catalogue, Id, TakeUp, Theme},
    search::{Weights, place_in_theme},
};

/// What the place of a match rests on, most parts from 0 to about 1, sums a little more.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Merit {
    /// How much the product matters to a family.
    pub importance: f32,
    /// How few families its conditions fit: by the rarest circumstance that makes it fit this one.
    pub specificity: f32,
    /// 1 if it fits because of a circumstance that can not wait.
    pub urgency: f32,
    /// How highly a need the family named places it.
    pub need: f32,
    /// How highly the needs of which the answers tell place it, all together.
    pub told: f32,
    /// How much of what its themes offer fits this family: a need the answers tell of, though it was not named.
    pub fit: f32,
    /// How many other products send people on to it.
    pub centrality: f32,
    /// How much comes within reach with it.
    pub opens: f32,
    /// How little work it takes to get it; nothing to do for what comes by itself, so nothing to push.
    pub ease: f32,
    /// How likely it is for them: 1 if every condition holds, less the more is not known.
    pub likelihood: f32,
}

impl Merit {
    /// The number by which matches are ordered. The weights were set on the families in `tests/families`, where they put
    /// most of what a family must find among its first twenty.
    pub fn total(&self) -> f32 {
        let worth = 0.65 * self.importance
            + 0.3 * self.specificity
            + 0.1 * self.urgency
            + 0.4 * self.need * (1.0 + self.specificity)
            + 0.15 * self.told
            + 0.45 * self.fit
            + 0.25 * self.centrality
            + 0.05 * self.opens
            + 0.05 * self.ease;
        worth * self.likelihood.powf(1.3)
    }
}

/// Judges the products for one family.
pub(super) struct Judge<'a> {
    catalogue: &'a Catalogue,
    logic: &'a Logic,
    facts: &'a Facts,
    verdicts: &'a [Verdict],
    /// The themes the family named, by their places.
    needs: Vec<usize>,
    /// The themes of which the answers tell, by their places.
    told: Vec<usize>,
    /// What comes within reach with each status: product, and how much. In the order of the products.
    opens: Vec<(u32, f32)>,
    /// How each product fits.
    tellings: Vec<Telling>,
    /// How much of what each theme offers fits.
    fits: Vec<f32>,
}

/// How a product fits a family, by its conditions alone; the parts are those of [`Merit`].
#[derive(Clone, Copy)]
struct Telling {
    specificity: f32,
    urgency: f32,
    likelihood: f32,
}

/// A product that fits by no rarer circumstance than this says nothing about what a family needs.
const ORDINARY: f32 = 0.3;

/// How many products a status must open for it to be as good as it gets, even if each is of the least importance.
const ENOUGH: usize = 51;

impl<'a> Judge<'a> {
    pub(super) fn new(
        catalogue: &'a Catalogue,
        logic: &'a Logic,
        facts: &'a Facts,
        verdicts: &'a [Verdict],
        received: &[bool],
        needs: &[Id<Theme>],
    ) -> Self {
        let place = |need: &Id<Theme>| catalogue.themes.binary_search_by(|theme| theme.id.cmp(need)).ok();
        let offered = |at: u32| {
            let at = at as usize;
            !received[at] && matches!(verdicts[at], Verdict::ForYou | Verdict::Maybe)
        };
        // Many statuses may grant the same.
        let mut opened_by: Vec<Option<Vec<usize>>> = vec![None; logic.grants.len()];
        let opens = logic
            .statuses
            .iter()
            .filter(|status| offered(status.product))
            .map(|status| {
                let opened = opened_by[status.grant].get_or_insert_with(|| {
                    opened(logic, facts, status.grant, |at| verdicts[at], |at| received[at])
                });
                let others = opened.iter().copied().filter(|at| *at != status.product as usize);
                // Ten products of weight are about as good as it gets; each weighs 0.2 or more, so these are enough.
                let weight: f32 = others.take(ENOUGH).map(|at| importance(catalogue, at)).sum();
                (status.product, (weight / 10.0).min(1.0))
            })
            .collect();
        let tells =
            |choices: &[(u16, u64)]| choices.iter().any(|(question, bits)| facts.chose(*question, *bits));
        let told = (0..logic.tellings.len()).filter(|theme| tells(&logic.tellings[*theme])).collect();
        let mut judge = Self {
            catalogue,
            logic,
            facts,
            verdicts,
            needs: needs.iter().filter_map(place).collect(),
            told,
            opens,
            tellings: Vec::new(),
            fits: Vec::new(),
        };
        judge.tellings = (0..catalogue.products.len()).map(|at| judge.telling(at)).collect();
        judge.fits = judge.fits_of_themes();
        judge
    }

    /// How the product in this place fits.
    fn telling(&self, at: usize) -> Telling {
        let mut telling = Telling { specificity: 0.0, urgency: 0.0, likelihood: self.likelihood(at) };
        // The rarity of a circumstance that only one product asks for.
        let rarest = (self.catalogue.products.len().max(2) as f32).ln();
        if let Some(audience) = &self.logic.audiences[at] {
            decisive(audience, self.facts, true, &mut |circumstance, holds| {
                if !holds {
                    return;
                }
                let place = usize::from(circumstance);
                let known = self.facts.circumstances.get(place) == Some(&Truth::True);
                let rarity = self.logic.rarity.get(place).copied().unwrap_or(0.0) / rarest;
                // What is not known yet says something too, but half as much.
                telling.specificity = telling.specificity.max(if known { rarity } else { 0.5 * rarity });
                if known && self.catalogue.profile.circumstances.get(place).is_some_and(|one| one.urgent) {
                    telling.urgency = 1.0;
                }
            });
        }
        telling
    }

    /// For each theme the share of what it offers that fits this family, weighed by importance.
    fn fits_of_themes(&self) -> Vec<f32> {
        let mut shares = vec![(0.0, f32::MIN_POSITIVE); self.catalogue.themes.len()];
        for (at, themes) in self.logic.themes.iter().enumerate() {
            let importance = importance(self.catalogue, at);
            let fits = match self.verdicts[at] {
                Verdict::ForYou | Verdict::Maybe => {
                    let telling = (self.tellings[at].specificity - ORDINARY).max(0.0);
                    importance * self.tellings[at].likelihood * telling
                }
                _ => 0.0,
            };
            for theme in themes {
                shares[*theme].0 += fits;
                shares[*theme].1 += importance;
            }
        }
        shares.into_iter().map(|(fits, all)| fits / all).collect()
    }

    /// The merit of the product in this place of the catalogue.
    pub(super) fn merit(&self, at: usize) -> Merit {
        let product = &self.catalogue.products[at];
        let places = |needs: &'_ [usize]| -> Vec<f32> {
            let of_product = needs.iter().filter(|need| self.logic.themes[at].contains(need));
            of_product.map(|need| place_in_theme(self.catalogue, *need, product, &Weights::TUNED)).collect()
        };
        let need = places(&self.needs).into_iter().fold(0.0, f32::max);
        let of_themes = self.logic.themes[at].iter().map(|theme| self.fits[*theme]);
        let fit = of_themes.clone().fold(0.0, f32::max) + 0.8 * of_themes.sum::<f32>();
        let opens = self
            .opens
            .binary_search_by_key(&(at as u32), |(status, _)| *status)
            .map_or(0.0, |place| self.opens[place].1);
        let telling = self.tellings[at];
        Merit {
            importance: importance(self.catalogue, at),
            specificity: telling.specificity,
            urgency: telling.urgency,
            need,
            told: places(&self.told).into_iter().sum(),
            fit,
            centrality: self.logic.centrality[at],
            opens,
            ease: match product.take_up {
                TakeUp::Automatic => 0.0,
                TakeUp::Referral => 0.4,
                TakeUp::Apply => 0.8,
                TakeUp::WalkIn => 1.0,
            },
            likelihood: telling.likelihood,
        }
    }

    fn likelihood(&self, at: usize) -> f32 {
        match (self.verdicts[at], &self.logic.audiences[at]) {
            (Verdict::Maybe, Some(Test::All(tests))) => {
                let known = tests.iter().filter(|test| self.facts.truth(test) == Truth::True).count();
                0.45 + 0.4 * known as f32 / tests.len().max(1) as f32
            }
            (Verdict::NotForYou, _) => 0.1,
            _ => 1.0,
        }
    }
}

/// How much a product matters, from 0.2 to 1.
pub(super) fn importance(catalogue: &Catalogue, at: usize) -> f32 {
    f32::from(catalogue.products[at].importance.get()) / 5.0
}
