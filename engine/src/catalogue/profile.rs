//! `profile.toml`: the questions we ask a family, and the circumstances that follow from the answers.

use super::{
    Id, OwnId, Product, Theme, Translated,
    record::{keyword, record},
};

record! {
    /// The questions and circumstances: `profile.toml`.
    pub struct Profile {
        /// What we ask, in the order in which to ask it when nothing is known.
        questions as "question": Vec<Question>,
        /// The facts that follow from the answers.
        circumstances as "circumstance": Vec<Circumstance>,
        /// What can not be true of one family.
        contradictions as "contradiction": Vec<Contradiction>,
    }
}

record! {
    /// Something we ask a family. An answer may always be skipped or "I don't know".
    pub struct Question {
        /// How circumstances refer to it.
        id: OwnId<Question>,
        /// What it is about, to group questions on one page.
        topic: Topic,
        /// How it is answered.
        answer: Answer,
        /// Ask it only if this holds. Where it does not hold, the answer is taken to be no, nobody or none.
        only_if: Option<Rule>,
        /// The question itself.
        text: Translated<String>,
        /// One or two short sentences that help to answer it.
        help: Option<Translated<String>>,
        /// Why we ask it.
        why: Translated<String>,
    }
}

keyword! {
    /// What a question is about.
    pub enum Topic {
        /// Who belongs to the family.
        Household = "household",
        /// Papers and residence.
        Stay = "stay",
        /// Income, debts and bills.
        Money = "money",
        /// The home.
        Home = "home",
        /// Work.
        Work = "work",
        /// Health and care.
        Health = "health",
        /// School and studies.
        School = "school",
        /// What the family receives already.
        Has = "has",
    }
}

/// How a question is answered.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub enum Answer {
    /// Yes or no: `"yes-no"`.
    YesNo,
    /// The ages of several people, in whole years: `"ages"`.
    Ages,
    /// One of these: `{ one-of = […] }`.
    OneOf(Vec<Choice>),
    /// Any number of these, also none: `{ several-of = […] }`.
    SeveralOf(Vec<Choice>),
    /// One of these municipalities: `{ municipality = […] }`.
    Municipality(Vec<Choice>),
    /// A whole number: `{ number = { unit = "months", min = 0, max = 600 } }`.
    Number(NumberAnswer),
}

impl Answer {
    /// The alternatives to choose from; none for questions that are not answered by a choice.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::OneOf(choices) | Self::SeveralOf(choices) | Self::Municipality(choices) => choices,
            Self::YesNo | Self::Ages | Self::Number(_) => &[],
        }
    }

    /// The same, to be changed.
    #[cfg(feature = "author")]
    pub(crate) fn choices_mut(&mut self) -> &mut [Choice] {
        match self {
            Self::OneOf(choices) | Self::SeveralOf(choices) | Self::Municipality(choices) => choices,
            Self::YesNo | Self::Ages | Self::Number(_) => &mut [],
        }
    }
}

record! {
    /// One of the alternatives of a question.
    pub struct Choice {
        /// How circumstances refer to it, within its question.
        id: String,
        /// The product which the family receives already if this is chosen.
        has: Option<Id<Product>>,
        /// The needs of which whoever chooses this tells: what answers them comes sooner.
        needs: Vec<Id<Theme>>,
        /// The words of the alternative.
        label: Translated<String>,
    }
}

record! {
    /// A whole number within bounds.
    pub struct NumberAnswer {
        /// What is counted.
        unit: Unit,
        /// The smallest possible number.
        min: u16,
        /// The largest possible number.
        max: u16,
    }
}

keyword! {
    /// What a number counts.
    pub enum Unit {
        /// Persons.
        People = "people",
        /// Hours (a week).
        Hours = "hours",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
    }
}

record! {
    /// A named fact about a family that follows from its answers: true, false or unknown.
    pub struct Circumstance {
        /// How conditions refer to it.
        id: OwnId<Circumstance>,
        /// When it holds.
        when: Rule,
        /// Whether what helps with it can not wait.
        urgent: bool,
        /// Completes "misschien iets voor jou, want …".
        label: Translated<String>,
        /// The same when it does not hold: completes "niet voor jou, want …".
        otherwise: Translated<String>,
    }
}

record! {
    /// Answers that can not be true together.
    pub struct Contradiction {
        /// When it is there.
        when: Rule,
        /// The question whose answer to look at again.
        question: Id<Question>,
        /// What does not fit together, and what to look at: one or two short sentences.
        text: Translated<String>,
    }
}

/// When a circumstance holds.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub enum Rule {
    /// Another circumstance holds. In TOML simply its id.
    Is(Id<Circumstance>),
    /// One of these alternatives was chosen.
    Answered(Answered),
    /// Somebody of this age is there.
    Age(Age),
    /// The number lies within these bounds.
    Number(NumberRule),
    /// Somebody in one list of ages is as old as the oldest of another, or older.
    Older(Older),
    /// All of these hold.
    All(Vec<Rule>),
    /// At least one of these holds.
    Any(Vec<Rule>),
    /// This does not hold.
    Not(Box<Rule>),
}

/// What a rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RestsOn<'a> {
    /// A circumstance, by its id.
    Circumstance(&'a str),
    /// The answer to a question, by its id.
    Question(&'a str),
}

impl Rule {
    /// Everything the rule rests on itself, in the order in which it stands there.
    pub fn rests_on(&self) -> Vec<RestsOn<'_>> {
        match self {
            Self::Is(id) => vec![RestsOn::Circumstance(id.as_str())],
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::rests_on).collect(),
            Self::Not(rule) => rule.rests_on(),
            Self::Answered(answered) => vec![RestsOn::Question(answered.question.as_str())],
            Self::Age(age) => vec![RestsOn::Question(age.question.as_str())],
            Self::Number(number) => vec![RestsOn::Question(number.question.as_str())],
            Self::Older(older) => {
                vec![RestsOn::Question(older.question.as_str()), RestsOn::Question(older.than.as_str())]
            }
        }
    }
}

impl Profile {
    /// Every rule there is: of circumstances, of contradictions, and of when a question is asked.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        let circumstances = self.circumstances.iter().map(|circumstance| &circumstance.when);
        let contradictions = self.contradictions.iter().map(|contradiction| &contradiction.when);
        circumstances
            .chain(contradictions)
            .chain(self.questions.iter().filter_map(|one| one.only_if.as_ref()))
    }
}

record! {
    /// One of these alternatives was chosen; for yes-no questions `yes` or `no`.
    pub struct Answered {
        /// The question.
        question: Id<Question>,
        /// The alternatives.
        is: Vec<String>,
    }
}

record! {
    /// Somebody of this age is there.
    pub struct Age {
        /// The question that asks ages.
        question: Id<Question>,
        /// Years one must have reached.
        at_least: Option<u8>,
        /// Years one must not have reached.
        below: Option<u8>,
        /// How many such people there must be; one if left out.
        people: Option<u8>,
    }
}

record! {
    /// The number lies within these bounds.
    pub struct NumberRule {
        /// The question that asks a number.
        question: Id<Question>,
        /// The smallest number for which it holds.
        at_least: Option<u16>,
        /// The first number for which it does not hold any more.
        below: Option<u16>,
    }
}

record! {
    /// Somebody in one list of ages is as old as the oldest of another, or older.
    pub struct Older {
        /// The question that asks the ages.
        question: Id<Question>,
        /// The question that asks the ages to compare with.
        than: Id<Question>,
    }
}

#[cfg(feature = "author")]
mod read {
    use serde_json::json;

    use super::{Age, Answer, Answered, Choice, NumberAnswer, NumberRule, Older, Rule};
    use crate::catalogue::decode::{Decode, Reader, Value};

    impl Decode for Answer {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            if value.get_ref().is_str() {
                return reader.word(value, &["yes-no", "ages"]).map(|word| match word {
                    "ages" => Self::Ages,
                    _ => Self::YesNo,
                });
            }
            match reader.form(value, &["one-of", "several-of", "municipality", "number"])? {
                ("one-of", choices) => Decode::decode(choices, reader).map(Self::OneOf),
                ("several-of", choices) => Decode::decode(choices, reader).map(Self::SeveralOf),
                ("municipality", choices) => Decode::decode(choices, reader).map(Self::Municipality),
                (_, number) => Decode::decode(number, reader).map(Self::Number),
            }
        }

        fn schema() -> serde_json::Value {
            let choices = Vec::<Choice>::schema();
            json!({ "oneOf": [
                { "enum": ["yes-no", "ages"] },
                {
                    "type": "object",
                    "properties": {
                        "one-of": choices, "several-of": choices, "municipality": choices, "number": NumberAnswer::schema(),
                    },
                    "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
                },
            ] })
        }
    }

    impl Decode for Rule {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            if value.get_ref().is_str() {
                return Decode::decode(value, reader).map(Self::Is);
            }
            match reader.form(value, &["answered", "age", "number", "older", "all", "any", "not"])? {
                ("answered", rule) => Decode::decode(rule, reader).map(Self::Answered),
                ("age", rule) => Decode::decode(rule, reader).map(Self::Age),
                ("number", rule) => Decode::decode(rule, reader).map(Self::Number),
                ("older", rule) => Decode::decode(rule, reader).map(Self::Older),
                ("all", rules) => Decode::decode(rules, reader).map(Self::All),
                ("any", rules) => Decode::decode(rules, reader).map(Self::Any),
                (_, rule) => Self::decode(rule, reader).map(|rule| Self::Not(rule.into())),
            }
        }

        fn schema() -> serde_json::Value {
            json!({ "$ref": "#/$defs/rule" })
        }
    }

    /// The parts of a rule's schema that refer to the rule itself.
    pub(crate) fn rule_schema() -> serde_json::Value {
        let rules = json!({ "type": "array", "items": { "$ref": "#/$defs/rule" } });
        json!({ "oneOf": [
            { "type": "string", "description": "the id of another circumstance" },
            {
                "type": "object",
                "properties": {
                    "answered": Answered::schema(), "age": Age::schema(), "number": NumberRule::schema(), "older": Older::schema(),
                    "all": rules, "any": rules, "not": { "$ref": "#/$defs/rule" },
                },
                "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
            },
        ] })
    }
}
#[cfg(feature = "author")]
pub(crate) use read::rule_schema;
