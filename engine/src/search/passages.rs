//! Passages: the pieces of text that are searched, each belonging to one entry of the catalogue.
//!
//! A name, a phrase, a summary is one passage. A question is compared with passages one by one, since a phrase
//! says what it says as a whole: "mijn kind is ziek" must not be found in two phrases about a child and about illness.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, Language, Translated};

/// An entry of the catalogue, by its place in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// The text of a passage; empty where it is in a language whose texts are not there.
pub(super) fn text<'c>(catalogue: &'c Catalogue, passage: &Passage) -> &'c str {
    let (name, phrases, summary, former_names): (_, Option<&Translated<Vec<String>>>, _, &[String]) =
        match passage.entry {
            Entry::Product(at) => {
                let product = &catalogue.products[at as usize];
                (&product.name, Some(&product.phrases), Some(&product.summary), &product.former_names)
            }
            Entry::Theme(at) => {
                let theme = &catalogue.themes[at as usize];
                (&theme.name, Some(&theme.phrases), Some(&theme.summary), &[])
            }
            Entry::Organisation(at) => (&catalogue.organisations[at as usize].name, None, None, &[]),
        };
    let in_language =
        |texts: &'c Translated<String>| passage.language.and_then(|language| texts.get(language));
    match passage.part {
        Part::Name => in_language(name),
        Part::Summary => summary.and_then(in_language),
        Part::FormerName => former_names.get(passage.index as usize),
        Part::Phrase => phrases
            .zip(passage.language)
            .and_then(|(phrases, language)| phrases.get(language))
            .and_then(|phrases| phrases.get(passage.index as usize)),
    }
    .map_or("", String::as_str)
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
