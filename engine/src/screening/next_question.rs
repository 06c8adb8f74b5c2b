//! The next best question: the one whose answer is expected to decide most.
//!
//! For each question that can still change something, we imagine each answer it may get, and see how far the
//! verdicts would come. A verdict is decided, or as near to it as the share of its conditions that are known; products weigh
//! by their importance. It is the expected gain of classic adaptive questionnaires (as in J. R. Quinlan, *Induction of
//! Decision Trees*, 1986), with decided verdicts in place of bits.

use std::collections::BTreeSet;

use super::{
    Given, Screening, Truth, Verdict,
    logic::{Facts, Test},
    merit::importance,
};
use crate::{
    catalogue::{Answer, Id, Profile, Question, Rule},
    sorting::sort_once,
};

/// What to ask next.
#[derive(Clone, Debug)]
pub struct NextQuestion<'e> {
    /// The question.
    pub question: &'e Question,
    /// How many questions, with this one, can still change something: the most there are to come.
    pub open: usize,
    /// How many products its answer may decide.
    pub decides: usize,
}

/// How much it matters to know whether a family has something already, next to knowing whether it is for them.
const WORTH_OF_RECEIPT: f32 = 0.25;

impl<'e> Screening<'e> {
    /// The question to ask next, or nothing if no answer would change a verdict. Questions in `passed` were asked before and
    /// skipped; they are not asked again.
    pub fn next_question(&self, passed: &BTreeSet<Id<Question>>) -> Option<NextQuestion<'e>> {
        let profile = &self.catalogue.profile;
        let stakes = self.stakes();
        let is_passed = |at: u16| passed.contains(&*profile.questions[usize::from(at)].id);
        let mut open: Vec<_> = stakes.iter().flat_map(|stake| stake.questions.iter().copied()).collect();
        sort_once(&mut open);
        open.retain(|at| !is_passed(*at));
        // Whether a question has to be asked at all is settled first, if it can be.
        let ready = |at: &u16| {
            self.facts.asked(*at) != Truth::Unknown || {
                let before = self.questions_before(*at);
                before.iter().all(|question| question == at || is_passed(*question))
            }
        };
        let best = open
            .iter()
            .copied()
            .filter(ready)
            .map(|at| (at, self.gain(at, &stakes)))
            // The first of equals, so that the order of the profile decides.
            .fold(None, |best: Option<(u16, f32)>, (at, gain)| match best {
                Some((_, most)) if most >= gain => best,
                _ => Some((at, gain)),
            });
        let (at, _) = best?;
        let decides = stakes.iter().filter(|stake| stake.questions.contains(&at)).count();
        Some(NextQuestion { question: &profile.questions[usize::from(at)], open: open.len(), decides })
    }

    /// The products that are not decided, and the questions that can.
    fn stakes(&self) -> Vec<Stake> {
        let mut stakes = Vec::new();
        for found in self.offered() {
            let at = found.at as usize;
            let mut questions: Vec<_> = Vec::new();
            if found.verdict == Verdict::Maybe
                && let Some(audience) = &self.logic.audiences[at]
            {
                self.open_in(audience, &mut questions);
            }
            let receipts = self.logic.receipts[at].iter().map(|(question, _)| *question);
            questions.extend(receipts.filter(|question| {
                !self.facts.is_answered(*question) && self.facts.asked(*question) != Truth::False
            }));
            sort_once(&mut questions);
            if !questions.is_empty() {
                let nearness = nearness(self.logic.audiences[at].as_ref(), &self.facts);
                stakes.push(Stake { product: at, questions, nearness });
            }
        }
        stakes
    }

    /// How much further the verdicts are expected to come with the answer to a question.
    fn gain(&self, question: u16, stakes: &[Stake]) -> f32 {
        let profile = &self.catalogue.profile;
        let mut gain = 0.0;
        let answers = imagined(profile, &profile.questions[usize::from(question)]);
        for (given, share) in &answers {
            let (facts, reached) = self.logic.with_answer(&self.facts, question, given);
            for stake in stakes.iter().filter(|stake| reached.binary_search(&(stake.product as u32)).is_ok())
            {
                let nearer = nearness(self.logic.audiences[stake.product].as_ref(), &facts) - stake.nearness;
                gain += share * nearer * importance(self.catalogue, stake.product);
            }
        }
        let receipts = stakes
            .iter()
            .filter(|stake| self.logic.receipts[stake.product].iter().any(|(asked, _)| *asked == question))
            .map(|stake| WORTH_OF_RECEIPT * importance(self.catalogue, stake.product))
            .sum::<f32>();
        gain + receipts
    }
}

/// A product that is not decided.
struct Stake {
    product: usize,
    /// The questions that can decide it, or tell whether the family has it.
    questions: Vec<u16>,
    /// How near it is to a decision now.
    nearness: f32,
}

/// How near a verdict is to being decided: 1 if it is, else the share of its conditions that are known, at most a half.
fn nearness(audience: Option<&Test>, facts: &Facts) -> f32 {
    let Some(audience) = audience else { return 1.0 };
    if facts.truth(audience) != Truth::Unknown {
        return 1.0;
    }
    match audience {
        Test::All(tests) => {
            let known = tests.iter().filter(|test| facts.truth(test) != Truth::Unknown).count();
            0.5 * known as f32 / tests.len().max(1) as f32
        }
        _ => 0.0,
    }
}

/// The answers a question may get, and the share of families that we imagine to give each.
fn imagined(profile: &Profile, question: &Question) -> Vec<(Given, f32)> {
    match &question.answer {
        Answer::YesNo => vec![(Given::YesNo(true), 0.5), (Given::YesNo(false), 0.5)],
        Answer::OneOf(choices) | Answer::Municipality(choices) => {
            let share = 1.0 / choices.len().max(1) as f32;
            choices.iter().map(|choice| (Given::One(choice.id.clone()), share)).collect()
        }
        // Most families tick nothing or one thing.
        Answer::SeveralOf(choices) => {
            let share = 0.5 / choices.len().max(1) as f32;
            let one = choices.iter().map(|choice| (Given::Several(vec![choice.id.clone()]), share));
            one.chain([(Given::Several(Vec::new()), 0.5)]).collect()
        }
        Answer::Ages => {
            let ages = telling_ages(profile, &question.id);
            let share = 0.7 / ages.len().max(1) as f32;
            let one = ages.into_iter().map(|age| (Given::Ages(vec![age]), share));
            one.chain([(Given::Ages(Vec::new()), 0.3)]).collect()
        }
        Answer::Number(bounds) => {
            vec![(Given::Number(bounds.min), 0.5), (Given::Number(bounds.max), 0.5)]
        }
    }
}

/// An age in each of the bands between which rules about a question tell people apart.
fn telling_ages(profile: &Profile, question: &Id<Question>) -> Vec<u8> {
    fn bounds(rule: &Rule, question: &Id<Question>, found: &mut Vec<u8>) {
        match rule {
            Rule::Age(age) if age.question == *question => {
                found.extend(age.at_least);
                found.extend(age.below);
            }
            Rule::All(rules) | Rule::Any(rules) => {
                for rule in rules {
                    bounds(rule, question, found);
                }
            }
            Rule::Not(rule) => bounds(rule, question, found),
            _ => {}
        }
    }
    let mut found = vec![0];
    for circumstance in &profile.circumstances {
        bounds(&circumstance.when, question, &mut found);
    }
    sort_once(&mut found);
    found
}
