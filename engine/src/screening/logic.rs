//! The questions, rules and conditions of a catalogue, prepared for quick evaluation: ids are numbers, lists of choices
//! are sets of bits.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{Answers, Given, Truth, Verdict};
use crate::{
    catalogue::{Answer, Audience, Catalogue, Choice, Condition, Id, Product, Rule},
    sorting::{sort_by, sort_once},
};

/// How many choices a question can have: one bit each.
pub(crate) const MOST_CHOICES: usize = u64::BITS as usize;

/// The bit of "yes" and that of "no" in the answer to a yes-no question.
const YES: u64 = 1;
const NO: u64 = 2;

/// A catalogue's questions, rules and conditions, all in the order of the catalogue.
pub(crate) struct Logic {
    /// For each question whether it has to be asked at all.
    gates: Vec<Option<Test>>,
    /// For each question what it asks for.
    forms: Vec<Form>,
    /// For each circumstance when it holds.
    rules: Vec<Test>,
    /// Circumstances and gates in an order in which everything comes after what it rests on.
    order: Vec<Step>,
    /// For each contradiction when it is there.
    contradictions: Vec<Test>,
    /// For each product what it asks of a family; nothing if it is for everyone.
    pub audiences: Vec<Option<Test>>,
    /// For each product its themes, by their places.
    pub themes: Vec<Vec<usize>>,
    /// For each product how many others send people on to it, from 0 to 1 for ten or more.
    pub centrality: Vec<f32>,
    /// For each product the choices that say the family has it already: question and bits.
    pub receipts: Vec<Vec<(u16, u64)>>,
    /// For each theme, by its place, the choices that tell of that need: question and bits.
    pub tellings: Vec<Vec<(u16, u64)>>,
    /// Products that are statuses, in the order of the products.
    pub statuses: Vec<Status>,
    /// What statuses grant. Many municipalities may have a status of the same kind, so each grant stands here once.
    pub grants: Vec<Grant>,
    /// For each question what its answer reaches.
    reached_by_question: Vec<Reach>,
    /// For each circumstance how much it says that a product asks for it: ln(N / n) for one that n of N products ask for,
    /// so that living in the country says little and being pregnant much.
    pub rarity: Vec<f32>,
}

/// A product that makes circumstances true for whoever has it.
pub(crate) struct Status {
    /// The product.
    pub product: u32,
    /// What it grants, by its place among the grants.
    pub grant: usize,
}

/// Circumstances that a status makes true.
pub(crate) struct Grant {
    /// The circumstances.
    circumstances: Vec<u16>,
    /// What follows from them.
    reach: Reach,
}

/// What may change when something else does.
struct Reach {
    /// Circumstances and gates, everything after what it rests on.
    steps: Vec<Step>,
    /// Products whose conditions look at them.
    products: Vec<u32>,
}

/// Something that is true, false or unknown of a family.
#[derive(Debug)]
pub(crate) enum Test {
    /// This circumstance holds.
    Is(u16),
    /// One of these choices was made. Who need not be asked has made none of them, unless "no" is one.
    Chosen { question: u16, choices: u64, none_is_one: bool },
    /// So many people are from this age, and below that one.
    Age { question: u16, from: u8, below: u8, people: u8 },
    /// The number lies from one bound, and below the other.
    Number { question: u16, from: u16, below: u16 },
    /// Somebody in the first list is as old as the oldest of the second, or older.
    Older { question: u16, than: u16 },
    /// All hold.
    All(Vec<Test>),
    /// One holds.
    Any(Vec<Test>),
    /// It does not hold.
    Not(Box<Test>),
}

/// What a question asks for, as far as evaluation cares.
enum Form {
    YesNo,
    Choices(Vec<Box<str>>),
    Ages,
    Number,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Circumstance(u16),
    Gate(u16),
}

/// An answer as numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reply {
    Choices(u64),
    Ages(Vec<u8>),
    Number(u16),
}

/// What is known of a family.
#[derive(Clone)]
pub(crate) struct Facts {
    replies: Rc<[Option<Reply>]>,
    /// For each question whether it has to be asked.
    asked: Vec<Truth>,
    /// For each circumstance whether it holds.
    pub circumstances: Vec<Truth>,
    /// Circumstances that hold whatever the answers say, since the family has a product that grants them.
    granted: Vec<u16>,
}

impl Logic {
    /// Prepares a catalogue. References that lead nowhere, which loading refuses, are unknown for ever.
    pub(crate) fn new(catalogue: &Catalogue) -> Self {
        let profile = &catalogue.profile;
        let numbers = Numbers {
            questions: numbered(profile.questions.iter().map(|one| one.id.as_str())),
            circumstances: numbered(profile.circumstances.iter().map(|one| one.id.as_str())),
            catalogue,
        };
        let gates: Vec<_> = profile
            .questions
            .iter()
            .map(|question| question.only_if.as_ref().map(|rule| numbers.rule(rule)))
            .collect();
        let forms = profile
            .questions
            .iter()
            .map(|question| match &question.answer {
                Answer::YesNo => Form::YesNo,
                Answer::Ages => Form::Ages,
                Answer::Number(_) => Form::Number,
                choices => {
                    Form::Choices(choices.choices().iter().map(|choice| choice.id.as_str().into()).collect())
                }
            })
            .collect();
        let rules: Vec<_> =
            profile.circumstances.iter().map(|circumstance| numbers.rule(&circumstance.when)).collect();
        let order = order(&rules, &gates);
        let receipts = catalogue.products.iter();
        let receipts = receipts
            .map(|product| choices_that(catalogue, &|choice| choice.has.as_ref() == Some(&product.id)))
            .collect();
        let tellings = catalogue.themes.iter();
        let tellings = tellings
            .map(|theme| choices_that(catalogue, &|choice| choice.needs.contains(&theme.id)))
            .collect();
        let audiences: Vec<_> = catalogue
            .products
            .iter()
            .map(|product| product.audience.as_ref().map(|audience| numbers.audience(audience)))
            .collect();
        let parts = Parts::of(&rules, &gates, &audiences);
        let (statuses, grants) = statuses(&numbers, &parts, &order);
        let reached_by_question =
            (0..profile.questions.len() as u16).map(|at| parts.reach(&[Step::Gate(at)], &order)).collect();
        let rarity = parts.rarity();
        Self {
            contradictions: profile.contradictions.iter().map(|one| numbers.rule(&one.when)).collect(),
            audiences,
            themes: catalogue.themes_of_products(),
            centrality: centrality(catalogue),
            gates,
            forms,
            rules,
            order,
            receipts,
            tellings,
            statuses,
            grants,
            reached_by_question,
            rarity,
        }
    }

    /// What follows from these answers, of a family that has these products.
    pub(crate) fn facts(&self, catalogue: &Catalogue, answers: &Answers, has: &[Id<Product>]) -> Facts {
        let has = |status: &&Status| has.contains(&catalogue.products[status.product as usize].id);
        let questions = &catalogue.profile.questions;
        let reply = |(question, form): (&crate::catalogue::Question, &Form)| {
            answers.get(&question.id).and_then(|given| reply(form, given))
        };
        let mut facts = Facts {
            replies: questions.iter().zip(&self.forms).map(reply).collect(),
            asked: vec![Truth::True; self.gates.len()],
            circumstances: vec![Truth::Unknown; self.rules.len()],
            granted: self
                .statuses
                .iter()
                .filter(has)
                .flat_map(|status| &self.grants[status.grant].circumstances)
                .copied()
                .collect(),
        };
        self.follow(&mut facts, &self.order);
        facts
    }

    /// The same facts with this answer to a question, and the products on which they may bear.
    pub(crate) fn with_answer(&self, facts: &Facts, question: u16, given: &Given) -> (Facts, &[u32]) {
        let at = usize::from(question);
        let mut facts = facts.clone();
        let mut replies = facts.replies.to_vec();
        replies[at] = reply(&self.forms[at], given);
        facts.replies = replies.into();
        let reach = &self.reached_by_question[at];
        self.follow(&mut facts, &reach.steps);
        (facts, &reach.products)
    }

    /// The same facts for a family that has a status with this grant too, and the products on which they may bear.
    pub(crate) fn with_grant(&self, facts: &Facts, grant: usize) -> (Facts, &[u32]) {
        let Grant { circumstances, reach } = &self.grants[grant];
        let mut facts = facts.clone();
        facts.granted.extend(circumstances);
        self.follow(&mut facts, &reach.steps);
        (facts, &reach.products)
    }

    fn follow(&self, facts: &mut Facts, steps: &[Step]) {
        for step in steps {
            match *step {
                Step::Circumstance(at) if facts.granted.contains(&at) => {
                    facts.circumstances[usize::from(at)] = Truth::True;
                }
                Step::Circumstance(at) => {
                    facts.circumstances[usize::from(at)] = facts.truth(&self.rules[usize::from(at)]);
                }
                Step::Gate(at) => {
                    if let Some(gate) = &self.gates[usize::from(at)] {
                        facts.asked[usize::from(at)] = facts.truth(gate);
                    }
                }
            }
        }
    }

    /// The verdict on a product, by its place in the catalogue.
    pub(crate) fn verdict(&self, product: usize, facts: &Facts) -> Verdict {
        match &self.audiences[product] {
            None => Verdict::ForEveryone,
            Some(audience) => facts.truth(audience).into(),
        }
    }

    /// The contradictions in what is known, by their places in the profile.
    pub(crate) fn contradictions<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = usize> + 'a {
        let found = |(_, test): &(usize, &Test)| facts.truth(test) == Truth::True;
        self.contradictions.iter().enumerate().filter(found).map(|(at, _)| at)
    }

    /// The rule of a circumstance; none for one that the catalogue does not have.
    pub(crate) fn rule(&self, circumstance: u16) -> Option<&Test> {
        self.rules.get(usize::from(circumstance))
    }

    /// What decides whether a question has to be asked.
    pub(crate) fn gate(&self, question: u16) -> Option<&Test> {
        self.gates[usize::from(question)].as_ref()
    }
}

impl Facts {
    /// Whether a test holds.
    pub(crate) fn truth(&self, test: &Test) -> Truth {
        match test {
            Test::Is(at) => self.circumstances.get(usize::from(*at)).copied().unwrap_or(Truth::Unknown),
            Test::Chosen { question, choices, none_is_one } => match self.reply(*question) {
                Known(Reply::Choices(made)) => (made & choices != 0).into(),
                NotAsked => (*none_is_one).into(),
                _ => Truth::Unknown,
            },
            Test::Age { question, from, below, people } => match self.reply(*question) {
                Known(Reply::Ages(ages)) => {
                    let fitting = ages.iter().filter(|age| (*from..*below).contains(age)).count();
                    (fitting >= usize::from(*people)).into()
                }
                NotAsked => (*people == 0).into(),
                _ => Truth::Unknown,
            },
            Test::Number { question, from, below } => match self.reply(*question) {
                Known(Reply::Number(number)) => (*from..*below).contains(number).into(),
                NotAsked => Truth::False,
                _ => Truth::Unknown,
            },
            Test::Older { question, than } => match (self.reply(*question), self.reply(*than)) {
                (Known(Reply::Ages(young)), Known(Reply::Ages(old))) => {
                    let oldest = |ages: &[u8]| ages.iter().max().copied();
                    (oldest(old).is_some() && oldest(young) >= oldest(old)).into()
                }
                _ => Truth::Unknown,
            },
            Test::All(tests) => Truth::all(tests.iter().map(|test| self.truth(test))),
            Test::Any(tests) => Truth::any(tests.iter().map(|test| self.truth(test))),
            Test::Not(test) => self.truth(test).not(),
        }
    }

    /// Whether this question has been answered.
    pub(crate) fn is_answered(&self, question: u16) -> bool {
        self.replies[usize::from(question)].is_some()
    }

    /// Whether this question has to be asked.
    pub(crate) fn asked(&self, question: u16) -> Truth {
        self.asked[usize::from(question)]
    }

    /// Whether one of these choices was made.
    pub(crate) fn chose(&self, question: u16, choices: u64) -> bool {
        matches!(self.reply(question), Known(Reply::Choices(made)) if made & choices != 0)
    }

    /// Whether something was chosen, or somebody named, in answer to a question.
    #[cfg(feature = "author")]
    pub(crate) fn says_something(&self, question: u16) -> bool {
        match &self.replies[usize::from(question)] {
            None => false,
            Some(Reply::Choices(made)) => *made != 0 && *made != NO,
            Some(Reply::Ages(ages)) => !ages.is_empty(),
            Some(Reply::Number(number)) => *number != 0,
        }
    }

    fn reply(&self, question: u16) -> Replied<'_> {
        match self.replies.get(usize::from(question)).and_then(Option::as_ref) {
            Some(reply) => Known(reply),
            None if self.asked.get(usize::from(question)) == Some(&Truth::False) => NotAsked,
            None => Open,
        }
    }
}

/// What is known of the answer to a question.
enum Replied<'a> {
    Known(&'a Reply),
    NotAsked,
    Open,
}
use Replied::{Known, NotAsked, Open};

/// An answer as numbers; nothing if it can not be an answer to the question, as happens with one that was saved before
/// the question changed.
fn reply(form: &Form, given: &Given) -> Option<Reply> {
    match (form, given) {
        (Form::YesNo, Given::YesNo(yes)) => Some(Reply::Choices(if *yes { YES } else { NO })),
        (Form::Choices(ids), Given::One(id)) => bit(ids, id).map(Reply::Choices),
        (Form::Choices(ids), Given::Several(made)) => {
            made.iter().try_fold(0, |bits, id| Some(bits | bit(ids, id)?)).map(Reply::Choices)
        }
        (Form::Ages, Given::Ages(ages)) => Some(Reply::Ages(ages.clone())),
        (Form::Ages, Given::Several(nobody)) if nobody.is_empty() => Some(Reply::Ages(Vec::new())),
        (Form::Number, Given::Number(number)) => Some(Reply::Number(*number)),
        _ => None,
    }
}

fn bit(ids: &[Box<str>], id: &str) -> Option<u64> {
    ids.iter().take(MOST_CHOICES).position(|known| **known == *id).map(|at| 1 << at)
}

/// The bits of these choices of a question.
fn choices<S: AsRef<str>>(answer: &Answer, chosen: &[S]) -> u64 {
    let bit = |id: &str| match (answer, id) {
        (Answer::YesNo, "yes") => YES,
        (Answer::YesNo, "no") => NO,
        _ => {
            let place = answer.choices().iter().take(MOST_CHOICES).position(|choice| choice.id == id);
            place.map_or(0, |at| 1 << at)
        }
    };
    chosen.iter().fold(0, |bits, id| bits | bit(id.as_ref()))
}

/// The choices of which this is so: for each question that has any its number, and their bits.
fn choices_that(catalogue: &Catalogue, is_so: &dyn Fn(&Choice) -> bool) -> Vec<(u16, u64)> {
    let mut found = Vec::new();
    for (question, number) in catalogue.profile.questions.iter().zip(0..) {
        let chosen = question.answer.choices().iter().filter(|choice| is_so(choice));
        let ids: Vec<_> = chosen.map(|choice| choice.id.as_str()).collect();
        if !ids.is_empty() {
            found.push((number, choices(&question.answer, &ids)));
        }
    }
    found
}

/// Each id with its number. To collect them would sort them first, by a sort of their own.
fn numbered<'c>(ids: impl Iterator<Item = &'c str>) -> BTreeMap<&'c str, u16> {
    let mut numbers = BTreeMap::new();
    numbers.extend(ids.zip(0..));
    numbers
}

/// The numbers of questions and circumstances.
struct Numbers<'c> {
    questions: BTreeMap<&'c str, u16>,
    circumstances: BTreeMap<&'c str, u16>,
    catalogue: &'c Catalogue,
}

impl Numbers<'_> {
    fn question(&self, id: &str) -> u16 {
        self.questions.get(id).copied().unwrap_or(u16::MAX)
    }

    fn circumstance(&self, id: &str) -> Test {
        Test::Is(self.circumstances.get(id).copied().unwrap_or(u16::MAX))
    }

    fn rule(&self, rule: &Rule) -> Test {
        let all = |rules: &[Rule]| rules.iter().map(|rule| self.rule(rule)).collect();
        match rule {
            Rule::Is(id) => self.circumstance(id.as_str()),
            Rule::Answered(answered) => {
                let question = self.question(answered.question.as_str());
                let chosen = self.catalogue.profile.questions.get(usize::from(question));
                let choices = chosen.map_or(0, |question| choices(&question.answer, &answered.is));
                let is_yes_no = chosen.is_some_and(|question| matches!(question.answer, Answer::YesNo));
                Test::Chosen { question, choices, none_is_one: is_yes_no && choices & NO != 0 }
            }
            Rule::Age(age) => Test::Age {
                question: self.question(age.question.as_str()),
                from: age.at_least.unwrap_or(0),
                below: age.below.unwrap_or(u8::MAX),
                people: age.people.unwrap_or(1),
            },
            Rule::Number(number) => Test::Number {
                question: self.question(number.question.as_str()),
                from: number.at_least.unwrap_or(0),
                below: number.below.unwrap_or(u16::MAX),
            },
            Rule::Older(older) => Test::Older {
                question: self.question(older.question.as_str()),
                than: self.question(older.than.as_str()),
            },
            Rule::All(rules) => Test::All(all(rules)),
            Rule::Any(rules) => Test::Any(all(rules)),
            Rule::Not(rule) => Test::Not(self.rule(rule).into()),
        }
    }

    fn condition(&self, condition: &Condition) -> Test {
        let all = |conditions: &[Condition]| conditions.iter().map(|one| self.condition(one)).collect();
        match condition {
            Condition::Is(id) => self.circumstance(id.as_str()),
            Condition::All(conditions) => Test::All(all(conditions)),
            Condition::Any(conditions) => Test::Any(all(conditions)),
            Condition::Not(condition) => Test::Not(self.condition(condition).into()),
        }
    }

    /// All of `all`, one of `any`, none of `not`.
    fn audience(&self, audience: &Audience) -> Test {
        let mut tests: Vec<_> = audience.all.iter().map(|condition| self.condition(condition)).collect();
        if !audience.any.is_empty() {
            tests.push(Test::Any(audience.any.iter().map(|condition| self.condition(condition)).collect()));
        }
        tests.extend(audience.not.iter().map(|condition| Test::Not(self.condition(condition).into())));
        Test::All(tests)
    }
}

/// Calls `found` with every circumstance and question a test looks at.
pub(crate) fn each_part(test: &Test, circumstance: &mut impl FnMut(u16), question: &mut impl FnMut(u16)) {
    match test {
        Test::Is(at) => circumstance(*at),
        Test::Chosen { question: at, .. }
        | Test::Age { question: at, .. }
        | Test::Number { question: at, .. } => {
            question(*at);
        }
        Test::Older { question: at, than } => {
            question(*at);
            question(*than);
        }
        Test::All(tests) | Test::Any(tests) => {
            for test in tests {
                each_part(test, circumstance, question);
            }
        }
        Test::Not(test) => each_part(test, circumstance, question),
    }
}

/// Everything after what it rests on. Loading refuses what rests on itself; should it be met, it stays unknown.
fn order(rules: &[Test], gates: &[Option<Test>]) -> Vec<Step> {
    struct Sorter<'t> {
        rules: &'t [Test],
        gates: &'t [Option<Test>],
        seen: (Vec<bool>, Vec<bool>),
        order: Vec<Step>,
    }
    impl Sorter<'_> {
        fn visit(&mut self, step: Step) {
            let (seen, test) = match step {
                Step::Circumstance(at) => {
                    (self.seen.0.get_mut(usize::from(at)), self.rules.get(usize::from(at)))
                }
                Step::Gate(at) => (
                    self.seen.1.get_mut(usize::from(at)),
                    self.gates.get(usize::from(at)).and_then(Option::as_ref),
                ),
            };
            let (Some(seen), Some(test)) = (seen, test) else { return };
            if std::mem::replace(seen, true) {
                return;
            }
            let (mut circumstances, mut questions) = (Vec::new(), Vec::new());
            each_part(test, &mut |at| circumstances.push(at), &mut |at| questions.push(at));
            for at in circumstances {
                self.visit(Step::Circumstance(at));
            }
            for at in questions {
                self.visit(Step::Gate(at));
            }
            self.order.push(step);
        }
    }
    let seen = (vec![false; rules.len()], vec![false; gates.len()]);
    let mut sorter = Sorter { rules, gates, seen, order: Vec::new() };
    (0..gates.len() as u16).for_each(|at| sorter.visit(Step::Gate(at)));
    (0..rules.len() as u16).for_each(|at| sorter.visit(Step::Circumstance(at)));
    sorter.order
}

/// The products that are statuses, and what they grant.
fn statuses(numbers: &Numbers<'_>, parts: &Parts, order: &[Step]) -> (Vec<Status>, Vec<Grant>) {
    let mut grants: BTreeMap<Vec<u16>, usize> = BTreeMap::new();
    let statuses = numbers
        .catalogue
        .products
        .iter()
        .zip(0_u32..)
        .filter(|(product, _)| !product.grants.is_empty())
        .map(|(product, at)| {
            let number = |id: &Id<_>| numbers.circumstances.get(id.as_str()).copied();
            let granted: Vec<_> = product.grants.iter().filter_map(number).collect();
            let next = grants.len();
            Status { product: at, grant: *grants.entry(granted).or_insert(next) }
        })
        .collect();
    let mut grants: Vec<_> = grants.into_iter().collect();
    sort_by(&mut grants, |(_, a), (_, b)| a.cmp(b));
    let grant = |(circumstances, _): (Vec<u16>, usize)| {
        let seeds: Vec<_> = circumstances.iter().copied().map(Step::Circumstance).collect();
        Grant { reach: parts.reach(&seeds, order), circumstances }
    };
    (statuses, grants.into_iter().map(grant).collect())
}

/// What each rule, gate and condition looks at.
struct Parts {
    rules: Vec<Vec<Step>>,
    gates: Vec<Vec<Step>>,
    audiences: Vec<Vec<Step>>,
}

impl Parts {
    fn of(rules: &[Test], gates: &[Option<Test>], audiences: &[Option<Test>]) -> Self {
        let parts = |test: &Test| {
            let (mut circumstances, mut questions) = (Vec::new(), Vec::new());
            each_part(test, &mut |at| circumstances.push(at), &mut |at| questions.push(at));
            let circumstances = circumstances.into_iter().map(Step::Circumstance);
            let mut parts: Vec<_> = circumstances.chain(questions.into_iter().map(Step::Gate)).collect();
            sort_once(&mut parts);
            parts
        };
        let of_some = |test: &Option<Test>| test.as_ref().map(parts).unwrap_or_default();
        Self {
            rules: rules.iter().map(parts).collect(),
            gates: gates.iter().map(of_some).collect(),
            audiences: audiences.iter().map(of_some).collect(),
        }
    }

    /// Everything that may change with one of these.
    fn reach(&self, seeds: &[Step], order: &[Step]) -> Reach {
        let mut changed = BTreeSet::new();
        changed.extend(seeds.iter().copied());
        let mut steps = Vec::new();
        for step in order {
            let parts = match *step {
                Step::Circumstance(at) => &self.rules[usize::from(at)],
                Step::Gate(at) => &self.gates[usize::from(at)],
            };
            let is_granted = matches!(step, Step::Circumstance(_)) && seeds.contains(step);
            if is_granted || parts.iter().any(|part| changed.contains(part)) {
                changed.insert(*step);
                steps.push(*step);
            }
        }
        let products = self
            .audiences
            .iter()
            .zip(0_u32..)
            .filter(|(parts, _)| parts.iter().any(|part| changed.contains(part)))
            .map(|(_, at)| at)
            .collect();
        Reach { steps, products }
    }

    /// How much each circumstance says.
    fn rarity(&self) -> Vec<f32> {
        let mut asking = vec![0_usize; self.rules.len()];
        for part in self.audiences.iter().flatten() {
            if let Step::Circumstance(at) = part
                && let Some(asking) = asking.get_mut(usize::from(*at))
            {
                *asking += 1;
            }
        }
        let all = self.audiences.len().max(1) as f32;
        asking.into_iter().map(|asking| (all / asking.max(1) as f32).ln()).collect()
    }
}

fn centrality(catalogue: &Catalogue) -> Vec<f32> {
    let mut named = vec![0_u32; catalogue.products.len()];
    for id in catalogue.products.iter().flat_map(|product| &product.related) {
        if let Ok(at) = catalogue.products.binary_search_by(|product| product.id.cmp(id)) {
            named[at] += 1;
        }
    }
    named.into_iter().map(|named| (named as f32 / 10.0).min(1.0)).collect()
}
