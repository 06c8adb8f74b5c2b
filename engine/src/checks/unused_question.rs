//! Every question is asked for a reason.

use std::collections::BTreeSet;

use super::Checker;
use crate::catalogue::{RestsOn, Rule};

rule! {
    /// No circumstance follows from a question, and none of its choices says what the family has already.
    ///
    /// We ask people nothing that changes nothing. Delete the question, or let a circumstance follow from it.
    "unused-question", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    let profile = &checker.catalogue.profile;
    let used: BTreeSet<_> = profile
        .rules()
        .flat_map(Rule::rests_on)
        .filter_map(|one| match one {
            RestsOn::Question(id) => Some(id),
            RestsOn::Circumstance(_) => None,
        })
        .collect();
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
