//! What must hold between the parts of a catalogue, beyond what reading a single value can tell.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Answer, Catalogue, Question, RestsOn, Rule, Sources,
    decode::{Referable, list},
};
use crate::{
    diagnostic::{Diagnostic, did_you_mean},
    screening::{Logic, MOST_CHOICES},
};

/// Adds an error for everything that does not fit together.
pub(super) fn validate(catalogue: &Catalogue, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    let mut validator = Validator { catalogue, sources, diagnostics };
    validator.settings();
    validator.products();
    validator.themes();
    validator.questions();
    validator.circumstances();
    // A verdict from rules that are wrong says nothing about the conditions.
    if validator.diagnostics.is_empty() {
        validator.examples();
    }
}

struct Validator<'a> {
    catalogue: &'a Catalogue,
    sources: &'a Sources,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// Whether this is the path of something on the same server: `/count`.
fn is_path(text: &str) -> bool {
    let rest = text.strip_prefix('/').unwrap_or_default();
    rest.starts_with(|first: char| first.is_ascii_lowercase())
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"/-".contains(&byte))
}

impl Validator<'_> {
    fn error(&mut self, rule: &'static str, file: &str, keys: &str, message: String, help: String) {
        self.diagnostics.push(Diagnostic::error(rule, self.sources.place(file, keys), message).help(help));
    }

    fn settings(&mut self) {
        for (key, empty) in [
            ("languages", self.catalogue.settings.languages.is_empty()),
            ("category", self.catalogue.settings.categories.is_empty()),
        ] {
            if empty {
                self.error(
                    "empty-list",
                    "catalogue.toml",
                    key,
                    format!("`{key}` is empty, and nothing can be shown without"),
                    "write at least one".to_owned(),
                );
            }
        }
        // Another server must never learn who looks at what.
        if let Some(place) = self.catalogue.settings.count_at.as_ref().filter(|place| !is_path(place)) {
            self.error(
                "bad-path",
                "catalogue.toml",
                "count_at",
                format!("`{place}` is not a place on the same server"),
                "write a path of small letters that begins with one slash, such as /count".to_owned(),
            );
        }
        let mut seen = BTreeSet::new();
        for (index, language) in self.catalogue.settings.languages.iter().enumerate() {
            if !seen.insert(language) {
                self.error(
                    "duplicate-language",
                    "catalogue.toml",
                    &format!("languages.{index}"),
                    format!("the language `{language}` is listed twice"),
                    "keep one of them".to_owned(),
                );
            }
        }
    }

    fn products(&mut self) {
        for product in &self.catalogue.products {
            let file = product.file();
            if product.also_in.contains(&product.category) {
                self.error(
                    "own-category",
                    &file,
                    "also_in",
                    format!("`also_in` names `{}`, the category it stands in already", product.category),
                    "leave it out: `also_in` is for other categories".to_owned(),
                );
            }
            if product.related.contains(&product.id) {
                self.error(
                    "own-reference",
                    &file,
                    "related",
                    "`related` names the product itself".to_owned(),
                    "leave it out".to_owned(),
                );
            }
        }
    }

    /// Answers that no question can have, and families that do not get the verdict they must get.
    fn examples(&mut self) {
        let catalogue = self.catalogue;
        let logic = Logic::new(catalogue);
        for examples in &catalogue.examples {
            let place = catalogue.products.binary_search_by(|product| product.id.cmp(&examples.product));
            let Ok(place) = place else { continue };
            let product = &catalogue.products[place];
            let file = product.file().replace(".toml", ".families.toml");
            for (at, family) in examples.families.iter().enumerate() {
                let mut fitting = true;
                for (id, given) in family.answers.iter() {
                    let Some(question) = catalogue.question(id.as_str()) else { continue };
                    if let Err(fault) = given.fits(&question.answer) {
                        fitting = false;
                        let message = format!("this can not be answered to the question `{id}`");
                        self.error("bad-answer", &file, &format!("family.{at}.answers.{id}"), message, fault);
                    }
                }
                let verdict = logic.verdict(place, &logic.facts(catalogue, &family.answers, &[]));
                if fitting && verdict != family.verdict {
                    self.error(
                        "other-verdict",
                        &file,
                        &format!("family.{at}.verdict"),
                        format!("the conditions of `{}` say `{verdict}` for this family, not `{}`", product.id, family.verdict),
                        "decide from the facts which of the two is wrong: the conditions under `[for]`, or this verdict".to_owned(),
                    );
                }
            }
        }
    }

    fn themes(&mut self) {
        for theme in &self.catalogue.themes {
            for (index, id) in theme.first.iter().enumerate() {
                let Some(product) = self.catalogue.product(id.as_str()) else { continue };
                if !product.themes.contains(&theme.id) {
                    self.error(
                        "not-in-theme",
                        &format!("themes/{}.toml", theme.id),
                        &format!("first.{index}"),
                        format!("the product `{id}` does not belong to this theme"),
                        format!(
                            "add \"{}\" to `themes` in {}, or leave it out here",
                            theme.id,
                            product.file()
                        ),
                    );
                }
            }
        }
    }

    fn questions(&mut self) {
        for (at, question) in self.catalogue.profile.questions.iter().enumerate() {
            if question.answer.choices().len() > MOST_CHOICES {
                self.error(
                    "too-many-choices",
                    "profile.toml",
                    &format!("question.{at}.answer"),
                    format!("the question `{}` has more than {MOST_CHOICES} choices", *question.id),
                    "make two questions of it: nobody reads so long a list".to_owned(),
                );
            }
            let mut seen = BTreeSet::new();
            for (index, choice) in question.answer.choices().iter().enumerate() {
                if !seen.insert(&choice.id) {
                    let form = match question.answer {
                        Answer::SeveralOf(_) => "several-of",
                        Answer::Municipality(_) => "municipality",
                        _ => "one-of",
                    };
                    self.error(
                        "duplicate-id",
                        "profile.toml",
                        &format!("question.{at}.answer.{form}.{index}.id"),
                        format!(
                            "the question `{}` has two choices with the id `{}`",
                            *question.id, choice.id
                        ),
                        "give one of them another id".to_owned(),
                    );
                }
            }
            if let Answer::Number(number) = &question.answer
                && number.min >= number.max
            {
                self.error(
                    "empty-range",
                    "profile.toml",
                    &format!("question.{at}.answer.number.min"),
                    format!("no number lies between {} and {}", number.min, number.max),
                    "`min` must be smaller than `max`".to_owned(),
                );
            }
        }
    }

    fn circumstances(&mut self) {
        let profile = &self.catalogue.profile;
        let questions: BTreeMap<_, _> =
            profile.questions.iter().map(|question| (question.id.as_str(), question)).collect();
        let rules = Rules {
            circumstances: profile.circumstances.iter().map(|one| (one.id.as_str(), &one.when)).collect(),
            questions: profile
                .questions
                .iter()
                .filter_map(|question| Some((question.id.as_str(), question.only_if.as_ref()?)))
                .collect(),
        };
        for (at, contradiction) in profile.contradictions.iter().enumerate() {
            self.rule(&contradiction.when, &format!("contradiction.{at}.when"), &questions);
        }
        for (at, circumstance) in profile.circumstances.iter().enumerate() {
            self.rule(&circumstance.when, &format!("circumstance.{at}.when"), &questions);
            self.not_circular(
                &rules,
                RestsOn::Circumstance(circumstance.id.as_str()),
                &format!("circumstance.{at}.when"),
            );
        }
        for (at, question) in profile.questions.iter().enumerate() {
            let Some(only_if) = &question.only_if else { continue };
            self.rule(only_if, &format!("question.{at}.only_if"), &questions);
            self.not_circular(
                &rules,
                RestsOn::Question(question.id.as_str()),
                &format!("question.{at}.only_if"),
            );
        }
    }

    fn not_circular<'r>(&mut self, rules: &Rules<'r>, start: RestsOn<'r>, keys: &str) {
        if let Some(round) = rules.round_trip(start) {
            let id = |one: &RestsOn<'r>| match *one {
                RestsOn::Circumstance(id) | RestsOn::Question(id) => id,
            };
            let names: Vec<_> = round.iter().map(id).collect();
            self.error(
                "circular-rule",
                "profile.toml",
                keys,
                format!("`{}` is defined by itself: {}", id(&start), names.join(" → ")),
                "let one of them follow from the answer to a question that is always asked".to_owned(),
            );
        }
    }

    /// Checks that a rule asks of a question what that question can answer.
    fn rule(&mut self, rule: &Rule, keys: &str, questions: &BTreeMap<&str, &Question>) {
        match rule {
            Rule::Is(_) => {}
            Rule::All(rules) | Rule::Any(rules) => {
                let key = if matches!(rule, Rule::All(_)) { "all" } else { "any" };
                for (index, rule) in rules.iter().enumerate() {
                    self.rule(rule, &format!("{keys}.{key}.{index}"), questions);
                }
            }
            Rule::Not(rule) => self.rule(rule, &format!("{keys}.not"), questions),
            Rule::Answered(answered) => {
                let Some(question) = questions.get(answered.question.as_str()) else { return };
                let possible: Vec<&str> = match &question.answer {
                    Answer::YesNo => vec!["yes", "no"],
                    answer => answer.choices().iter().map(|choice| choice.id.as_str()).collect(),
                };
                for (index, given) in answered.is.iter().enumerate() {
                    if possible.contains(&given.as_str()) {
                        continue;
                    }
                    let help = match did_you_mean(given, possible.iter().copied()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None if possible.is_empty() => "use `age` or `number` for this question".to_owned(),
                        None => format!("possible are {}", list(&possible)),
                    };
                    self.error(
                        "unknown-choice",
                        "profile.toml",
                        &format!("{keys}.answered.is.{index}"),
                        format!("`{given}` is not an answer to the question `{}`", answered.question),
                        help,
                    );
                }
            }
            Rule::Age(age) => {
                let fits = |answer: &Answer| matches!(answer, Answer::Ages);
                self.asks(questions.get(age.question.as_str()), fits, &format!("{keys}.age"), "ages");
            }
            Rule::Older(older) => {
                let fits = |answer: &Answer| matches!(answer, Answer::Ages);
                self.asks(questions.get(older.question.as_str()), fits, &format!("{keys}.older"), "ages");
                let than = questions.get(older.than.as_str()).filter(|question| !fits(&question.answer));
                if than.is_some() {
                    self.error(
                        "wrong-question",
                        "profile.toml",
                        &format!("{keys}.older.than"),
                        format!("the {} `{}` does not ask for ages", Question::KIND, older.than),
                        "name a question that asks for ages".to_owned(),
                    );
                }
            }
            Rule::Number(number) => {
                let fits = |answer: &Answer| matches!(answer, Answer::Number(_));
                self.asks(
                    questions.get(number.question.as_str()),
                    fits,
                    &format!("{keys}.number"),
                    "a number",
                );
            }
        }
    }

    fn asks(&mut self, question: Option<&&Question>, fits: impl Fn(&Answer) -> bool, keys: &str, what: &str) {
        let Some(question) = question.filter(|question| !fits(&question.answer)) else { return };
        self.error(
            "wrong-question",
            "profile.toml",
            &format!("{keys}.question"),
            format!("the {} `{}` does not ask for {what}", Question::KIND, *question.id),
            format!("name a question that asks for {what}, or use `answered`"),
        );
    }
}

/// The rules of circumstances, and of when questions are asked, by id.
struct Rules<'a> {
    circumstances: BTreeMap<&'a str, &'a Rule>,
    questions: BTreeMap<&'a str, &'a Rule>,
}

impl<'a> Rules<'a> {
    /// What lies on a way from this one back to itself, if there is such a way.
    fn round_trip(&self, start: RestsOn<'a>) -> Option<Vec<RestsOn<'a>>> {
        let mut open = vec![vec![start]];
        let mut seen = BTreeSet::new();
        while let Some(way) = open.pop() {
            let rule = match *way.last()? {
                RestsOn::Circumstance(id) => self.circumstances.get(id),
                RestsOn::Question(id) => self.questions.get(id),
            };
            for one in rule.map(|rule| rule.rests_on()).unwrap_or_default() {
                let longer: Vec<_> = way.iter().copied().chain([one]).collect();
                if one == start {
                    return Some(longer);
                }
                if seen.insert(one) {
                    open.push(longer);
                }
            }
        }
        None
    }
}
