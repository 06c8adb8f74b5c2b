//! Confirmed texts are confirmed again in time.

use jiff::ToSpan;

use super::Checker;
use crate::catalogue::Day;

rule! {
    /// The texts were confirmed longer ago than the review interval of `catalogue.toml`, or on a day to come.
    ///
    /// Rules change; users of earlier tools complained of nothing so much as of out-of-date entries. Ask the organisation
    /// to read them again, and write the new day under `[review]`.
    "review-overdue", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    let months = i64::from(checker.catalogue.settings.review_interval_months);
    for product in &checker.catalogue.products {
        let Some(Day(confirmed)) = product.review.on else { continue };
        let due = confirmed.saturating_add(months.months());
        if due < checker.today {
            checker.report(
                &product.file(),
                "review.on",
                format!("these texts were to be confirmed again by {due}"),
                "let the organisation read them, and write the new day",
            );
        } else if confirmed > checker.today {
            checker.report(
                &product.file(),
                "review.on",
                format!("{confirmed} is still to come"),
                "write the day on which the organisation confirmed the texts",
            );
        }
    }
}
