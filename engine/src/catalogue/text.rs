//! Languages, and texts that exist in several of them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language by its ISO 639 code of two or three letters, such as `nl` or `som`.
///
/// Which languages a catalogue is written in stands in its `catalogue.toml`; the engine knows no fixed list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Language([u8; 3]);

impl Language {
    /// Dutch.
    pub const DUTCH: Self = Self(*b"nl\0");
    /// French.
    pub const FRENCH: Self = Self(*b"fr\0");
    /// English.
    pub const ENGLISH: Self = Self(*b"en\0");

    /// The language with this code, or `None` if it is not two or three small letters.
    ///
    /// ```
    /// use engine::catalogue::Language;
    /// assert_eq!(Language::new("nl"), Some(Language::DUTCH));
    /// assert_eq!(Language::new("Nederlands"), None);
    /// ```
    pub fn new(code: &str) -> Option<Self> {
        let letters = code.as_bytes();
        if !(2..=3).contains(&letters.len()) || !letters.iter().all(u8::is_ascii_lowercase) {
            return None;
        }
        let mut held = [0; 3];
        held[..letters.len()].copy_from_slice(letters);
        Some(Self(held))
    }

    /// The code as text: `"nl"`.
    pub fn code(&self) -> &str {
        let length = self.0.iter().position(|letter| *letter == 0).unwrap_or(3);
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The same thing in several languages, in the order in which the catalogue lists its languages.
///
/// `Translated<String>` is a name or a summary; `Translated<Vec<String>>` a list of steps or phrases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translated<T>(Vec<(Language, T)>);

impl<T> Translated<T> {
    /// Holds these texts, in this order; the first language is the one to fall back on.
    pub fn new(texts: impl IntoIterator<Item = (Language, T)>) -> Self {
        Self(texts.into_iter().collect())
    }

    /// Holds no text at all.
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    /// The text in exactly this language.
    pub fn get(&self, language: Language) -> Option<&T> {
        self.0.iter().find(|(held, _)| *held == language).map(|(_, text)| text)
    }

    /// The text in this language or, where nobody has translated it yet, in the first language there is.
    pub fn best(&self, language: Language) -> Option<&T> {
        self.get(language).or_else(|| self.0.first().map(|(_, text)| text))
    }

    /// Drops the texts in other languages than this one. Where there is none in it, the one to fall back on stays.
    pub fn keep(&mut self, language: Language) {
        let keep = if self.get(language).is_some() {
            Some(language)
        } else {
            self.0.first().map(|(first, _)| *first)
        };
        self.0.retain(|(held, _)| Some(*held) == keep);
    }

    /// Every language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        self.0.iter().map(|(language, text)| (*language, text))
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Translated<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl Translated<String> {
    /// The text to show a reader of this language; empty only if there is none in any language.
    pub fn text(&self, language: Language) -> &str {
        self.best(language).map_or("", String::as_str)
    }
}

impl Translated<Vec<String>> {
    /// The lines to show a reader of this language; none if there are none in any language.
    pub fn lines(&self, language: Language) -> &[String] {
        self.best(language).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_falls_back_on_the_first_language() {
        let name = Translated::new([(Language::DUTCH, "Leefloon".to_owned())]);
        assert_eq!(name.get(Language::FRENCH), None);
        assert_eq!(name.text(Language::FRENCH), "Leefloon");
    }

    #[test]
    fn codes_are_two_or_three_small_letters() {
        for wrong in ["", "n", "NL", "nl-BE", "n1", "nederlands", "é"] {
            assert_eq!(Language::new(wrong), None, "{wrong}");
        }
        assert_eq!(Language::new("som").map(|l| l.to_string()).as_deref(), Some("som"));
    }
}
