//! The rights check: from a family's answers to what may be for them, and why.
//!
//! [`Answers`] become circumstances, each true, false or [unknown](Truth). A product's conditions, written in
//! circumstances, then give its [`Verdict`]. A [`Screening`] holds all verdicts, the most important first, can
//! [explain](Screening::why) each, knows [what opens](Screening::opened_by) with a status, and
//! [which question](Screening::next_question) decides most.
//!
//! ```no_run
//! use engine::{Explorer, catalogue::{Catalogue, Id, Language, Sources}, screening::{Given, Profile}};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sources = Sources::read("catalogue".as_ref())?;
//! let explorer = Explorer::new(Catalogue::load(&sources).map_err(|_| "it has faults")?)?;
//! let mut profile = Profile::default();
//! profile.answers.set(Id::new("children"), Given::Ages(vec![0, 4]));
//! let screening = explorer.screen(&profile);
//! for found in screening.top() {
//!     println!("{}: {}", found.product.id, screening.why(found).sentence(Language::ENGLISH));
//! }
//! # Ok(())
//! # }
//! ```

mod answers;
mod compare;
#[cfg(feature = "author")]
mod family;
mod logic;
mod merit;
mod next_question;
mod profile;
mod screen;
mod screener;
mod sheet;
mod truth;
mod verdict;
mod why;

pub use answers::{AnswerError, Answers, Given};
pub use compare::{Change, Changes, compare};
#[cfg(feature = "author")]
pub use family::{Expected, Family};
pub(crate) use logic::Logic;
#[cfg(feature = "author")]
pub(crate) use logic::MOST_CHOICES;
pub use merit::Merit;
pub use next_question::NextQuestion;
pub use profile::{Profile, ProfileError};
pub use screen::{Match, Screening, TOP};
pub use screener::Screener;
pub use sheet::{Entry, OpenQuestion, Section, Sheet};
pub use truth::Truth;
pub use verdict::Verdict;
pub use why::{Fact, Why};
