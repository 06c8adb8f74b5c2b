//! What a family tells about itself, and its form as JSON: how sites save, share and load it.

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::{AnswerError, Answers};
use crate::catalogue::{Catalogue, Id, Product, Theme};

/// Everything that is known of a family.
///
/// As JSON, with every part optional:
/// `{ "who": "…", "needs": ["schulden"], "answers": { "children": [0, 4] }, "has": ["leefloon"] }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Who they are, in one line, for the people who work with them.
    pub who: String,
    /// The needs they ticked.
    pub needs: Vec<Id<Theme>>,
    /// What they answer.
    pub answers: Answers,
    /// Products they say they have already, beside those that their answers tell of. Having one that is a status makes the
    /// circumstances true that it grants.
    pub has: Vec<Id<Product>>,
}

/// Why something is not a profile of this catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProfileError {
    /// It has another form than a profile.
    #[error("this is not a profile: {0}")]
    Form(String),
    /// An answer can not be used.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// There is no such need.
    #[error("there is no theme `{0}`")]
    UnknownTheme(String),
    /// There is no such product.
    #[error("there is no product `{0}`")]
    UnknownProduct(String),
}

impl Profile {
    /// A profile of answers alone.
    pub fn of(answers: &Answers) -> Self {
        Self { answers: answers.clone(), ..Self::default() }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.needs.is_empty() && self.has.is_empty()
    }

    /// Reads a profile, or gives all that is wrong with it.
    pub fn from_json(catalogue: &Catalogue, value: &Value) -> Result<Self, Vec<ProfileError>> {
        let Value::Object(parts) = value else {
            let why = "a profile is an object with `answers`, `needs` and `has`";
            return Err(vec![ProfileError::Form(why.to_owned())]);
        };
        let mut faults = Vec::new();
        let mut profile = Self::default();
        match parts.get("who") {
            None | Some(Value::Null) => {}
            Some(Value::String(who)) => profile.who.clone_from(who),
            Some(_) => faults.push(ProfileError::Form("`who` must be a text".to_owned())),
        }
        match parts.get("answers") {
            None | Some(Value::Null) => {}
            Some(Value::Object(answers)) => match Answers::from_json(catalogue, answers) {
                Ok(answers) => profile.answers = answers,
                Err(wrong) => faults.extend(wrong.into_iter().map(ProfileError::Answer)),
            },
            Some(_) => faults.push(ProfileError::Form("`answers` must be an object".to_owned())),
        }
        for id in ids(parts, "needs", &mut faults) {
            match catalogue.theme(&id) {
                Some(theme) => profile.needs.push(theme.id.clone()),
                None => faults.push(ProfileError::UnknownTheme(id)),
            }
        }
        for id in ids(parts, "has", &mut faults) {
            match catalogue.product(&id) {
                Some(product) => profile.has.push(product.id.clone()),
                None => faults.push(ProfileError::UnknownProduct(id)),
            }
        }
        if faults.is_empty() { Ok(profile) } else { Err(faults) }
    }

    /// The profile as JSON; parts that are empty are left out.
    pub fn to_json(&self) -> Value {
        let mut parts = Map::new();
        if !self.who.is_empty() {
            parts.insert("who".to_owned(), json!(self.who));
        }
        if !self.needs.is_empty() {
            parts.insert("needs".to_owned(), json!(self.needs));
        }
        if !self.answers.is_empty() {
            parts.insert("answers".to_owned(), Value::Object(self.answers.to_json()));
        }
        if !self.has.is_empty() {
            parts.insert("has".to_owned(), json!(self.has));
        }
        Value::Object(parts)
    }
}

/// The ids in a list.
fn ids(parts: &Map<String, Value>, key: &str, faults: &mut Vec<ProfileError>) -> Vec<String> {
    let ids = match parts.get(key) {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(Value::Array(ids)) => ids.iter().map(|id| id.as_str().map(str::to_owned)).collect(),
        Some(_) => None,
    };
    ids.unwrap_or_else(|| {
        faults.push(ProfileError::Form(format!("`{key}` must be a list of ids, each between quotes")));
        Vec::new()
    })
}
