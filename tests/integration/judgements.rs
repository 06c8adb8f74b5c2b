//! Search held against judged questions: what people type, and what an experienced social worker would name first.
//!
//! `tests/judgements/` has one line a question: `q`, `lang` (of the reader), `class`, `part` and `relevant`, the products
//! that answer it with a grade (3 exactly, 2 good to know too, 1 related). They were written from the needs by somebody who
//! had not seen the phrases of the catalogue. The part `aside` is never looked at when search is tuned.

use std::collections::BTreeMap;

use engine::{Explorer, catalogue::Language, search::Request};
use serde_json::Value;

const FILES: [(&str, &str); 3] = [
    ("en", include_str!("../judgements/en.jsonl")),
    ("fr", include_str!("../judgements/fr.jsonl")),
    ("nl", include_str!("../judgements/nl.jsonl")),
];

/// A question with its right answers.
struct Judgement {
    query: String,
    language: Language,
    part: String,
    relevant: BTreeMap<String, i32>,
}

fn judgements() -> Vec<Judgement> {
    let read = |(file, line): (&str, &str)| {
        let value: Value =
            serde_json::from_str(line).unwrap_or_else(|fault| panic!("{file}: {fault} in {line}"));
        let text = |key: &str| {
            value[key].as_str().unwrap_or_else(|| panic!("{file}: no `{key}` in {line}")).to_owned()
        };
        let relevant =
            value["relevant"].as_object().unwrap_or_else(|| panic!("{file}: no `relevant` in {line}"));
        let grade =
            |grade: &Value| i32::try_from(grade.as_i64().expect("a grade is a number")).expect("a small one");
        Judgement {
            query: text("q"),
            language: Language::new(&text("lang")).expect("a language has a code"),
            part: text("part"),
            relevant: relevant.iter().map(|(id, value)| (id.clone(), grade(value))).collect(),
        }
    };
    FILES.iter().flat_map(|(file, lines)| lines.lines().map(move |line| (*file, line))).map(read).collect()
}

/// Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002, <https://doi.org/10.1145/582415.582418>),
/// with a gain of 2^grade - 1.
fn ndcg(hits: &[String], relevant: &BTreeMap<String, i32>) -> f64 {
    let gain = |grade: i32| f64::from(2_i32.pow(grade.unsigned_abs()) - 1);
    let discounted = |grades: &mut dyn Iterator<Item = i32>| -> f64 {
        grades.take(10).zip(2_u32..).map(|(grade, place)| gain(grade) / f64::from(place).log2()).sum()
    };
    let mut best: Vec<_> = relevant.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let found = discounted(&mut hits.iter().map(|id| relevant.get(id).copied().unwrap_or(0)));
    found / discounted(&mut best.into_iter())
}

#[test]
fn judgements_name_products_that_exist() {
    let catalogue = tests::catalogue();
    let judgements = judgements();
    assert!(judgements.len() >= 500, "{}", judgements.len());
    for judgement in &judgements {
        assert!(catalogue.settings.languages.contains(&judgement.language), "{}", judgement.query);
        assert!(["tuning", "aside"].contains(&judgement.part.as_str()), "{}", judgement.query);
        for (id, grade) in &judgement.relevant {
            assert!(catalogue.product(id).is_some(), "{id} in {}", judgement.query);
            assert!((1..=3).contains(grade), "{grade} in {}", judgement.query);
        }
    }
}

/// What search reaches today, a little less. It only ever goes up.
#[test]
fn search_is_not_worse_than_it_was() {
    let explorer = Explorer::new(tests::catalogue()).expect("the catalogue can be indexed");
    for (part, least_ndcg, least_success) in [("tuning", 0.68, 0.87), ("aside", 0.69, 0.89)] {
        let (mut total, mut successes, mut count) = (0.0, 0.0, 0.0);
        for judgement in
            judgements().iter().filter(|judgement| judgement.part == part && !judgement.relevant.is_empty())
        {
            let request = Request { unfinished: false, ..Request::new(&judgement.query, judgement.language) };
            let answer = explorer.search(&request).expect("the question is short");
            let hits: Vec<_> = answer.hits.iter().map(|hit| hit.product.id.to_string()).collect();
            total += ndcg(&hits, &judgement.relevant);
            successes += f64::from(hits.iter().take(5).any(|id| judgement.relevant.get(id) == Some(&3)));
            count += 1.0;
        }
        let (ndcg, success) = (total / count, successes / count);
        println!("{part}: nDCG@10 {ndcg:.3}, success@5 {success:.3} of {count} questions");
        assert!(
            ndcg >= least_ndcg && success >= least_success,
            "{part}: nDCG@10 {ndcg:.3}, success@5 {success:.3}"
        );
    }
}
