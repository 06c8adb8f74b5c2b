//! What a family has answered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use thiserror::Error;

use crate::{
    catalogue::{Answer, Catalogue, Id, Language, Question},
    messages,
};

/// The answers of a family, by question. A question that is not among them was skipped, or the family does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers(BTreeMap<Id<Question>, Given>);

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    /// Yes or no.
    YesNo(bool),
    /// One alternative, by its id.
    One(String),
    /// The alternatives that hold, by their ids; none if the list is empty.
    Several(Vec<String>),
    /// The ages of several people, in whole years; nobody if the list is empty.
    Ages(Vec<u8>),
    /// A number, in the unit of the question.
    Number(u16),
}

impl Given {
    /// Whether a question of this kind can be answered so, or what is wrong with it.
    pub fn fits(&self, answer: &Answer) -> Result<(), String> {
        let known = |id: &String| {
            let choices = answer.choices();
            if choices.iter().any(|choice| choice.id == *id) {
                return Ok(());
            }
            let ids: Vec<_> = choices.iter().map(|choice| choice.id.as_str()).collect();
            Err(format!("`{id}` is none of the choices: {}", ids.join(", ")))
        };
        match (self, answer) {
            (Self::YesNo(_), Answer::YesNo) => Ok(()),
            (Self::Several(nobody), Answer::Ages) if nobody.is_empty() => Ok(()),
            (Self::One(id), Answer::OneOf(_) | Answer::Municipality(_)) => known(id),
            (Self::Several(ids), Answer::SeveralOf(_)) => ids.iter().try_for_each(known),
            (Self::Ages(ages), Answer::Ages) => match ages.iter().find(|age| **age > OLDEST) {
                Some(age) => Err(format!("nobody is {age} years old: write ages from 0 to {OLDEST}")),
                None => Ok(()),
            },
            (Self::Number(number), Answer::Number(bounds)) if (bounds.min..=bounds.max).contains(number) => {
                Ok(())
            }
            (Self::Number(_), Answer::Number(bounds)) => {
                Err(format!("the number must lie between {} and {}", bounds.min, bounds.max))
            }
            (_, answer) => Err(format!("this question is answered by {}", form(answer))),
        }
    }
}

/// Why an answer can not be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AnswerError {
    /// The catalogue does not ask it.
    #[error("there is no question `{question}`")]
    UnknownQuestion {
        /// What was given as the id of a question.
        question: String,
    },
    /// The question can not be answered so.
    #[error("this can not be answered to the question `{question}`: {why}")]
    BadAnswer {
        /// The id of the question.
        question: String,
        /// What is wrong, and how to mend it.
        why: String,
    },
}

/// The oldest a person can be.
const OLDEST: u8 = 120;

/// The form of the answers to a question, in words.
fn form(answer: &Answer) -> &'static str {
    match answer {
        Answer::YesNo => "true or false",
        Answer::Ages => "a list of ages, such as [0, 3, 12]",
        Answer::OneOf(_) | Answer::Municipality(_) => "one of its choices, between quotes",
        Answer::SeveralOf(_) => "a list of its choices, each between quotes; [] for none",
        Answer::Number(_) => "a whole number",
    }
}

impl Answers {
    /// The answer to a question, if there is one.
    pub fn get(&self, question: &Id<Question>) -> Option<&Given> {
        self.0.get(question)
    }

    /// Adds an answer, or changes it.
    pub fn set(&mut self, question: Id<Question>, given: Given) {
        self.0.insert(question, given);
    }

    /// Takes an answer back.
    pub fn clear(&mut self, question: &Id<Question>) {
        self.0.remove(question);
    }

    /// How many questions have been answered.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every answered question with its answer, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&Id<Question>, &Given)> {
        self.0.iter()
    }
}

/// Answers as JSON, as programs and saved profiles hold them: `{ "children": [0, 4], "housing": "tenant", "illness": [] }`.
impl Answers {
    /// Reads answers to the questions of a catalogue, or says what is wrong with all that can not be used.
    pub fn from_json(catalogue: &Catalogue, answers: &Map<String, Value>) -> Result<Self, Vec<AnswerError>> {
        let mut faults = Vec::new();
        let mut read = Self::default();
        for (id, value) in answers {
            match catalogue.question(id) {
                None => faults.push(AnswerError::UnknownQuestion { question: id.clone() }),
                Some(question) => match Given::from_json(value, &question.answer) {
                    Ok(given) => read.set((*question.id).clone(), given),
                    Err(why) => faults.push(AnswerError::BadAnswer { question: id.clone(), why }),
                },
            }
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }

    /// The answers as JSON.
    pub fn to_json(&self) -> Map<String, Value> {
        self.iter().map(|(question, given)| (question.to_string(), given.to_json())).collect()
    }
}

impl Given {
    /// Reads an answer to a question of this kind, or says what is wrong with it.
    pub fn from_json(value: &Value, answer: &Answer) -> Result<Self, String> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let given = match value {
            Value::Bool(yes) => Some(Self::YesNo(*yes)),
            Value::String(id) => Some(Self::One(id.clone())),
            Value::Number(number) => {
                number.as_u64().and_then(|number| number.try_into().ok()).map(Self::Number)
            }
            Value::Array(values) if matches!(answer, Answer::Ages) => {
                let age = |value: &Value| value.as_u64().and_then(|age| u8::try_from(age).ok());
                values.iter().map(age).collect::<Option<_>>().map(Self::Ages)
            }
            Value::Array(values) => values.iter().map(text).collect::<Option<_>>().map(Self::Several),
            Value::Null | Value::Object(_) => None,
        };
        let given = given.ok_or_else(|| format!("this question is answered by {}", form(answer)))?;
        given.fits(answer)?;
        Ok(given)
    }

    /// The answer in words, as a reader of this language chose or typed it.
    pub fn describe(&self, answer: &Answer, language: Language) -> String {
        let words = &messages::of(language).screening;
        let label = |id: &String| {
            let choice = answer.choices().iter().find(|choice| choice.id == *id);
            choice.map_or_else(|| id.clone(), |choice| choice.label.text(language).to_owned())
        };
        match self {
            Self::YesNo(yes) => if *yes { words.yes } else { words.no }.to_owned(),
            Self::One(id) => label(id),
            Self::Several(ids) if ids.is_empty() => words.none.to_owned(),
            Self::Several(ids) => ids.iter().map(label).collect::<Vec<_>>().join(", "),
            Self::Ages(ages) if ages.is_empty() => words.nobody.to_owned(),
            Self::Ages(ages) => ages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            Self::Number(number) => number.to_string(),
        }
    }

    /// The answer as JSON.
    pub fn to_json(&self) -> Value {
        match self {
            Self::YesNo(yes) => json!(yes),
            Self::One(id) => json!(id),
            Self::Several(ids) => json!(ids),
            Self::Ages(ages) => json!(ages),
            Self::Number(number) => json!(number),
        }
    }
}

impl FromIterator<(Id<Question>, Given)> for Answers {
    fn from_iter<I: IntoIterator<Item = (Id<Question>, Given)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

#[cfg(feature = "author")]
mod read {
    use serde_json::json;
    use toml::de::DeValue;

    use super::{Answers, Given, OLDEST};
    use crate::catalogue::{
        Id, Question,
        decode::{Decode, Mention, Reader, Referable, Value},
    };

    impl Decode for Given {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            match value.get_ref() {
                DeValue::Boolean(yes) => Some(Self::YesNo(*yes)),
                DeValue::String(_) => String::decode(value, reader).map(Self::One),
                DeValue::Integer(_) => u16::decode(value, reader).map(Self::Number),
                // An empty list is both nobody and none: the kind of the question decides.
                DeValue::Array(values)
                    if values.first().is_some_and(|first| first.get_ref().is_integer()) =>
                {
                    let age = |value: &Value<'_>, reader: &mut Reader<'_>| {
                        let age = reader.whole_number(value, 0, OLDEST.into())?;
                        u8::try_from(age).ok()
                    };
                    reader.list(value, "a list of ages", age).map(Self::Ages)
                }
                _ => Decode::decode(value, reader).map(Self::Several),
            }
        }

        fn schema() -> serde_json::Value {
            json!({ "type": ["boolean", "string", "integer", "array"] })
        }
    }

    impl Decode for Answers {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            let DeValue::Table(entries) = value.get_ref() else {
                reader.wrong_type(value, "a table with questions and answers");
                return None;
            };
            let read = |(key, value): (&toml::Spanned<toml::de::DeString<'_>>, &Value<'_>)| {
                let id = key.get_ref().to_string();
                let place = reader.place(&key.span());
                reader.references.push(Mention { kind: Question::KIND, id: id.clone(), place });
                Some((Id::new(id), Given::decode(value, reader)?))
            };
            entries.iter().map(read).collect::<Vec<_>>().into_iter().collect()
        }

        fn schema() -> serde_json::Value {
            json!({ "type": "object", "additionalProperties": Given::schema() })
        }
    }
}
