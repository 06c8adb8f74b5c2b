//! The engine for JavaScript: loads a bundle, searches it, and screens a family.
//!
//! ```js
//! import init, { Explorer } from "./engine.js";
//! await init();
//! const bundle = new Uint8Array(await (await fetch("catalogue.bin")).arrayBuffer());
//! const explorer = new Explorer(bundle);
//! for (const hit of explorer.search("money problems", "en").hits) console.log(hit.id, hit.name);
//! const screening = explorer.screen({ answers: { children: [0, 4], housing: "tenant" } }, "en");
//! for (const found of screening.top) console.log(found.name, found.reason);
//! ```
//!
//! What goes in and out is plain objects, described by the TypeScript types below. Every fault is thrown as an
//! `Error` whose `name` is `ExplorerError` and whose `kind` says what is wrong. Nothing is sent anywhere.

mod types;

use std::collections::BTreeSet;

use js_sys::{Error, JSON, Reflect};
use serde_json::{Map, Value, json};
use wasm_bindgen::prelude::*;

use crate::{
    bundle,
    catalogue::{Answer, Id, Language, Question, Theme},
    messages,
    screening::{AnswerError, Match, Profile, ProfileError, Screening, Verdict},
    search::{QueryError, Request, Suggested},
};

/// In a list of verdicts: the family has it already.
const RECEIVED: &str = "received";

/// What is wrong, in one word for programs.
#[derive(Clone, Copy)]
enum Kind {
    BadBundle,
    BadLanguage,
    BadInput,
    QueryTooLong,
    UnknownCategory,
    UnknownTheme,
    UnknownProduct,
    UnknownQuestion,
    BadAnswer,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::BadBundle => "bad-bundle",
            Self::BadLanguage => "bad-language",
            Self::BadInput => "bad-input",
            Self::QueryTooLong => "query-too-long",
            Self::UnknownCategory => "unknown-category",
            Self::UnknownTheme => "unknown-theme",
            Self::UnknownProduct => "unknown-product",
            Self::UnknownQuestion => "unknown-question",
            Self::BadAnswer => "bad-answer",
        }
    }
}

/// The exception to throw.
fn error(kind: Kind, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("ExplorerError");
    // Setting a property of a fresh object can not fail.
    let _ = Reflect::set(&error, &"kind".into(), &kind.word().into());
    error.into()
}

/// A catalogue that is ready to answer.
#[wasm_bindgen]
pub struct Explorer(crate::Explorer);

#[wasm_bindgen]
impl Explorer {
    /// Opens a bundle. Throws `bad-bundle` with what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Self, JsValue> {
        bundle::read(bytes).map(Self).map_err(|why| error(Kind::BadBundle, &why.to_string()))
    }

    /// Answers a question of somebody who reads `language`.
    ///
    /// With `options` one sets `limit` (10), `category` (an id), `unfinished` (somebody is still typing) and `profile`, whose
    /// verdicts then come with the hits. Throws `query-too-long`, `bad-language`, `unknown-category`, and what
    /// [`screen`](Self::screen) throws.
    #[wasm_bindgen(unchecked_return_type = "SearchAnswer")]
    pub fn search(
        &self,
        query: &str,
        language: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let language = read_language(language)?;
        let options = read_object(options)?;
        let category = match options.get("category").and_then(Value::as_str) {
            None => None,
            Some(id) if self.0.catalogue().category(id).is_some() => Some(Id::new(id)),
            Some(id) => return Err(error(Kind::UnknownCategory, &format!("there is no category `{id}`"))),
        };
        let profile = options.get("profile").map(|profile| self.read_profile(profile)).transpose()?;
        let screening = profile.as_ref().map(|profile| self.0.screen(profile));
        let limit = options.get("limit").and_then(Value::as_u64).unwrap_or(10);
        let request = Request {
            category: category.as_ref(),
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            unfinished: options.get("unfinished").and_then(Value::as_bool).unwrap_or(false),
            screening: screening.as_ref(),
            ..Request::new(query, language)
        };
        let answer = self.0.search(&request).map_err(too_long)?;
        let hit = |hit: &crate::search::Hit<'_>| {
            let found =
                screening.as_ref().and_then(|screening| Some((screening, screening.of(&hit.product.id)?)));
            json!({
                "id": hit.product.id.as_str(),
                "name": hit.product.name.text(language),
                "summary": hit.product.summary.text(language),
                "category": hit.product.category.as_str(),
                "score": hit.score.total(self.0.weights()),
                "reason": hit.reason.sentence(language),
                "verdict": hit.verdict.map(Verdict::word),
                "verdictReason": found.map(|(screening, found)| screening.why(found).sentence(language)),
                "received": hit.received,
            })
        };
        let theme = |theme: &&Theme| json!({ "id": theme.id.as_str(), "name": theme.name.text(language) });
        let crisis = |line: &&crate::catalogue::CrisisLine| {
            json!({
                "id": line.id.as_str(),
                "name": line.name.text(language),
                "text": line.text.text(language),
                "phone": line.phone.as_str(),
            })
        };
        let correction = |(typed, meant): &(String, String)| json!({ "typed": typed, "meant": meant });
        object(&json!({
            "hits": answer.hits.iter().map(hit).collect::<Vec<_>>(),
            "themes": answer.themes.iter().map(theme).collect::<Vec<_>>(),
            "crisis": answer.crisis_lines.iter().map(crisis).collect::<Vec<_>>(),
            "corrections": answer.corrections.iter().map(correction).collect::<Vec<_>>(),
        }))
    }

    /// What may be meant by a text that is still being typed, the likeliest first, `limit` at the most (8 if left out).
    /// Throws `query-too-long` and `bad-language`.
    #[wasm_bindgen(unchecked_return_type = "Suggestion[]")]
    pub fn suggest(&self, text: &str, language: &str, limit: Option<usize>) -> Result<JsValue, JsValue> {
        let language = read_language(language)?;
        let found = self.0.suggest(text, language, limit.unwrap_or(8)).map_err(too_long)?;
        let suggestions: Vec<_> = found
            .iter()
            .map(|suggestion| {
                let (kind, id) = match suggestion.of {
                    Suggested::Theme(theme) => ("theme", theme.id.as_str()),
                    Suggested::Product(product) => ("product", product.id.as_str()),
                    Suggested::Category(category) => ("category", category.id.as_str()),
                    Suggested::Organisation(organisation) => ("organisation", organisation.id.as_str()),
                };
                // JavaScript counts in UTF-16 units, we in bytes.
                let units = |at: usize| suggestion.name[..at].encode_utf16().count();
                let matched: Vec<_> = suggestion
                    .matched
                    .iter()
                    .map(|part| json!([units(part.start), units(part.end)]))
                    .collect();
                json!({ "kind": kind, "id": id, "name": suggestion.name, "matched": matched })
            })
            .collect();
        object(&Value::Array(suggestions))
    }

    /// The questions of the rights check, in the order in which to show them on one page. Throws `bad-language`.
    #[wasm_bindgen(unchecked_return_type = "Question[]")]
    pub fn questions(&self, language: &str) -> Result<JsValue, JsValue> {
        let language = read_language(language)?;
        let questions = self.0.catalogue().profile.questions.iter();
        object(&Value::Array(questions.map(|one| question(one, language)).collect()))
    }

    /// Screens a family: what is for them or may be, and why. Throws `bad-input`, `bad-language`, `unknown-theme`,
    /// `unknown-product`, `unknown-question` and `bad-answer`.
    #[wasm_bindgen(unchecked_return_type = "Screening")]
    pub fn screen(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Profile")] profile: &JsValue,
        language: &str,
    ) -> Result<JsValue, JsValue> {
        let language = read_language(language)?;
        let profile = self.read_profile(&parse(profile)?)?;
        let screening = self.0.screen(&profile);
        let object_of = |found| self.found(&screening, found, language);
        let rest = screening.rest().into_iter().map(|(category, found)| {
            json!({
                "category": category.id.as_str(),
                "name": category.name.text(language),
                "found": found.into_iter().map(object_of).collect::<Vec<_>>(),
            })
        });
        let contradictions = screening
            .contradictions()
            .map(|one| json!({ "question": one.question.as_str(), "text": one.text.text(language) }));
        object(&json!({
            "top": screening.top().map(object_of).collect::<Vec<_>>(),
            "rest": rest.collect::<Vec<_>>(),
            "forEveryone": screening.for_everyone().map(object_of).collect::<Vec<_>>(),
            "received": screening.received().map(object_of).collect::<Vec<_>>(),
            "notForYou": screening.not_for_you().map(object_of).collect::<Vec<_>>(),
            "contradictions": contradictions.collect::<Vec<_>>(),
        }))
    }

    /// Only the verdicts, in the order of [`screen`](Self::screen): much quicker, for lists of one's own. Throws what `screen`
    /// throws.
    #[wasm_bindgen(unchecked_return_type = "[string, Verdict | \"received\"][]")]
    pub fn verdicts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Profile")] profile: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let profile = self.read_profile(&parse(profile)?)?;
        let screening = self.0.screen(&profile);
        let word = |found: &Match<'_>| if found.received { RECEIVED } else { found.verdict.word() };
        let verdicts =
            screening.matches().iter().map(|found| json!([found.product.id.as_str(), word(found)]));
        object(&Value::Array(verdicts.collect()))
    }

    /// The question whose answer decides most, or `undefined` if no answer would change a verdict. Questions in `passed` (ids)
    /// were skipped and are not asked again. Throws what [`screen`](Self::screen) throws.
    #[wasm_bindgen(js_name = nextQuestion, unchecked_return_type = "NextQuestion | undefined")]
    pub fn next_question(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Profile")] profile: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string[]")] passed: &JsValue,
        language: &str,
    ) -> Result<JsValue, JsValue> {
        let language = read_language(language)?;
        let profile = self.read_profile(&parse(profile)?)?;
        let passed: BTreeSet<Id<Question>> = match parse(passed)? {
            Value::Array(ids) => ids.iter().filter_map(Value::as_str).map(Id::new).collect(),
            Value::Null => BTreeSet::new(),
            _ => return Err(error(Kind::BadInput, "`passed` must be a list of ids of questions")),
        };
        let screening = self.0.screen(&profile);
        match screening.next_question(&passed) {
            None => Ok(JsValue::UNDEFINED),
            Some(next) => object(&json!({
                "question": question(next.question, language),
                "open": next.open,
                "decides": next.decides,
            })),
        }
    }
}

impl Explorer {
    fn read_profile(&self, value: &Value) -> Result<Profile, JsValue> {
        Profile::from_json(self.0.catalogue(), value).map_err(|faults| {
            let kind = match faults.first() {
                Some(ProfileError::Answer(AnswerError::UnknownQuestion { .. })) => Kind::UnknownQuestion,
                Some(ProfileError::Answer(AnswerError::BadAnswer { .. })) => Kind::BadAnswer,
                Some(ProfileError::UnknownTheme(_)) => Kind::UnknownTheme,
                Some(ProfileError::UnknownProduct(_)) => Kind::UnknownProduct,
                Some(ProfileError::Form(_)) | None => Kind::BadInput,
            };
            let messages: Vec<_> = faults.iter().map(ToString::to_string).collect();
            error(kind, &messages.join("; "))
        })
    }

    fn found<'e>(&self, screening: &Screening<'e>, found: &Match<'e>, language: Language) -> Value {
        let product = found.product;
        let why = screening.why(found);
        let questions: Vec<_> = why.questions.iter().map(|question| question.id.as_str()).collect();
        let opens: Vec<_> = screening.opened_by(found).iter().map(|product| product.id.as_str()).collect();
        let contact = self.0.catalogue().organisation(product.apply_at.as_str());
        json!({
            "id": product.id.as_str(),
            "name": product.name.text(language),
            "summary": product.summary.text(language),
            "category": product.category.as_str(),
            "verdict": found.verdict.word(),
            "received": found.received,
            "reason": why.sentence(language),
            "asks": why.asks(language),
            "questions": questions,
            "opens": opens,
            "contact": contact.map(|organisation| organisation.name.text(language)),
            "phone": contact.and_then(|organisation| organisation.phone.as_ref()).map(crate::catalogue::Phone::as_str),
            "score": found.merit.total(),
        })
    }
}

fn question(question: &Question, language: Language) -> Value {
    let words = &messages::of(language).screening;
    let choices: Vec<Value> = match &question.answer {
        Answer::YesNo => {
            vec![json!({ "id": true, "label": words.yes }), json!({ "id": false, "label": words.no })]
        }
        answer => answer
            .choices()
            .iter()
            .map(|choice| json!({ "id": choice.id, "label": choice.label.text(language) }))
            .collect(),
    };
    let (form, bounds) = match &question.answer {
        Answer::YesNo => ("yes-no", None),
        Answer::Ages => ("ages", None),
        Answer::OneOf(_) => ("one-of", None),
        Answer::SeveralOf(_) => ("several-of", None),
        Answer::Municipality(_) => ("municipality", None),
        Answer::Number(number) => {
            ("number", Some(json!({ "min": number.min, "max": number.max, "unit": number.unit.word() })))
        }
    };
    json!({
        "id": question.id.as_str(),
        "topic": question.topic.word(),
        "form": form,
        "text": question.text.text(language),
        "help": question.help.as_ref().map(|help| help.text(language)),
        "why": question.why.text(language),
        "choices": choices,
        "bounds": bounds,
    })
}

fn read_language(code: &str) -> Result<Language, JsValue> {
    Language::new(code).ok_or_else(|| {
        error(Kind::BadLanguage, &format!("`{code}` is not the code of a language, such as `nl`"))
    })
}

fn too_long(why: QueryError) -> JsValue {
    error(Kind::QueryTooLong, &why.to_string())
}

/// What JavaScript gave, as JSON; nothing for `undefined`.
fn parse(value: &JsValue) -> Result<Value, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(Value::Null);
    }
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
    let json = text.and_then(|text| serde_json::from_str(&text).ok());
    json.ok_or_else(|| error(Kind::BadInput, "this can not be written as JSON"))
}

fn read_object(value: &JsValue) -> Result<Map<String, Value>, JsValue> {
    match parse(value)? {
        Value::Null => Ok(Map::new()),
        Value::Object(object) => Ok(object),
        _ => Err(error(Kind::BadInput, "options are an object")),
    }
}

/// JSON as a plain JavaScript object.
fn object(value: &Value) -> Result<JsValue, JsValue> {
    JSON::parse(&value.to_string())
}
