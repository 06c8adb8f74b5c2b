//! A set of places in a long list, to go through in order without sorting.

use std::iter::successors;

/// A set of places, one bit each.
#[derive(Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// No places in a list of this length.
    pub(super) fn none(length: usize) -> Self {
        Self(vec![0; length.div_ceil(64)])
    }

    /// Makes room for a list of this length.
    pub(super) fn resize(&mut self, length: usize) {
        self.0.resize(length.div_ceil(64), 0);
    }

    /// Adds a place.
    pub(super) fn add(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Takes every place out, in order.
    pub(super) fn take(&mut self) -> impl Iterator<Item = usize> {
        self.0.iter_mut().enumerate().flat_map(|(at, bits)| places(at, std::mem::take(bits)))
    }
}

/// The places of the bits that are set in one number.
fn places(at: usize, bits: u64) -> impl Iterator<Item = usize> {
    let some = |bits: u64| (bits != 0).then_some(bits);
    // Each number is the one before without its lowest bit.
    successors(some(bits), move |bits| some(bits & (bits - 1)))
        .map(move |bits| at * 64 + bits.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn places_come_out_once_and_in_order() {
        let mut bits = Bits::none(200);
        for place in [199, 0, 63, 64, 5, 63] {
            bits.add(place);
        }
        assert_eq!(bits.take().collect::<Vec<_>>(), [0, 5, 63, 64, 199]);
        assert_eq!(bits.take().count(), 0);
    }
}
