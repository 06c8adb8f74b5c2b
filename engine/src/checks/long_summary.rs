//! Summaries are short.

use super::Checker;

rule! {
    /// A summary has more than two sentences or more than 220 letters.
    ///
    /// It is what people see in a list, on a small screen, in trouble. What does not fit belongs under `steps`.
    "long-summary", Warning, check
}

/// How many letters a summary may have.
const LONGEST: usize = 220;

fn check(checker: &mut Checker<'_>) {
    for product in &checker.catalogue.products {
        for (language, summary) in product.summary.iter() {
            let (letters, sentences) = (summary.chars().count(), super::hard_to_read::sentences(summary));
            if letters > LONGEST || sentences > 2 {
                checker.report(
                    &product.file(),
                    &format!("summary.{language}"),
                    format!("this summary has {letters} letters in {sentences} sentences"),
                    format!("say it in at most two sentences and {LONGEST} letters; the rest belongs under `steps`"),
                );
            }
        }
    }
}
