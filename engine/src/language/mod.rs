//! What a text means in words that can be compared: folded, without empty words, reduced to stems.
//!
//! ```
//! use engine::{catalogue::Language, language::Analyser};
//! let dutch = Analyser::new(Language::DUTCH);
//! assert_eq!(dutch.stem("huren"), dutch.stem("huur"));
//! assert!(dutch.is_stop_word("ik"));
//! ```

mod compounds;
mod fold;
mod slips;
mod stems;
mod stop_words;
mod vocabulary;
mod word_list;
mod words;

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

pub use compounds::split_compound;
pub use fold::fold;
pub use slips::is_one_slip;
pub use vocabulary::{
    Correction, Vocabulary, VocabularyError, VocabularyFiles, VocabularyWriter, WordLanguages,
};
pub use word_list::WordList;
pub use words::{Word, words};

use crate::catalogue::Language;
use stems::Irregular;
use stop_words::StopWords;

/// Knows the stems and empty words of one language.
///
/// A language we have no rules for is still searched: its words are compared whole.
pub struct Analyser {
    language: Language,
    stemmer: Option<Stemmer>,
    stop_words: StopWords,
    irregular: Irregular,
}

impl Analyser {
    /// The analyser of a language.
    pub fn new(language: Language) -> Self {
        let algorithm = match language {
            Language::DUTCH => Some(Algorithm::Dutch),
            Language::FRENCH => Some(Algorithm::French),
            Language::ENGLISH => Some(Algorithm::English),
            _ => None,
        };
        Self {
            language,
            stemmer: algorithm.map(Stemmer::create),
            stop_words: StopWords::of(language),
            irregular: Irregular::of(language),
        }
    }

    /// The language it knows.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether a folded word carries no need: "ik", "the".
    pub fn is_stop_word(&self, word: &str) -> bool {
        self.stop_words.contains(word)
    }

    /// The stem of a folded word.
    pub fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        let Some(stemmer) = &self.stemmer else { return Cow::Borrowed(word) };
        match self.irregular.get(word) {
            Some(regular) => Cow::Owned(stemmer.stem(regular).into_owned()),
            None => stemmer.stem(word),
        }
    }

    /// The words that carry a need. Of a text of only empty words all are kept, so that it can be found at all.
    pub fn telling(&self, words: Vec<Word>) -> Vec<Word> {
        if words.iter().all(|word| self.is_stop_word(&word.text)) {
            return words;
        }
        words.into_iter().filter(|word| !self.is_stop_word(&word.text)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (language, one, other) in [
            (Language::DUTCH, "schulden", "schuld"),
            (Language::DUTCH, "betalen", "betaal"),
            (Language::DUTCH, "rekeningen", "rekening"),
            (Language::DUTCH, "kinderen", "kind"),
            (Language::DUTCH, "verloren", "verlies"),
            (Language::DUTCH, "huizen", "huis"),
            (Language::FRENCH, "problemes", "probleme"),
            (Language::FRENCH, "factures", "facture"),
            (Language::ENGLISH, "problems", "problem"),
            (Language::ENGLISH, "paying", "pay"),
        ] {
            let analyser = Analyser::new(language);
            assert_eq!(analyser.stem(one), analyser.stem(other), "{one}, {other}");
        }
    }

    #[test]
    fn empty_words_fall_away_unless_there_is_nothing_else() {
        let dutch = Analyser::new(Language::DUTCH);
        for (text, telling) in
            [("ik heb schulden", "schulden"), ("wat nu", "wat nu"), ("geen geld", "geen geld")]
        {
            let kept: Vec<_> = dutch.telling(words(text)).into_iter().map(|word| word.text).collect();
            assert_eq!(kept.join(" "), telling);
        }
    }
}
