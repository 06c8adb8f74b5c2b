//! The words of the catalogue, for repairing what is misspelt and completing what is half typed.
//!
//! A Levenshtein automaton walks through the words in the order of the alphabet, together with the word somebody typed. A word begins
//! as the one before it for so many letters; what the automaton knows of those it need not find again, and once it has given
//! up on a beginning, all words that share it are passed over.

use std::{collections::HashMap, sync::OnceLock};

use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Word, WordList, slips};
use crate::{catalogue::Language, sorting::sort_by};

/// The files do not hold a vocabulary.
#[derive(Debug, Error)]
#[error("the list of words can not be read: it has parts that do not fit together")]
pub struct VocabularyError;

/// The words of a catalogue as plain data, for the bundle: short, since each leaves out what it shares with the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VocabularyFiles {
    /// How many bytes of each word are those of the one before.
    shared: Vec<u8>,
    /// The other letters of each, with a space after each.
    rest: String,
    /// The languages of each.
    languages: Vec<u8>,
    /// How often each is used.
    uses: Vec<u32>,
}

/// Every word of the catalogue, folded, with its languages and how often it is used.
pub struct Vocabulary {
    words: WordList,
    /// How many bytes of each word are those of the one before.
    shared: Vec<u8>,
    languages: Vec<u8>,
    uses: Vec<u32>,
    /// What makes automata for one slip and for two. Made when a word has to be repaired for the first time: that takes
    /// longer than anything else when a bundle is opened.
    one_slip: OnceLock<LevenshteinAutomatonBuilder>,
    two_slips: OnceLock<LevenshteinAutomatonBuilder>,
}

/// A word of the catalogue that somebody may have meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word, folded.
    pub word: String,
    /// How many letters differ, swapped neighbours counting as one; 0 for a completed word.
    pub slips: u8,
    /// How often the catalogue uses it.
    pub uses: u32,
    /// The languages it belongs to.
    pub languages: WordLanguages,
}

/// The languages a word belongs to: one bit each in the order in which the catalogue lists them, and one for a word of names that
/// belong to no language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordLanguages(u8);

/// The bit of words that belong to no language.
const NO_LANGUAGE: u32 = 7;

/// The bit of the language in this place.
fn bit(place: usize) -> u32 {
    (place as u32).min(NO_LANGUAGE - 1)
}

impl WordLanguages {
    /// Whether it is a word of the language in this place.
    pub fn has(self, place: usize) -> bool {
        self.0 & (1 << bit(place)) != 0
    }

    /// Whether it stands in a name that belongs to no language.
    pub fn has_none(self) -> bool {
        self.0 & (1 << NO_LANGUAGE) != 0
    }
}

/// Counts the words of a catalogue for its [`Vocabulary`].
pub struct VocabularyWriter<'l> {
    languages: &'l [Language],
    /// For each word its languages, one bit each, and how often it is used.
    counted: HashMap<String, (u8, u32)>,
}

impl<'l> VocabularyWriter<'l> {
    /// No words yet, of these languages; of more than seven, the last share a bit.
    pub fn new(languages: &'l [Language]) -> Self {
        Self { languages, counted: HashMap::new() }
    }

    /// Counts the words of a text in a language, or in none.
    pub fn add(&mut self, language: Option<Language>, words: &[Word]) {
        let place = language.and_then(|language| self.languages.iter().position(|known| *known == language));
        let bit = place.map_or(NO_LANGUAGE, bit);
        for word in words {
            // Most words are known already, and need no copy then.
            let value = match self.counted.get_mut(&word.text) {
                Some(value) => value,
                None => self.counted.entry(word.text.clone()).or_default(),
            };
            *value = (value.0 | (1 << bit), value.1.saturating_add(1));
        }
    }

    /// The words for [`Vocabulary::open`].
    pub fn finish(self) -> VocabularyFiles {
        let mut counted: Vec<_> = self.counted.into_iter().collect();
        counted.sort_unstable();
        let mut files = VocabularyFiles::default();
        let mut before = String::new();
        for (word, (languages, uses)) in counted {
            let shared = shared_beginning(&before, &word);
            files.shared.push(shared as u8);
            files.rest.push_str(&word[shared..]);
            files.rest.push(' ');
            files.languages.push(languages);
            files.uses.push(uses);
            before = word;
        }
        files
    }
}

/// How many bytes two words have in common at their beginning, in whole letters and as far as one byte counts.
fn shared_beginning(one: &str, other: &str) -> usize {
    let same = one.bytes().zip(other.bytes()).take(usize::from(u8::MAX)).take_while(|(a, b)| a == b).count();
    other.floor_char_boundary(same)
}

impl Vocabulary {
    /// The vocabulary in these files.
    pub fn open(files: VocabularyFiles) -> Result<Self, VocabularyError> {
        let mut words = WordList::default();
        let mut word = String::new();
        let mut rests = files.rest.split_terminator(' ');
        for (place, shared) in files.shared.iter().enumerate() {
            let rest = rests.next().ok_or(VocabularyError)?;
            let whole = word.get(..usize::from(*shared)).ok_or(VocabularyError)?.to_owned() + rest;
            // To search by halves one that is out of order is to miss others.
            if place > 0 && whole <= word {
                return Err(VocabularyError);
            }
            words.push(&whole);
            word = whole;
        }
        let fits = [files.languages.len(), files.uses.len()].iter().all(|length| *length == words.len());
        if !fits || rests.next().is_some() {
            return Err(VocabularyError);
        }
        let VocabularyFiles { shared, languages, uses, .. } = files;
        Ok(Self { words, shared, languages, uses, one_slip: OnceLock::new(), two_slips: OnceLock::new() })
    }

    /// Every word, in order, with its languages.
    pub fn each(&self) -> impl Iterator<Item = (&str, WordLanguages)> {
        self.words.iter().zip(&self.languages).map(|(word, languages)| (word, WordLanguages(*languages)))
    }

    /// How many bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        self.words.bytes() + self.words.len() * (size_of::<u8>() * 2 + size_of::<u32>())
    }

    /// Whether the catalogue uses this folded word.
    pub fn contains(&self, word: &str) -> bool {
        self.words.place(word).is_some()
    }

    /// The words that were probably meant by one the catalogue does not use, the likeliest first.
    ///
    /// A word of three letters or fewer is never repaired: too many words are like it; nor is one with a digit. Up to seven
    /// letters one slip is allowed, from eight on two.
    pub fn corrections(&self, word: &str, limit: usize) -> Vec<Correction> {
        let builder = match word.chars().count() {
            0..=3 => return Vec::new(),
            _ if word.contains(|letter: char| letter.is_ascii_digit()) => return Vec::new(),
            4..=7 => self.one_slip.get_or_init(|| LevenshteinAutomatonBuilder::new(1, true)),
            _ => self.two_slips.get_or_init(|| LevenshteinAutomatonBuilder::new(2, true)),
        };
        let mut found = self.within(builder, word);
        let first = word.chars().next();
        // People seldom miss the first letter, and a short word with another one is another word: "lille" is not "fille".
        if word.chars().count() <= 5 {
            found.retain(|candidate: &Correction| candidate.word.chars().next() == first);
        }
        // What sounds the same counts as one slip, however many letters differ; so does a sound at the beginning.
        let alike = slips::sound_alikes(word);
        for other in &alike {
            if let Some(place) = self.words.place(other) {
                found.retain(|candidate| candidate.word != *other);
                found.push(self.correction(place, 1));
            }
        }
        let rank = |candidate: &Correction| {
            let likely = alike.contains(&candidate.word) || slips::is_wrong_key(word, &candidate.word);
            let other_start = candidate.word.chars().next() != first && !likely;
            2 * (candidate.slips + u8::from(other_start)) - u8::from(likely)
        };
        let mut found: Vec<_> = found.into_iter().map(|candidate| (rank(&candidate), candidate)).collect();
        sort_by(&mut found, |(a_rank, a), (b_rank, b)| {
            a_rank.cmp(b_rank).then(b.uses.cmp(&a.uses)).then_with(|| a.word.cmp(&b.word))
        });
        found.into_iter().take(limit).map(|(_, candidate)| candidate).collect()
    }

    /// The words that begin with this, the most used first. The beginning itself, if it is a word, is not among them.
    pub fn completions(&self, beginning: &str, limit: usize) -> Vec<Correction> {
        let is_longer = |place: &usize| self.words.get(*place).len() > beginning.len();
        let mut places: Vec<_> = self.words.beginning(beginning).filter(is_longer).collect();
        // Of words that are used as often, the first of the alphabet.
        sort_by(&mut places, |a, b| self.uses[*b].cmp(&self.uses[*a]));
        places.into_iter().take(limit).map(|place| self.correction(place, 0)).collect()
    }

    /// The words that are within the slips of the automaton.
    fn within(&self, builder: &LevenshteinAutomatonBuilder, word: &str) -> Vec<Correction> {
        let automaton = builder.build_dfa(word);
        let mut found = Vec::new();
        // What the automaton knows after each byte of the word before, and the length of the beginning on which it gave up.
        let mut states = vec![automaton.initial_state()];
        let mut hopeless = usize::MAX;
        for (place, shared) in self.shared.iter().enumerate() {
            let shared = usize::from(*shared);
            if shared >= hopeless {
                continue;
            }
            hopeless = usize::MAX;
            states.truncate(shared + 1);
            let mut state = states[shared];
            for (at, byte) in self.words.get(place).bytes().enumerate().skip(shared) {
                state = automaton.transition(state, byte);
                if state == SINK_STATE {
                    hopeless = at + 1;
                    break;
                }
                states.push(state);
            }
            if let (usize::MAX, Distance::Exact(slips)) = (hopeless, automaton.distance(state)) {
                found.push(self.correction(place, slips));
            }
        }
        found
    }

    fn correction(&self, place: usize, slips: u8) -> Correction {
        Correction {
            word: self.words.get(place).to_owned(),
            slips,
            uses: self.uses[place],
            languages: WordLanguages(self.languages[place]),
        }
    }
}

#[cfg(all(test, feature = "author"))]
mod tests {
    use super::*;
    use crate::language::words;

    fn vocabulary() -> Vocabulary {
        vocabulary_of(&[
            (Language::DUTCH, "schulden bij de deurwaarder, ik kom niet rond"),
            (Language::DUTCH, "schuldbemiddeling schulden huur"),
            (Language::FRENCH, "dettes huissier"),
        ])
    }

    fn vocabulary_of(texts: &[(Language, &str)]) -> Vocabulary {
        let mut writer = VocabularyWriter::new(&[Language::DUTCH, Language::FRENCH]);
        for (language, text) in texts {
            writer.add(Some(*language), &words(text));
        }
        Vocabulary::open(writer.finish()).unwrap()
    }

    #[test]
    fn misspelt_words_are_repaired() {
        for (typed, meant) in [
            ("shulden", "schulden"),
            ("schudlen", "schulden"),
            ("deurwarder", "deurwaarder"),
            ("duerwaerder", "deurwaarder"),
            ("huisier", "huissier"),
            ("huir", "huur"),
        ] {
            let words = vocabulary().corrections(typed, 3);
            assert_eq!(words.first().map(|c| c.word.as_str()), Some(meant), "{typed}");
        }
    }

    #[test]
    fn what_sounds_the_same_or_lies_beside_it_is_meant_first() {
        let vocabulary =
            vocabulary_of(&[(Language::DUTCH, "tijd tand reizen reisje zorg borg gas gat gas gat gat")]);
        for (typed, meant) in [("teid", "tijd"), ("rijzen", "reizen"), ("sorg", "zorg")] {
            let words = vocabulary.corrections(typed, 3);
            assert_eq!(words.first().map(|found| found.word.as_str()), Some(meant), "{typed}");
        }
    }

    #[test]
    fn short_and_unlike_words_are_left_alone() {
        for typed in ["hur", "", "voetbal", "xylofoon", "huu3r"] {
            assert_eq!(vocabulary().corrections(typed, 3), [], "{typed}");
        }
    }

    #[test]
    fn half_typed_words_are_completed_most_used_first() {
        let words: Vec<_> = vocabulary().completions("schuld", 5).into_iter().map(|c| c.word).collect();
        assert_eq!(words, ["schulden", "schuldbemiddeling"]);
    }

    #[test]
    fn a_short_word_with_another_first_letter_is_another_word() {
        assert!(vocabulary().corrections("buur", 3).is_empty());
        assert_eq!(vocabulary().corrections("huuur", 3)[0].word, "huur");
    }

    #[test]
    fn a_word_knows_its_languages() {
        let french = &vocabulary().completions("dett", 1)[0];
        assert_eq!((french.languages, french.uses), (WordLanguages(0b10), 1));
    }

    #[test]
    fn words_come_back_in_order_with_letters_of_every_alphabet() {
        let texts = [(Language::DUTCH, "مال مالي straße stras été ét geld geldig g")];
        let vocabulary = vocabulary_of(&texts);
        let mut expected: Vec<_> = words(texts[0].1).into_iter().map(|word| word.text).collect();
        expected.sort();
        assert_eq!(vocabulary.each().map(|(word, _)| word).collect::<Vec<_>>(), expected);
        assert!(expected.iter().all(|word| vocabulary.contains(word)));
    }

    #[test]
    fn every_word_within_the_slips_is_found() {
        let vocabulary = vocabulary();
        for (slips, typed) in [(1, "schuldn"), (1, "huur"), (2, "deurwarde"), (2, "nit"), (2, "")] {
            let builder = LevenshteinAutomatonBuilder::new(slips, true);
            let automaton = builder.build_dfa(typed);
            let one_by_one =
                vocabulary.each().filter(|(word, _)| matches!(automaton.eval(word), Distance::Exact(_)));
            let one_by_one: Vec<_> = one_by_one.map(|(word, _)| word.to_owned()).collect();
            let found: Vec<_> =
                vocabulary.within(&builder, typed).into_iter().map(|found| found.word).collect();
            assert_eq!(found, one_by_one, "{typed}");
        }
    }

    #[test]
    fn parts_that_do_not_fit_are_refused() {
        let mut writer = VocabularyWriter::new(&[Language::DUTCH]);
        writer.add(Some(Language::DUTCH), &words("geld geldig huur"));
        let right = writer.finish();
        assert!(Vocabulary::open(right.clone()).is_ok());
        let wrong = |change: fn(&mut VocabularyFiles)| {
            let mut files = right.clone();
            change(&mut files);
            Vocabulary::open(files).is_err()
        };
        assert!(wrong(|files| files.shared[1] = 9));
        assert!(wrong(|files| files.shared.push(0)));
        assert!(wrong(|files| files.rest.push_str("zorg ")));
        assert!(wrong(|files| files.rest = files.rest.replace("huur", "aardgas")));
        assert!(wrong(|files| files.uses.truncate(1)));
        assert!(wrong(|files| files.languages.truncate(1)));
    }
}
