//! The words on screens and papers, in every language: one file a language, in `messages/`.
//!
//! A message with gaps, such as `{count} results`, is a method that takes what fills them. The build stops when a
//! language misses a message, so what compiles is complete.

use crate::catalogue::Language;

pub use generated::*;
use generated::{ALL, EN};

// The comments there are the messages themselves, not Markdown.
#[allow(clippy::doc_markdown)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// The messages of this language; those of English if there is no file for it.
///
/// ```
/// use engine::{catalogue::Language, messages};
/// assert_eq!(messages::of(Language::DUTCH).search.button, "Zoek");
/// ```
pub fn of(language: Language) -> &'static Messages {
    let find = |code: &str| ALL.iter().find(|(known, _)| *known == code).map(|(_, messages)| *messages);
    find(language.code()).unwrap_or(&EN)
}
