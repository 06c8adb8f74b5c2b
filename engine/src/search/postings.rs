//! Where each stem occurs: an inverted index of one language.
//!
//! The stems themselves are no part of what a bundle holds: they follow from the words of the vocabulary, which it holds anyway. For
//! each of them, in order, it holds the passages that use it, as numbers that are small and therefore short.

use crate::language::WordList;

/// Which passages use each stem of a language.
#[derive(Default)]
pub(super) struct Postings {
    /// The stems. Some occur only in the lexicon.
    stems: WordList,
    /// The passages of each stem, one stem after the other.
    passages: Vec<u32>,
    /// Where the passages of each stem end.
    passage_ends: Vec<u32>,
}

impl Postings {
    /// The place of a stem among the stems of the language.
    pub(super) fn place(&self, stem: &str) -> Option<u32> {
        self.stems.place(stem).map(|at| at as u32)
    }

    /// How many stems the language has.
    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    /// The passages of every stem.
    pub(super) fn lists(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.stems.len() as u32).map(|place| self.list(place))
    }

    /// How many bytes of memory it takes.
    pub(super) fn bytes(&self) -> usize {
        self.stems.bytes() + size_of_val(&self.passages[..]) + size_of_val(&self.passage_ends[..])
    }

    /// The passages that use the stem in this place, in ascending order.
    pub(super) fn list(&self, place: u32) -> &[u32] {
        let start = place.checked_sub(1).map_or(0, |before| self.passage_ends[before as usize]);
        &self.passages[start as usize..self.passage_ends[place as usize] as usize]
    }

    /// Reads what [`write()`] has written for these stems, where the language has these passages. `None` if it does not fit.
    pub(super) fn read(stems: &[String], numbers: &[u32], of_language: &[u32]) -> Option<Self> {
        let mut postings = Self::default();
        let mut numbers = numbers.iter();
        for stem in stems {
            let count = *numbers.next()?;
            // The place among the passages of the language that comes next.
            let mut next = 0_usize;
            for _ in 0..count {
                let place = next.checked_add(*numbers.next()? as usize)?;
                postings.passages.push(*of_language.get(place)?);
                next = place + 1;
            }
            postings.stems.push(stem);
            postings.passage_ends.push(postings.passages.len() as u32);
        }
        numbers.next().is_none().then_some(postings)
    }
}

/// The passages of each stem as numbers for [`Postings::read`]: how many there are, and for each how many passages of the language lie
/// between it and the one before. `places` tells for each stem the places of its passages among those of the language, in order.
#[cfg(feature = "author")]
pub(super) fn write<'p>(places: impl Iterator<Item = &'p [u32]>) -> Vec<u32> {
    let mut numbers = Vec::new();
    for places in places {
        numbers.push(places.len() as u32);
        let mut next = 0;
        for place in places {
            numbers.push(place - next);
            next = place + 1;
        }
    }
    numbers
}

#[cfg(all(test, feature = "author"))]
mod tests {
    use super::*;

    #[test]
    fn passages_are_found_again_and_wrong_numbers_are_refused() {
        let stems: Vec<String> = ["geld", "huur", "nooit", "schuld"].map(str::to_owned).to_vec();
        let of_language: Vec<u32> = (0..10).map(|place| 3 * place + 1).collect();
        let places: [&[u32]; 4] = [&[0, 1, 9], &[4], &[], &[2, 8]];
        let numbers = write(places.into_iter());
        let read = Postings::read(&stems, &numbers, &of_language).expect("it is what was written");
        for (stem, places) in stems.iter().zip(places) {
            let passages: Vec<u32> = places.iter().map(|place| 3 * place + 1).collect();
            assert_eq!(read.place(stem).map(|place| read.list(place)), Some(&passages[..]), "{stem}");
        }
        assert!(["", "huu", "zzz"].iter().all(|stem| read.place(stem).is_none()));
        assert_eq!(read.lists().filter(|list| !list.is_empty()).count(), 3);
        assert!(Postings::read(&stems[1..], &numbers, &of_language).is_none());
        assert!(Postings::read(&stems, &numbers[1..], &of_language).is_none());
        assert!(Postings::read(&stems, &numbers, &of_language[1..]).is_none());
    }
}
