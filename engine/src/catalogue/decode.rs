//! Reads TOML values into the types of the catalogue and keeps every fault it meets.
//!
//! serde stops at the first fault of a file; an editor who made three wants to hear of three. So each type reads
//! itself from the parsed document with [`Decode`], a [`Reader`] collects what is wrong with its place, and
//! reading goes on. References to other entries are collected too and resolved when all files are read.

use std::ops::Range;

use jiff::civil::Date;
use serde_json::json;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    Day, Language, Translated,
    id::{self, Id, OwnId},
};
use crate::diagnostic::{Diagnostic, Place, did_you_mean};

/// A TOML value with its place in the file.
pub(crate) type Value<'a> = Spanned<DeValue<'a>>;

/// A type that reads itself from a TOML value.
pub(crate) trait Decode: Sized {
    /// Reads the value, or tells the reader what is wrong with it and returns `None`.
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self>;

    /// The value when the key is not there; `None` if the key is required.
    fn absent() -> Option<Self> {
        None
    }

    /// The JSON Schema of what it reads.
    fn schema() -> serde_json::Value;
}

/// A kind of entry that others refer to by id.
pub(crate) trait Referable {
    /// What it is called in messages: "organisation".
    const KIND: &'static str;
}

/// A mention of an entry: a reference, to be resolved once everything is read, or the entry's own id.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// The kind of entry meant, as in [`Referable::KIND`].
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Where it is mentioned.
    pub place: Place,
}

/// Collects faults and references while one file is read.
pub(crate) struct Reader<'f> {
    file: &'f str,
    /// The languages of the catalogue; empty while `catalogue.toml` itself is read.
    languages: &'f [Language],
    /// What is wrong so far.
    pub diagnostics: Vec<Diagnostic>,
    /// The entries referred to so far.
    pub references: Vec<Mention>,
    /// The entries defined so far inside a file.
    pub definitions: Vec<Mention>,
}

/// A TOML table with its place.
pub(crate) struct Table<'v, 'a> {
    entries: &'v DeTable<'a>,
    span: Range<usize>,
    /// The keys that may stand in it.
    allowed: &'static [&'static str],
}

impl<'f> Reader<'f> {
    pub(crate) fn new(file: &'f str, languages: &'f [Language]) -> Self {
        Self { file, languages, diagnostics: Vec::new(), references: Vec::new(), definitions: Vec::new() }
    }

    /// Parses a whole file and reads it as a `T`. Faults of the syntax are kept too; where there are any, faults
    /// of the content are not looked for, since a missing quote makes nonsense of all that follows.
    pub(crate) fn file<T: Decode>(&mut self, text: &str) -> Option<T> {
        let (document, faults) = DeTable::parse_recoverable(text);
        for fault in &faults {
            let span = visible(text, fault.span().unwrap_or_default());
            // The parser recovers from a bad line by trying to read on; what it then says about the same place is echo.
            if self.diagnostics.last().is_some_and(|last| span.start <= last.place.span.end) {
                continue;
            }
            let (message, help) = in_plain_words(fault.message());
            let swallows_the_rest = message == UNFINISHED_LIST;
            let fault = Diagnostic::error("syntax", self.place(&span), message).help(help).label("here");
            self.diagnostics.push(fault);
            if swallows_the_rest {
                break;
            }
        }
        if !faults.is_empty() {
            return None;
        }
        T::decode(&Spanned::new(0..0, DeValue::Table(document.into_inner())), self)
    }

    /// A place in the file that is being read.
    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        Place { file: self.file.to_owned(), span: span.clone() }
    }

    /// Notes an error about this span.
    pub(crate) fn error(
        &mut self,
        rule: &'static str,
        span: &Range<usize>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let place = self.place(span);
        self.diagnostics.push(Diagnostic::error(rule, place, message));
        self.diagnostics.last_mut().expect("one was just pushed")
    }

    /// The value as a table in which only these keys may stand. A key beside them is reported, with the key
    /// that was probably meant.
    pub(crate) fn table<'v, 'a>(
        &mut self,
        value: &'v Value<'a>,
        allowed: &'static [&'static str],
    ) -> Option<Table<'v, 'a>> {
        let DeValue::Table(entries) = value.get_ref() else {
            self.wrong_type(value, &format!("a table with the keys {}", list(allowed)));
            return None;
        };
        for key in entries.keys() {
            let name = key.get_ref();
            if allowed.contains(&name.as_ref()) {
                continue;
            }
            let diagnostic = self.error("unknown-key", &key.span(), format!("there is no key `{name}` here"));
            diagnostic.help = Some(match did_you_mean(name, allowed.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`? Allowed here: {}", list(allowed)),
                None => format!("allowed here: {}", list(allowed)),
            });
            "not known".clone_into(&mut diagnostic.label);
        }
        Some(Table { entries, span: value.span(), allowed })
    }

    /// The value of one key of a table.
    pub(crate) fn field<T: Decode>(&mut self, table: &Table<'_, '_>, key: &'static str) -> Option<T> {
        if let Some(value) = table.entries.get(key) {
            return T::decode(value, self);
        }
        if let Some(absent) = T::absent() {
            return Some(absent);
        }
        // A misspelt key was reported already, with this one as what was meant.
        let misspelt = table.entries.keys().any(|held| {
            let name = held.get_ref().as_ref();
            !table.allowed.contains(&name) && did_you_mean(name, table.allowed.iter().copied()) == Some(key)
        });
        if !misspelt {
            let diagnostic = self.error("missing-key", &table.span, format!("the key `{key}` is missing"));
            "in this table".clone_into(&mut diagnostic.label);
            diagnostic.help = Some(format!("add `{key} = …`{}", expected_by(&T::schema())));
        }
        None
    }

    /// The value as text, as it stands.
    fn string<'v>(&mut self, value: &'v Value<'_>, expected: &str) -> Option<&'v str> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(text);
        }
        self.wrong_type(value, expected);
        None
    }

    /// The value as a whole number within these bounds.
    pub(crate) fn whole_number(&mut self, value: &Value<'_>, from: i64, to: i64) -> Option<i64> {
        let number = match value.get_ref() {
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => {
                self.wrong_type(value, &format!("a whole number from {from} to {to}, without quotes"));
                return None;
            }
        };
        if let Some(number) = number.filter(|number| (from..=to).contains(number)) {
            return Some(number);
        }
        let diagnostic = self.error("number-out-of-range", &value.span(), "this number is not possible here");
        diagnostic.help = Some(format!("write a whole number from {from} to {to}"));
        None
    }

    /// The value as one of these words.
    pub(crate) fn word(&mut self, value: &Value<'_>, words: &[&'static str]) -> Option<&'static str> {
        let given = self.string(value, &format!("one of the words {}", list(words)))?.to_owned();
        if let Some(word) = words.iter().find(|word| **word == given) {
            return Some(word);
        }
        let diagnostic = self.error("unknown-word", &value.span(), format!("`{given}` is not possible here"));
        diagnostic.help = Some(match did_you_mean(&given, words.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`? Allowed: {}", list(words)),
            None => format!("allowed: {}", list(words)),
        });
        None
    }

    /// The one key of a table that says which of several forms follows, with its value:
    /// `answer.one-of = […]` gives `one-of` and the list.
    pub(crate) fn form<'v, 'a>(
        &mut self,
        value: &'v Value<'a>,
        forms: &'static [&'static str],
    ) -> Option<(&'static str, &'v Value<'a>)> {
        let table = self.table(value, forms)?;
        let given: Vec<_> =
            forms.iter().filter_map(|form| table.entries.get(*form).map(|held| (*form, held))).collect();
        if let [one] = given[..] {
            return Some(one);
        }
        // A table with only unknown keys has been reported.
        if given.len() > 1 || table.entries.is_empty() {
            let diagnostic = self.error("one-form", &value.span(), "this must say exactly one thing");
            diagnostic.help =
                Some(format!("write one of {}, and put several things in `all` or `any`", list(forms)));
        }
        None
    }

    /// The elements of a list, each read by `read`. Faulty ones are reported; if there are any, so is the list.
    pub(crate) fn list<T>(
        &mut self,
        value: &Value<'_>,
        expected: &str,
        mut read: impl FnMut(&Value<'_>, &mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let DeValue::Array(values) = value.get_ref() else {
            self.wrong_type(value, expected);
            return None;
        };
        let read: Vec<_> = values.iter().map(|value| read(value, self)).collect();
        read.into_iter().collect()
    }

    /// Reports that something else was expected.
    pub(crate) fn wrong_type(&mut self, value: &Value<'_>, expected: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a point",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let span = value.span();
        let diagnostic =
            self.error("wrong-type", &span, format!("this is {found}, but {expected} is needed"));
        if matches!((found, expected), ("a text", list) if list.starts_with("a list")) {
            diagnostic.help = Some("put it between square brackets: [\"…\"]".to_owned());
        }
    }
}

/// Words for a list of alternatives: `` `a`, `b` or `c` ``.
pub(crate) fn list<S: AsRef<str>>(words: &[S]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// What the schema of a missing key says of its value, for the advice.
fn expected_by(schema: &serde_json::Value) -> String {
    let words = schema["oneOf"]
        .as_array()
        .map(|words| words.iter().filter_map(|word| word["const"].as_str()).collect::<Vec<_>>());
    match words {
        Some(words) if !words.is_empty() => format!(", one of {}", list(&words)),
        _ => String::new(),
    }
}

/// What is said of a list that is not closed. All that follows seems to be part of it.
const UNFINISHED_LIST: &str = "a list is not finished: a comma or the ] at its end is missing";

/// The parser's words for a fault, in those of an editor, and what to do about it.
fn in_plain_words(message: &str) -> (String, &'static str) {
    let message = message.lines().next().unwrap_or_default().trim_end_matches('.');
    let has = |parts: &[&str]| parts.iter().any(|part| message.contains(part));
    if has(&["array"]) {
        (UNFINISHED_LIST.to_owned(), "a list begins with [ and ends with ], with a comma after each text")
    } else if has(&["duplicate key"]) {
        ("this key stands twice in the same table".to_owned(), "keep one of them")
    } else if has(&["basic string", "literal string", "must be quoted", "string value"]) {
        (
            "this is not a whole text between quotes".to_owned(),
            "texts stand between double quotes, on one line: \"…\"; write \\\" for a quote inside a text",
        )
    } else if has(&["date", "time"]) {
        (message.to_owned(), "a date is written as year-month-day without quotes: 2026-11-24")
    } else {
        (
            message.to_owned(),
            "every line reads `key = value`, `[table]` or `# remark`; texts stand between double quotes",
        )
    }
}

/// The span, made wide enough to be seen: a fault at the end of a line is shown at the last letter before it.
fn visible(text: &str, span: Range<usize>) -> Range<usize> {
    if !span.is_empty() {
        return span;
    }
    let end = text[..text.floor_char_boundary(span.start)].trim_end().len();
    let start = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    start..end
}

impl Decode for String {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.string(value, "a text between double quotes")?;
        let trimmed = text.trim();
        if trimmed.is_empty() {
            let diagnostic = reader.error("empty-text", &value.span(), "this text is empty");
            diagnostic.help = Some("write the text, or leave the whole line out".to_owned());
            return None;
        }
        Some(trimmed.to_owned())
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "minLength": 1 })
    }
}

impl Decode for bool {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let DeValue::Boolean(yes) = value.get_ref() {
            return Some(*yes);
        }
        reader.wrong_type(value, "true or false, without quotes,");
        None
    }

    fn absent() -> Option<Self> {
        Some(false)
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "boolean" })
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        T::decode(value, reader).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn schema() -> serde_json::Value {
        T::schema()
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        reader.list(value, "a list between square brackets", T::decode)
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "array", "items": T::schema() })
    }
}

impl<T: Referable> Decode for Id<T> {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text =
            reader.string(value, &format!("the id of a {} between double quotes", T::KIND))?.to_owned();
        let place = reader.place(&value.span());
        reader.references.push(Mention { kind: T::KIND, id: text.clone(), place });
        Some(Self::new(text))
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "description": format!("the id of a {}", T::KIND) })
    }
}

impl<T: Referable> Decode for OwnId<T> {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.string(value, "an id between double quotes")?.to_owned();
        if !id::is_well_formed(&text) {
            let diagnostic = reader.error("bad-id", &value.span(), format!("`{text}` can not be an id"));
            diagnostic.help = Some("an id has small letters, digits and hyphens: `child-under-3`".to_owned());
            return None;
        }
        let place = reader.place(&value.span());
        reader.definitions.push(Mention { kind: T::KIND, id: text.clone(), place });
        Some(Self(Id::new(text)))
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" })
    }
}

impl<T: Decode> Decode for Translated<T> {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Table(entries) = value.get_ref() else {
            reader.wrong_type(
                value,
                "a table with a text for each language, such as { nl = \"…\", fr = \"…\" }",
            );
            return None;
        };
        let mut texts = Vec::new();
        let mut faulty = false;
        for (key, held) in entries {
            let code = key.get_ref().as_ref();
            match Language::new(code).filter(|l| reader.languages.is_empty() || reader.languages.contains(l))
            {
                Some(language) => match T::decode(held, reader) {
                    Some(text) => texts.push((language, text)),
                    None => faulty = true,
                },
                None => {
                    let known: Vec<_> = reader.languages.iter().map(ToString::to_string).collect();
                    let diagnostic = reader.error(
                        "unknown-language",
                        &key.span(),
                        format!("`{code}` is not a language of this catalogue"),
                    );
                    "not known".clone_into(&mut diagnostic.label);
                    diagnostic.help = Some(format!("the languages are {}, see catalogue.toml", list(&known)));
                    faulty = true;
                }
            }
        }
        let order = |language: &Language| reader.languages.iter().position(|known| known == language);
        texts.sort_by_key(|(language, _)| order(language));
        (!faulty).then(|| Self::new(texts))
    }

    fn absent() -> Option<Self> {
        // A table of lists may be left out; a table of texts, such as a name, may not.
        T::absent().map(|_| Self::default())
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "object", "additionalProperties": T::schema() })
    }
}

impl Decode for Language {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let code = reader.string(value, "the code of a language, such as \"nl\"")?.to_owned();
        let language = Self::new(&code);
        if language.is_none() {
            let diagnostic = reader.error(
                "bad-language",
                &value.span(),
                format!("`{code}` is not the code of a language"),
            );
            diagnostic.help =
                Some("a code has two or three small letters: `nl`, `fr`, `en`, `ar`, `som`".to_owned());
        }
        language
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "pattern": "^[a-z]{2,3}$" })
    }
}

impl Decode for Day {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let DeValue::Datetime(toml::value::Datetime { date: Some(date), time: None, offset: None }) =
            value.get_ref()
        {
            let (Ok(year), Ok(month), Ok(day)) =
                (i16::try_from(date.year), i8::try_from(date.month), i8::try_from(date.day))
            else {
                return None;
            };
            if let Ok(date) = Date::new(year, month, day) {
                return Some(Self(date));
            }
            let diagnostic = reader.error("bad-date", &value.span(), "this day does not exist");
            diagnostic.help = Some("a date is written as year-month-day: 2026-11-24".to_owned());
            return None;
        }
        let diagnostic = reader.error("bad-date", &value.span(), "this is not a date");
        diagnostic.help = Some("a date is written as year-month-day without quotes: 2026-11-24".to_owned());
        None
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "string", "format": "date" })
    }
}

/// Implements [`Decode`] for whole numbers of a fixed range.
macro_rules! whole_number {
    ($($type:ty: $from:literal..=$to:literal),*) => {$(
        impl Decode for $type {
            fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                reader.whole_number(value, $from, $to).and_then(|number| Self::try_from(number).ok())
            }

            fn schema() -> serde_json::Value {
                json!({ "type": "integer", "minimum": $from, "maximum": $to })
            }
        }
    )*};
}
whole_number!(u8: 0..=255, u16: 0..=65535);
