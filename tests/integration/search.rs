//! Search in the real catalogue: what must be found for the questions the project began with.

use engine::{
    Explorer, bundle,
    catalogue::Language,
    search::{Answer, Phrases, Request},
};

fn hits(explorer: &Explorer, query: &str) -> Vec<String> {
    let request = Request { unfinished: false, ..Request::new(query, Language::DUTCH) };
    let answer = explorer.search(&request).expect("the question is short");
    answer.hits.iter().map(|hit| hit.product.id.to_string()).collect()
}

#[test]
fn what_matters_most_is_among_the_first() {
    let explorer = Explorer::new(tests::catalogue()).unwrap();
    let money = ["leefloon", "schuldbemiddeling-ocmw", "budgetbegeleiding"];
    for (query, within, expected) in [
        ("money problems", 10, &money[..]),
        ("geldproblemen", 10, &money),
        ("problèmes d'argent", 10, &money),
        (
            "ik kan mijn huur niet betalen",
            10,
            &[
                "aanvullende-financiele-steun-ocmw",
                "huurpremie",
                "fonds-ter-bestrijding-van-uithuiszettingen",
            ],
        ),
        ("deurwaarder", 5, &["schuldbemiddeling-ocmw", "collectieve-schuldenregeling"]),
        ("shulden", 3, &["schuldbemiddeling-ocmw"]),
        ("dokter is te duur", 3, &["verhoogde-tegemoetkoming"]),
        ("ik wil dood", 1, &["zelfmoordlijn-1813"]),
        ("kinderbijslag", 1, &["basisbedrag-groeipakket"]),
    ] {
        let hits = hits(&explorer, query);
        for id in expected {
            let place = hits.iter().position(|hit| hit == id);
            assert!(
                place.is_some_and(|place| place < within),
                "“{query}” must lead to {id} within {within}: {hits:?}"
            );
        }
    }
}

#[test]
fn the_bundle_of_the_search_finds_what_the_whole_one_finds() {
    let catalogue = tests::catalogue();
    let questions = tests::judgements();
    for (language, small) in bundle::write_searchers(&catalogue).unwrap() {
        let whole = bundle::read(&bundle::write(&catalogue, language).unwrap()).unwrap();
        let searcher = bundle::read_searcher(&small).unwrap();
        let found = |answer: &Answer<'_>| -> Vec<_> {
            answer.hits.iter().map(|hit| (hit.product.id.clone(), hit.score)).collect()
        };
        let reasons = |answer: &Answer<'_>| -> Vec<_> {
            answer.hits.iter().map(|hit| hit.reason.sentence(language)).collect()
        };
        for judgement in &questions {
            let request = Request::new(&judgement.query, language);
            let (answer, expected) = (searcher.search(&request).unwrap(), whole.search(&request).unwrap());
            assert_eq!(found(&answer), found(&expected), "“{}”", judgement.query);
            // Before the phrases come a reason names the words it shares instead.
            assert!(reasons(&answer).iter().all(|reason| !reason.contains("“”")), "“{}”", judgement.query);
        }
        searcher.add_phrases(Phrases::read(&Phrases::write(&catalogue, language).unwrap()).unwrap());
        for judgement in &questions {
            let request = Request::new(&judgement.query, language);
            let (answer, expected) = (searcher.search(&request).unwrap(), whole.search(&request).unwrap());
            assert_eq!(reasons(&answer), reasons(&expected), "“{}”", judgement.query);
        }
    }
}

#[test]
fn every_product_is_found_by_its_name_in_every_language() {
    let explorer = Explorer::new(tests::catalogue()).unwrap();
    let mut lost = Vec::new();
    for product in &explorer.catalogue().products {
        for (language, name) in product.name.iter() {
            let request = Request { unfinished: false, ..Request::new(name, language) };
            let answer = explorer.search(&request).unwrap();
            if !answer.hits.iter().take(3).any(|hit| hit.product.id == product.id) {
                lost.push(format!("{} by “{name}”", product.id));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn what_is_typed_is_suggested_also_where_the_lexicon_reads_it_as_another_word() {
    let explorer = Explorer::new(tests::catalogue()).unwrap();
    for (typed, language, marked) in [
        ("elec", Language::ENGLISH, "elec"),
        ("cannot pay my elec", Language::ENGLISH, "elec"),
        ("elec", Language::FRENCH, "élec"),
        ("rekening elek", Language::DUTCH, "elek"),
    ] {
        let suggested = explorer.suggest(typed, language, 8).unwrap();
        let parts: Vec<_> = suggested
            .iter()
            .flat_map(|one| one.matched.iter().map(|part| one.name[part.clone()].to_lowercase()))
            .collect();
        assert!(parts.iter().any(|part| part == marked), "“{typed}”: {suggested:?}");
    }
}
