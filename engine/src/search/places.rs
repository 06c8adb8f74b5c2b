//! Where the stems of a question's words stand among the stems of each language.
//!
//! To understand a question the same word is looked at from many sides, in every language; to take its stem and look for it is the
//! slow part, and done once.

use std::{cell::RefCell, rc::Rc};

use super::index::Index;

/// The places of the stems of words, as far as they have been asked for.
pub(super) struct Places<'i> {
    index: &'i Index,
    known: RefCell<Vec<(String, OfWord)>>,
}

/// The place of a word's stem in each language; `None` for one the language does not have.
pub(super) type OfWord = Rc<[Option<u32>]>;

impl<'i> Places<'i> {
    pub(super) fn new(index: &'i Index) -> Self {
        Self { index, known: RefCell::default() }
    }

    /// The places of a folded word's stem.
    pub(super) fn of(&self, word: &str) -> OfWord {
        // A question has few words: to go through them is quicker than to hash one.
        if let Some((_, places)) = self.known.borrow().iter().find(|(known, _)| known == word) {
            return Rc::clone(places);
        }
        let languages = self.index.languages.iter();
        let places: OfWord =
            languages.map(|language| language.place(&language.analyser.stem(word))).collect();
        self.known.borrow_mut().push((word.to_owned(), Rc::clone(&places)));
        places
    }

    /// Whether some passage uses a word, in whatever language and form.
    pub(super) fn are_used(&self, word: &str) -> bool {
        let places = self.of(word);
        let used = self.index.languages.iter().zip(&*places).any(|(language, place)| language.uses(*place));
        used || self.index.word_in_any(word).is_some()
    }
}
