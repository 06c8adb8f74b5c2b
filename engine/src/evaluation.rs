//! How good search is: judged questions, the usual measures, and what changed since last time.
//!
//! A judgement says which products answer a question, and how well: 3 exactly, 2 good to know too, 1 related. The measures
//! are nDCG@10 (Järvelin and Kekäläinen 2002, <https://doi.org/10.1145/582415.582418>, with a gain of 2^grade − 1), success (an exact
//! answer among the first), and recall@10 (how many of the answers are among the first ten).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    Explorer,
    catalogue::{Catalogue, Language},
    diagnostic::did_you_mean,
    search::Request,
};

/// A question with its right answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// The question, as typed.
    #[serde(rename = "q")]
    pub query: String,
    /// The code of the language of the reader.
    #[serde(rename = "lang")]
    pub language: String,
    /// What kind of question it is: "misspelling", "dialect".
    #[serde(default)]
    pub class: String,
    /// Which part of the questions it belongs to: `tuning`, or `aside` for those no tuning looks at.
    #[serde(default)]
    pub part: String,
    /// The products that answer it, each with a grade from 1 to 3. None if nothing fits.
    pub relevant: BTreeMap<String, u8>,
}

/// Why judgements can not be used.
#[derive(Debug, Error)]
pub enum JudgementError {
    /// A line or file can not be read.
    #[error("line {line}: {why}")]
    Unreadable {
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        why: String,
    },
    /// A judgement does not fit the catalogue.
    #[error("the question `{query}`: {why}")]
    DoesNotFit {
        /// The question.
        query: String,
        /// What is wrong.
        why: String,
    },
}

/// Reads judgements: JSON Lines with an object a line, or TOML with a table `[[judgement]]` for each, both with the keys `q`,
/// `lang`, `relevant` and, if one likes, `class` and `part`.
///
/// ```
/// let read = engine::evaluation::read(r#"{"q": "huur", "lang": "nl", "relevant": {"huursubsidie": 3}}"#).unwrap();
/// assert_eq!(read[0].relevant["huursubsidie"], 3);
/// ```
pub fn read(text: &str) -> Result<Vec<Judgement>, JudgementError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        judgement: Vec<Judgement>,
    }
    if text.trim_start().starts_with('{') || text.trim().is_empty() {
        let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        let read = |(text, line)| {
            serde_json::from_str(text)
                .map_err(|why: serde_json::Error| JudgementError::Unreadable { line, why: why.to_string() })
        };
        return lines.map(read).collect();
    }
    toml::from_str(text).map(|file: File| file.judgement).map_err(|why| {
        let line = why
            .span()
            .map_or(1, |span| text[..text.floor_char_boundary(span.start)].matches('\n').count() + 1);
        JudgementError::Unreadable { line, why: why.message().to_owned() }
    })
}

/// What came of one question.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// The question with its right answers.
    pub judgement: Judgement,
    /// The ids of the first ten hits.
    pub hits: Vec<String>,
    /// From 0 to 1; 1 for a question that nothing fits and that got no hits.
    pub ndcg: f64,
}

/// The measures over some questions. Questions that nothing fits count only in `empty` and `found_nothing`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// How many questions have an answer.
    pub questions: usize,
    /// nDCG of the first ten hits.
    pub ndcg: f64,
    /// The share with an exact or good answer as the first hit.
    pub success_1: f64,
    /// The share with an exact answer among the first five.
    pub success_5: f64,
    /// The share of the answers that are among the first ten, at most ten counting.
    pub recall: f64,
    /// The share of questions with an answer that got no hits.
    pub empty: f64,
    /// How many questions that nothing fits there are.
    pub nothing_fits: usize,
    /// The share of those that got no hits.
    pub found_nothing: f64,
}

/// Asks every question and judges the answers.
pub fn evaluate(explorer: &Explorer, judgements: &[Judgement]) -> Result<Vec<Outcome>, JudgementError> {
    let catalogue = explorer.catalogue();
    judgements
        .iter()
        .map(|judgement| {
            let does_not_fit = |why| JudgementError::DoesNotFit { query: judgement.query.clone(), why };
            let language = fitting(catalogue, judgement).map_err(does_not_fit)?;
            let request = Request { unfinished: false, ..Request::new(&judgement.query, language) };
            let answer = explorer.search(&request).map_err(|why| does_not_fit(why.to_string()))?;
            let hits: Vec<_> = answer.hits.iter().map(|hit| hit.product.id.to_string()).collect();
            let ndcg = ndcg(&hits, &judgement.relevant);
            Ok(Outcome { judgement: judgement.clone(), hits, ndcg })
        })
        .collect()
}

/// The language of a judgement that fits the catalogue, or what does not fit.
fn fitting(catalogue: &Catalogue, judgement: &Judgement) -> Result<Language, String> {
    for (id, grade) in &judgement.relevant {
        if catalogue.product(id).is_none() {
            let known = catalogue.products.iter().map(|product| product.id.as_str());
            let hint =
                did_you_mean(id, known).map_or(String::new(), |meant| format!("; did you mean `{meant}`?"));
            return Err(format!("there is no product `{id}`{hint}"));
        }
        if !(1..=3).contains(grade) {
            return Err(format!("`{id}` has the grade {grade}; a grade is 1, 2 or 3"));
        }
    }
    let known = &catalogue.settings.languages;
    let language = Language::new(&judgement.language).filter(|language| known.contains(language));
    language.ok_or_else(|| format!("the catalogue is not written in `{}`", judgement.language))
}

/// Normalised discounted cumulative gain of the first ten.
fn ndcg(hits: &[String], relevant: &BTreeMap<String, u8>) -> f64 {
    if relevant.is_empty() {
        return if hits.is_empty() { 1.0 } else { 0.0 };
    }
    let gain = |grade: u8| f64::from((1_u32 << grade.min(30)) - 1);
    let discounted = |grades: &mut dyn Iterator<Item = u8>| -> f64 {
        grades.take(10).zip(2_u32..).map(|(grade, place)| gain(grade) / f64::from(place).log2()).sum()
    };
    let mut best: Vec<_> = relevant.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let found = discounted(&mut hits.iter().map(|id| relevant.get(id).copied().unwrap_or(0)));
    found / discounted(&mut best.into_iter())
}

impl Figures {
    /// The measures over these outcomes.
    pub fn of<'o>(outcomes: impl IntoIterator<Item = &'o Outcome>) -> Self {
        let (mut figures, mut found_nothing) = (Self::default(), 0.0);
        for Outcome { judgement, hits, ndcg } in outcomes {
            let grade = |id: &String| judgement.relevant.get(id).copied().unwrap_or(0);
            if judgement.relevant.is_empty() {
                figures.nothing_fits += 1;
                found_nothing += f64::from(hits.is_empty());
                continue;
            }
            figures.questions += 1;
            figures.ndcg += ndcg;
            figures.success_1 += f64::from(hits.first().is_some_and(|first| grade(first) >= 2));
            figures.success_5 += f64::from(hits.iter().take(5).any(|id| grade(id) == 3));
            let answers = judgement.relevant.len().min(10) as f64;
            figures.recall += hits.iter().take(10).filter(|id| grade(id) > 0).count() as f64 / answers;
            figures.empty += f64::from(hits.is_empty());
        }
        let questions = figures.questions.max(1) as f64;
        for sum in [
            &mut figures.ndcg,
            &mut figures.success_1,
            &mut figures.success_5,
            &mut figures.recall,
            &mut figures.empty,
        ] {
            *sum /= questions;
        }
        figures.found_nothing = found_nothing / figures.nothing_fits.max(1) as f64;
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(hits: &[&str], relevant: &[(&str, u8)]) -> Outcome {
        let relevant: BTreeMap<_, _> =
            relevant.iter().map(|(id, grade)| ((*id).to_owned(), *grade)).collect();
        let hits: Vec<_> = hits.iter().map(|id| (*id).to_owned()).collect();
        let ndcg = ndcg(&hits, &relevant);
        let judgement = Judgement {
            query: String::new(),
            language: "nl".to_owned(),
            class: String::new(),
            part: String::new(),
            relevant,
        };
        Outcome { judgement, hits, ndcg }
    }

    #[test]
    fn the_measures_are_those_of_the_literature() {
        // By hand: gains 7 and 3 at places 1 and 2 are the best there is; 3 then 7 is less.
        let best = outcome(&["a", "b"], &[("a", 3), ("b", 2)]);
        assert!((best.ndcg - 1.0).abs() < 1e-9);
        let swapped = outcome(&["b", "a"], &[("a", 3), ("b", 2)]);
        let by_hand = (3.0 + 7.0 / 3.0_f64.log2()) / (7.0 + 3.0 / 3.0_f64.log2());
        assert!((swapped.ndcg - by_hand).abs() < 1e-9);

        let none = outcome(&[], &[("a", 3)]);
        let nothing_fits = outcome(&[], &[]);
        let figures = Figures::of([&best, &swapped, &none, &nothing_fits]);
        assert_eq!((figures.questions, figures.nothing_fits), (3, 1));
        assert!((figures.success_1 - 2.0 / 3.0).abs() < 1e-9 && (figures.success_5 - 2.0 / 3.0).abs() < 1e-9);
        assert!((figures.empty - 1.0 / 3.0).abs() < 1e-9 && (figures.found_nothing - 1.0).abs() < 1e-9);
    }

    #[test]
    fn both_forms_are_read_and_faults_have_a_line() {
        let toml = "[[judgement]]\nq = \"huur\"\nlang = \"nl\"\nrelevant = { huursubsidie = 3 }\n";
        assert_eq!(read(toml).unwrap()[0].query, "huur");
        for (broken, line) in [
            ("{\"q\": \"a\"}", "line 1"),
            ("{\"q\": \"a\", \"lang\": \"nl\", \"relevant\": {}}\n{", "line 2"),
            ("x = 1\n[[judgement]]\nq = 1", "line 1"),
        ] {
            assert!(read(broken).unwrap_err().to_string().starts_with(line), "{}", read(broken).unwrap_err());
        }
    }
}
