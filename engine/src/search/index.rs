//! The search index: which passages use which stems, in tantivy, and the words of the catalogue, in an fst.
//!
//! Each passage is a document; there is one field for each language and one for names that belong to no
//! language. Scores are ours (see [`rank`](super::rank)), so the index records only where a stem occurs.

use std::{path::Path, sync::Arc};

use serde::{Deserialize, Serialize};
use tantivy::{
    DocSet, Index as TantivyIndex, InvertedIndexReader, SegmentReader, TERMINATED, TantivyError, Term,
    directory::{Directory, RamDirectory, error::OpenReadError},
    schema::{Field, IndexRecordOption},
};
use thiserror::Error;

use super::{
    lexicon::{Lexicon, LexiconFiles},
    owners::Owners,
    passages::{Entry, Passage},
};
use crate::{
    catalogue::{Catalogue, Language},
    language::{Analyser, Vocabulary, VocabularyError},
};

/// The index as plain data, for the bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct IndexFiles {
    /// Every passage, in the order of the documents.
    passages: Vec<Passage>,
    /// The files of the tantivy index, by name, sorted.
    files: Vec<(String, Vec<u8>)>,
    /// The fst with the words of the catalogue.
    vocabulary: Vec<u8>,
    /// The lexicon.
    lexicon: LexiconFiles,
}

/// The index can not be used.
#[derive(Debug, Error)]
pub enum IndexError {
    /// tantivy refused the files.
    #[error("the search index can not be used: {0}")]
    Index(#[from] TantivyError),
    /// A file is missing or can not be read.
    #[error("a file of the search index can not be read: {0}")]
    File(#[from] OpenReadError),
    /// A file can not be read to its end.
    #[error("a file of the search index is damaged: {0}")]
    Damaged(#[from] std::io::Error),
    /// The list of words is damaged.
    #[error(transparent)]
    Vocabulary(#[from] VocabularyError),
    /// The lexicon is damaged.
    #[error("the lexicon of the search index can not be read: {0}")]
    Lexicon(#[from] fst::Error),
    /// The index was made from another catalogue.
    #[error("the search index does not fit its catalogue: it was made from another one")]
    OtherCatalogue,
}

/// Stems and where they occur.
pub(crate) struct Index {
    /// How many bytes the files, the vocabulary and the lexicon have.
    file_bytes: usize,
    /// Every passage; its number is its place here.
    pub(super) passages: Vec<Passage>,
    /// Every entry that has passages, in the order of its first.
    pub(super) entries: Vec<Entry>,
    /// Whose each passage is.
    pub(super) owners: Owners,
    /// How much the stems of each passage weigh together: the sum of their rarities.
    pub(super) passage_weights: Vec<f32>,
    /// The languages of the catalogue, each with its field.
    pub(super) languages: Vec<IndexedLanguage>,
    /// The field of names that belong to no language.
    any: IndexedField,
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
    field: IndexedField,
}

struct IndexedField {
    field: Field,
    postings: Arc<InvertedIndexReader>,
    /// How many passages use the field.
    passages: u32,
}

/// A stem that occurs in the index.
pub(super) struct Stem {
    /// The passages that use it, in ascending order.
    pub passages: Vec<u32>,
    /// How rare it is, as in BM25 (Robertson and Zaragoza 2009, <https://doi.org/10.1561/1500000019>):
    /// ln(1 + (N - n + ½) / (n + ½)) for a stem in n of N passages.
    pub rarity: f32,
}

/// The file that describes the index; the only one without a checksum.
const DESCRIPTION: &str = "meta.json";

/// How many bytes a file of the index has at the least: the end of what tantivy writes after its content.
const SHORTEST_FILE: usize = 8;

/// The name of the field for names that belong to no language. No language has a code like it.
const ANY: &str = "any-language";

impl Index {
    /// Opens the index of this catalogue.
    pub(crate) fn open(catalogue: &Catalogue, files: IndexFiles) -> Result<Self, IndexError> {
        let file_bytes = files.files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>()
            + files.vocabulary.len()
            + files.lexicon.bytes();
        let directory = RamDirectory::create();
        let mut names = Vec::new();
        // Each is let go once it is copied: they may be large.
        for (name, bytes) in files.files {
            directory.atomic_write(Path::new(&name), &bytes)?;
            names.push((name, bytes.len()));
        }
        let index = TantivyIndex::open(directory)?;
        for (name, length) in names {
            // tantivy takes for granted that what it reads is what it wrote.
            let is_whole = name == DESCRIPTION
                || (length >= SHORTEST_FILE && index.directory().validate_checksum(Path::new(&name))?);
            if !is_whole {
                let why = format!("the checksum of `{name}` does not fit");
                return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, why).into());
            }
        }
        let segments = index.searchable_segments()?;
        let reader = SegmentReader::open(segments.first().ok_or(IndexError::OtherCatalogue)?)?;
        let passages = files.passages;
        if passages.len() != reader.max_doc() as usize
            || !passages.iter().all(|passage| passage.is_in(catalogue))
        {
            return Err(IndexError::OtherCatalogue);
        }
        let field = |language: Option<Language>| -> Result<IndexedField, IndexError> {
            let name = language.as_ref().map_or(ANY, Language::code);
            let field = index.schema().get_field(name)?;
            let in_field = passages.iter().filter(|passage| passage.language == language).count();
            Ok(IndexedField { field, postings: reader.inverted_index(field)?, passages: in_field as u32 })
        };
        let languages = catalogue
            .settings
            .languages
            .iter()
            .map(|language| {
                Ok(IndexedLanguage { analyser: Analyser::new(*language), field: field(Some(*language))? })
            })
            .collect::<Result<Vec<_>, IndexError>>()?;
        let any = field(None)?;
        let vocabulary = Vocabulary::from_bytes(files.vocabulary)?;
        let lexicon = Lexicon::open(files.lexicon)?;
        if !lexicon.stays_within(catalogue.themes.len()) {
            return Err(IndexError::OtherCatalogue);
        }
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
            field.add_weights(&mut passage_weights)?;
        }
        Ok(Self {
            file_bytes,
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
        self.file_bytes
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

    /// Whether some passage uses a word, in whatever language.
    pub(super) fn is_used(&self, word: &str) -> bool {
        let used = |language: &IndexedLanguage| language.uses(word);
        self.languages.iter().any(used) || self.any.has(word)
    }

    /// The names without a language that use a folded word.
    pub(super) fn word_in_any(&self, word: &str) -> Option<Stem> {
        self.any.stem(word)
    }
}

impl IndexedLanguage {
    /// Whether a passage in this language uses a word, in whatever form.
    pub(super) fn uses(&self, word: &str) -> bool {
        self.field.has(&self.analyser.stem(word))
    }

    /// The passages in this language that use a stem of it.
    pub(super) fn stem(&self, stem: &str) -> Option<Stem> {
        self.field.stem(stem)
    }
}

impl IndexedField {
    /// Whether a passage uses a stem, without looking up which.
    fn has(&self, stem: &str) -> bool {
        let term = Term::from_field_text(self.field, stem);
        self.postings.get_term_info(&term).is_ok_and(|found| found.is_some())
    }

    fn stem(&self, stem: &str) -> Option<Stem> {
        let term = Term::from_field_text(self.field, stem);
        let mut postings = self.postings.read_postings(&term, IndexRecordOption::Basic).ok()??;
        let mut passages = Vec::with_capacity(postings.size_hint() as usize);
        let mut passage = postings.doc();
        while passage != TERMINATED {
            passages.push(passage);
            passage = postings.advance();
        }
        let rarity = rarity(passages.len() as u32, self.passages);
        Some(Stem { passages, rarity })
    }

    /// Adds the rarity of every stem to the passages that use it.
    fn add_weights(&self, weights: &mut [f32]) -> Result<(), IndexError> {
        let mut stems = self.postings.terms().stream()?;
        while stems.advance() {
            let info = stems.value();
            let rarity = rarity(info.doc_freq, self.passages);
            let mut postings = self.postings.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
            let mut passage = postings.doc();
            while passage != TERMINATED {
                if let Some(weight) = weights.get_mut(passage as usize) {
                    *weight += rarity;
                }
                passage = postings.advance();
            }
        }
        Ok(())
    }
}

fn rarity(using: u32, of: u32) -> f32 {
    let (using, of) = (using as f32, of as f32);
    (1.0 + (of - using + 0.5).max(0.0) / (using + 0.5)).ln()
}

#[cfg(feature = "author")]
mod write {
    //! Making the index; only where catalogues are made, not in a browser.

    use tantivy::{
        IndexBuilder, IndexSettings, TantivyDocument,
        directory::RamDirectory,
        schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
        tokenizer::{PreTokenizedString, Token},
    };

    use super::{
        ANY, Analyser, Catalogue, DESCRIPTION, Directory, IndexError, IndexFiles, LexiconFiles, Path,
        TantivyError,
    };
    use crate::{
        catalogue::Meaning,
        language::{VocabularyWriter, Word, words},
        search::passages,
    };

    /// The name under which the one segment of the index is stored. tantivy draws a random one, which would
    /// make every bundle different from the last.
    const SEGMENT: &str = "00000000000000000000000000000001";

    /// Bytes the writer may hold before it complains; far more than it uses.
    const MEMORY: usize = 1 << 30;

    impl IndexFiles {
        /// Indexes a catalogue. The same catalogue always gives the same files.
        pub(crate) fn write(catalogue: &Catalogue) -> Result<Self, IndexError> {
            let languages = &catalogue.settings.languages;
            let mut schema = Schema::builder();
            let options = TextOptions::default().set_indexing_options(
                TextFieldIndexing::default().set_index_option(IndexRecordOption::Basic).set_fieldnorms(false),
            );
            let any = schema.add_text_field(ANY, options.clone());
            let fields: Vec<_> = languages
                .iter()
                .map(|language| schema.add_text_field(language.code(), options.clone()))
                .collect();
            let analysers: Vec<_> = languages.iter().map(|language| Analyser::new(*language)).collect();

            let directory = RamDirectory::create();
            let settings =
                IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
            let mut writer = IndexBuilder::new()
                .schema(schema.build())
                .settings(settings)
                .single_segment_index_writer(directory.clone(), MEMORY)?;
            let mut count = 0;
            passages::each(catalogue, |_, _| count += 1);
            let mut passages = Vec::with_capacity(count);
            let mut vocabulary = VocabularyWriter::new(languages);
            let mut failed = None;
            passages::each(catalogue, |passage, text| {
                let at = languages.iter().position(|language| Some(*language) == passage.language);
                let words = words(text);
                vocabulary.add(passage.language.unwrap_or(languages[0]), &words);
                let words = match at {
                    Some(at) => analysers[at].telling(words),
                    None => words,
                };
                let stem = |word: Word| {
                    at.map_or(word.text.clone(), |at| analysers[at].stem(&word.text).into_owned())
                };
                let mut document = TantivyDocument::new();
                let stems = words.into_iter().map(stem).collect();
                document.add_pre_tokenized_text(at.map_or(any, |at| fields[at]), tokens(stems));
                if let Err(error) = writer.add_document(document) {
                    failed.get_or_insert(error);
                }
                passages.push(passage);
            });
            if let Some(error) = failed {
                return Err(error.into());
            }
            let index = writer.finalize()?;
            // Words of the lexicon are right words too, but for those that read as others: many are slips.
            for lexicon in &catalogue.lexicons {
                let right = lexicon.entries.iter().filter(|entry| matches!(entry.meaning, Meaning::Needs(_)));
                right.for_each(|entry| vocabulary.add(lexicon.language, &words(&entry.words)));
            }
            let vocabulary = vocabulary.finish()?;
            let lexicon = LexiconFiles::write(catalogue)?;
            Ok(Self { passages, files: files(&index, &directory)?, vocabulary, lexicon })
        }
    }

    fn tokens(stems: Vec<String>) -> PreTokenizedString {
        let token = |(position, text)| Token { position, text, ..Token::default() };
        PreTokenizedString { text: String::new(), tokens: stems.into_iter().enumerate().map(token).collect() }
    }

    /// The files of the index under fixed names.
    fn files(index: &tantivy::Index, directory: &RamDirectory) -> Result<Vec<(String, Vec<u8>)>, IndexError> {
        let drawn = index
            .searchable_segment_ids()?
            .first()
            .map(tantivy::index::SegmentId::uuid_string)
            .unwrap_or_default();
        // meta.json writes the id with hyphens.
        let hyphened = |id: &str| [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]].join("-");
        let mut files = Vec::new();
        for path in
            index.load_metas()?.list_segment_files().into_iter().chain([Path::new(DESCRIPTION).into()])
        {
            // A list can name files that a segment without deletions or positions does not have.
            if !directory.exists(&path)? {
                continue;
            }
            let name = path.to_string_lossy().replace(&drawn, SEGMENT);
            let bytes = directory.open_read(&path)?.read_bytes()?.to_vec();
            // Large files need not be there twice.
            directory.delete(&path).map_err(|why| TantivyError::from(std::io::Error::other(why)))?;
            let bytes = match String::from_utf8(bytes) {
                Ok(text) if name == DESCRIPTION => {
                    text.replace(&hyphened(&drawn), &hyphened(SEGMENT)).replace(&drawn, SEGMENT).into_bytes()
                }
                Ok(text) => text.into_bytes(),
                Err(not_text) => not_text.into_bytes(),
            };
            files.push((name, bytes));
        }
        files.sort();
        Ok(files)
    }
}
