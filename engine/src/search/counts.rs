//! What a question adds up in each passage and each entry of a stretch of the index.
//!
//! These are lists with a place for everything there is, since a common word occurs in much of it. A large catalogue has millions of
//! passages, so they are counted a stretch at a time.

use std::ops::Range;

use super::{bits::Bits, index::Index};

/// How much of a question one passage covers.
#[derive(Clone, Copy, Default)]
pub(super) struct Cover {
    /// The words it shares, one bit each.
    pub words: u32,
    /// How much those weigh.
    pub weight: f32,
}

/// The counts of a question in a stretch of passages.
#[derive(Default)]
pub(super) struct Counts {
    /// The first passage of the stretch.
    first: u32,
    /// What each of its passages covers.
    covers: Vec<Cover>,
    /// The passages that cover anything.
    touched: Bits,
    /// The first entry of the stretch.
    first_entry: u32,
    /// How many words the question has.
    words: usize,
    /// For each entry and each word of the question the best that one of its passages makes of the word, as a share of the question.
    shares: Vec<f32>,
}

impl Counts {
    /// Nothing yet, of a question with so many words.
    pub(super) fn new(words: usize) -> Self {
        Self { words, ..Self::default() }
    }

    /// Begins a stretch that is not empty, of whole entries. What was counted before must have been taken.
    pub(super) fn begin(&mut self, index: &Index, stretch: &Range<usize>) {
        let (first, last) = (index.owners.of(stretch.start).entry, index.owners.of(stretch.end - 1).entry);
        let entries = (last - first) as usize + 1;
        self.first = stretch.start as u32;
        self.covers.resize(stretch.len(), Cover::default());
        self.touched.resize(stretch.len());
        self.first_entry = first;
        self.shares.resize(entries * self.words, 0.0);
    }

    /// Counts a word, by its bit, in a passage; `false` if the passage has it already.
    pub(super) fn cover(&mut self, passage: u32, word: u32, weight: f32) -> bool {
        let at = (passage - self.first) as usize;
        let cover = &mut self.covers[at];
        if cover.words & word != 0 {
            return false;
        }
        self.touched.add(at);
        cover.words |= word;
        cover.weight += weight;
        true
    }

    /// Counts the use of a word, by its place in the question, in a passage of an entry, where it makes up this share of the
    /// question. The passage must cover it.
    pub(super) fn use_in(&mut self, entry: u32, word: usize, share: f32) {
        let best = &mut self.shares[(entry - self.first_entry) as usize * self.words + word];
        *best = best.max(share);
    }

    /// Takes out every passage that covers anything, in order.
    pub(super) fn take(&mut self) -> impl Iterator<Item = u32> {
        self.touched.take().map(|passage| self.first + passage as u32)
    }

    /// What a passage covers; then forgotten.
    pub(super) fn take_cover(&mut self, passage: u32) -> Cover {
        std::mem::take(&mut self.covers[(passage - self.first) as usize])
    }

    /// What the passages of an entry make of each word, added to these; then forgotten.
    pub(super) fn take_shares(&mut self, entry: u32, shares: &mut Vec<f32>) {
        let start = (entry - self.first_entry) as usize * self.words;
        shares.extend(self.shares[start..start + self.words].iter_mut().map(std::mem::take));
    }
}
