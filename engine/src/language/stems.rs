//! Forms that the stemmer of a language does not bring together.

use std::collections::HashMap;

use crate::catalogue::Language;

/// Irregular forms, each with the word to take the stem of.
pub(super) struct Irregular(HashMap<&'static str, &'static str>);

impl Irregular {
    /// Those of a language; none for a language we have no list of.
    pub(super) fn of(language: Language) -> Self {
        let list = match language {
            Language::DUTCH => include_str!("stems/nl.txt"),
            _ => "",
        };
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        Self(lines.filter_map(|line| line.split_once(' ')).collect())
    }

    /// The word to which a folded form belongs.
    pub(super) fn get(&self, form: &str) -> Option<&'static str> {
        self.0.get(form).copied()
    }
}

#[cfg(test)]
mod tests {
    use rust_stemmers::{Algorithm, Stemmer};

    use super::*;

    #[test]
    fn every_form_is_one_that_the_stemmer_misses() {
        let stemmer = Stemmer::create(Algorithm::Dutch);
        let idle: Vec<_> = Irregular::of(Language::DUTCH)
            .0
            .into_iter()
            .filter(|(form, word)| stemmer.stem(form) == stemmer.stem(word))
            .collect();
        assert!(idle.is_empty(), "{idle:?}");
    }
}
