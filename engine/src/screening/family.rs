//! Family files: the answers of one family, and what we expect to find for it.

use std::collections::BTreeMap;

use serde_json::json;
use toml::de::DeValue;

use super::{Answers, Logic, Profile, Truth};
use crate::{
    catalogue::{
        Catalogue, Id, Product, Sources, Theme,
        decode::{Decode, Mention, Reader, Referable, Value},
        record,
    },
    diagnostic::{self, Diagnostic, Place, did_you_mean},
};

record! {
    /// A family: who they are, what they need, what they answer, and what must and must not be found for them.
    pub struct Family {
        /// Who they are, in one line.
        who: String,
        /// The needs they ticked.
        needs: Vec<Id<Theme>>,
        /// Products they say they have already, beside those that their answers tell of.
        has: Vec<Id<Product>>,
        /// What they answer.
        answers: Answers,
        /// Products they must find, each with the reason.
        must: Expected,
        /// Products that must never be offered to them, each with the reason.
        must_not as "must-not": Expected,
        /// Products that depend on what no question asks, each with the reason.
        may: Expected,
    }
}

/// Products, each with the reason why a family must or must not find it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Expected(pub BTreeMap<Id<Product>, String>);

impl Decode for Expected {
    fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Table(entries) = value.get_ref() else {
            reader.wrong_type(value, "a table with products and reasons");
            return None;
        };
        let mut expected = BTreeMap::new();
        for (key, value) in entries {
            let id = key.get_ref().to_string();
            let place = reader.place(&key.span());
            reader.references.push(Mention { kind: Product::KIND, id: id.clone(), place });
            expected.insert(Id::new(id), String::decode(value, reader)?);
        }
        Some(Self(expected))
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn schema() -> serde_json::Value {
        json!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}

impl Default for Family {
    /// A family of which nothing is known.
    fn default() -> Self {
        Self {
            who: String::new(),
            needs: Vec::new(),
            has: Vec::new(),
            answers: Answers::default(),
            must: Expected::default(),
            must_not: Expected::default(),
            may: Expected::default(),
        }
    }
}

impl Family {
    /// What is known of them.
    pub fn profile(&self) -> Profile {
        Profile {
            who: self.who.clone(),
            needs: self.needs.clone(),
            answers: self.answers.clone(),
            has: self.has.clone(),
        }
    }

    /// A family of which this is known, and nothing is expected.
    pub fn of(profile: Profile) -> Self {
        let Profile { who, needs, answers, has } = profile;
        Self { who, needs, has, answers, ..Self::default() }
    }

    /// Reads a family file, or gives all that is wrong with it: what is no TOML, questions and choices that do not
    /// exist, ages nobody has, and answers that can not be true together.
    pub fn read(catalogue: &Catalogue, file: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut reader = Reader::new(file, &catalogue.settings.languages);
        let family = reader.file::<Self>(text);
        let mut found = std::mem::take(&mut reader.diagnostics);
        found.extend(reader.references.iter().filter_map(|mention| unknown(catalogue, mention)));
        if let Some(family) = family.filter(|_| found.is_empty()) {
            let sources = Sources::from_iter([(file, text)]);
            found.extend(faults(catalogue, &family.answers, &family.has, |keys| sources.place(file, keys)));
            if found.is_empty() {
                return Ok(family);
            }
        }
        diagnostic::sort(&mut found);
        Err(found)
    }
}

/// What is wrong with a mention of something the catalogue does not have.
fn unknown(catalogue: &Catalogue, mention: &Mention) -> Option<Diagnostic> {
    let ids: Vec<&str> = match mention.kind {
        Product::KIND => catalogue.products.iter().map(|product| product.id.as_str()).collect(),
        Theme::KIND => catalogue.themes.iter().map(|theme| theme.id.as_str()).collect(),
        _ => catalogue.profile.questions.iter().map(|question| question.id.as_str()).collect(),
    };
    if ids.contains(&mention.id.as_str()) {
        return None;
    }
    let help = match did_you_mean(&mention.id, ids.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if ids.len() < 50 => format!("known: {}", ids.join(", ")),
        None => format!("none of the {} known ids is like it", ids.len()),
    };
    let message = format!("there is no {} with the id `{}`", mention.kind, mention.id);
    Some(Diagnostic::error("unknown-reference", mention.place.clone(), message).help(help))
}

/// What is wrong with answers to questions that exist.
fn faults(
    catalogue: &Catalogue,
    answers: &Answers,
    has: &[Id<Product>],
    place: impl Fn(&str) -> Place,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, given) in answers.iter() {
        let Some(question) = catalogue.question(id.as_str()) else { continue };
        if let Err(why) = given.fits(&question.answer) {
            let message = format!("this can not be answered to the question `{id}`");
            found.push(Diagnostic::error("bad-answer", place(&format!("answers.{id}")), message).help(why));
        }
    }
    if !found.is_empty() {
        return found;
    }
    let language = catalogue.settings.languages.first().copied();
    let logic = Logic::new(catalogue);
    let facts = logic.facts(catalogue, answers, has);
    for at in logic.contradictions(&facts) {
        let contradiction = &catalogue.profile.contradictions[at];
        let text = language.map_or("", |language| contradiction.text.text(language));
        let place = place(&format!("answers.{}", contradiction.question));
        found.push(Diagnostic::error("contradiction", place, "these answers can not all be true").help(text));
    }
    for (at, question) in catalogue.profile.questions.iter().enumerate() {
        let at = at as u16;
        if facts.asked(at) == Truth::False && facts.says_something(at) {
            let message = format!(
                "the question `{}` is not asked of this family, because of its other answers",
                *question.id
            );
            let help =
                "look at the other answers again, or leave this one out: see `only_if` of the question";
            found.push(
                Diagnostic::error("contradiction", place(&format!("answers.{}", *question.id)), message)
                    .help(help),
            );
        }
    }
    found
}
