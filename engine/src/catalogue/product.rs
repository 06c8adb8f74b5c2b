//! Products: the rights, benefits and services themselves.

use super::{
    Category, Circumstance, Day, Id, Organisation, Theme, Translated, Url,
    record::{keyword, record},
};

record! {
    /// One right, benefit or service: `products/<category>/<id>.toml`.
    pub struct Product given {
        /// The name of its file.
        id: Id<Product>,
        /// The name of its folder: the category in which a family would look first.
        category: Id<Category>,
    } keys {
        /// Whether it is a right, a benefit or a service.
        kind: Kind,
        /// Which government decides on it.
        level: Level,
        /// Who grants it.
        organisation: Id<Organisation>,
        /// Where one asks for it.
        apply_at: Id<Organisation>,
        /// How one gets it.
        take_up: TakeUp,
        /// How much it matters to a family, from 1 (a small discount) to 5 (existential).
        importance: Importance,
        /// Other categories in which it should be found too.
        also_in: Vec<Id<Category>>,
        /// The needs it answers, the best fitting first.
        themes: Vec<Id<Theme>>,
        /// Other products a family should look at too.
        related: Vec<Id<Product>>,
        /// The official page about it; must begin with https.
        url: Option<Url>,
        /// Old, short or wrong names people still use, in any language.
        former_names: Vec<String>,
        /// Circumstances that become true once a family has it: a status that opens other products.
        grants: Vec<Id<Circumstance>>,
        /// What it is called.
        name: Translated<String>,
        /// What it is, in plain language: at most two short sentences.
        summary: Translated<String>,
        /// What to do, in order: "Bel …", "Neem … mee".
        steps: Translated<Vec<String>>,
        /// Papers one usually needs.
        documents: Translated<Vec<String>>,
        /// How people ask for it when they do not know its name.
        phrases: Translated<Vec<String>>,
        /// Who it may be for; left out, it is for everyone.
        audience as "for": Option<Audience>,
        /// What the texts rest on, and who has confirmed them.
        review: Review,
    }
}

impl Product {
    /// The file it stands in, relative to the catalogue folder.
    pub fn file(&self) -> String {
        format!("products/{}/{}.toml", self.category, self.id)
    }
}

record! {
    /// Who a product may be for. All of `all`, one of `any` and none of `not` must hold.
    pub struct Audience {
        /// Conditions that must all hold.
        all: Vec<Condition>,
        /// Conditions of which one must hold.
        any: Vec<Condition>,
        /// Conditions that rule it out.
        not: Vec<Condition>,
        /// Conditions no question can test: always shown, never hidden.
        ask: Translated<Vec<String>>,
    }
}

/// What a product asks of a family, written in circumstances.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Condition {
    /// This circumstance holds. In TOML simply its id: `"has-child-under-3"`.
    Is(Id<Circumstance>),
    /// All of these hold: `{ all = […] }`.
    All(Vec<Condition>),
    /// At least one of these holds: `{ any = […] }`.
    Any(Vec<Condition>),
    /// This does not hold: `{ not = "…" }`.
    Not(Box<Condition>),
}

record! {
    /// What the texts of a product rest on, and who has confirmed them.
    pub struct Review {
        /// How sure the project is of the facts.
        confidence: Confidence,
        /// Pages that support the facts.
        sources: Vec<String>,
        /// Doubts and coming reforms, for editors.
        note: Option<String>,
        /// The day on which an organisation last confirmed the texts; left out if none has yet.
        on: Option<Day>,
        /// The organisation that confirmed them.
        by: Option<Id<Organisation>>,
    }
}

keyword! {
    /// What a product is.
    pub enum Kind {
        /// Something one may claim or is protected by.
        Right = "right",
        /// Money, or a discount.
        Benefit = "benefit",
        /// People who help.
        Service = "service",
    }
}

keyword! {
    /// The level of government that decides on a product.
    pub enum Level {
        /// Belgium.
        Federal = "federal",
        /// Flanders.
        Flemish = "flemish",
        /// The province.
        Provincial = "provincial",
        /// The municipality, its OCMW, or a local organisation.
        Local = "local",
    }
}

keyword! {
    /// How one gets a product.
    pub enum TakeUp {
        /// It comes by itself.
        Automatic = "automatic",
        /// One has to ask for it.
        Apply = "apply",
        /// A professional has to refer one.
        Referral = "referral",
        /// One can just go there or call.
        WalkIn = "walk-in",
    }
}

keyword! {
    /// How sure the project is of the facts of a product.
    pub enum Confidence {
        /// A source supports who it is for and what it is.
        High = "high",
        /// An older or indirect source, or one about another municipality.
        Medium = "medium",
        /// General knowledge, or its existence here is not confirmed.
        Low = "low",
    }
}

/// How much a product matters to a family, from 1 (a small discount) to 5 (existential).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Importance(u8);

impl Importance {
    /// The number, from 1 to 5.
    pub fn get(self) -> u8 {
        self.0
    }
}

#[cfg(feature = "author")]
mod read {
    use super::{Condition, Importance};
    use crate::catalogue::decode::{Decode, Reader, Value};

    impl Decode for Importance {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            reader.whole_number(value, 1, 5).and_then(|number| u8::try_from(number).ok()).map(Self)
        }

        fn schema() -> serde_json::Value {
            serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 5 })
        }
    }

    impl Decode for Condition {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            if value.get_ref().is_str() {
                return Decode::decode(value, reader).map(Self::Is);
            }
            match reader.form(value, &["all", "any", "not"])? {
                ("all", conditions) => Decode::decode(conditions, reader).map(Self::All),
                ("any", conditions) => Decode::decode(conditions, reader).map(Self::Any),
                (_, condition) => {
                    Self::decode(condition, reader).map(|condition| Self::Not(condition.into()))
                }
            }
        }

        fn schema() -> serde_json::Value {
            serde_json::json!({ "$ref": "#/$defs/condition" })
        }
    }
}
