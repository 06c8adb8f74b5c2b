//! What somebody typed, understood: the words that matter, and for each the stems it may stand for.

use super::index::{Index, Stem};
use crate::{
    catalogue::Language,
    language::{Correction, Word, words},
};

/// How many letters a question may have. More is a text that was pasted by mistake.
pub const LONGEST_QUERY: usize = 1_000;

/// How many words of a question count. What somebody needs is said by then.
const MOST_WORDS: usize = 32;

/// How far a word in another language than the reader's counts when nothing says which language it is.
const OTHER_LANGUAGE: f32 = 0.6;

/// How many words may be meant by a misspelt or half-typed one.
const MOST_READINGS: usize = 8;

/// A question, understood.
pub(super) struct Query {
    /// The words that carry a need.
    pub words: Vec<QueryWord>,
    /// Words that were repaired: as typed, as understood.
    pub corrections: Vec<(String, String)>,
    /// How much the words weigh together: the most a passage can score.
    pub weight: f32,
}

/// A word of a question.
pub(super) struct QueryWord {
    /// As typed, folded.
    pub typed: String,
    /// What it may stand for, the surest first.
    pub readings: Vec<Reading>,
}

/// A stem that a word may stand for.
pub(super) struct Reading {
    pub stem: Stem,
    /// How sure it is that this is meant, from 0 to 1.
    pub certainty: f32,
}

impl Query {
    /// Understands a question of somebody who reads `language`. With `unfinished`, the last word may be a beginning.
    pub(super) fn new(index: &Index, text: &str, language: Language, unfinished: bool) -> Self {
        let mut typed = words(text);
        typed.truncate(MOST_WORDS);
        let certainty = language_certainty(index, &typed, language);
        let telling: Vec<_> = {
            let is_empty =
                |word: &Word| {
                    index.languages.iter().zip(&certainty).any(|(indexed, certainty)| {
                        *certainty > 0.9 && indexed.analyser.is_stop_word(&word.text)
                    })
                };
            let telling: Vec<_> = typed.iter().filter(|word| !is_empty(word)).collect();
            if telling.is_empty() { typed.iter().collect() } else { telling }
        };
        let open_ended = unfinished && text.ends_with(char::is_alphanumeric);
        let last = typed.last();
        let mut query = Self { words: Vec::new(), corrections: Vec::new(), weight: 0.0 };
        for word in telling {
            let is_last = open_ended && last.is_some_and(|last| last.place == word.place);
            query.add(index, &word.text, &certainty, is_last);
        }
        query
    }

    fn add(&mut self, index: &Index, word: &str, certainty: &[f32], may_be_unfinished: bool) {
        if self.words.iter().any(|known| known.typed == word) {
            return;
        }
        let mut readings = readings(index, word, certainty, 1.0);
        let known = !readings.is_empty() || index.vocabulary.contains(word);
        let completions = if may_be_unfinished && word.chars().count() >= 2 {
            index.vocabulary.completions(word, MOST_READINGS)
        } else {
            Vec::new()
        };
        // A word that is whole as it stands may still be the beginning of a longer one, but less likely.
        let as_beginning = if known { 0.3 } else { 0.8 };
        for completion in &completions {
            readings.extend(self::readings(index, &completion.word, certainty, as_beginning));
        }
        if readings.is_empty() && !known {
            let corrections = index.vocabulary.corrections(word, 3);
            for Correction { word, slips, .. } in &corrections {
                let certain = if *slips <= 1 { 0.85 } else { 0.65 };
                readings.extend(self::readings(index, word, certainty, certain));
            }
            if let Some(first) = corrections.first() {
                self.corrections.push((word.to_owned(), first.word.clone()));
            }
        }
        readings.sort_by(|a, b| b.certainty.total_cmp(&a.certainty));
        // A word nobody uses weighs as much as a fairly rare one: it was probably said for a reason.
        let unknown = (index.passages.len() as f32).ln() / 2.0;
        let weight =
            readings.iter().map(|reading| reading.stem.rarity * reading.certainty).fold(0.0, f32::max);
        self.weight += if readings.is_empty() { unknown } else { weight };
        self.words.push(QueryWord { typed: word.to_owned(), readings });
    }
}

/// The stems that a word has in the languages of the catalogue.
fn readings(index: &Index, word: &str, certainty: &[f32], certain: f32) -> Vec<Reading> {
    let mut readings = Vec::new();
    for (language, of_language) in index.languages.iter().zip(certainty) {
        if language.analyser.is_stop_word(word) {
            continue;
        }
        if let Some(stem) = language.stem(&language.analyser.stem(word)) {
            readings.push(Reading { stem, certainty: certain * of_language });
        }
    }
    if let Some(stem) = index.word_in_any(word) {
        readings.push(Reading { stem, certainty: certain });
    }
    readings
}

/// How sure it is that the question is in each language of the index, from [`OTHER_LANGUAGE`] to 1: by the words it
/// uses, and by the language of the reader where the words leave a doubt.
fn language_certainty(index: &Index, words: &[Word], reader: Language) -> Vec<f32> {
    let evidence: Vec<f32> = index
        .languages
        .iter()
        .map(|language| {
            let analyser = &language.analyser;
            let known = words
                .iter()
                .map(|word| {
                    if analyser.is_stop_word(&word.text) {
                        1.0
                    } else if language.stem(&analyser.stem(&word.text)).is_some() {
                        0.8
                    } else {
                        0.0
                    }
                })
                .sum::<f32>();
            known + if analyser.language() == reader { 0.5 } else { 0.0 }
        })
        .collect();
    let most = evidence.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    evidence.into_iter().map(|known| OTHER_LANGUAGE + (1.0 - OTHER_LANGUAGE) * known / most).collect()
}
