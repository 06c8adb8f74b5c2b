//! Every question is asked for a reason.

use std::collections::BTreeSet;

use super::Checker;
use crate::catalogue::Rule;

rule! {
    /// No circumstance follows from a question, and none of its choices says what the family has already.
    ///
    /// We ask people nothing that changes nothing. Delete the question, or let a circumstance follow from it.
    "unused-question", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    let profile = &checker.catalogue.profile;
    let mut used = BTreeSet::new();
    for circumstance in &profile.circumstances {
        questions(&circumstance.when, &mut used);
    }
    for (at, question) in profile.questions.iter().enumerate() {
        let says_what_they_have = question.answer.choices().iter().any(|choice| choice.has.is_some());
        if !used.contains(question.id.as_str()) && !says_what_they_have {
            checker.report(
                "profile.toml",
                &format!("question.{at}.id"),
                "nothing follows from this question",
                "delete it, or let a circumstance follow from it",
            );
        }
    }
}

fn questions<'c>(rule: &'c Rule, used: &mut BTreeSet<&'c str>) {
    let question = match rule {
        Rule::Is(_) => return,
        Rule::All(rules) | Rule::Any(rules) => return rules.iter().for_each(|rule| questions(rule, used)),
        Rule::Not(rule) => return questions(rule, used),
        Rule::Answered(answered) => &answered.question,
        Rule::Age(age) => &age.question,
        Rule::Number(number) => &number.question,
    };
    used.insert(question.as_str());
}
