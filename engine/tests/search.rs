//! Search and the bundle, on the small catalogue.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod small;

use engine::{
    Explorer,
    bundle::{self, BundleError, Details},
    catalogue::{Catalogue, Id, Language},
    search::{LONGEST_QUERY, QueryError, Request},
};

fn catalogue() -> Catalogue {
    Catalogue::load(&small::sources()).expect("the small catalogue is right")
}

fn explorer() -> Explorer {
    Explorer::new(catalogue()).expect("the small catalogue can be indexed")
}

/// The ids of the hits for a question.
fn hits(explorer: &Explorer, query: &str, language: Language) -> Vec<String> {
    let answer = explorer.search(&Request::new(query, language)).expect("the question is short");
    answer.hits.iter().map(|hit| hit.product.id.to_string()).collect()
}

/// Tests which product comes first for a question of a Dutch reader, or that nothing is found.
#[track_caller]
fn check(query: &str, first: Option<&str>) {
    assert_eq!(hits(&explorer(), query, Language::DUTCH).first().map(String::as_str), first, "{query}");
}

#[test]
fn names_phrases_themes_and_summaries_are_found() {
    check("leefloon", Some("leefloon"));
    check("ik heb geen inkomen", Some("leefloon"));
    check("geldproblemen", Some("leefloon"));
    check("basisinkomen", Some("leefloon"));
    check("bestaansminimum", Some("leefloon"));
    check("ik kan de huur niet betalen", Some("huurpremie"));
    check("ocmw", Some("leefloon"));
}

#[test]
fn other_languages_than_the_readers_are_found() {
    check("problèmes d’argent", Some("leefloon"));
    check("payer loyer", Some("huurpremie"));
    assert_eq!(hits(&explorer(), "deurwaarder", Language::FRENCH), ["huurpremie"]);
}

#[test]
fn slips_and_beginnings_are_understood() {
    check("deurwarder", Some("huurpremie"));
    check("leeflon", Some("leefloon"));
    check("bestaansm", Some("leefloon"));
    check("DEURWAARDER!!", Some("huurpremie"));
}

#[test]
fn a_repaired_word_is_told() {
    let explorer = explorer();
    let answer = explorer.search(&Request::new("deurwarder", Language::DUTCH)).unwrap();
    assert_eq!(answer.corrections, [("deurwarder".to_owned(), "deurwaarder".to_owned())]);
}

#[test]
fn nothing_is_found_for_nothing() {
    for query in ["", "   ", "?!", "xylofoon", "مال", "💶"] {
        check(query, None);
    }
}

#[test]
fn a_category_narrows_the_answer() {
    let explorer = explorer();
    let housing = Id::new("housing");
    let request = Request { category: Some(&housing), ..Request::new("geldproblemen", Language::DUTCH) };
    let answer = explorer.search(&request).unwrap();
    // Leefloon stands in another category but ought to be found in this one too.
    assert_eq!(answer.hits.len(), 2);
    let other = Id::new("income");
    let request = Request { category: Some(&other), ..request };
    assert_eq!(explorer.search(&request).unwrap().hits.len(), 1);
}

#[test]
fn danger_puts_a_number_on_top() {
    let explorer = explorer();
    for (query, shown) in
        [("zelfmord", true), ("ik wil dood", true), ("dood hout", false), ("leefloon", false)]
    {
        let answer = explorer.search(&Request::new(query, Language::DUTCH)).unwrap();
        assert_eq!(!answer.crisis_lines.is_empty(), shown, "{query}");
    }
}

#[test]
fn every_reason_is_a_sentence_in_every_language() {
    let explorer = explorer();
    let mut reasons = Vec::new();
    for query in ["leefloon", "geen inkomen", "geldproblemen", "basisinkomen", "bestaansminimum", "ocmw"] {
        let answer = explorer.search(&Request::new(query, Language::DUTCH)).unwrap();
        for language in [Language::DUTCH, Language::FRENCH, Language::ENGLISH] {
            reasons.push(format!("{query} ({language}): {}", answer.hits[0].reason.sentence(language)));
        }
    }
    insta::assert_snapshot!(reasons.join("\n"));
}

#[test]
fn a_pasted_page_is_refused_with_advice() {
    let query = "geld ".repeat(2_000);
    let refused = explorer().search(&Request::new(&query, Language::DUTCH)).unwrap_err();
    assert_eq!(refused, QueryError::TooLong { length: 10_000 });
    insta::assert_snapshot!(refused, @"the question has 10000 letters, and more than 1000 can not be searched: say in a few words what you need");
    let longest = "g".repeat(LONGEST_QUERY);
    assert!(explorer().search(&Request::new(&longest, Language::DUTCH)).is_ok());
}

#[test]
fn a_bundle_answers_as_its_catalogue_does() {
    let bytes = bundle::write(&catalogue(), Language::DUTCH).unwrap();
    let (bundled, direct) = (bundle::read(&bytes).unwrap(), explorer());
    for query in ["geldproblemen", "huur", "deurwarder", "argent"] {
        assert_eq!(hits(&bundled, query, Language::DUTCH), hits(&direct, query, Language::DUTCH), "{query}");
    }
}

#[test]
fn the_same_catalogue_gives_the_same_bundle() {
    assert!(
        bundle::write(&catalogue(), Language::DUTCH).unwrap()
            == bundle::write(&catalogue(), Language::DUTCH).unwrap()
    );
}

#[test]
fn a_bundle_that_is_not_whole_is_refused() {
    let whole = bundle::write(&catalogue(), Language::DUTCH).unwrap();
    for length in 0..whole.len() {
        let refused = bundle::read(&whole[..length]).err();
        assert!(
            matches!(refused, Some(BundleError::NotABundle | BundleError::CutOff { .. })),
            "{length}: {refused:?}"
        );
    }
    let mut longer = whole.clone();
    longer.push(0);
    assert!(matches!(bundle::read(&longer).err(), Some(BundleError::CutOff { .. })));
}

#[test]
fn a_bundle_with_a_changed_byte_is_refused() {
    let whole = bundle::write(&catalogue(), Language::DUTCH).unwrap();
    for at in (0..whole.len()).step_by(7) {
        let mut changed = whole.clone();
        changed[at] ^= 0x20;
        assert!(bundle::read(&changed).is_err(), "byte {at}");
    }
}

#[test]
fn refusals_say_what_to_do() {
    let whole = bundle::write(&catalogue(), Language::DUTCH).unwrap();
    let refusal =
        |bytes: &[u8]| bundle::read(bytes).err().map_or_else(String::new, |refused| refused.to_string());
    let (mut newer, mut damaged) = (whole.clone(), whole.clone());
    newer[4] = 9;
    *damaged.last_mut().unwrap() ^= 1;
    insta::assert_snapshot!(refusal(b"<html>"), @"this is not a bundle of the rights explorer");
    insta::assert_snapshot!(refusal(&newer), @"the bundle has format 9, but this program reads format 4: load both again from the same site");
    insta::assert_snapshot!(refusal(&whole[..20]).replace(&whole.len().to_string(), "[all]"), @"the bundle is cut off: 20 of [all] bytes are there. Load it again");
    insta::assert_snapshot!(refusal(&damaged), @"the bundle is damaged: its checksum does not fit. Load it again");
}

#[test]
fn a_bundle_for_something_else_is_refused() {
    let catalogue = catalogue();
    let searcher = bundle::write_searchers(&catalogue).unwrap().remove(0).1;
    let screener = bundle::write_screener(&catalogue, Language::DUTCH).unwrap();
    let refused = |what: Result<(), BundleError>| what.unwrap_err().to_string();
    // Without the conditions everything would be for everyone.
    insta::assert_snapshot!(refused(bundle::read(&searcher).map(drop)), @"the bundle is made for search alone, not for search and the rights check: load the other file of the same site");
    insta::assert_snapshot!(refused(bundle::read_screener(&searcher).map(drop)), @"the bundle is made for search alone, not for the rights check alone: load the other file of the same site");
    insta::assert_snapshot!(refused(bundle::read_searcher(&screener).map(drop)), @"the bundle is made for the rights check alone, not for search alone: load the other file of the same site");
    let mut unknown = screener;
    unknown[6] = 77;
    insta::assert_snapshot!(refused(Details::read(&unknown).map(drop)), @"the bundle is made for something else, not for steps and papers: load the other file of the same site");
}

#[test]
fn an_export_has_every_field() {
    let export = engine::export::export(&catalogue());
    insta::assert_snapshot!(format!("{:#}", export));
}
