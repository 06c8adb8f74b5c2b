//! Words of danger: which numbers a question calls for.
//!
//! A number is too important to be ranked. It is shown if all words of one of its phrases stand in the question, in their
//! order and close together, in whatever form and in whatever language; little words count too, since "wil dood" is
//! something else than "dood". A long word may be misspelt.

use super::index::{Index, IndexedLanguage};
use crate::{
    catalogue::Catalogue,
    language::{Word, is_one_slip, words},
};

/// How many other words may stand between two words of a phrase.
const BETWEEN: usize = 2;

/// The shortest word that may be misspelt; shorter ones are too like others.
const LONG: usize = 6;

/// The phrases of all crisis lines, ready to be looked for.
pub(crate) struct CrisisPhrases(Vec<Phrase>);

struct Phrase {
    /// The crisis line, by its place in the catalogue.
    line: usize,
    /// Its language, by its place in the catalogue.
    language: usize,
    words: Vec<Form>,
}

/// A word in the form it has, and its stem.
struct Form {
    word: String,
    stem: String,
    /// Its first letter, and how many it has.
    first: Option<char>,
    /// Whether the catalogue knows it: then it is no slip for another.
    is_right: bool,
    letters: usize,
}

impl Form {
    fn new(word: &Word, index: &Index, language: &IndexedLanguage) -> Self {
        Self {
            word: word.text.clone(),
            stem: language.analyser.stem(&word.text).into_owned(),
            first: word.text.chars().next(),
            letters: word.text.chars().count(),
            is_right: index.vocabulary.contains(&word.text),
        }
    }

    /// Whether what somebody typed is this word in some form, or most likely meant to be.
    fn is(&self, typed: &Self) -> bool {
        self.stem == typed.stem
            || (!typed.is_right && self.is_near(typed) && is_one_slip(&self.word, &typed.word))
    }

    /// Whether one slip may lie between two long words. People seldom miss the first letter: "me rendre" is not "me pendre".
    fn is_near(&self, other: &Self) -> bool {
        self.letters.min(other.letters) >= LONG
            && self.letters.abs_diff(other.letters) <= 1
            && self.first == other.first
    }
}

impl CrisisPhrases {
    /// The phrases of this catalogue.
    pub(crate) fn new(catalogue: &Catalogue, index: &Index) -> Self {
        let mut phrases = Vec::new();
        for (line, crisis) in catalogue.settings.crisis_lines.iter().enumerate() {
            for (language, indexed) in index.languages.iter().enumerate() {
                for text in crisis.phrases.get(indexed.analyser.language()).into_iter().flatten() {
                    let words: Vec<_> =
                        words(text).iter().map(|word| Form::new(word, index, indexed)).collect();
                    if !words.is_empty() {
                        phrases.push(Phrase { line, language, words });
                    }
                }
            }
        }
        Self(phrases)
    }

    /// The crisis lines that a question calls for, by their places, in the order of the catalogue.
    pub(crate) fn lines(&self, index: &Index, question: &str) -> Vec<usize> {
        let typed = words(question);
        let forms: Vec<Vec<Form>> = index
            .languages
            .iter()
            .map(|language| typed.iter().map(|word| Form::new(word, index, language)).collect())
            .collect();
        let mut lines: Vec<_> = self
            .0
            .iter()
            .filter(|phrase| phrase.stands_in(&forms[phrase.language]))
            .map(|phrase| phrase.line)
            .collect();
        lines.dedup();
        lines
    }
}

impl Phrase {
    fn stands_in(&self, typed: &[Form]) -> bool {
        (0..typed.len()).any(|start| follows(&self.words, &typed[start..]))
    }
}

/// Whether these words stand at the beginning of a text, each at most a few words after the one before.
fn follows(words: &[Form], typed: &[Form]) -> bool {
    let Some((first, rest)) = words.split_first() else { return true };
    typed.first().is_some_and(|typed| first.is(typed))
        && (rest.is_empty() || (1..typed.len().min(BETWEEN + 2)).any(|next| follows(rest, &typed[next..])))
}
