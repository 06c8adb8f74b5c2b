//! From answers to circumstances.

use std::collections::BTreeMap;

use super::{Answers, Given, Truth};
use crate::catalogue::{Age, Answered, Catalogue, Circumstance, Id, NumberRule, Rule};

/// Which circumstances hold for a family.
pub struct Circumstances<'c>(BTreeMap<&'c str, Truth>);

impl<'c> Circumstances<'c> {
    /// What follows from these answers.
    pub fn new(catalogue: &'c Catalogue, answers: &Answers) -> Self {
        let rules = catalogue.profile.circumstances.iter();
        let rules: BTreeMap<_, _> =
            rules.map(|circumstance| (circumstance.id.as_str(), &circumstance.when)).collect();
        let mut reasoner = Reasoner { answers, rules: &rules, known: BTreeMap::new() };
        for id in rules.keys() {
            reasoner.circumstance(id);
        }
        Self(reasoner.known)
    }

    /// Whether a circumstance holds. One that the catalogue does not have is unknown.
    pub fn get(&self, id: &Id<Circumstance>) -> Truth {
        self.0.get(id.as_str()).copied().unwrap_or(Truth::Unknown)
    }
}

struct Reasoner<'c, 'a> {
    answers: &'a Answers,
    rules: &'a BTreeMap<&'c str, &'c Rule>,
    known: BTreeMap<&'c str, Truth>,
}

impl<'c> Reasoner<'c, '_> {
    fn circumstance(&mut self, id: &'c str) -> Truth {
        if let Some(known) = self.known.get(id) {
            return *known;
        }
        // Loading refuses rules that lead back to themselves; should one be met, it stays unknown on its way round.
        self.known.insert(id, Truth::Unknown);
        let truth = self.rules.get(id).map_or(Truth::Unknown, |rule| self.rule(rule));
        self.known.insert(id, truth);
        truth
    }

    fn rule(&mut self, rule: &'c Rule) -> Truth {
        match rule {
            Rule::Is(id) => self.circumstance(id.as_str()),
            Rule::Answered(answered) => self.answered(answered),
            Rule::Age(age) => self.age(age),
            Rule::Number(number) => self.number(number),
            Rule::All(rules) => Truth::all(rules.iter().map(|rule| self.rule(rule))),
            Rule::Any(rules) => Truth::any(rules.iter().map(|rule| self.rule(rule))),
            Rule::Not(rule) => self.rule(rule).not(),
        }
    }

    fn answered(&self, rule: &Answered) -> Truth {
        let is = |id: &str| rule.is.iter().any(|wanted| wanted == id);
        match self.answers.get(&rule.question) {
            Some(Given::YesNo(yes)) => is(if *yes { "yes" } else { "no" }).into(),
            Some(Given::One(id)) => is(id).into(),
            Some(Given::Several(ids)) => ids.iter().any(|id| is(id)).into(),
            Some(Given::Ages(_) | Given::Number(_)) | None => Truth::Unknown,
        }
    }

    fn age(&self, rule: &Age) -> Truth {
        let fits = |age: u8| {
            rule.at_least.is_none_or(|least| age >= least) && rule.below.is_none_or(|below| age < below)
        };
        match self.answers.get(&rule.question) {
            Some(Given::Ages(ages)) => {
                let people = ages.iter().filter(|age| fits(**age)).count();
                (people >= usize::from(rule.people.unwrap_or(1))).into()
            }
            // Nobody is there.
            Some(Given::Several(none)) if none.is_empty() => Truth::False,
            _ => Truth::Unknown,
        }
    }

    fn number(&self, rule: &NumberRule) -> Truth {
        match self.answers.get(&rule.question) {
            Some(Given::Number(number)) => {
                let fits = rule.at_least.is_none_or(|least| *number >= least)
                    && rule.below.is_none_or(|below| *number < below);
                fits.into()
            }
            _ => Truth::Unknown,
        }
    }
}
