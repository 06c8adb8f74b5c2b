//! Why a verdict is what it is: the circumstances that decide it, and the questions that would.

use super::{
    Match, Screening, Truth, Verdict,
    logic::{Facts, Test},
};
use crate::{
    catalogue::{Circumstance, Language, Question, Translated},
    messages,
    sorting::{sort_by, sort_once},
};

/// What a product without conditions asks.
static NONE: Translated<Vec<String>> = Translated::none();

/// How many circumstances a sentence names.
const NAMED: usize = 3;

/// How rare a circumstance must be, next to the rarest, to be told beside it.
const TELLING: f32 = 0.4;

/// Why a verdict is what it is.
#[derive(Clone, Debug)]
pub struct Why<'e> {
    /// The verdict.
    pub verdict: Verdict,
    /// Whether the family receives the product already.
    pub received: bool,
    /// What decides it, the most telling first: what holds for "for you", what rules it out for "not for you", what has
    /// to be known for "maybe".
    pub facts: Vec<Fact<'e>>,
    /// For "maybe": the questions that would decide it, in the order of the profile.
    pub questions: Vec<&'e Question>,
    /// Conditions that no question can test, by language.
    pub asks: &'e Translated<Vec<String>>,
}

/// A circumstance, as it is or would have to be.
#[derive(Clone, Copy, Debug)]
pub struct Fact<'e> {
    /// The circumstance.
    pub circumstance: &'e Circumstance,
    /// Whether it holds, or would have to.
    pub holds: bool,
}

impl<'e> Fact<'e> {
    /// The words for it: "je hebt een kind jonger dan 3 jaar".
    pub fn label(&self, language: Language) -> &'e str {
        let text = if self.holds { &self.circumstance.label } else { &self.circumstance.otherwise };
        text.text(language)
    }
}

impl Why<'_> {
    /// The reason in one sentence.
    pub fn sentence(&self, language: Language) -> String {
        let words = &messages::of(language).screening;
        let mut labels: Vec<_> = self.facts.iter().map(|fact| fact.label(language)).collect();
        labels.dedup();
        labels.truncate(NAMED);
        let because = labels.join(messages::of(language).conditions.and);
        match self.verdict {
            _ if self.received => words.received.to_owned(),
            Verdict::ForEveryone => words.for_everyone.to_owned(),
            Verdict::ForYou if because.is_empty() => words.for_you_ask.to_owned(),
            Verdict::ForYou => words.for_you(&because),
            Verdict::Maybe => words.maybe(&because),
            Verdict::NotForYou => words.not_for_you(&because),
        }
    }

    /// Conditions that no question can test: "for you, if …".
    pub fn asks(&self, language: Language) -> &[String] {
        self.asks.lines(language)
    }
}

impl<'e> Screening<'e> {
    /// Why the verdict on a product is what it is.
    pub fn why(&self, found: &Match<'e>) -> Why<'e> {
        let mut facts: Vec<(u16, bool)> = Vec::new();
        let mut questions = Vec::new();
        if let Some(audience) = &self.logic.audiences[found.at as usize] {
            decisive(audience, &self.facts, true, &mut |circumstance, holds| {
                let truth = self.truth(circumstance);
                // A "maybe" is explained by what is not known.
                if (found.verdict != Verdict::Maybe || truth == Truth::Unknown)
                    && !facts.contains(&(circumstance, holds))
                {
                    facts.push((circumstance, holds));
                }
            });
            self.open_in(audience, &mut questions);
        }
        let rarity = |at: u16| self.logic.rarity.get(usize::from(at)).copied().unwrap_or(0.0);
        sort_by(&mut facts, |(a, _), (b, _)| rarity(*b).total_cmp(&rarity(*a)));
        if found.verdict == Verdict::ForYou {
            // That somebody lives here too is no reason beside one that says something.
            let telling = facts.first().map_or(0.0, |(most, _)| TELLING * rarity(*most));
            facts.retain(|(at, _)| rarity(*at) >= telling);
        }
        sort_once(&mut questions);
        let profile = &self.catalogue.profile;
        Why {
            verdict: found.verdict,
            received: found.received,
            facts: facts
                .into_iter()
                .filter_map(|(at, holds)| {
                    Some(Fact { circumstance: profile.circumstances.get(usize::from(at))?, holds })
                })
                .collect(),
            questions: questions
                .into_iter()
                .filter_map(|at| profile.questions.get(usize::from(at)))
                .collect(),
            asks: found.product.audience.as_ref().map_or(&NONE, |audience| &audience.ask),
        }
    }

    /// Adds the unanswered questions that could still tell whether a test holds; none if that is settled.
    pub(super) fn open_in(&self, test: &Test, found: &mut Vec<u16>) {
        if self.facts.truth(test) != Truth::Unknown {
            return;
        }
        match test {
            // A circumstance that the catalogue does not have stays unknown for ever.
            Test::Is(at) => {
                if let Some(rule) = self.logic.rule(*at) {
                    self.open_in(rule, found);
                }
            }
            Test::Chosen { question, .. } | Test::Age { question, .. } | Test::Number { question, .. } => {
                self.open_question(*question, found);
            }
            Test::Older { question, than } => {
                self.open_question(*question, found);
                self.open_question(*than, found);
            }
            Test::All(tests) | Test::Any(tests) => tests.iter().for_each(|test| self.open_in(test, found)),
            Test::Not(test) => self.open_in(test, found),
        }
    }

    /// The open questions that decide whether a question has to be asked.
    pub(super) fn questions_before(&self, question: u16) -> Vec<u16> {
        let mut found = Vec::new();
        if let Some(gate) = self.logic.gate(question) {
            self.open_in(gate, &mut found);
        }
        found
    }

    /// Adds a question that has no answer yet, and those that decide whether it has to be asked.
    fn open_question(&self, question: u16, found: &mut Vec<u16>) {
        if usize::from(question) >= self.catalogue.profile.questions.len() || self.facts.is_answered(question)
        {
            return;
        }
        found.push(question);
        if let Some(gate) = self.logic.gate(question) {
            self.open_in(gate, found);
        }
    }
}

/// Calls `found` with the circumstances that make a test true, false or unknown, and whether each is wanted to hold
/// (`wanted`) or, for a test that is false, does not: what is enough to explain it, not everything it looks at.
pub(super) fn decisive(test: &Test, facts: &Facts, wanted: bool, found: &mut impl FnMut(u16, bool)) {
    let truth = facts.truth(test);
    match test {
        // A circumstance that is false is told as it is; one that is not known as it would have to be.
        Test::Is(at) => found(
            *at,
            match facts.circumstances.get(usize::from(*at)) {
                Some(Truth::True) => true,
                Some(Truth::False) => false,
                _ => wanted,
            },
        ),
        Test::Not(test) => decisive(test, facts, !wanted, found),
        Test::All(tests) | Test::Any(tests) => {
            // One is enough where one decides: a false one of all, a true one of any.
            let one_decides = match test {
                Test::All(_) => Truth::False,
                _ => Truth::True,
            };
            if truth == one_decides {
                if let Some(first) = tests.iter().find(|test| facts.truth(test) == truth) {
                    decisive(first, facts, wanted, found);
                }
                return;
            }
            // What holds of a "maybe" is told too, so that its worth can be judged.
            for test in
                tests.iter().filter(|test| truth != Truth::Unknown || facts.truth(test) != one_decides)
            {
                decisive(test, facts, wanted, found);
            }
        }
        Test::Chosen { .. } | Test::Age { .. } | Test::Number { .. } | Test::Older { .. } => {}
    }
}
