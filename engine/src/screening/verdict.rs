//! Whether a product may be for a family.

use super::Truth;
use crate::catalogue::keyword;

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

/// The verdict on a product whose conditions are, together, true, false or unknown. Conditions that no question can
/// test do not count here; they are to be shown with the verdict.
impl From<Truth> for Verdict {
    fn from(conditions: Truth) -> Self {
        match conditions {
            Truth::True => Self::ForYou,
            Truth::Unknown => Self::Maybe,
            Truth::False => Self::NotForYou,
        }
    }
}
