//! The rights check: from a family's answers to what may be for them, and why.
//!
//! [`Answers`] become [circumstances](circumstances::Circumstances), each true, false or [unknown](Truth). A product's
//! conditions, written in circumstances, then give its [verdict](Verdict).

mod answers;
mod circumstances;
mod truth;
mod verdict;

pub use answers::{Answers, Given};
pub use circumstances::Circumstances;
pub use truth::Truth;
pub use verdict::Verdict;
