//! From circumstances to the verdict on a product.

use super::{Circumstances, Truth};
use crate::catalogue::{Condition, Product, keyword};

keyword! {
    /// Whether a product may be for a family.
    pub enum Verdict {
        /// Every condition that can be tested holds.
        ForYou = "for-you",
        /// It depends on what is not known yet.
        Maybe = "maybe",
        /// A condition does not hold.
        NotForYou = "not-for-you",
        /// It asks nothing of a family.
        ForEveryone = "for-everyone",
    }
}

impl Verdict {
    /// The verdict on a product for a family in these circumstances. Conditions that no question can test do not count
    /// here; they are to be shown with the verdict.
    pub fn of(product: &Product, circumstances: &Circumstances<'_>) -> Self {
        let Some(audience) = &product.audience else { return Self::ForEveryone };
        let hold =
            |conditions: &[Condition]| conditions.iter().map(|c| holds(c, circumstances)).collect::<Vec<_>>();
        let any = hold(&audience.any);
        let all = hold(&audience.all)
            .into_iter()
            .chain((!any.is_empty()).then(|| Truth::any(any)))
            .chain(hold(&audience.not).into_iter().map(Truth::not));
        match Truth::all(all) {
            Truth::True => Self::ForYou,
            Truth::Unknown => Self::Maybe,
            Truth::False => Self::NotForYou,
        }
    }
}

/// Whether a condition holds.
fn holds(condition: &Condition, circumstances: &Circumstances<'_>) -> Truth {
    match condition {
        Condition::Is(id) => circumstances.get(id),
        Condition::All(conditions) => Truth::all(conditions.iter().map(|c| holds(c, circumstances))),
        Condition::Any(conditions) => Truth::any(conditions.iter().map(|c| holds(c, circumstances))),
        Condition::Not(condition) => holds(condition, circumstances).not(),
    }
}
