//! A catalogue with more products than fit in sixteen bits.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod small;

use engine::{
    Explorer,
    catalogue::{Catalogue, Id, Language, Translated},
    screening::{Answers, Given, Profile, Verdict},
    search::Request,
};

/// More than 65,536, the last of which are not like the others.
const MANY: usize = 66_000;

#[test]
fn products_beyond_sixteen_bits_are_found_and_screened() {
    let mut catalogue = Catalogue::load(&small::sources()).expect("the small catalogue is right");
    let mut plain = catalogue.product("huurpremie").expect("it is there").clone();
    plain.audience = None;
    plain.phrases = Translated::default();
    plain.summary = Translated::default();
    let rents = catalogue.product("leefloon").expect("it is there").audience.clone();
    let grants = catalogue.circumstance("rents").map(|circumstance| (*circumstance.id).clone());
    for at in 0..MANY {
        // After every other product, by their ids.
        let mut product = plain.clone();
        product.id = Id::new(format!("z{at:06}"));
        catalogue.products.push(product);
    }
    let last = catalogue.products.len() - 1;
    catalogue.products[last].audience = rents;
    catalogue.products[last].name = Translated::new([(Language::DUTCH, "Zeppelinpremie".to_owned())]);
    catalogue.products[last - 1].grants.extend(grants);
    let last_id = catalogue.products[last].id.clone();
    let status = catalogue.products[last - 1].id.clone();
    let explorer = Explorer::new(catalogue).expect("it can be indexed");

    let answer = explorer.search(&Request::new("zeppelinpremie", Language::DUTCH)).expect("it is short");
    assert_eq!(answer.hits[0].product.id, last_id);

    let screening = explorer.screen(&Profile::default());
    let found = screening.of(&last_id).expect("every product has a match");
    assert_eq!((&found.product.id, found.verdict), (&last_id, Verdict::Maybe));
    assert_eq!(screening.why(found).questions.len(), 2);
    assert!(screening.next_question(&std::collections::BTreeSet::new()).is_some());
    let opened = screening.opened_by(screening.of(&status).expect("every product has a match"));
    assert!(opened.iter().any(|product| product.id == last_id), "{}", opened.len());

    let mut answers = Answers::default();
    answers.set(Id::new("housing"), Given::One("tenant".to_owned()));
    let screening = explorer.screen(&Profile::of(&answers));
    assert_eq!(screening.of(&last_id).map(|found| found.verdict), Some(Verdict::ForYou));
}
