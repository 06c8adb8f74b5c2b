//! Passages: the pieces of text that are searched, each belonging to one entry of the catalogue.
//!
//! A name, a phrase, a summary is one passage. A question is compared with passages one by one, since a phrase
//! says what it says as a whole: "mijn kind is ziek" must not be found in two phrases about a child and about illness.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, Language, Translated};

/// An entry of the catalogue, by its place in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Entry {
    Product(u32),
    Theme(u32),
    Organisation(u32),
}

/// Which part of an entry a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// Its name.
    Name,
    /// An old, short or wrong name of it.
    FormerName,
    /// A way in which people ask for it.
    Phrase,
    /// What it is.
    Summary,
}

impl Part {
    /// Every part, in the order of their numbers.
    pub(super) const ALL: [Self; 4] = [Self::Name, Self::FormerName, Self::Phrase, Self::Summary];

    /// Whether it names its entry.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::FormerName)
    }
}

/// A piece of text that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    pub entry: Entry,
    pub part: Part,
    /// The language of its words; `None` for names that are the same in all.
    pub language: Option<Language>,
    /// Which of several phrases or former names it is.
    pub index: u16,
}

impl Passage {
    /// Whether the catalogue has the entry it belongs to.
    pub(super) fn is_in(&self, catalogue: &Catalogue) -> bool {
        let (at, entries) = match self.entry {
            Entry::Product(at) => (at, catalogue.products.len()),
            Entry::Theme(at) => (at, catalogue.themes.len()),
            Entry::Organisation(at) => (at, catalogue.organisations.len()),
        };
        (at as usize) < entries
    }
}

/// All passages as short data for the bundle, in runs that differ only in their index, which counts from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PassageRuns {
    /// For each kind of entry its entries with passages, by how many others without come before each, and their runs.
    entries: [Vec<(u32, u32)>; 3],
    /// For each run its part and language in one number.
    kinds: Vec<u16>,
    /// For each run how many passages it has.
    counts: Vec<u16>,
}

impl PassageRuns {
    /// Every passage. `None` if the data do not fit together.
    pub(super) fn passages(&self, languages: &[Language]) -> Option<Vec<Passage>> {
        let mut passages = Vec::new();
        let mut runs = self.kinds.iter().zip(&self.counts);
        let kinds: [fn(u32) -> Entry; 3] = [Entry::Product, Entry::Theme, Entry::Organisation];
        for (kind, entries) in kinds.into_iter().zip(&self.entries) {
            let mut next = 0_u32;
            for (without, count) in entries {
                let at = next.checked_add(*without)?;
                next = at.checked_add(1)?;
                for _ in 0..*count {
                    let (kind_of_run, count) = runs.next()?;
                    let part = Part::ALL[usize::from(*kind_of_run) % Part::ALL.len()];
                    let language = match usize::from(*kind_of_run) / Part::ALL.len() {
                        0 => None,
                        place => Some(*languages.get(place - 1)?),
                    };
                    let passage = |index| Passage { entry: kind(at), part, language, index };
                    passages.extend((0..*count).map(passage));
                }
            }
        }
        (runs.next().is_none() && self.kinds.len() == self.counts.len()).then_some(passages)
    }

    /// The runs of the passages that [`each`] finds.
    #[cfg(feature = "author")]
    pub(super) fn of(passages: &[Passage], languages: &[Language]) -> Self {
        let mut runs = Self::default();
        let mut next = [0; 3];
        for of_entry in passages.chunk_by(|a, b| a.entry == b.entry) {
            let (kind, at) = match of_entry[0].entry {
                Entry::Product(at) => (0, at),
                Entry::Theme(at) => (1, at),
                Entry::Organisation(at) => (2, at),
            };
            let mut count = 0;
            for run in of_entry.chunk_by(|a, b| (a.part, a.language) == (b.part, b.language)) {
                let place = languages.iter().position(|language| Some(*language) == run[0].language);
                let place = place.map_or(0, |place| place + 1);
                runs.kinds.push((place * Part::ALL.len() + run[0].part as usize) as u16);
                runs.counts.push(run.len() as u16);
                count += 1;
            }
            runs.entries[kind].push((at - next[kind], count));
            next[kind] = at + 1;
        }
        runs
    }
}

/// Calls `found` with every passage of the catalogue and its text, always in the same order.
#[cfg(feature = "author")]
pub(crate) fn each<'c>(catalogue: &'c Catalogue, mut found: impl FnMut(Passage, &'c str)) {
    for (at, product) in catalogue.products.iter().enumerate() {
        let entry = Entry::Product(at as u32);
        texts(entry, Part::Name, &product.name, &mut found);
        lines(entry, Part::Phrase, &product.phrases, &mut found);
        texts(entry, Part::Summary, &product.summary, &mut found);
        for (index, name) in product.former_names.iter().enumerate() {
            found(Passage { entry, part: Part::FormerName, language: None, index: index as u16 }, name);
        }
    }
    for (at, theme) in catalogue.themes.iter().enumerate() {
        let entry = Entry::Theme(at as u32);
        texts(entry, Part::Name, &theme.name, &mut found);
        lines(entry, Part::Phrase, &theme.phrases, &mut found);
    }
    for (at, organisation) in catalogue.organisations.iter().enumerate() {
        texts(Entry::Organisation(at as u32), Part::Name, &organisation.name, &mut found);
    }
}

/// The phrases of every product in one language, apart from its catalogue: nobody need wait for them, since only reasons quote them.
#[derive(Debug, Serialize, Deserialize)]
pub struct Phrases {
    pub(super) language: Language,
    /// The phrases of each product, in the order of the catalogue.
    products: Vec<Vec<String>>,
}

impl Phrases {
    /// The phrases of a catalogue in this language.
    #[cfg(feature = "author")]
    pub(crate) fn of(catalogue: &Catalogue, language: Language) -> Self {
        let phrases = catalogue.products.iter().map(|product| product.phrases.get(language));
        Self { language, products: phrases.map(|phrases| phrases.cloned().unwrap_or_default()).collect() }
    }

    fn get(&self, product: u32, index: u16) -> Option<&String> {
        self.products.get(product as usize)?.get(usize::from(index))
    }
}

/// The text of a passage; empty where it is not there, such as one in a language whose texts a bundle leaves out.
pub(super) fn text<'c>(catalogue: &'c Catalogue, later: Option<&'c Phrases>, passage: &Passage) -> &'c str {
    let in_language =
        |texts: &'c Translated<String>| passage.language.and_then(|language| texts.get(language));
    let phrase = |phrases: &'c Translated<Vec<String>>| {
        passage.language.and_then(|language| phrases.get(language)?.get(usize::from(passage.index)))
    };
    let text = match passage.entry {
        Entry::Product(at) => {
            let product = &catalogue.products[at as usize];
            match passage.part {
                Part::Name => in_language(&product.name),
                Part::Summary => in_language(&product.summary),
                Part::FormerName => product.former_names.get(usize::from(passage.index)),
                Part::Phrase => phrase(&product.phrases).or_else(|| {
                    let later = later.filter(|later| Some(later.language) == passage.language);
                    later.and_then(|later| later.get(at, passage.index))
                }),
            }
        }
        Entry::Theme(at) => {
            let theme = &catalogue.themes[at as usize];
            match passage.part {
                Part::Phrase => phrase(&theme.phrases),
                _ => in_language(&theme.name),
            }
        }
        Entry::Organisation(at) => in_language(&catalogue.organisations[at as usize].name),
    };
    text.map_or("", String::as_str)
}

#[cfg(feature = "author")]
fn texts<'c>(
    entry: Entry,
    part: Part,
    texts: &'c Translated<String>,
    found: &mut impl FnMut(Passage, &'c str),
) {
    for (language, text) in texts.iter() {
        found(Passage { entry, part, language: Some(language), index: 0 }, text);
    }
}

#[cfg(feature = "author")]
fn lines<'c>(
    entry: Entry,
    part: Part,
    lines: &'c Translated<Vec<String>>,
    found: &mut impl FnMut(Passage, &'c str),
) {
    for (language, lines) in lines.iter() {
        for (index, line) in lines.iter().enumerate() {
            found(Passage { entry, part, language: Some(language), index: index as u16 }, line);
        }
    }
}
