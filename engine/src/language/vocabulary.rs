//! The words of the catalogue, for repairing what is misspelt and completing what is half typed.
//!
//! The words stand in one fst, which a Levenshtein automaton walks together with the word somebody typed: only
//! the branches that can still become a word within the allowed number of slips are visited.

use std::{collections::HashMap, sync::OnceLock};

use fst::{Automaton, IntoStreamer, Map, MapBuilder, Streamer, automaton::Str};
use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
use thiserror::Error;

use super::{Word, slips};
use crate::catalogue::Language;

/// The bytes do not hold a vocabulary.
#[derive(Debug, Error)]
#[error("the list of words can not be read: {0}")]
pub struct VocabularyError(#[from] fst::Error);

/// Every word of the catalogue, folded, with its languages and how often it is used.
pub struct Vocabulary {
    words: Map<Vec<u8>>,
    /// What makes automata for one slip and for two. Made when a word has to be repaired for the first time: that takes
    /// longer than anything else when a bundle is opened.
    one_slip: OnceLock<LevenshteinAutomatonBuilder>,
    two_slips: OnceLock<LevenshteinAutomatonBuilder>,
}

/// A word of the catalogue that somebody may have meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word, folded.
    pub word: String,
    /// How many letters differ, swapped neighbours counting as one; 0 for a completed word.
    pub slips: u8,
    /// How often the catalogue uses it.
    pub uses: u32,
    /// The languages it belongs to.
    pub languages: WordLanguages,
}

/// The languages a word belongs to: one bit each in the order in which the catalogue lists them, and one for a word of names that
/// belong to no language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordLanguages(u8);

/// The bit of words that belong to no language.
const NO_LANGUAGE: u32 = 7;

/// The bit of the language in this place.
fn bit(place: usize) -> u32 {
    (place as u32).min(NO_LANGUAGE - 1)
}

impl WordLanguages {
    /// Whether it is a word of the language in this place.
    pub fn has(self, place: usize) -> bool {
        self.0 & (1 << bit(place)) != 0
    }

    /// Whether it stands in a name that belongs to no language.
    pub fn has_none(self) -> bool {
        self.0 & (1 << NO_LANGUAGE) != 0
    }
}

/// Counts the words of a catalogue for its [`Vocabulary`].
pub struct VocabularyWriter<'l> {
    languages: &'l [Language],
    /// For each word its languages, one bit each, and above those how often it is used.
    counted: HashMap<String, u64>,
}

impl<'l> VocabularyWriter<'l> {
    /// No words yet, of these languages; of more than seven, the last share a bit.
    pub fn new(languages: &'l [Language]) -> Self {
        Self { languages, counted: HashMap::new() }
    }

    /// Counts the words of a text in a language, or in none.
    pub fn add(&mut self, language: Option<Language>, words: &[Word]) {
        let place = language.and_then(|language| self.languages.iter().position(|known| *known == language));
        let bit = place.map_or(NO_LANGUAGE, bit);
        for word in words {
            // Most words are known already, and need no copy then.
            let value = match self.counted.get_mut(&word.text) {
                Some(value) => value,
                None => self.counted.entry(word.text.clone()).or_default(),
            };
            *value = (*value + (1 << 8)) | (1 << bit);
        }
    }

    /// The words as bytes for [`Vocabulary::from_bytes`].
    pub fn finish(self) -> Result<Vec<u8>, VocabularyError> {
        let mut counted: Vec<_> = self.counted.into_iter().collect();
        counted.sort_unstable();
        let mut builder = MapBuilder::memory();
        for (word, value) in counted {
            builder.insert(word, value)?;
        }
        Ok(builder.into_inner()?)
    }
}

impl Vocabulary {
    /// The vocabulary in these bytes.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, VocabularyError> {
        let words = Map::new(bytes)?;
        // To walk through damaged bytes is to fall.
        words.as_fst().verify()?;
        Ok(Self { words, one_slip: OnceLock::new(), two_slips: OnceLock::new() })
    }

    /// Calls `found` with every word, in order.
    pub fn each(&self, mut found: impl FnMut(&str, WordLanguages)) {
        let mut stream = self.words.stream();
        while let Some((bytes, value)) = stream.next() {
            if let Ok(word) = std::str::from_utf8(bytes) {
                found(word, WordLanguages(value as u8));
            }
        }
    }

    /// Whether the catalogue uses this folded word.
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// The words that were probably meant by one the catalogue does not use, the likeliest first.
    ///
    /// A word of three letters or fewer is never repaired: too many words are like it. Up to seven letters one
    /// slip is allowed, from eight on two.
    pub fn corrections(&self, word: &str, limit: usize) -> Vec<Correction> {
        let builder = match word.chars().count() {
            0..=3 => return Vec::new(),
            4..=7 => self.one_slip.get_or_init(|| LevenshteinAutomatonBuilder::new(1, true)),
            _ => self.two_slips.get_or_init(|| LevenshteinAutomatonBuilder::new(2, true)),
        };
        let dfa = builder.build_dfa(word);
        let mut found = Vec::new();
        let mut stream = self.words.search(&dfa).into_stream();
        while let Some((bytes, value)) = stream.next() {
            if let Distance::Exact(slips) = dfa.eval(bytes) {
                found.extend(correction(bytes, value, slips));
            }
        }
        let first = word.chars().next();
        // People seldom miss the first letter, and a short word with another one is another word: "lille" is not "fille".
        if word.chars().count() <= 5 {
            found.retain(|candidate: &Correction| candidate.word.chars().next() == first);
        }
        // What sounds the same counts as one slip, however many letters differ; so does a sound at the beginning.
        let alike = slips::sound_alikes(word);
        for other in &alike {
            if let Some(value) = self.words.get(other) {
                found.retain(|candidate| candidate.word != *other);
                found.extend(correction(other.as_bytes(), value, 1));
            }
        }
        found.sort_by_key(|candidate: &Correction| {
            let likely = alike.contains(&candidate.word) || slips::is_wrong_key(word, &candidate.word);
            let other_start = candidate.word.chars().next() != first && !likely;
            (
                2 * (candidate.slips + u8::from(other_start)) - u8::from(likely),
                std::cmp::Reverse(candidate.uses),
                candidate.word.clone(),
            )
        });
        found.truncate(limit);
        found
    }

    /// The words that begin with this, the most used first. The beginning itself, if it is a word, is not among them.
    pub fn completions(&self, beginning: &str, limit: usize) -> Vec<Correction> {
        let mut found = Vec::new();
        let mut stream = self.words.search(Str::new(beginning).starts_with()).into_stream();
        while let Some((bytes, value)) = stream.next() {
            if bytes.len() > beginning.len() {
                found.extend(correction(bytes, value, 0));
            }
        }
        found.sort_by(|a, b| b.uses.cmp(&a.uses).then_with(|| a.word.cmp(&b.word)));
        found.truncate(limit);
        found
    }
}

fn correction(bytes: &[u8], value: u64, slips: u8) -> Option<Correction> {
    let word = std::str::from_utf8(bytes).ok()?.to_owned();
    Some(Correction {
        word,
        slips,
        uses: u32::try_from(value >> 8).unwrap_or(u32::MAX),
        languages: WordLanguages(value as u8),
    })
}

#[cfg(all(test, feature = "author"))]
mod tests {
    use super::*;
    use crate::language::words;

    fn vocabulary() -> Vocabulary {
        vocabulary_of(&[
            (Language::DUTCH, "schulden bij de deurwaarder, ik kom niet rond"),
            (Language::DUTCH, "schuldbemiddeling schulden huur"),
            (Language::FRENCH, "dettes huissier"),
        ])
    }

    fn vocabulary_of(texts: &[(Language, &str)]) -> Vocabulary {
        let mut writer = VocabularyWriter::new(&[Language::DUTCH, Language::FRENCH]);
        for (language, text) in texts {
            writer.add(Some(*language), &words(text));
        }
        Vocabulary::from_bytes(writer.finish().unwrap()).unwrap()
    }

    #[test]
    fn misspelt_words_are_repaired() {
        for (typed, meant) in [
            ("shulden", "schulden"),
            ("schudlen", "schulden"),
            ("deurwarder", "deurwaarder"),
            ("duerwaerder", "deurwaarder"),
            ("huisier", "huissier"),
            ("huir", "huur"),
        ] {
            let words = vocabulary().corrections(typed, 3);
            assert_eq!(words.first().map(|c| c.word.as_str()), Some(meant), "{typed}");
        }
    }

    #[test]
    fn what_sounds_the_same_or_lies_beside_it_is_meant_first() {
        let vocabulary =
            vocabulary_of(&[(Language::DUTCH, "tijd tand reizen reisje zorg borg gas gat gas gat gat")]);
        for (typed, meant) in [("teid", "tijd"), ("rijzen", "reizen"), ("sorg", "zorg")] {
            let words = vocabulary.corrections(typed, 3);
            assert_eq!(words.first().map(|found| found.word.as_str()), Some(meant), "{typed}");
        }
    }

    #[test]
    fn short_and_unlike_words_are_left_alone() {
        for typed in ["hur", "", "voetbal", "xylofoon"] {
            assert_eq!(vocabulary().corrections(typed, 3), [], "{typed}");
        }
    }

    #[test]
    fn half_typed_words_are_completed_most_used_first() {
        let words: Vec<_> = vocabulary().completions("schuld", 5).into_iter().map(|c| c.word).collect();
        assert_eq!(words, ["schulden", "schuldbemiddeling"]);
    }

    #[test]
    fn a_short_word_with_another_first_letter_is_another_word() {
        assert!(vocabulary().corrections("buur", 3).is_empty());
        assert_eq!(vocabulary().corrections("huuur", 3)[0].word, "huur");
    }

    #[test]
    fn a_word_knows_its_languages() {
        let french = &vocabulary().completions("dett", 1)[0];
        assert_eq!((french.languages, french.uses), (WordLanguages(0b10), 1));
    }

    #[test]
    fn damaged_bytes_are_refused() {
        assert!(Vocabulary::from_bytes(b"no fst".to_vec()).is_err());
    }
}
