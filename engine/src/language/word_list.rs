//! Words in the order of the alphabet, one after the other in one text: a word of its own for each would take far more memory.

use std::ops::Range;

/// Words in ascending order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordList {
    text: String,
    /// Where each word ends.
    ends: Vec<u32>,
}

impl WordList {
    /// Adds a word, which must come after the last.
    pub fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The word in this place.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[place] as usize]
    }

    /// The place of a word.
    pub fn place(&self, word: &str) -> Option<usize> {
        let place = self.partition_point(|other| other < word);
        (place < self.len() && self.get(place) == word).then_some(place)
    }

    /// The places of the words that begin so.
    pub fn beginning(&self, letters: &str) -> Range<usize> {
        let start = self.partition_point(|word| word < letters);
        start..self.partition_point(|word| word < letters || word.starts_with(letters))
    }

    /// How many words, from the first on, are as `is_before` says. Those that are must come before those that are not.
    fn partition_point(&self, is_before: impl Fn(&str) -> bool) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if is_before(self.get(middle)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    /// Every word, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.get(place))
    }

    /// How many bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        self.text.len() + size_of_val(&self.ends[..])
    }
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn words_are_found_where_they_stand() {
        let mut list = WordList::default();
        assert_eq!((list.place("huur"), list.is_empty()), (None, true));
        let words = ["geld", "huis", "huur", "schuld"];
        for word in words {
            list.push(word);
        }
        for (place, word) in words.into_iter().enumerate() {
            assert_eq!(list.place(word), Some(place), "{word}");
        }
        assert_eq!((list.place(""), list.place("hu"), list.place("zorg")), (None, None, None));
        assert_eq!((list.beginning("hu"), list.beginning("zorg"), list.beginning("")), (1..3, 4..4, 0..4));
        assert_eq!(list.iter().collect::<Vec<_>>(), words);
    }
}
