//! The TOML files of a catalogue as text, and places in them.

use std::{collections::BTreeMap, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::diagnostic::Place;

/// The TOML files of a catalogue: their paths, relative to its folder and with `/` between folders, and texts.
///
/// ```
/// use engine::catalogue::Sources;
/// let sources = Sources::from_iter([("themes/schulden.toml", "name.nl = \"Schulden\"")]);
/// assert!(sources.text("themes/schulden.toml").is_some());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Sources(BTreeMap<String, String>);

impl Sources {
    /// Every file with its text, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// Adds a file, or replaces its text.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.0.insert(path.into(), text.into());
    }

    /// The place of the value to which these keys lead: `"phrases.nl.3"` is the fourth Dutch phrase. Where the
    /// path leads nowhere, the place of the last value on it.
    ///
    /// Files are parsed again for this, which is quick enough for the few places that end up in messages.
    pub fn place(&self, file: &str, keys: &str) -> Place {
        let keys: Vec<_> = keys.split('.').filter(|key| !key.is_empty()).collect();
        self.place_on_path(file, &keys)
    }

    /// The place of the value of one key at the top of a file, whatever signs are in the key.
    pub fn place_of_key(&self, file: &str, key: &str) -> Place {
        self.place_on_path(file, &[key])
    }

    fn place_on_path(&self, file: &str, keys: &[&str]) -> Place {
        let span = self.text(file).map_or(0..0, |text| span_of(text, keys));
        Place { file: file.to_owned(), span }
    }
}

impl<P: Into<String>, T: Into<String>> FromIterator<(P, T)> for Sources {
    fn from_iter<I: IntoIterator<Item = (P, T)>>(files: I) -> Self {
        Self(files.into_iter().map(|(path, text)| (path.into(), text.into())).collect())
    }
}

fn span_of(text: &str, keys: &[&str]) -> Range<usize> {
    let (document, _) = DeTable::parse_recoverable(text);
    let mut span = 0..0;
    let mut value: &Spanned<DeValue<'_>> = &Spanned::new(span.clone(), DeValue::Table(document.into_inner()));
    for &key in keys {
        let next = match (value.get_ref(), key.parse::<usize>()) {
            (DeValue::Array(values), Ok(index)) => values.get(index),
            (DeValue::Table(entries), _) => entries.get(key),
            _ => None,
        };
        let Some(next) = next else { break };
        span = next.span();
        value = next;
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_by_its_keys() {
        let text = "kind = \"right\"\n[phrases]\nnl = [\"een\", \"twee\"]\n[[x]]\na = 1\n[[x]]\na = 2\n";
        let sources = Sources::from_iter([("a.toml", text)]);
        for (keys, found) in [
            ("kind", "\"right\""),
            ("phrases.nl.1", "\"twee\""),
            ("x.1.a", "2"),
            ("phrases.nl.7", "[\"een\", \"twee\"]"),
        ] {
            assert_eq!(&text[sources.place("a.toml", keys).span], found, "{keys}");
        }
        assert_eq!(sources.place("b.toml", "kind").span, 0..0);
    }
}
