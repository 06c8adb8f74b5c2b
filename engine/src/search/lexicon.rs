//! The lexicon, ready for questions: which expressions of a question lead to which needs, and which read as other words.
//!
//! An expression that leads to needs is held by its stems, and those by their places among the stems of their language, which an index
//! has anyway. One of which little words leave a single stem is held as it is said: "in the red" must not be found in all that is red.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// The lexicon as plain data, for the bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LexiconFiles {
    /// Every list of needs once: themes with weights, by their places in the catalogue.
    needs: Vec<Vec<(u32, u8)>>,
    /// The entries of each language of the catalogue.
    languages: Vec<OfLanguage>,
}

/// The entries of a language. Needs are told by their place in the list of needs, counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfLanguage {
    /// For each stem of the language the needs to which it leads by itself; 0 for none.
    words: Vec<u32>,
    /// How many stems each longer expression has; they are in order.
    lengths: Vec<u8>,
    /// The first stem of each, as how many come after that of the one before.
    firsts: Vec<u32>,
    /// Their other stems, one expression after the other.
    others: Vec<u32>,
    /// The needs to which each leads.
    needs: Vec<u32>,
    /// Sayings, in order, with the needs to which they lead.
    sayings: Vec<(String, u32)>,
    /// What is read as something else: as what, and what is.
    readings: Vec<(String, Vec<String>)>,
}

/// The longest expression, in words that carry a need.
pub(super) const LONGEST: usize = 4;

/// The lexicon of all languages.
pub(super) struct Lexicon {
    needs: Vec<Vec<(u32, u8)>>,
    languages: Vec<LanguageLexicon>,
}

struct LanguageLexicon {
    words: Vec<u32>,
    /// Longer expressions with the needs to which they lead, in order.
    expressions: Vec<(Expression, u32)>,
    /// Sayings with the needs to which they lead, in order.
    sayings: Vec<(String, u32)>,
    readings: HashMap<String, Box<str>>,
}

/// Stems, by their places; what is left of it is filled with [`NONE`].
type Expression = [u32; LONGEST];

/// No stem has this place.
const NONE: u32 = u32::MAX;

/// The stems of an expression, unless there are too many.
fn expression(stems: &[u32]) -> Option<Expression> {
    let mut expression = [NONE; LONGEST];
    expression.get_mut(..stems.len())?.copy_from_slice(stems);
    Some(expression)
}

impl Lexicon {
    /// The lexicon in these files, for an index that has so many stems in each language and leads to so many themes. `None` if it does
    /// not fit.
    pub(super) fn open(files: LexiconFiles, stems: &[usize], themes: usize) -> Option<Self> {
        let leads_to = |needs: &u32| *needs as usize <= files.needs.len();
        let fits = files.languages.len() == stems.len()
            && files.needs.iter().flatten().all(|(theme, _)| (*theme as usize) < themes)
            && files.languages.iter().zip(stems).all(|(language, stems)| {
                let sayings = language.sayings.iter().map(|(_, needs)| needs);
                language.words.len() == *stems
                    && language.words.iter().chain(&language.needs).chain(sayings).all(leads_to)
            });
        if !fits {
            return None;
        }
        let languages = files.languages.into_iter().map(LanguageLexicon::open).collect::<Option<_>>()?;
        Some(Self { needs: files.needs, languages })
    }

    /// The needs, as themes with weights, to which these stems lead in a language; both by their places.
    pub(super) fn needs(&self, language: usize, stems: &[u32]) -> Option<&[(u32, u8)]> {
        let of_language = &self.languages[language];
        let needs = match stems {
            [stem] => *of_language.words.get(*stem as usize)?,
            stems => {
                let wanted = expression(stems)?;
                let found = of_language.expressions.binary_search_by_key(&wanted, |(held, _)| *held).ok()?;
                of_language.expressions[found].1
            }
        };
        self.list(needs)
    }

    /// The needs to which words lead in a language if they are said just so, folded, with spaces between them.
    pub(super) fn needs_of_saying(&self, language: usize, said: &str) -> Option<&[(u32, u8)]> {
        let sayings = &self.languages[language].sayings;
        let found = sayings.binary_search_by(|(held, _)| held.as_str().cmp(said)).ok()?;
        self.list(sayings[found].1)
    }

    /// A list of needs by its place, counted from 1.
    fn list(&self, place: u32) -> Option<&[(u32, u8)]> {
        self.needs.get((place as usize).checked_sub(1)?).map(Vec::as_slice)
    }

    /// Whether the lexicon says of this stem that it has nothing to do with what is here.
    pub(super) fn is_foreign(&self, language: usize, stem: u32) -> bool {
        self.needs(language, &[stem]).is_some_and(<[_]>::is_empty)
    }

    /// What these words, with spaces between them, read as in a language.
    pub(super) fn reading(&self, language: usize, words: &str) -> Option<&str> {
        self.languages[language].readings.get(words).map(AsRef::as_ref)
    }

    /// About how many bytes of memory it takes.
    pub(super) fn bytes(&self) -> usize {
        let of_language = |language: &LanguageLexicon| {
            let readings = language.readings.iter();
            size_of_val(&language.words[..])
                + size_of_val(&language.expressions[..])
                + language
                    .sayings
                    .iter()
                    .map(|(said, _)| size_of::<(String, u32)>() + said.len())
                    .sum::<usize>()
                + readings
                    .map(|(words, meaning)| size_of_val(words) + words.len() + size_of_val(meaning))
                    .sum::<usize>()
        };
        self.languages.iter().map(of_language).sum()
    }
}

impl LanguageLexicon {
    fn open(files: OfLanguage) -> Option<Self> {
        let mut others = files.others.iter();
        let mut expressions = Vec::with_capacity(files.lengths.len());
        let mut first = 0_u32;
        let mut firsts = files.firsts.iter();
        for (length, needs) in files.lengths.iter().zip(&files.needs) {
            first = first.checked_add(*firsts.next()?)?;
            let mut stems = vec![first];
            for _ in 1..*length {
                stems.push(*others.next()?);
            }
            expressions.push((expression(&stems)?, *needs));
        }
        let is_whole =
            files.lengths.len() == files.needs.len() && firsts.next().is_none() && others.next().is_none();
        if !is_whole || !expressions.is_sorted() || !files.sayings.is_sorted() {
            return None;
        }
        let mut readings = HashMap::new();
        for (meaning, words) in files.readings {
            readings.extend(words.into_iter().map(|words| (words, Box::from(meaning.as_str()))));
        }
        Some(Self { words: files.words, expressions, sayings: files.sayings, readings })
    }
}

#[cfg(feature = "author")]
mod write {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{Expression, LONGEST, LexiconFiles, NONE, OfLanguage, expression};
    use crate::{
        catalogue::{Catalogue, Lexicon, Meaning},
        language::{Analyser, words},
    };

    /// Themes with weights, by their places.
    type Needs = Vec<(u32, u8)>;

    /// How an expression of the lexicon is held.
    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    enum Held {
        Stems(Expression),
        Saying(String),
    }

    impl LexiconFiles {
        /// Prepares the lexicon of a catalogue whose index has these stems in each language.
        pub(crate) fn write(catalogue: &Catalogue, analysers: &[Analyser], stems: &[Vec<String>]) -> Self {
            let languages: Vec<_> = analysers
                .iter()
                .zip(stems)
                .map(|(analyser, stems)| {
                    let lexicons = catalogue.lexicons.iter();
                    let lexicon = lexicons.filter(|lexicon| lexicon.language == analyser.language());
                    (leading(catalogue, lexicon.clone(), analyser, stems), readings(lexicon))
                })
                .collect();
            let lists = languages.iter().flat_map(|(leading, _)| leading.values()).cloned();
            let needs: Vec<Needs> = lists.collect::<BTreeSet<_>>().into_iter().collect();
            let place = |list: &Needs| needs.binary_search(list).map_or(0, |at| at as u32 + 1);
            let languages = languages
                .into_iter()
                .zip(stems)
                .map(|((leading, readings), stems)| OfLanguage::write(&leading, readings, stems.len(), place))
                .collect();
            Self { needs, languages }
        }
    }

    impl OfLanguage {
        fn write(
            leading: &BTreeMap<Held, Needs>,
            readings: Vec<(String, Vec<String>)>,
            stems: usize,
            place: impl Fn(&Needs) -> u32,
        ) -> Self {
            let mut written = Self { words: vec![0; stems], readings, ..Self::default() };
            let mut before = 0;
            for (held, needs) in leading {
                let expression = match held {
                    Held::Stems(expression) => expression,
                    Held::Saying(said) => {
                        written.sayings.push((said.clone(), place(needs)));
                        continue;
                    }
                };
                let length = expression.iter().take_while(|stem| **stem != NONE).count();
                if length == 1 {
                    written.words[expression[0] as usize] = place(needs);
                } else {
                    written.lengths.push(length as u8);
                    written.firsts.push(expression[0] - before);
                    written.others.extend(&expression[1..length]);
                    written.needs.push(place(needs));
                    before = expression[0];
                }
            }
            written
        }
    }

    /// What leads to needs. Forms of one word share their stem; the surest meaning of each need stays.
    fn leading<'c>(
        catalogue: &Catalogue,
        lexicon: impl Iterator<Item = &'c Lexicon>,
        analyser: &Analyser,
        stems: &[String],
    ) -> BTreeMap<Held, Needs> {
        let mut found: BTreeMap<Held, BTreeMap<u32, u8>> = BTreeMap::new();
        for entry in lexicon.flat_map(|lexicon| &lexicon.entries) {
            let Meaning::Needs(themes) = &entry.meaning else { continue };
            let all = words(&entry.words);
            let typed = analyser.telling(all.clone());
            let place = |word: &crate::language::Word| {
                let stem = analyser.stem(&word.text);
                stems.binary_search_by(|held| held.as_str().cmp(&stem)).ok().map(|at| at as u32)
            };
            // Nobody's question is compared with a longer one.
            let stems: Option<Vec<u32>> = typed.iter().take(LONGEST + 1).map(place).collect();
            let Some(expression) = stems.and_then(|stems| expression(&stems)) else { continue };
            let held = if typed.len() == 1 && all.len() > 1 {
                Held::Saying(joined(all))
            } else {
                Held::Stems(expression)
            };
            let held = found.entry(held).or_default();
            for (theme, weight) in themes {
                if let Ok(place) = catalogue.themes.binary_search_by(|known| known.id.cmp(theme)) {
                    let held = held.entry(place as u32).or_default();
                    *held = (*held).max(weight.get());
                }
            }
        }
        found.into_iter().map(|(held, needs)| (held, needs.into_iter().collect())).collect()
    }

    /// Words with spaces between them.
    fn joined(words: Vec<crate::language::Word>) -> String {
        words.into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
    }

    /// What reads as other words, by those. Of what reads as two things, the last counts.
    fn readings<'c>(lexicon: impl Iterator<Item = &'c Lexicon>) -> Vec<(String, Vec<String>)> {
        let folded = |text: &str| joined(words(text));
        let mut readings: BTreeMap<String, String> = BTreeMap::new();
        for entry in lexicon.flat_map(|lexicon| &lexicon.entries) {
            if let Meaning::Reads(plain) = &entry.meaning {
                readings.insert(folded(&entry.words), folded(plain));
            }
        }
        let mut by_meaning: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (words, meaning) in readings {
            by_meaning.entry(meaning).or_default().push(words);
        }
        by_meaning.into_iter().collect()
    }
}
