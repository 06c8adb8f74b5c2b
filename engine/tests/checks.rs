//! Every rule for a good catalogue: it fires where it should, and is silent where nothing is amiss.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod small;

use engine::{
    catalogue::{Catalogue, Sources},
    checks::{self, RULES},
    diagnostic::render::human,
};
use jiff::civil::date;
use small::{LEEFLOON_PATH, changed, sources};

const PROFILE: &str = "profile.toml";

/// The names of the rules that a catalogue breaks, each once.
fn broken(sources: &Sources) -> Vec<&'static str> {
    let catalogue = Catalogue::load(sources).expect("it loads all the same");
    let mut rules: Vec<_> =
        checks::check(&catalogue, sources, date(2026, 11, 24)).into_iter().map(|found| found.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// What the small catalogue breaks as it is: one of its two products is not confirmed.
const ALWAYS: &str = "not-confirmed";

#[test]
fn a_good_catalogue_breaks_no_rule() {
    assert_eq!(broken(&sources()), [ALWAYS]);
}

#[test]
fn every_rule_fires() {
    let question = "[[question]]\nid = \"pets\"\ntopic = \"home\"\nanswer = \"yes-no\"\ntext.nl = \"Huisdier?\"\nwhy.nl = \"Zomaar.\"\n\n[[question]]\nid = \"children\"";
    let circumstance = "[[circumstance]]\nid = \"owns\"\nwhen = { not = \"rents\" }\nlabel.nl = \"je huurt niet\"\notherwise.nl = \"je huurt\"\n\n[[circumstance]]\nid = \"rents\"";
    let cases = [
        ("amount", changed(LEEFLOON_PATH, "Bel het OCMW.", "Je krijgt 400 euro.")),
        (
            "hard-to-read",
            changed(
                LEEFLOON_PATH,
                "Een basisinkomen van het OCMW.",
                "Tegemoetkomingsgerechtigdenregelgevingsadministratie.",
            ),
        ),
        ("long-summary", changed(LEEFLOON_PATH, "Een basisinkomen van het OCMW.", "Een. Twee. Drie.")),
        (
            "long-summary",
            changed(LEEFLOON_PATH, "Een basisinkomen van het OCMW.", &"kort en goed ".repeat(20)),
        ),
        ("missing-translation", changed(LEEFLOON_PATH, "fr = \"Revenu d'intégration\"\n", "")),
        ("missing-translation", changed(LEEFLOON_PATH, "fr = [\"Appelez le CPAS.\"]\n", "")),
        ("missing-translation", changed(LEEFLOON_PATH, "fr = [\"je n'ai pas de revenus\"]\n", "")),
        ("phrase-is-name", changed(LEEFLOON_PATH, "\"ik kom niet rond\"", "\"LEEFLOON\"")),
        ("review-overdue", changed(LEEFLOON_PATH, "on = 2026-11-22", "on = 2025-11-23")),
        ("review-overdue", changed(LEEFLOON_PATH, "on = 2026-11-22", "on = 2026-11-25")),
        ("theme-without-products", {
            let mut sources = sources();
            sources.insert("themes/schulden.toml", "name.nl = \"Schulden\"\nsummary.nl = \"Hulp.\"\n");
            sources
        }),
        (
            "unreached-product",
            changed("products/housing/huurpremie.toml", "themes = [\"geldproblemen\"]", "themes = []"),
        ),
        ("idle-word", {
            let mut sources = sources();
            sources.insert(
                "lexicon/nl.toml",
                "blut = { geldproblemen = 3 }\ndoktoor = \"geneesheer\"\nlotto = {}\n",
            );
            sources
        }),
        ("unused-circumstance", changed(PROFILE, "[[circumstance]]\nid = \"rents\"", circumstance)),
        ("unused-question", changed(PROFILE, "[[question]]\nid = \"children\"", question)),
        ("shared-phrase", {
            let mut sources = changed(LEEFLOON_PATH, "\"ik kom niet rond\"", "\"Deurwaarder\"");
            sources.insert("themes/schulden.toml", "name.nl = \"Schulden\"\nsummary.nl = \"Hulp.\"\n");
            let huurpremie = "products/housing/huurpremie.toml";
            let text = sources.text(huurpremie).expect("it is there").replace("geldproblemen", "schulden");
            sources.insert(huurpremie, text);
            sources
        }),
    ];
    for (rule, sources) in &cases {
        assert_eq!(broken(sources).into_iter().filter(|found| *found != ALWAYS).collect::<Vec<_>>(), [*rule]);
    }
    let tested: Vec<_> = cases.iter().map(|(rule, _)| *rule).chain([ALWAYS]).collect();
    let untested: Vec<_> = RULES.iter().map(|rule| rule.name).filter(|name| !tested.contains(name)).collect();
    assert!(untested.is_empty(), "rules without a test: {untested:?}");
}

#[test]
fn a_review_is_due_after_the_interval_and_not_before() {
    assert_eq!(broken(&changed(LEEFLOON_PATH, "on = 2026-11-22", "on = 2025-11-24")), [ALWAYS]);
}

#[test]
fn rules_stand_in_order_and_explain_themselves() {
    let names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    for rule in RULES {
        assert!(rule.explanation.lines().count() >= 3, "{} says too little", rule.name);
    }
}

#[test]
fn messages_of_the_rules() {
    let mut sources = changed(LEEFLOON_PATH, "Bel het OCMW.", "Je krijgt 400 euro. Dat is 20 % meer.");
    let text =
        sources.text(LEEFLOON_PATH).expect("it is there").replace("on = 2026-11-22", "on = 2024-01-31");
    sources.insert(
        LEEFLOON_PATH,
        text.replace("ik kom niet rond", "leefloon").replace("fr = [\"Appelez le CPAS.\"]\n", ""),
    );
    let catalogue = Catalogue::load(&sources).expect("it loads all the same");
    let found = checks::check(&catalogue, &sources, date(2026, 11, 24));
    insta::assert_snapshot!(human::render(&found, &sources, "catalogue", human::Colour::Off).trim_end());
}
