//! Conditions in words.

use super::{Catalogue, Condition, Language};
use crate::messages;

impl Catalogue {
    /// A condition as a person reads it: "je hebt een kind jonger dan 3 jaar".
    pub fn describe(&self, condition: &Condition, language: Language) -> String {
        self.in_words(condition, language, true)
    }

    /// The words for a condition that holds, or for its opposite.
    fn in_words(&self, condition: &Condition, language: Language, holds: bool) -> String {
        let words = &messages::of(language).conditions;
        match condition {
            Condition::Is(id) => self.circumstance(id.as_str()).map_or_else(String::new, |circumstance| {
                let label = if holds { &circumstance.label } else { &circumstance.otherwise };
                label.text(language).to_owned()
            }),
            Condition::Not(condition) => self.in_words(condition, language, !holds),
            Condition::All(conditions) | Condition::Any(conditions) => {
                // "Not all of these" is "one of the opposites", and the reverse.
                let all = matches!(condition, Condition::All(_)) == holds;
                let parts: Vec<_> =
                    conditions.iter().map(|condition| self.in_words(condition, language, holds)).collect();
                parts.join(if all { words.and } else { words.or })
            }
        }
    }
}
