//! Words that carry no need: "ik", "the", "pour".

use crate::{catalogue::Language, sorting::sort_once};

/// The empty words of one language, sorted.
pub(super) struct StopWords(Vec<&'static str>);

impl StopWords {
    /// Those of this language; none for a language we have no list of.
    pub(super) fn of(language: Language) -> Self {
        let list = match language {
            Language::DUTCH => include_str!("stop_words/nl.txt"),
            Language::FRENCH => include_str!("stop_words/fr.txt"),
            Language::ENGLISH => include_str!("stop_words/en.txt"),
            _ => "",
        };
        let mut words: Vec<_> =
            list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect();
        sort_once(&mut words);
        Self(words)
    }

    /// Whether this folded word is one.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}
