//! What must hold of generated catalogues for measurements on them to say something.

use std::collections::{BTreeMap, BTreeSet};

use engine::catalogue::{Catalogue, Language};

/// How often each Dutch word stands in the phrases of products.
fn uses(catalogue: &Catalogue) -> BTreeMap<&str, usize> {
    let mut uses = BTreeMap::new();
    for product in &catalogue.products {
        for phrase in product.phrases.lines(Language::DUTCH) {
            for word in phrase.split(' ') {
                *uses.entry(word).or_default() += 1;
            }
        }
    }
    uses
}

#[test]
fn it_is_as_large_as_asked_and_the_same_twice() {
    let generated = tests::generated(1_000, 300);
    assert_eq!(generated.products.len(), 1_000);
    let (one, other) =
        (serde_json::to_string(&generated), serde_json::to_string(&tests::generated(1_000, 300)));
    assert!(one.expect("it is data") == other.expect("it is data"));
}

/// What loading would refuse: ids that are no ids or stand twice, and references that lead nowhere.
#[test]
fn every_reference_leads_somewhere() {
    // More than one copy of a product in the same municipality, and municipalities that have some of the copies only.
    for (products, municipalities) in [(1_000, 300), (2_345, 9)] {
        let catalogue = tests::generated(products, municipalities);
        let ids: BTreeSet<_> = catalogue.products.iter().map(|product| &product.id).collect();
        assert_eq!(ids.len(), products);
        assert!(catalogue.products.is_sorted_by(|a, b| a.id < b.id));
        assert!(catalogue.organisations.is_sorted_by(|a, b| a.id < b.id));
        for product in &catalogue.products {
            assert!(engine::catalogue::is_well_formed(product.id.as_str()), "{}", product.id);
            for organisation in [&product.organisation, &product.apply_at] {
                assert!(catalogue.organisation(organisation.as_str()).is_some(), "{organisation}");
            }
            for other in &product.related {
                assert!(ids.contains(other) && *other != product.id, "{}: {other}", product.id);
            }
        }
    }
}

#[test]
fn related_products_are_of_the_same_municipality() {
    let catalogue = tests::generated(2_345, 9);
    let from = catalogue.product("fonds-lisa-kortrijk").expect("the real one is there");
    let copies: Vec<_> = catalogue
        .products
        .iter()
        .filter(|product| product.id.as_str().starts_with("fonds-lisa-") && product.id != from.id)
        .collect();
    assert!(copies.len() > 9, "{}", copies.len());
    for copy in copies {
        let place = copy.id.as_str().trim_start_matches("fonds-lisa-");
        let wanted = format!("brugfiguren-secundair-{place}");
        let found = copy.related.iter().any(|other| other.as_str() == wanted);
        assert_eq!(found, catalogue.product(&wanted).is_some(), "{}: {:?}", copy.id, copy.related);
    }
}

/// Common words stay as common as they are, and the larger the catalogue, the more words it knows.
#[test]
fn words_are_as_frequent_as_in_life_and_grow_in_number() {
    let (real, large) = (tests::catalogue(), tests::generated(4_000, 300));
    let (before, after) = (uses(&real), uses(&large));
    let share =
        |uses: &BTreeMap<&str, usize>, word: &str| uses[word] as f64 / uses.values().sum::<usize>() as f64;
    for word in ["ik", "mijn", "kind", "geld"] {
        let ratio = share(&after, word) / share(&before, word);
        assert!((0.4..2.5).contains(&ratio), "{word}: {ratio}");
    }
    assert!(2 * after.len() > 3 * before.len(), "{} words, then {}", before.len(), after.len());
}
