//! The names of the catalogue, cut into words, to be compared with what is typed.
//!
//! A name is compared as the numbers of its words in the order of the alphabet: the words that begin with what was typed are then a
//! range of numbers, and each name costs no more than a few comparisons.

use std::{collections::BTreeMap, ops::Range};

use super::bits::Bits;
use crate::{
    catalogue::{Catalogue, Language, Translated},
    language::{WordList, words},
};

/// The part of the typed words that must stand in a name for it to be suggested.
const NAMED: f32 = 0.5;

/// The names of the catalogue.
#[derive(Default)]
pub(crate) struct Names {
    /// Every word of a name once, folded, in order.
    vocabulary: WordList,
    /// The names in each language.
    languages: BTreeMap<Language, NamesInLanguage>,
    /// The words of all names, one name after the other, by their places in the vocabulary.
    words: Vec<u32>,
}

/// The names in one language.
#[derive(Default)]
pub(super) struct NamesInLanguage {
    /// The names: those of themes first, then of the products, the categories and the organisations.
    pub names: Vec<Name>,
    /// The names that use each word, one word after the other in the order of the vocabulary, by their places.
    using: Vec<u32>,
    /// For each word where its names begin among those, and one more for the end.
    starts: Vec<u32>,
}

/// A name in one language.
pub(super) struct Name {
    /// What it belongs to.
    pub of: Named,
    /// Its language.
    pub language: Language,
    /// Where its words stand among all words.
    words: Range<u32>,
    /// How many letters they have together.
    letters: u32,
}

/// What a name belongs to, by its place in the catalogue.
#[derive(Clone, Copy)]
pub(super) enum Named {
    Theme(u32),
    Product(u32),
    Category(u32),
    Organisation(u32),
}

impl Names {
    /// Cuts up all names.
    pub(crate) fn new(catalogue: &Catalogue) -> Self {
        fn each<'c, T>(
            entries: &'c [T],
            of: impl Fn(u32) -> Named,
            name: impl Fn(&'c T) -> &'c Translated<String>,
        ) -> impl Iterator<Item = (Named, Language, &'c str)> {
            entries.iter().zip(0..).flat_map(move |(entry, at)| {
                let of = of(at);
                name(entry).iter().map(move |(language, name)| (of, language, name.as_str()))
            })
        }
        Self::of(
            each(&catalogue.themes, Named::Theme, |theme| &theme.name)
                .chain(each(&catalogue.products, Named::Product, |product| &product.name))
                .chain(each(&catalogue.settings.categories, Named::Category, |category| &category.name))
                .chain(each(&catalogue.organisations, Named::Organisation, |organisation| {
                    &organisation.name
                })),
        )
    }

    /// Cuts up these names.
    pub(super) fn of<'c>(each: impl IntoIterator<Item = (Named, Language, &'c str)>) -> Self {
        let mut names = Self::default();
        // Words are numbered as they come, and in the order of the alphabet once all are known.
        let mut numbers: BTreeMap<Box<str>, u32> = BTreeMap::new();
        for (of, language, name) in each {
            let start = names.words.len() as u32;
            let mut letters = 0;
            for word in words(name) {
                letters += word.text.len() as u32;
                let next = numbers.len() as u32;
                names.words.push(*numbers.entry(word.text.into()).or_insert(next));
            }
            let words = start..names.words.len() as u32;
            let name = Name { of, language, words, letters };
            names.languages.entry(language).or_default().names.push(name);
        }
        let mut places = vec![0; numbers.len()];
        for (number, place) in numbers.values().zip(0..) {
            places[*number as usize] = place;
        }
        for word in &mut names.words {
            *word = places[*word as usize];
        }
        for word in numbers.keys() {
            names.vocabulary.push(word);
        }
        for of_language in names.languages.values_mut() {
            of_language.sort_by_words(&names.words, names.vocabulary.len());
        }
        names
    }

    /// The names in a language.
    pub(super) fn in_language(&self, language: Language) -> Option<&NamesInLanguage> {
        self.languages.get(&language)
    }

    fn words(&self, name: &Name) -> &[u32] {
        &self.words[name.words.start as usize..name.words.end as usize]
    }

    /// For each typed word the word of the name that it begins or is, by its place in the name, and how many bytes of it.
    pub(super) fn fit(&self, name: &Name, typed: &[Typed]) -> impl Iterator<Item = Option<(usize, usize)>> {
        let words = self.words(name);
        typed.iter().map(move |typed| {
            words.iter().enumerate().find_map(|(at, word)| Some((at, typed.begins(*word)?)))
        })
    }

    /// How well the typed words name it: how many of them stand in it, and how much of it they cover. The last counts
    /// double: it is the one for which somebody looks at what is suggested.
    pub(super) fn score(&self, name: &Name, typed: &[Typed]) -> f32 {
        let (mut named, mut covered) = (0, 0);
        for (at, fit) in self.fit(name, typed).enumerate() {
            if let Some((_, letters)) = fit {
                named += if at + 1 == typed.len() { 2 } else { 1 };
                covered += letters;
            }
        }
        let share = named as f32 / (typed.len() + 1) as f32;
        if share < NAMED {
            return 0.0;
        }
        let of_name = covered as f32 / name.letters.max(1) as f32;
        let first = self.words(name).first().zip(typed.first());
        let begins = first.is_some_and(|(word, typed)| typed.begins(*word).is_some());
        share * (0.7 + 0.3 * of_name) + if begins { 0.1 } else { 0.0 }
    }
}

impl NamesInLanguage {
    /// Notes which names use each word: counts them, then puts each in its place.
    fn sort_by_words(&mut self, words: &[u32], vocabulary: usize) {
        let words_of = |name: &Name| words[name.words.start as usize..name.words.end as usize].iter();
        self.starts = vec![0; vocabulary + 1];
        for word in self.names.iter().flat_map(words_of) {
            self.starts[*word as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        let mut next = self.starts.clone();
        self.using = vec![0; sum as usize];
        for (name, at) in self.names.iter().zip(0..) {
            for word in words_of(name) {
                let next = &mut next[*word as usize];
                self.using[*next as usize] = at;
                *next += 1;
            }
        }
    }

    /// The themes, and what has a word that is typed, in order, each with its place.
    pub(super) fn likely(&self, typed: &[Typed]) -> impl Iterator<Item = (usize, &Name)> {
        let mut likely = Bits::none(self.names.len());
        let themes = self.names.iter().take_while(|name| matches!(name.of, Named::Theme(_))).count();
        (0..themes).for_each(|at| likely.add(at));
        for (words, _) in typed.iter().flat_map(|typed| &typed.readings) {
            let using = self.starts[words.start]..self.starts[words.end];
            for at in &self.using[using.start as usize..using.end as usize] {
                likely.add(*at as usize);
            }
        }
        let likely: Vec<_> = likely.take().collect();
        likely.into_iter().map(|at| (at, &self.names[at]))
    }
}

/// A word as it was typed, and as it was understood.
pub(super) struct Typed {
    /// For each the words that it begins, and how many bytes of them.
    readings: Vec<(Range<usize>, usize)>,
}

impl Typed {
    /// A word in each way it may be read, all folded, the likeliest first.
    pub(super) fn new<'w>(names: &Names, readings: impl IntoIterator<Item = &'w str>) -> Self {
        // A reading of nothing begins every word and says nothing.
        let readings = readings.into_iter().filter(|reading| !reading.is_empty());
        Self {
            readings: readings.map(|reading| (names.vocabulary.beginning(reading), reading.len())).collect(),
        }
    }

    /// How many bytes of a word it covers, if it begins it.
    fn begins(&self, word: u32) -> Option<usize> {
        self.readings.iter().find(|(words, _)| words.contains(&(word as usize))).map(|(_, letters)| *letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How well what is typed names each of these.
    fn scores(typed: &str, names: [&str; 3]) -> Vec<f32> {
        let names = Names::of(names.map(|name| (Named::Theme(0), Language::DUTCH, name)));
        let typed = [Typed::new(&names, [typed])];
        let in_dutch = names.in_language(Language::DUTCH).expect("they are Dutch");
        in_dutch.names.iter().map(|name| names.score(name, &typed)).collect()
    }

    #[test]
    fn a_name_of_which_more_is_typed_fits_better() {
        let found = scores("huur", ["Huur", "Huur in een andere gemeente", "Water"]);
        assert!(found[0] > found[1] && found[1] > 0.0, "{found:?}");
        assert!(found[2].abs() < f32::EPSILON, "{found:?}");
    }

    #[test]
    fn the_word_that_is_being_typed_counts_double() {
        let names = Names::of([(Named::Product(0), Language::DUTCH, "Minimumlevering elektriciteit")]);
        let score = |typed: &[&str]| {
            let typed: Vec<_> = typed.iter().map(|word| Typed::new(&names, [*word])).collect();
            let in_dutch = names.in_language(Language::DUTCH).expect("it is Dutch");
            names.score(&in_dutch.names[0], &typed)
        };
        assert!(score(&["rekening", "betalen", "elek"]) > 0.0);
        assert!(score(&["elek", "rekening", "betalen"]) < f32::EPSILON);
    }

    #[test]
    fn what_has_none_of_the_words_is_not_looked_at() {
        let texts = ["Huur", "Water", "Energie", "Een huurwoning"];
        let of = [Named::Theme, Named::Product, Named::Product, Named::Product];
        let names = Names::of(
            texts.into_iter().zip(of).zip(0..).map(|((text, of), at)| (of(at), Language::DUTCH, text)),
        );
        let typed = [Typed::new(&names, ["huurw"])];
        let in_dutch = names.in_language(Language::DUTCH).expect("they are Dutch");
        let likely: Vec<_> = in_dutch.likely(&typed).map(|(at, _)| texts[at]).collect();
        assert_eq!(likely, ["Huur", "Een huurwoning"]);
    }

    #[test]
    fn words_that_begin_alike_are_all_found() {
        let found = scores("schuld", ["Schulden", "Schuldbemiddeling", "Geen schulden"]);
        assert!(found.iter().all(|score| *score > 0.0), "{found:?}");
        assert_eq!(scores("schuldenberg", ["Schulden", "Schuld", "Schuldbemiddeling"]), [0.0; 3]);
    }
}
