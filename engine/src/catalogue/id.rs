//! Ids: the names of catalogue entries, and references from one entry to another.

use std::{borrow::Borrow, fmt, marker::PhantomData};

use serde::{Deserialize, Serialize};

/// The id of an entry of kind `T`: a product, an organisation, a theme, a category, a question or a circumstance.
///
/// An id is written in small letters, digits and hyphens. For entries with a file of their own it is the file
/// name. The type says what it names, so an organisation can not be passed where a product is meant.
#[derive(Serialize, Deserialize)]
#[serde(bound = "", transparent)]
pub struct Id<T> {
    text: Box<str>,
    #[serde(skip)]
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// An id from text that is already known to be one; see [`is_well_formed`].
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: text.into(), of: PhantomData }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// The id that an entry gives itself, in a file that holds several entries: `id = "income"`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "", transparent)]
pub struct OwnId<T>(pub(crate) Id<T>);

impl<T> std::ops::Deref for OwnId<T> {
    type Target = Id<T>;

    fn deref(&self) -> &Id<T> {
        &self.0
    }
}

/// Whether this text may be an id: small letters, digits and single hyphens, beginning with a letter or a digit.
pub fn is_well_formed(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

// Derived versions of these traits would ask the same of `T`, which is only a label.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}
impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::new("")
    }
}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl<T> Borrow<str> for Id<T> {
    fn borrow(&self) -> &str {
        &self.text
    }
}
impl<T> AsRef<str> for Id<T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::is_well_formed;

    #[test]
    fn an_id_is_small_letters_digits_and_single_hyphens() {
        for right in ["leefloon", "a-kzie", "artikel-60", "1712"] {
            assert!(is_well_formed(right), "{right}");
        }
        for wrong in ["", "-a", "a-", "a--b", "Leefloon", "één", "a b", "a_b", "a.b", "../a"] {
            assert!(!is_well_formed(wrong), "{wrong}");
        }
    }
}
