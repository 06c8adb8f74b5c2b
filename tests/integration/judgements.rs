//! Search held against judged questions: what people type, and what an experienced social worker would name first.
//!
//! `tests/judgements/` has one line a question; [`engine::evaluation`] tells what stands in it. They were written from the needs by
//! somebody who had not seen the phrases of the catalogue. The part `aside` is never looked at when search is tuned.

use engine::{
    Explorer,
    evaluation::{self, Figures, Outcome},
};

/// The outcomes of all questions; stops the test at one that does not fit the catalogue.
fn outcomes() -> Vec<Outcome> {
    let explorer = Explorer::new(tests::catalogue()).expect("the catalogue can be indexed");
    evaluation::evaluate(&explorer, &tests::judgements()).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn there_are_enough_questions_of_every_kind() {
    let judgements = tests::judgements();
    assert!(judgements.len() >= 500, "{}", judgements.len());
    let aside = judgements.iter().filter(|judgement| judgement.part == "aside").count();
    assert!(judgements.len() / 3 - 20 < aside, "{aside} stand aside");
    for judgement in &judgements {
        assert!(["tuning", "aside"].contains(&judgement.part.as_str()), "{}", judgement.query);
        assert!(!judgement.class.is_empty(), "{}", judgement.query);
    }
}

/// What search reaches today, a little less. It only ever goes up.
#[test]
fn search_is_not_worse_than_it_was() {
    let outcomes = outcomes();
    for (part, least_ndcg, least_success) in [("tuning", 0.77, 0.89), ("aside", 0.78, 0.92)] {
        let figures = Figures::of(outcomes.iter().filter(|outcome| outcome.judgement.part == part));
        println!("{part}: {figures:?}");
        assert!(figures.ndcg >= least_ndcg && figures.success_5 >= least_success, "{part}: {figures:?}");
        assert!(figures.empty < 1e-9, "{part}: {figures:?}");
    }
}
