//! Lists in order, by one sort for all of them.
//!
//! The sorts of the standard library are fast because each is compiled for its type and order. That is 5 to 8 KB of WebAssembly for
//! every place that sorts, and a tenth of what a visitor waits for. Here places are sorted and things put there: one sort for all.

use std::cmp::{Ordering, Reverse};

/// As many are sooner sorted where they stand.
const FEW: usize = 16;

/// Sorts by an order; equals stay as they stand.
pub(crate) fn sort_by<T>(things: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    if things.len() > FEW {
        let places = places(things.len(), &|a, b| order(&things[a], &things[b]));
        put_in(things, places);
        return;
    }
    for end in 1..things.len() {
        let mut at = end;
        while at > 0 && order(&things[at - 1], &things[at]).is_gt() {
            things.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Sorts many by a number that each has, the highest first; equals stay as they stand. Faster than [`sort_by`].
pub(crate) fn sort_by_number<T>(things: &mut [T], number: impl Fn(&T) -> u64) {
    let mut numbers: Vec<(Reverse<u64>, usize)> =
        things.iter().enumerate().map(|(at, thing)| (Reverse(number(thing)), at)).collect();
    numbers.sort_unstable();
    put_in(things, numbers.into_iter().map(|(_, place)| place).collect());
}

/// Puts in each place the thing that belongs there.
fn put_in<T>(things: &mut [T], mut places: Vec<usize>) {
    // Each circle of things that take each other's places is gone round once.
    for start in 0..things.len() {
        let mut at = start;
        loop {
            let from = places[at];
            places[at] = at;
            if from == start {
                break;
            }
            things.swap(at, from);
            at = from;
        }
    }
}

/// Sorts, and keeps each once.
pub(crate) fn sort_once<T: Ord>(things: &mut Vec<T>) {
    sort_by(things, T::cmp);
    things.dedup();
}

/// For each place which thing belongs there.
fn places(length: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|a, b| order(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        for length in 0..40_u32 {
            let things: Vec<_> = (0..length).map(|at| (at * 7919 % 11, at)).collect();
            let mut sorted = things.clone();
            sort_by(&mut sorted, |(a, _), (b, _)| b.cmp(a));
            let mut expected = things.clone();
            expected.sort_by_key(|(key, _)| Reverse(*key));
            assert_eq!(sorted, expected);
            let mut sorted = things.clone();
            sort_by_number(&mut sorted, |(key, _)| u64::from(*key));
            assert_eq!(sorted, expected);

            let mut once: Vec<_> = things.iter().map(|(key, _)| *key).collect();
            sort_once(&mut once);
            let expected: std::collections::BTreeSet<_> = things.iter().map(|(key, _)| *key).collect();
            assert_eq!(once, expected.into_iter().collect::<Vec<_>>());
        }
    }
}
