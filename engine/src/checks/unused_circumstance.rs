//! Every circumstance decides something.

use std::collections::BTreeSet;

use super::Checker;
use crate::catalogue::{Condition, RestsOn, Rule};

rule! {
    /// No condition and no other circumstance uses a circumstance.
    ///
    /// It then decides nothing, and its question may be asked in vain. Delete it, or use it in the conditions it was made for.
    "unused-circumstance", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    let catalogue = checker.catalogue;
    let mut used = BTreeSet::new();
    for audience in catalogue.products.iter().filter_map(|product| product.audience.as_ref()) {
        for condition in audience.all.iter().chain(&audience.any).chain(&audience.not) {
            in_condition(condition, &mut used);
        }
    }
    used.extend(catalogue.profile.rules().flat_map(Rule::rests_on).filter_map(|one| match one {
        RestsOn::Circumstance(id) => Some(id),
        RestsOn::Question(_) => None,
    }));
    for (at, circumstance) in catalogue.profile.circumstances.iter().enumerate() {
        if !used.contains(circumstance.id.as_str()) {
            checker.report(
                "profile.toml",
                &format!("circumstance.{at}.id"),
                "nothing uses this circumstance",
                "delete it, or use it in the conditions it was made for",
            );
        }
    }
}

fn in_condition<'c>(condition: &'c Condition, used: &mut BTreeSet<&'c str>) {
    match condition {
        Condition::Is(id) => {
            used.insert(id.as_str());
        }
        Condition::All(conditions) | Condition::Any(conditions) => {
            for condition in conditions {
                in_condition(condition, used);
            }
        }
        Condition::Not(condition) => in_condition(condition, used),
    }
}
