//! The lexicon: everyday words, and what they mean here. `lexicon/<language>.toml`, a word a line.

use super::{Id, Language, Theme};

/// The lexicon of one language.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Lexicon {
    /// The language.
    pub language: Language,
    /// The entries, in the order of the file.
    pub entries: Vec<Entry>,
}

/// A word or short expression, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Entry {
    /// The word or expression, as people type it.
    pub words: String,
    /// What it means.
    pub meaning: Meaning,
}

/// What a word or expression means.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Meaning {
    /// It leads to these needs: `blut = { geldproblemen = 3 }`. To none, `lotto = {}`: it has nothing to do with what is here.
    Needs(Vec<(Id<Theme>, Weight)>),
    /// It reads as other words: `doktoor = "dokter"`.
    Reads(String),
}

/// How surely a word leads to a need: 3 means exactly that, 2 usually, 1 sometimes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Weight(u8);

impl Weight {
    /// The number, from 1 to 3.
    pub fn get(self) -> u8 {
        self.0
    }
}

#[cfg(feature = "author")]
mod read {
    use std::ops::Range;

    use serde_json::json;
    use toml::de::DeValue;

    use super::{Entry, Meaning, Weight};
    use crate::{
        catalogue::{
            Id, Theme,
            decode::{Decode, Mention, Reader, Referable, Value},
        },
        language::words,
    };

    /// The entries of a file.
    pub(crate) struct Entries(pub Vec<Entry>);

    impl Decode for Entries {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            let DeValue::Table(lines) = value.get_ref() else {
                reader.wrong_type(value, "a table with a word a line");
                return None;
            };
            let entry = |(key, value): (&toml::Spanned<toml::de::DeString<'_>>, &Value<'_>)| {
                let entry =
                    Entry { words: key.get_ref().to_string(), meaning: Decode::decode(value, reader)? };
                has_words(&entry.words, &key.span(), reader).then_some(entry)
            };
            lines.iter().map(entry).collect::<Vec<_>>().into_iter().collect::<Option<_>>().map(Self)
        }

        fn schema() -> serde_json::Value {
            json!({
                "type": "object",
                "description": "Everyday words, and what they mean: a word a line.",
                "additionalProperties": Meaning::schema(),
            })
        }
    }

    /// Whether there is a word in a text; if not, that is reported. Nobody can type nothing, and what reads as nothing would fit
    /// everything.
    fn has_words(text: &str, span: &Range<usize>, reader: &mut Reader<'_>) -> bool {
        let has = !words(text).is_empty();
        if !has {
            let diagnostic = reader.error("no-words", span, format!("`{text}` has no words"));
            diagnostic.help = Some("write a word or a short expression in letters".to_owned());
        }
        has
    }

    impl Decode for Meaning {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            let needs = match value.get_ref() {
                DeValue::String(_) => {
                    let plain = String::decode(value, reader)?;
                    return has_words(&plain, &value.span(), reader).then_some(Self::Reads(plain));
                }
                DeValue::Table(needs) => needs,
                _ => {
                    reader.wrong_type(
                        value,
                        "a text with plain words, or needs with weights, { schulden = 3 },",
                    );
                    return None;
                }
            };
            let need = |(key, value): (&toml::Spanned<toml::de::DeString<'_>>, &Value<'_>)| {
                let id = key.get_ref().to_string();
                let place = reader.place(&key.span());
                reader.references.push(Mention { kind: Theme::KIND, id: id.clone(), place });
                let weight = reader.whole_number(value, 1, 3)?;
                Some((Id::new(id), Weight(u8::try_from(weight).ok()?)))
            };
            needs.iter().map(need).collect::<Vec<_>>().into_iter().collect::<Option<_>>().map(Self::Needs)
        }

        fn schema() -> serde_json::Value {
            json!({ "oneOf": [
                { "type": "string", "description": "the plain words it reads as" },
                {
                    "type": "object",
                    "description": "the needs it leads to: 3 exactly, 2 usually, 1 sometimes; none if it has nothing to do with what is here",
                    "additionalProperties": { "type": "integer", "minimum": 1, "maximum": 3 },
                },
            ] })
        }
    }
}
#[cfg(feature = "author")]
pub(crate) use read::Entries;
