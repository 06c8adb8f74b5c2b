//! The bundle: a catalogue and its index in one compact file, for readers of one language.
//!
//! Made natively, read in the browser. The file begins with a head of 16 bytes, all numbers little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 0–3 | the letters `RXBU` |
//! | 4–5 | the version of the format |
//! | 6–7 | what it is for: [`Kind`] |
//! | 8–11 | how many bytes follow the head |
//! | 12–15 | the CRC-32 of those bytes |
//!
//! What follows is, for most kinds, the catalogue and the index in [postcard](https://postcard.jamesmunns.com/wire-format) form.
//!
//! A bundle is made for readers of one language. It finds words of every language, since the index has them all, but
//! holds texts of that one only: a phone need not load what its owner can not read. Texts that neither
//! search nor the rights check shows are left out too: sources and notes; steps and papers come in [`Details`].
//!
//! A page that only screens or only searches loads less: [`write_screener`] leaves out the index, [`write_searchers`] all that
//! screening needs, and the phrases, which come in [`Phrases`] once the first answer stands there.

use std::{collections::BTreeMap, fmt, sync::Arc};

use serde::{Deserialize, Serialize};
use thiserror::Error;

#[cfg(feature = "author")]
use crate::catalogue::Language;
use crate::{
    Explorer,
    catalogue::{Catalogue, Id, Product, Translated},
    screening::{Screener, Sheet},
    search::{IndexError, Phrases, Searcher, index::IndexFiles},
};

const LETTERS: [u8; 4] = *b"RXBU";
const HEAD: usize = 16;

/// The version of the format this engine writes and reads.
pub const VERSION: u16 = 4;

/// Why a bundle can not be used.
#[derive(Debug, Error)]
pub enum BundleError {
    /// It is something else.
    #[error("this is not a bundle of the rights explorer")]
    NotABundle,
    /// It was made for another version of the engine.
    #[error(
        "the bundle has format {found}, but this program reads format {VERSION}: load both again from the same site"
    )]
    OtherVersion {
        /// Its version.
        found: u16,
    },
    /// It is for something else: with only a part of the catalogue, a screening would tell wrong rights.
    #[error("the bundle is made for {found}, not for {expected}: load the other file of the same site")]
    OtherKind {
        /// What it is for.
        found: String,
        /// What it ought to be for.
        expected: Kind,
    },
    /// A part is missing.
    #[error("the bundle is cut off: {found} of {expected} bytes are there. Load it again")]
    CutOff {
        /// Bytes that are there.
        found: usize,
        /// Bytes that ought to be there.
        expected: usize,
    },
    /// Some bytes have changed.
    #[error("the bundle is damaged: its checksum does not fit. Load it again")]
    Damaged,
    /// Its content can not be understood although nothing has changed: it was written by a faulty program.
    #[error("the content of the bundle can not be read: {0}")]
    Content(#[from] postcard::Error),
    /// Its index can not be used.
    #[error(transparent)]
    Index(#[from] IndexError),
}

/// What a bundle is for, by its number in the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Kind {
    /// An [`Explorer`].
    Explorer = 1,
    /// A [`Searcher`].
    Searcher = 2,
    /// A [`Screener`].
    Screener = 3,
    /// [`Phrases`].
    Phrases = 4,
    /// [`Details`].
    Details = 5,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Explorer, Self::Searcher, Self::Screener, Self::Phrases, Self::Details];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Explorer => "search and the rights check",
            Self::Searcher => "search alone",
            Self::Screener => "the rights check alone",
            Self::Phrases => "phrases to quote",
            Self::Details => "steps and papers",
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Content<I> {
    catalogue: Catalogue,
    index: I,
}

/// Writes a bundle of a catalogue for readers of this language. The same catalogue always gives the same bytes.
#[cfg(feature = "author")]
pub fn write(catalogue: &Catalogue, language: Language) -> Result<Vec<u8>, BundleError> {
    let index = IndexFiles::write(catalogue)?;
    seal(Kind::Explorer, &Content { catalogue: for_browser(catalogue, language), index })
}

/// Writes a bundle for a page that only searches, for the readers of each language of the catalogue.
#[cfg(feature = "author")]
pub fn write_searchers(catalogue: &Catalogue) -> Result<Vec<(Language, Vec<u8>)>, BundleError> {
    // All of them search the same.
    let index = IndexFiles::write(catalogue)?;
    let write = |&language: &Language| {
        let mut catalogue = for_browser(catalogue, language);
        for product in &mut catalogue.products {
            product.phrases = Translated::default();
            product.audience = None;
            product.grants = Vec::new();
            product.url = None;
        }
        catalogue.profile.questions.clear();
        catalogue.profile.circumstances.clear();
        catalogue.profile.contradictions.clear();
        Ok((language, seal(Kind::Searcher, &Content { catalogue, index: &index })?))
    };
    catalogue.settings.languages.iter().map(write).collect()
}

/// Opens what [`write_searchers`] has written.
pub fn read_searcher(bytes: &[u8]) -> Result<Searcher, BundleError> {
    let content = unseal(Kind::Searcher, bytes)?;
    let Content::<IndexFiles> { catalogue, index } = postcard::from_bytes(content)?;
    Ok(Searcher::open(Arc::new(catalogue), index)?)
}

impl Phrases {
    /// Writes the phrases for readers of this language.
    #[cfg(feature = "author")]
    pub fn write(catalogue: &Catalogue, language: Language) -> Result<Vec<u8>, BundleError> {
        seal(Kind::Phrases, &Self::of(catalogue, language))
    }

    /// Opens what [`write`](Self::write) has written.
    pub fn read(bytes: &[u8]) -> Result<Self, BundleError> {
        Ok(postcard::from_bytes(unseal(Kind::Phrases, bytes)?)?)
    }
}

/// Writes a bundle for the rights check alone, which can not be searched: a third of the other.
#[cfg(feature = "author")]
pub fn write_screener(catalogue: &Catalogue, language: Language) -> Result<Vec<u8>, BundleError> {
    let mut catalogue = for_browser(catalogue, language);
    for product in &mut catalogue.products {
        product.phrases = Translated::default();
        product.former_names = Vec::new();
    }
    seal(Kind::Screener, &Content { catalogue, index: () })
}

/// Opens what [`write_screener`] has written.
pub fn read_screener(bytes: &[u8]) -> Result<Screener, BundleError> {
    let Content::<()> { catalogue, .. } = postcard::from_bytes(unseal(Kind::Screener, bytes)?)?;
    Ok(Screener::new(catalogue))
}

/// Opens a bundle.
///
/// ```
/// # #[cfg(feature = "author")] {
/// use engine::bundle;
/// let refused = bundle::read(b"<!DOCTYPE html>").err().unwrap();
/// assert_eq!(refused.to_string(), "this is not a bundle of the rights explorer");
/// # }
/// ```
pub fn read(bytes: &[u8]) -> Result<Explorer, BundleError> {
    let content = unseal(Kind::Explorer, bytes)?;
    let Content::<IndexFiles> { catalogue, index } = postcard::from_bytes(content)?;
    Ok(Explorer::open(catalogue, index)?)
}

/// Steps and papers of every product: what the bundle leaves out, and a hand-out needs. A file of its own, with the
/// same head, so that nobody waits for it who only searches.
#[derive(Debug, Serialize, Deserialize)]
pub struct Details(BTreeMap<Id<Product>, (Lines, Lines)>);

type Lines = Translated<Vec<String>>;

impl Details {
    /// Writes the steps and papers for readers of this language.
    #[cfg(feature = "author")]
    pub fn write(catalogue: &Catalogue, language: Language) -> Result<Vec<u8>, BundleError> {
        let details = |product: &Product| {
            let (mut steps, mut documents) = (product.steps.clone(), product.documents.clone());
            steps.keep(language);
            documents.keep(language);
            (product.id.clone(), (steps, documents))
        };
        seal(Kind::Details, &Self(catalogue.products.iter().map(details).collect()))
    }

    /// Opens what [`write`](Self::write) has written.
    pub fn read(bytes: &[u8]) -> Result<Self, BundleError> {
        Ok(postcard::from_bytes(unseal(Kind::Details, bytes)?)?)
    }

    /// What to do for a product, in order.
    pub fn steps(&self, product: &Id<Product>) -> &[String] {
        self.0.get(product).map_or(&[], |(steps, _)| only(steps))
    }

    /// The papers one usually needs for it.
    pub fn documents(&self, product: &Id<Product>) -> &[String] {
        self.0.get(product).map_or(&[], |(_, documents)| only(documents))
    }

    /// Adds steps and papers to a sheet that was made of a bundle.
    pub fn complete(&self, sheet: &mut Sheet) {
        for entry in sheet.entries_mut() {
            let id = Id::new(entry.id.as_str());
            entry.steps = self.steps(&id).to_vec();
            entry.documents = self.documents(&id).to_vec();
        }
    }
}

/// The lines in the one language there are lines in.
fn only(lines: &Lines) -> &[String] {
    lines.iter().next().map_or(&[], |(_, lines)| lines)
}

/// Content with the head before it.
#[cfg(feature = "author")]
fn seal(kind: Kind, content: &impl Serialize) -> Result<Vec<u8>, BundleError> {
    let content = postcard::to_allocvec(content)?;
    let length = u32::try_from(content.len()).map_err(|_| postcard::Error::SerializeBufferFull)?;
    let mut bytes = Vec::with_capacity(HEAD + content.len());
    bytes.extend(LETTERS);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((kind as u16).to_le_bytes());
    bytes.extend(length.to_le_bytes());
    bytes.extend(crc32fast::hash(&content).to_le_bytes());
    bytes.extend(content);
    Ok(bytes)
}

/// What follows the head, once it is known to be whole.
fn unseal(kind: Kind, bytes: &[u8]) -> Result<&[u8], BundleError> {
    if !bytes.starts_with(&LETTERS) {
        return Err(BundleError::NotABundle);
    }
    let Some((head, content)) = bytes.split_at_checked(HEAD) else {
        return Err(BundleError::CutOff { found: bytes.len(), expected: HEAD });
    };
    let number = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let (version, found) = (number(4) as u16, (number(4) >> 16) as u16);
    let (length, checksum) = (number(8) as usize, number(12));
    if version != VERSION {
        return Err(BundleError::OtherVersion { found: version });
    }
    if found != kind as u16 {
        let known = Kind::ALL.into_iter().find(|known| *known as u16 == found);
        let found = known.map_or_else(|| "something else".to_owned(), |known| known.to_string());
        return Err(BundleError::OtherKind { found, expected: kind });
    }
    if content.len() != length {
        return Err(BundleError::CutOff { found: bytes.len(), expected: HEAD + length });
    }
    if crc32fast::hash(content) != checksum {
        return Err(BundleError::Damaged);
    }
    Ok(content)
}

/// The catalogue with only what search and the rights check need for readers of this language.
#[cfg(feature = "author")]
fn for_browser(catalogue: &Catalogue, language: Language) -> Catalogue {
    let mut catalogue = catalogue.clone();
    let settings = &mut catalogue.settings;
    for text in [&mut settings.name, &mut settings.municipality] {
        text.keep(language);
    }
    for category in &mut settings.categories {
        for text in [&mut category.name, &mut category.summary, &mut category.slug] {
            text.keep(language);
        }
    }
    for line in &mut settings.crisis_lines {
        line.name.keep(language);
        line.text.keep(language);
    }
    for product in &mut catalogue.products {
        product.name.keep(language);
        product.summary.keep(language);
        product.phrases.keep(language);
        product.steps = Translated::default();
        product.documents = Translated::default();
        if let Some(audience) = &mut product.audience {
            audience.ask.keep(language);
        }
        product.review.sources = Vec::new();
        product.review.note = None;
    }
    for theme in &mut catalogue.themes {
        theme.name.keep(language);
        theme.summary.keep(language);
        theme.phrases = Translated::default();
    }
    for organisation in &mut catalogue.organisations {
        organisation.name.keep(language);
        organisation.source = None;
        organisation.note = None;
    }
    for question in &mut catalogue.profile.questions {
        for text in [&mut question.text, &mut question.why] {
            text.keep(language);
        }
        if let Some(help) = &mut question.help {
            help.keep(language);
        }
        for choice in question.answer.choices_mut() {
            choice.label.keep(language);
        }
    }
    for circumstance in &mut catalogue.profile.circumstances {
        circumstance.label.keep(language);
        circumstance.otherwise.keep(language);
    }
    for contradiction in &mut catalogue.profile.contradictions {
        contradiction.text.keep(language);
    }
    // The index holds it in a form that is quicker to search.
    catalogue.lexicons = Vec::new();
    catalogue.examples = Vec::new();
    catalogue
}
