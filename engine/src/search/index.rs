//! The search index: which passages use which stems, and the words of the catalogue.
//!
//! There is an inverted index ([`Postings`]) for each language and one for names that belong to no language. Scores are ours (see
//! [`rank`](super::rank)), so the index records only where a stem occurs.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    endings::Endings,
    lexicon::{Lexicon, LexiconFiles},
    owners::Owners,
    passages::{Entry, Passage, PassageRuns},
    postings::Postings,
};
use crate::{
    catalogue::Catalogue,
    language::{Analyser, Vocabulary, VocabularyError, VocabularyFiles},
};

/// The index as plain data, for the bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct IndexFiles {
    /// Every passage, in order.
    passages: PassageRuns,
    /// The words of the catalogue.
    vocabulary: VocabularyFiles,
    /// Their stems.
    endings: Endings,
    /// The passages of each stem: of each language, and of names that belong to none.
    postings: Vec<Vec<u32>>,
    /// The lexicon.
    lexicon: LexiconFiles,
}

/// The index can not be used.
#[derive(Debug, Error)]
pub enum IndexError {
    /// The list of words is damaged.
    #[error(transparent)]
    Vocabulary(#[from] VocabularyError),
    /// The index was made from another catalogue.
    #[error("the search index does not fit its catalogue: it was made from another one")]
    OtherCatalogue,
}

/// Stems and where they occur.
pub(crate) struct Index {
    /// Every passage; its number is its place here.
    pub(super) passages: Vec<Passage>,
    /// Every entry that has passages, in the order of its first.
    pub(super) entries: Vec<Entry>,
    /// Whose each passage is.
    pub(super) owners: Owners,
    /// How much the stems of each passage weigh together: the sum of their rarities.
    pub(super) passage_weights: Vec<f32>,
    /// The languages of the catalogue, each with its stems.
    pub(super) languages: Vec<IndexedLanguage>,
    /// The words of names that belong to no language.
    any: Field,
    /// The words of the catalogue.
    pub(super) vocabulary: Vocabulary,
    /// The lexicon.
    pub(super) lexicon: Lexicon,
    /// The first passage of each theme: its name.
    pub(super) theme_passages: Vec<u32>,
}

/// A language of the catalogue, ready to be searched.
pub(super) struct IndexedLanguage {
    pub analyser: Analyser,
    field: Field,
}

/// The stems of a language.
struct Field {
    postings: Postings,
    /// How many passages are in the language.
    passages: u32,
}

/// A stem that occurs in the index.
pub(super) struct Stem<'i> {
    /// The passages that use it, in ascending order.
    pub passages: &'i [u32],
    /// How rare it is, as in BM25 (Robertson and Zaragoza 2009, <https://doi.org/10.1561/1500000019>):
    /// ln(1 + (N - n + ½) / (n + ½)) for a stem in n of N passages.
    pub rarity: f32,
}

impl Index {
    /// Opens the index of this catalogue.
    pub(crate) fn open(catalogue: &Catalogue, files: IndexFiles) -> Result<Self, IndexError> {
        let languages = &catalogue.settings.languages;
        let passages = files.passages.passages(languages).ok_or(IndexError::OtherCatalogue)?;
        let vocabulary = Vocabulary::open(files.vocabulary)?;
        let analysers: Vec<_> = languages.iter().map(|language| Analyser::new(*language)).collect();
        let stems = files.endings.stems(&vocabulary).ok_or(IndexError::OtherCatalogue)?;
        let fits = passages.iter().all(|passage| passage.is_in(catalogue));
        if !fits || [stems.len(), files.postings.len()] != [languages.len() + 1; 2] {
            return Err(IndexError::OtherCatalogue);
        }
        let fields = stems.into_iter().zip(&files.postings).enumerate().map(|(at, (stems, numbers))| {
            let language = languages.get(at).copied();
            let of_language: Vec<u32> = (0..)
                .zip(&passages)
                .filter(|(_, passage)| passage.language == language)
                .map(|(at, _)| at)
                .collect();
            let postings = Postings::read(&stems, numbers, &of_language)?;
            Some(Field { postings, passages: of_language.len() as u32 })
        });
        let mut fields = fields.collect::<Option<Vec<_>>>().ok_or(IndexError::OtherCatalogue)?;
        drop(files.postings);
        let any = fields.pop().ok_or(IndexError::OtherCatalogue)?;
        let languages: Vec<_> = analysers
            .into_iter()
            .zip(fields)
            .map(|(analyser, field)| IndexedLanguage { analyser, field })
            .collect();
        let counts: Vec<_> = languages.iter().map(|language| language.field.postings.len()).collect();
        let lexicon = Lexicon::open(files.lexicon, &counts, catalogue.themes.len());
        let lexicon = lexicon.ok_or(IndexError::OtherCatalogue)?;
        let mut theme_passages = vec![0; catalogue.themes.len()];
        for (number, passage) in passages.iter().enumerate().rev() {
            if let Entry::Theme(at) = passage.entry {
                theme_passages[at as usize] = number as u32;
            }
        }
        // The passages of an entry stand together.
        let mut entries: Vec<Entry> = Vec::new();
        let mut owners = Owners::default();
        for passage in &passages {
            if entries.last() != Some(&passage.entry) {
                entries.push(passage.entry);
            }
            owners.push(entries.len() - 1, passage.part);
        }
        let mut passage_weights = vec![0.0; passages.len()];
        for field in languages.iter().map(|language| &language.field).chain([&any]) {
            for list in field.postings.lists() {
                let rarity = rarity(list.len() as u32, field.passages);
                for passage in list {
                    passage_weights[*passage as usize] += rarity;
                }
            }
        }
        Ok(Self {
            passages,
            entries,
            owners,
            passage_weights,
            languages,
            any,
            vocabulary,
            lexicon,
            theme_passages,
        })
    }

    /// How many bytes of memory it takes.
    pub(crate) fn bytes(&self) -> usize {
        let fields = self.languages.iter().map(|language| &language.field).chain([&self.any]);
        self.vocabulary.bytes()
            + self.lexicon.bytes()
            + fields.map(|field| field.postings.bytes()).sum::<usize>()
            + size_of_val(&self.passages[..])
            + size_of_val(&self.entries[..])
            + self.owners.bytes()
            + size_of_val(&self.passage_weights[..])
            + size_of_val(&self.theme_passages[..])
    }

    /// The end of a stretch of about so many passages from this one, where no entry is cut in two.
    pub(super) fn end_of_stretch(&self, start: usize, about: usize) -> usize {
        let end = (start + about).min(self.passages.len());
        let entry = self.owners.of(end - 1).entry;
        end + (end..self.passages.len()).take_while(|passage| self.owners.of(*passage).entry == entry).count()
    }

    /// The names without a language that use a folded word.
    pub(super) fn word_in_any(&self, word: &str) -> Option<Stem<'_>> {
        self.any.stem(self.any.postings.place(word)?)
    }
}

impl IndexedLanguage {
    /// Whether a passage in this language uses the stem in this place. Some occur only in the lexicon.
    pub(super) fn uses(&self, place: Option<u32>) -> bool {
        place.is_some_and(|place| self.stem(place).is_some())
    }

    /// The place of a stem among those of the language.
    pub(super) fn place(&self, stem: &str) -> Option<u32> {
        self.field.postings.place(stem)
    }

    /// The stem in this place, if a passage uses it.
    pub(super) fn stem(&self, place: u32) -> Option<Stem<'_>> {
        self.field.stem(place)
    }
}

impl Field {
    fn stem(&self, place: u32) -> Option<Stem<'_>> {
        let passages = self.postings.list(place);
        let rarity = rarity(passages.len() as u32, self.passages);
        (!passages.is_empty()).then_some(Stem { passages, rarity })
    }
}

fn rarity(using: u32, of: u32) -> f32 {
    let (using, of) = (using as f32, of as f32);
    (1.0 + (of - using + 0.5).max(0.0) / (using + 0.5)).ln()
}

#[cfg(feature = "author")]
mod write {
    //! Making the index; only where catalogues are made, not in a browser.

    use std::collections::HashMap;

    use super::{
        Analyser, Catalogue, Endings, IndexError, IndexFiles, LexiconFiles, PassageRuns, Vocabulary,
    };
    use crate::{
        catalogue::Meaning,
        language::{VocabularyWriter, words},
        search::{passages, postings},
    };

    /// The stems of a language while passages are gone through.
    #[derive(Default)]
    struct Uses {
        /// How many passages of the language there were.
        passages: u32,
        /// For each stem the places of the passages that use it.
        places: HashMap<String, Vec<u32>>,
    }

    impl Uses {
        /// Notes the stems of the next passage.
        fn add(&mut self, stems: impl Iterator<Item = String>) {
            for stem in stems {
                let places = self.places.entry(stem).or_default();
                if places.last() != Some(&self.passages) {
                    places.push(self.passages);
                }
            }
            self.passages += 1;
        }
    }

    impl IndexFiles {
        /// Indexes a catalogue. The same catalogue always gives the same files.
        pub(crate) fn write(catalogue: &Catalogue) -> Result<Self, IndexError> {
            let languages = &catalogue.settings.languages;
            let analysers: Vec<_> = languages.iter().map(|language| Analyser::new(*language)).collect();
            let mut uses: Vec<Uses> = (0..=languages.len()).map(|_| Uses::default()).collect();
            let mut found = Vec::new();
            let mut vocabulary = VocabularyWriter::new(languages);
            passages::each(catalogue, |passage, text| {
                let at = languages.iter().position(|language| Some(*language) == passage.language);
                let words = words(text);
                vocabulary.add(passage.language, &words);
                match at {
                    Some(at) => {
                        let telling = analysers[at].telling(words);
                        uses[at].add(telling.iter().map(|word| analysers[at].stem(&word.text).into_owned()));
                    }
                    None => uses[languages.len()].add(words.into_iter().map(|word| word.text)),
                }
                found.push(passage);
            });
            let passages = PassageRuns::of(&found, languages);
            // Words of the lexicon are right words too, but for those that read as others: many are slips.
            for lexicon in &catalogue.lexicons {
                let right = lexicon.entries.iter().filter(|entry| matches!(entry.meaning, Meaning::Needs(_)));
                right.for_each(|entry| vocabulary.add(Some(lexicon.language), &words(&entry.words)));
            }
            let vocabulary = vocabulary.finish();
            let words = Vocabulary::open(vocabulary.clone())?;
            let endings = Endings::of(&words, &analysers);
            let stems = endings.stems(&words).ok_or(IndexError::OtherCatalogue)?;
            let lexicon = LexiconFiles::write(catalogue, &analysers, &stems);
            let of_language = |(stems, uses): (Vec<String>, Uses)| {
                postings::write(stems.iter().map(|stem| uses.places.get(stem).map_or(&[][..], Vec::as_slice)))
            };
            let postings = stems.into_iter().zip(uses).map(of_language).collect();
            Ok(Self { passages, vocabulary, endings, postings, lexicon })
        }
    }
}
