//! Whose each passage is, in as little memory as possible: ranking asks it of hundreds of thousands of passages, far apart, and waits
//! for the memory more than for anything else.

use super::passages::Part;

/// For each passage the place of its entry among the entries, and which part of the entry it is.
#[derive(Default)]
pub(super) struct Owners {
    /// The entry of the first passage of each block.
    blocks: Vec<u32>,
    /// For each passage how many entries after that its own comes, times the number of parts, and its part.
    passages: Vec<u16>,
}

/// Whose a passage is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Owner {
    /// The place of its entry among the entries.
    pub entry: u32,
    /// The place of its part in [`Part::ALL`].
    pub part: u8,
}

/// How many passages a block has: so few that no passage lies more entries after the first than fit in sixteen bits.
const BLOCK: usize = 1 << 12;

impl Owners {
    /// Adds the next passage, of the last entry or of one after it.
    pub(super) fn push(&mut self, entry: usize, part: Part) {
        if self.passages.len().is_multiple_of(BLOCK) {
            self.blocks.push(entry as u32);
        }
        let first = self.blocks.last().map_or(0, |first| *first as usize);
        self.passages.push(((entry - first) * Part::ALL.len() + part as usize) as u16);
    }

    /// Whose a passage is.
    pub(super) fn of(&self, passage: usize) -> Owner {
        let held = usize::from(self.passages[passage]);
        let entry = self.blocks[passage / BLOCK] + (held / Part::ALL.len()) as u32;
        Owner { entry, part: (held % Part::ALL.len()) as u8 }
    }

    /// How many bytes of memory they take.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(&self.blocks[..]) + size_of_val(&self.passages[..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_are_found_again_across_blocks() {
        let mut owners = Owners::default();
        // An entry for each passage, which is the most there can be.
        for passage in 0..3 * BLOCK {
            owners.push(passage, Part::ALL[passage % 4]);
        }
        for passage in 0..3 * BLOCK {
            assert_eq!(owners.of(passage), Owner { entry: passage as u32, part: (passage % 4) as u8 });
        }
    }
}
