//! The stems of the words of the vocabulary, as what changes at the end of each: "schulden" loses two letters.
//!
//! To take the stem of every word is more than a third of the work when a bundle is opened, and an old phone feels it. What changes is
//! mostly one of a few endings, which takes hardly any room.

use serde::{Deserialize, Serialize};

use crate::{language::Vocabulary, sorting::sort_once};

/// How the words of each language become their stems.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Endings {
    /// Every change once, the most usual first: how many bytes fall away, and what comes instead.
    changes: Vec<(u16, String)>,
    /// For each language the changes of its words, in the order of the vocabulary.
    languages: Vec<Vec<u16>>,
}

impl Endings {
    /// The stems that words of the vocabulary have in each language, in order, and last the words that belong to none. `None` if it
    /// does not fit.
    pub(super) fn stems(&self, vocabulary: &Vocabulary) -> Option<Vec<Vec<String>>> {
        let mut changes: Vec<_> = self.languages.iter().map(|changes| changes.iter()).collect();
        let mut stems = vec![Vec::new(); changes.len() + 1];
        let (without_language, stems_of_languages) = stems.split_last_mut()?;
        for (word, languages) in vocabulary.each() {
            for (at, (changes, stems)) in changes.iter_mut().zip(&mut *stems_of_languages).enumerate() {
                if languages.has(at) {
                    let (lost, instead) = self.changes.get(usize::from(*changes.next()?))?;
                    let kept = word.get(..word.len().checked_sub(usize::from(*lost))?)?;
                    stems.push([kept, instead].concat());
                }
            }
            if languages.has_none() {
                without_language.push(word.to_owned());
            }
        }
        for stems in &mut stems {
            sort_once(stems);
        }
        changes.into_iter().all(|mut changes| changes.next().is_none()).then_some(stems)
    }

    /// How the words of a vocabulary become their stems.
    #[cfg(feature = "author")]
    pub(super) fn of(vocabulary: &Vocabulary, analysers: &[crate::language::Analyser]) -> Self {
        use std::collections::HashMap;

        let mut changes: HashMap<(u16, String), (usize, usize)> = HashMap::new();
        let mut languages: Vec<Vec<usize>> = vec![Vec::new(); analysers.len()];
        for (word, of_word) in vocabulary.each() {
            for (at, analyser) in analysers.iter().enumerate().filter(|(at, _)| of_word.has(*at)) {
                let next = changes.len();
                let (number, uses) = changes.entry(change(word, &analyser.stem(word))).or_insert((next, 0));
                *uses += 1;
                languages[at].push(*number);
            }
        }
        let mut changes: Vec<_> = changes.into_iter().collect();
        changes.sort_unstable_by_key(|(_, (number, uses))| (std::cmp::Reverse(*uses), *number));
        let mut places = vec![0; changes.len()];
        for ((_, (number, _)), place) in changes.iter().zip(0..) {
            places[*number] = place;
        }
        Self {
            changes: changes.into_iter().map(|(change, _)| change).collect(),
            languages: languages
                .into_iter()
                .map(|numbers| numbers.into_iter().map(|number| places[number]).collect())
                .collect(),
        }
    }
}

/// How many bytes a word loses to become its stem, and what comes instead.
#[cfg(feature = "author")]
fn change(word: &str, stem: &str) -> (u16, String) {
    let same = word.bytes().zip(stem.bytes()).take_while(|(a, b)| a == b).count();
    let same = word.floor_char_boundary(same);
    ((word.len() - same) as u16, stem[same..].to_owned())
}

#[cfg(all(test, feature = "author"))]
mod tests {
    use super::*;
    use crate::{
        catalogue::Language,
        language::{Analyser, VocabularyWriter, words},
    };

    #[test]
    fn stems_are_those_of_the_analysers_and_wrong_data_are_refused() {
        let languages = [Language::DUTCH, Language::FRENCH];
        let mut writer = VocabularyWriter::new(&languages);
        writer.add(Some(Language::DUTCH), &words("schulden schuld verloren verlies huizen één huur"));
        writer.add(Some(Language::FRENCH), &words("dettes dette problèmes huur loyers"));
        writer.add(None, &words("vdab"));
        let vocabulary = Vocabulary::open(writer.finish()).expect("it was just written");
        let analysers = languages.map(Analyser::new);
        let endings = Endings::of(&vocabulary, &analysers);
        let stems = endings.stems(&vocabulary).expect("they were just made");
        assert_eq!(stems[2], ["vdab"]);
        for (at, analyser) in analysers.iter().enumerate() {
            let of_language = vocabulary.each().filter(|(_, languages)| languages.has(at));
            let mut expected: Vec<_> =
                of_language.map(|(word, _)| analyser.stem(word).into_owned()).collect();
            expected.sort();
            expected.dedup();
            assert_eq!(stems[at], expected);
        }
        let wrong = |change: fn(&mut Endings)| {
            let mut endings = endings.clone();
            change(&mut endings);
            endings.stems(&vocabulary).is_none()
        };
        assert!(wrong(|endings| endings.changes.truncate(1)));
        assert!(wrong(|endings| endings.changes[0].0 = 99));
        assert!(wrong(|endings| endings.languages[0].push(0)));
        assert!(wrong(|endings| endings.languages[1].truncate(1)));
    }
}
