//! What holds of every screening, whatever the answers and whatever the catalogue.

use std::{collections::BTreeSet, fmt::Write, sync::LazyLock};

use engine::{
    Explorer,
    catalogue::{Answer, Catalogue, Id, Question, Sources},
    screening::{Answers, Given, Profile, Truth, Verdict},
};
use proptest::{collection::vec, prelude::*, sample::subsequence};

static REAL: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(tests::catalogue()).expect("the catalogue can be indexed"));

/// An answer to a question, or none.
fn maybe_answered(question: &Question) -> BoxedStrategy<Option<(Id<Question>, Given)>> {
    let id = (*question.id).clone();
    let ids: Vec<String> = question.answer.choices().iter().map(|choice| choice.id.clone()).collect();
    let given = match &question.answer {
        Answer::YesNo => any::<bool>().prop_map(Given::YesNo).boxed(),
        Answer::Ages => vec(0_u8..100, 0..5).prop_map(Given::Ages).boxed(),
        Answer::OneOf(_) | Answer::Municipality(_) => {
            proptest::sample::select(ids).prop_map(Given::One).boxed()
        }
        Answer::SeveralOf(_) => {
            let most = ids.len().min(3);
            subsequence(ids, 0..=most).prop_map(Given::Several).boxed()
        }
        Answer::Number(number) => (number.min..=number.max).prop_map(Given::Number).boxed(),
    };
    proptest::option::of(given).prop_map(move |given| given.map(|given| (id.clone(), given))).boxed()
}

/// Answers to some questions of a catalogue.
fn some_answers(catalogue: &Catalogue) -> BoxedStrategy<Vec<(Id<Question>, Given)>> {
    let each: Vec<_> = catalogue.profile.questions.iter().map(maybe_answered).collect();
    each.prop_map(|answers| answers.into_iter().flatten().collect()).boxed()
}

/// The verdict on every product, in the order of the catalogue.
fn verdicts(explorer: &Explorer, answers: &Answers) -> Vec<Verdict> {
    let screening = explorer.screen(&Profile::of(answers));
    let products = explorer.catalogue().products.iter();
    products.map(|product| screening.of(&product.id).expect("every product has a match").verdict).collect()
}

/// The ids in the order of a screening.
fn order(explorer: &Explorer, answers: &Answers) -> Vec<String> {
    explorer
        .screen(&Profile::of(answers))
        .matches()
        .iter()
        .map(|found| found.product.id.to_string())
        .collect()
}

/// A catalogue of a few questions, circumstances and products with conditions of any shape.
fn any_catalogue() -> BoxedStrategy<Catalogue> {
    let condition = || {
        let leaf = (0_usize..6).prop_map(|at| format!("\"c{at}\"")).boxed();
        leaf.prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                vec(inner.clone(), 0..3).prop_map(|all| format!("{{ all = [{}] }}", all.join(", "))),
                vec(inner.clone(), 0..3).prop_map(|any| format!("{{ any = [{}] }}", any.join(", "))),
                inner.prop_map(|not| format!("{{ not = {not} }}")),
            ]
        })
    };
    let conditions = vec((vec(condition(), 0..3), vec(condition(), 0..3), vec(condition(), 0..2)), 1..8);
    (conditions, any::<bool>())
        .prop_map(|(products, gated)| {
            let text = |word: &str| format!("{{ nl = \"{word}\" }}");
            let mut sources = Sources::default();
            sources.insert(
                "catalogue.toml",
                format!(
                    "languages = [\"nl\"]\nreview_interval_months = 12\ntalk_to = \"o\"\nname = {t}\nmunicipality = {t}\n[[category]]\nid = \"x\"\nname = {t}\nsummary = {t}\nslug = {t}\n",
                    t = text("een")
                ),
            );
            sources.insert("organisations/o.toml", format!("kind = \"local\"\nname = {}\n", text("o")));
            let mut profile = String::new();
            let question = |id: &str, answer: &str, gate: &str| {
                format!("[[question]]\nid = \"{id}\"\ntopic = \"home\"\n{answer}\n{gate}text = {t}\nwhy = {t}\n", t = text("wat"))
            };
            let choices = "[{ id = \"a\", label = { nl = \"a\" } }, { id = \"b\", label = { nl = \"b\" } }]";
            profile.push_str(&question("yes", "answer = \"yes-no\"", ""));
            let gate = if gated { "only_if = \"c0\"\n" } else { "" };
            profile.push_str(&question("one", &format!("answer.one-of = {choices}"), gate));
            profile.push_str(&question("several", &format!("answer.several-of = {choices}"), gate));
            profile.push_str(&question("ages", "answer = \"ages\"", ""));
            let rules = [
                "{ answered = { question = \"yes\", is = [\"yes\"] } }",
                "{ answered = { question = \"one\", is = [\"a\"] } }",
                "{ answered = { question = \"several\", is = [\"b\"] } }",
                "{ age = { question = \"ages\", at_least = 3, below = 18 } }",
                "{ any = [\"c1\", \"c3\"] }",
                "{ all = [\"c2\", { not = \"c0\" }] }",
            ];
            for (at, rule) in rules.iter().enumerate() {
                let _ = write!(
                    profile,
                    "[[circumstance]]\nid = \"c{at}\"\nwhen = {rule}\nlabel = {t}\notherwise = {f}\n",
                    t = text(&format!("wel {at}")),
                    f = text(&format!("niet {at}"))
                );
            }
            sources.insert("profile.toml", profile);
            for (at, (all, any, not)) in products.iter().enumerate() {
                sources.insert(
                    format!("products/x/p{at}.toml"),
                    format!(
                        "kind = \"right\"\nlevel = \"local\"\norganisation = \"o\"\napply_at = \"o\"\ntake_up = \"apply\"\nimportance = {}\nname = {t}\nsummary = {t}\n[for]\nall = [{}]\nany = [{}]\nnot = [{}]\n[review]\nconfidence = \"low\"\n",
                        1 + at % 5,
                        all.join(", "),
                        any.join(", "),
                        not.join(", "),
                        t = text("iets")
                    ),
                );
            }
            Catalogue::load(&sources).unwrap_or_else(|faults| panic!("{:?}", faults[0]))
        })
        .boxed()
}

/// Checks what must hold of the answers to any catalogue.
fn holds(explorer: &Explorer, given: &[(Id<Question>, Given)]) -> Result<(), TestCaseError> {
    let answers: Answers = given.iter().cloned().collect();
    let before = verdicts(explorer, &answers);

    // The order in which answers are given does not matter, and the same answers give the same order.
    let reversed: Answers = given.iter().rev().cloned().collect();
    prop_assert_eq!(order(explorer, &answers), order(explorer, &reversed));

    // Taking an answer back is as if it had never been given, and one that is given settles what was open without
    // turning over what was settled.
    for (id, _) in given {
        let mut without = answers.clone();
        without.clear(id);
        let screening = explorer.screen(&Profile::of(&without));
        if screening.is_asked(id) == Truth::False {
            continue;
        }
        for ((less, more), product) in
            verdicts(explorer, &without).iter().zip(&before).zip(&explorer.catalogue().products)
        {
            prop_assert!(
                less == more || *less == Verdict::Maybe,
                "{}: {less} became {more} by an answer to {id}",
                product.id
            );
        }
        let mut again = without.clone();
        again.set(id.clone(), answers.get(id).expect("it was given").clone());
        prop_assert_eq!(verdicts(explorer, &again), before.clone());
    }

    // Every verdict has a reason in every language, and a "maybe" has a question that could decide it.
    let screening = explorer.screen(&Profile::of(&answers));
    for found in screening.matches() {
        let why = screening.why(found);
        for language in &explorer.catalogue().settings.languages {
            prop_assert!(!why.sentence(*language).is_empty());
        }
        prop_assert!(
            found.verdict != Verdict::Maybe || !why.questions.is_empty() || found.received,
            "nothing could decide {}",
            found.product.id
        );
    }
    Ok(())
}

/// Checks that the next best questions, answered, lead to the verdicts that all answers give.
fn leads_home(explorer: &Explorer, given: &[(Id<Question>, Given)]) -> Result<(), TestCaseError> {
    let all: Answers = given.iter().cloned().collect();
    let (mut known, mut passed) = (Answers::default(), BTreeSet::new());
    while let Some(next) = explorer.screen(&Profile::of(&known)).next_question(&passed) {
        let id = (*next.question.id).clone();
        prop_assert!(known.get(&id).is_none() && !passed.contains(&id), "{id} is asked twice");
        match all.get(&id) {
            Some(answer) => known.set(id, answer.clone()),
            None => {
                passed.insert(id);
            }
        }
    }
    // What is not asked any more, because its gate is closed, would have been no answer.
    let screening = explorer.screen(&Profile::of(&known));
    let mut asked = all.clone();
    for (id, _) in given {
        if screening.is_asked(id) == Truth::False {
            asked.clear(id);
        }
    }
    prop_assert_eq!(verdicts(explorer, &known), verdicts(explorer, &asked));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn screenings_of_the_real_catalogue_keep_their_word(given in some_answers(REAL.catalogue())) {
        holds(&REAL, &given)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_next_questions_lead_home_in_the_real_catalogue(given in some_answers(REAL.catalogue())) {
        leads_home(&REAL, &given)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn screenings_of_any_catalogue_keep_their_word(
        (catalogue, given) in any_catalogue().prop_flat_map(|catalogue| {
            let answers = some_answers(&catalogue);
            (Just(catalogue), answers)
        }),
    ) {
        let explorer = Explorer::new(catalogue).expect("it can be indexed");
        holds(&explorer, &given)?;
        leads_home(&explorer, &given)?;
    }
}
