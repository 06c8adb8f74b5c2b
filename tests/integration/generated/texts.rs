//! Texts in the manner of the real ones: their sentences and phrases, cut and joined, with other words in them.

use std::collections::BTreeMap;

use engine::catalogue::{Catalogue, Id, Language, Product, Theme, Translated};

use super::{
    places::{self, Municipality},
    random::Random,
};

/// What people and editors write, by language.
pub(super) struct Corpus {
    languages: BTreeMap<Language, Writing>,
}

#[derive(Default)]
struct Writing {
    /// Every word of every phrase, so that to draw one is to draw a common word often and a rare one seldom.
    words: Vec<String>,
    /// The phrases of products by the theme they fit best.
    phrases: BTreeMap<Id<Theme>, Vec<String>>,
    /// The sentences of summaries by that theme.
    sentences: BTreeMap<Id<Theme>, Vec<String>>,
}

impl Corpus {
    /// The texts of a catalogue.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let mut languages: BTreeMap<Language, Writing> = BTreeMap::new();
        for product in &catalogue.products {
            let Some(theme) = product.themes.first() else { continue };
            for (language, phrases) in product.phrases.iter() {
                let writing = languages.entry(language).or_default();
                writing.words.extend(phrases.iter().flat_map(|phrase| phrase.split(' ')).map(str::to_owned));
                writing.phrases.entry(theme.clone()).or_default().extend_from_slice(phrases);
            }
            for (language, summary) in product.summary.iter() {
                let writing = languages.entry(language).or_default();
                let sentences = summary.split_inclusive(". ").map(|sentence| sentence.trim().to_owned());
                writing.sentences.entry(theme.clone()).or_default().extend(sentences);
            }
        }
        Self { languages }
    }
}

/// Writes the texts of the copy of a product for one municipality.
pub(super) struct Writer<'w> {
    pub corpus: &'w Corpus,
    pub municipality: &'w Municipality,
    /// In a municipality that has several copies of a product, the street that tells them apart.
    pub street: Option<String>,
    pub random: Random,
}

/// The municipality of the real catalogue, in each way in which its texts write it.
const HERE: [&str; 3] = ["Kortrijk", "Courtrai", "kortrijk"];

impl Writer<'_> {
    /// Changes all texts of a product.
    pub(super) fn write(&mut self, product: &mut Product) {
        let theme = product.themes.first().cloned().unwrap_or_default();
        product.name = map(&product.name, |_, name| self.name(name));
        product.summary = map(&product.summary, |language, summary| self.summary(language, &theme, summary));
        product.phrases = map(&product.phrases, |language, phrases| {
            phrases.iter().map(|phrase| self.phrase(language, &theme, phrase)).collect()
        });
        product.steps = map(&product.steps, |_, lines| self.lines(lines));
        product.documents = map(&product.documents, |_, lines| self.lines(lines));
        product.former_names = self.lines(&product.former_names);
        if let Some(audience) = &mut product.audience {
            audience.ask = map(&audience.ask, |_, lines| self.lines(lines));
        }
    }

    /// The name of something of the municipality, which its own name must tell from the same thing elsewhere.
    pub(super) fn name(&self, name: &str) -> String {
        let mut named = self.here(name);
        if named == name {
            named = format!("{name} {}", self.municipality.name);
        }
        match &self.street {
            Some(street) => format!("{named} ({street})"),
            None => named,
        }
    }

    /// The text with this municipality in the place of the real one.
    fn here(&self, text: &str) -> String {
        let [name, in_french, small] = HERE;
        let mut here = text
            .replace(name, &self.municipality.name)
            .replace(in_french, &self.municipality.name)
            .replace(small, &self.municipality.slug);
        // As a text that was read from a file: without room to grow.
        here.shrink_to_fit();
        here
    }

    fn lines(&self, lines: &[String]) -> Vec<String> {
        lines.iter().map(|line| self.here(line)).collect()
    }

    /// The first sentence says what it is and stays; what follows may be that of a product like it, or an address.
    fn summary(&mut self, language: Language, theme: &Id<Theme>, summary: &str) -> String {
        let (first, rest) = summary.split_once(". ").unwrap_or((summary.trim_end_matches('.'), ""));
        let rest = if self.random.happens(50) {
            self.corpus.languages[&language]
                .sentences
                .get(theme)
                .map_or("", |sentences| self.random.one_of(sentences).as_str())
        } else {
            rest
        };
        let mut written = self.here(&format!("{first}. {rest}"));
        if self.random.happens(40) {
            let street = places::street(&mut self.random);
            let number = 1 + self.random.below(180);
            written = match language {
                Language::FRENCH => {
                    format!("{written} Passez {street} {number}, {}.", self.municipality.name)
                }
                Language::ENGLISH => {
                    format!("{written} Come to {street} {number}, {}.", self.municipality.name)
                }
                _ => format!("{written} Kom langs: {street} {number}, {}.", self.municipality.name),
            };
        }
        written.trim().to_owned()
    }

    /// A phrase like this one.
    fn phrase(&mut self, language: Language, theme: &Id<Theme>, phrase: &str) -> String {
        let writing = &self.corpus.languages[&language];
        let random = &mut self.random;
        let other = writing.phrases.get(theme).map_or(phrase, |phrases| random.one_of(phrases).as_str());
        let mut words: Vec<&str> = phrase.split(' ').collect();
        let compound;
        match random.below(100) {
            // As it is.
            0..35 => {}
            // What people say of a product like it.
            35..45 => words = other.split(' ').collect(),
            // Begun as the one, ended as the other.
            45..65 => {
                let others: Vec<&str> = other.split(' ').collect();
                words.truncate(words.len().div_ceil(2));
                words.extend(&others[others.len() / 2..]);
            }
            // Another word in it.
            65..80 => {
                let at = random.below(words.len());
                words[at] = random.one_of(&writing.words).as_str();
            }
            // A word that nobody has written before: that is how vocabularies grow.
            80..85 => {
                compound = new_word(language, &writing.words, random);
                words.push(&compound);
            }
            // Said of a place.
            _ => words.extend([if language == Language::FRENCH { "à" } else { "in" }, HERE[2]]),
        }
        self.here(&words.join(" "))
    }
}

/// A word of two others, joined as the language joins them.
fn new_word(language: Language, words: &[String], random: &mut Random) -> String {
    let mut long = || loop {
        let word = random.one_of(words);
        if word.len() >= 4 && word.chars().all(char::is_alphabetic) {
            return word;
        }
    };
    let (first, second) = (long(), long());
    // A hyphen parts words for search, so that in French and English this is a new pair of known words; new words there
    // are mostly the names of streets and municipalities.
    let joint = if language == Language::DUTCH { "" } else { "-" };
    format!("{first}{joint}{second}")
}

/// The same in every language, changed.
fn map<T>(texts: &Translated<T>, mut change: impl FnMut(Language, &T) -> T) -> Translated<T> {
    Translated::new(
        texts.iter().map(|(language, text)| (language, change(language, text))).collect::<Vec<_>>(),
    )
}

/// An organisation's or product's name in every language, for this municipality.
pub(super) fn names(writer: &Writer<'_>, names: &Translated<String>) -> Translated<String> {
    map(names, |_, name| writer.name(name))
}
