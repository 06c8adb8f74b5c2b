//! The lexicon, ready for questions: which expressions of a question lead to which needs, and which read as other words.
//!
//! Two maps: from the stems of an expression to its needs, and from the words of another to the words it reads as. Keys
//! begin with a letter for the language, so that one map serves all.

use fst::Map;
use serde::{Deserialize, Serialize};

/// The lexicon as plain data, for the bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LexiconFiles {
    /// From language and stems to a place in `needs`.
    needs_by_stems: Vec<u8>,
    /// Themes with weights, by their places in the catalogue.
    needs: Vec<Vec<(u32, u8)>>,
    /// From language and words to a place in `readings`.
    readings_by_words: Vec<u8>,
    /// Words, folded, with spaces between them.
    readings: Vec<String>,
}

impl LexiconFiles {
    /// How many bytes it has, without the few that count its parts.
    pub(super) fn bytes(&self) -> usize {
        let needs: usize = self.needs.iter().map(|needs| size_of_val(&needs[..])).sum();
        let readings: usize = self.readings.iter().map(String::len).sum();
        self.needs_by_stems.len() + self.readings_by_words.len() + needs + readings
    }
}

/// The longest expression, in words that carry a need.
pub(super) const LONGEST: usize = 4;

/// The lexicon of all languages.
pub(super) struct Lexicon {
    needs_by_stems: Map<Vec<u8>>,
    needs: Vec<Vec<(u32, u8)>>,
    readings_by_words: Map<Vec<u8>>,
    readings: Vec<String>,
}

impl Lexicon {
    /// The lexicon in these files.
    pub(super) fn open(files: LexiconFiles) -> Result<Self, fst::Error> {
        let map = |bytes: Vec<u8>| -> Result<_, fst::Error> {
            if bytes.is_empty() {
                return Ok(Map::default());
            }
            let map = Map::new(bytes)?;
            // To walk through damaged bytes is to fall.
            map.as_fst().verify()?;
            Ok(map)
        };
        Ok(Self {
            needs_by_stems: map(files.needs_by_stems)?,
            needs: files.needs,
            readings_by_words: map(files.readings_by_words)?,
            readings: files.readings,
        })
    }

    /// Whether it leads only to the first so many themes.
    pub(super) fn stays_within(&self, themes: usize) -> bool {
        self.needs.iter().flatten().all(|(theme, _)| (*theme as usize) < themes)
    }

    /// The needs, as themes with weights, to which these stems lead in a language, by its place in the catalogue.
    pub(super) fn needs(&self, language: usize, stems: &[&str]) -> &[(u32, u8)] {
        let found = self.needs_by_stems.get(key(language, stems)).and_then(|at| self.needs.get(at as usize));
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether the lexicon says of this stem that it has nothing to do with what is here.
    pub(super) fn is_foreign(&self, language: usize, stem: &str) -> bool {
        let at = self.needs_by_stems.get(key(language, &[stem]));
        at.and_then(|at| self.needs.get(at as usize)).is_some_and(Vec::is_empty)
    }

    /// What these words read as in a language.
    pub(super) fn reading(&self, language: usize, words: &[&str]) -> Option<&str> {
        let at = self.readings_by_words.get(key(language, words))?;
        self.readings.get(at as usize).map(String::as_str)
    }
}

fn key(language: usize, words: &[&str]) -> Vec<u8> {
    let mut key = vec![b'a'.saturating_add(language as u8)];
    for word in words {
        key.push(b' ');
        key.extend(word.as_bytes());
    }
    key
}

#[cfg(feature = "author")]
mod write {
    use std::collections::BTreeMap;

    use fst::MapBuilder;

    use super::{LexiconFiles, key};
    use crate::{
        catalogue::{Catalogue, Meaning},
        language::{Analyser, words},
    };

    impl LexiconFiles {
        /// Prepares the lexicon of a catalogue.
        pub(crate) fn write(catalogue: &Catalogue) -> Result<Self, fst::Error> {
            let mut needs: BTreeMap<Vec<u8>, BTreeMap<u32, u8>> = BTreeMap::new();
            let mut readings: BTreeMap<Vec<u8>, String> = BTreeMap::new();
            for lexicon in &catalogue.lexicons {
                let known = &catalogue.settings.languages;
                let Some(language) = known.iter().position(|known| *known == lexicon.language) else {
                    continue;
                };
                let analyser = Analyser::new(lexicon.language);
                for entry in &lexicon.entries {
                    let typed = words(&entry.words);
                    match &entry.meaning {
                        Meaning::Reads(plain) => {
                            let typed: Vec<_> = typed.iter().map(|word| word.text.as_str()).collect();
                            let plain: Vec<_> = words(plain).into_iter().map(|word| word.text).collect();
                            readings.insert(key(language, &typed), plain.join(" "));
                        }
                        Meaning::Needs(themes) => {
                            let typed = analyser.telling(typed);
                            let stems: Vec<_> = typed.iter().map(|word| analyser.stem(&word.text)).collect();
                            let stems: Vec<_> = stems.iter().map(AsRef::as_ref).collect();
                            // Forms of one word share their stem; the surest meaning of each need stays.
                            let held = needs.entry(key(language, &stems)).or_default();
                            for (theme, weight) in themes {
                                let place = catalogue.themes.binary_search_by(|known| known.id.cmp(theme));
                                if let Ok(place) = place {
                                    let held = held.entry(place as u32).or_default();
                                    *held = (*held).max(weight.get());
                                }
                            }
                        }
                    }
                }
            }
            let needs: Vec<_> =
                needs.into_iter().map(|(key, needs)| (key, needs.into_iter().collect())).collect();
            let readings: Vec<_> = readings.into_iter().collect();
            let (needs_by_stems, needs) = numbered(needs)?;
            let (readings_by_words, readings) = numbered(readings)?;
            Ok(Self { needs_by_stems, needs, readings_by_words, readings })
        }
    }

    /// A map from sorted keys to places in a list in which everything stands once.
    fn numbered<T: Ord + Clone>(entries: Vec<(Vec<u8>, T)>) -> Result<(Vec<u8>, Vec<T>), fst::Error> {
        let mut values: Vec<T> = entries.iter().map(|(_, value)| value.clone()).collect();
        values.sort();
        values.dedup();
        let mut builder = MapBuilder::memory();
        for (key, value) in entries {
            let at = values.binary_search(&value).unwrap_or_default();
            builder.insert(key, at as u64)?;
        }
        Ok((builder.into_inner()?, values))
    }
}
