//! Every message about a catalogue that can not be used, as an editor reads it. Each test breaks the small catalogue
//! in one way; the snapshots stand in `snapshots/`.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod small;

use engine::{
    catalogue::{Catalogue, Sources},
    diagnostic::render::{github, human, json},
    screening::Family,
};
use small::{FAMILIES_PATH, LEEFLOON_PATH, changed, sources};

/// What an editor reads.
fn report(sources: &Sources) -> String {
    let faults = Catalogue::load(sources).err().unwrap_or_default();
    human::render(&faults, sources, "catalogue", human::Colour::Off).trim_end().to_owned()
}

/// Tests that breaking a file in a way gives the message of the snapshot with this name.
macro_rules! messages {
    ($($name:ident: $file:expr, $from:expr => $to:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), report(&changed($file, $from, $to)));
        }
    )*};
}

messages! {
    unknown_key: LEEFLOON_PATH, "take_up" => "takeup";
    unknown_key_like_none: LEEFLOON_PATH, "importance = 5" => "importance = 5\nprijs = \"gratis\"";
    unknown_key_in_a_table: LEEFLOON_PATH, "confidence = \"high\"" => "confidence = \"high\"\nsurce = \"x\"";
    missing_key: LEEFLOON_PATH, "level = \"federal\"\n" => "";
    missing_table: LEEFLOON_PATH, "[name]\nnl = \"Leefloon\"\nfr = \"Revenu d'intégration\"\n" => "";
    unknown_word: LEEFLOON_PATH, "\"benefit\"" => "\"benefits\"";
    unknown_word_like_none: LEEFLOON_PATH, "\"apply\"" => "\"telefonisch\"";
    text_without_quotes: LEEFLOON_PATH, "\"benefit\"" => "benefit";
    text_without_end: LEEFLOON_PATH, "nl = \"Leefloon\"" => "nl = \"Leefloon";
    list_without_end: LEEFLOON_PATH, "[\"Bel het OCMW.\"]" => "[\"Bel het OCMW.\"";
    list_without_brackets: LEEFLOON_PATH, "[\"Bel het OCMW.\"]" => "\"Bel het OCMW.\"";
    number_in_quotes: LEEFLOON_PATH, "importance = 5" => "importance = \"5\"";
    number_out_of_range: LEEFLOON_PATH, "importance = 5" => "importance = 9";
    number_too_long: LEEFLOON_PATH, "importance = 5" => "importance = 99999999999999999999";
    key_twice: LEEFLOON_PATH, "importance = 5" => "importance = 5\nimportance = 4";
    empty_name: LEEFLOON_PATH, "\"Leefloon\"" => "\"  \"";
    unknown_language: LEEFLOON_PATH, "nl = \"Leefloon\"" => "de = \"Mindesteinkommen\"";
    unknown_organisation: LEEFLOON_PATH, "apply_at = \"ocmw-kortrijk\"" => "apply_at = \"ocmw-kortijk\"";
    unknown_theme: LEEFLOON_PATH, "[\"geldproblemen\"]" => "[\"geldprobleem\"]";
    unknown_category: LEEFLOON_PATH, "[\"housing\"]" => "[\"houses\"]";
    unknown_related_product: LEEFLOON_PATH, "[\"huurpremie\"]" => "[\"huurpremies\", \"voetbal\"]";
    unknown_circumstance: LEEFLOON_PATH, "\"rents\"" => "\"rent\"";
    related_to_itself: LEEFLOON_PATH, "[\"huurpremie\"]" => "[\"leefloon\"]";
    own_category: LEEFLOON_PATH, "[\"housing\"]" => "[\"income\"]";
    condition_with_two_forms: LEEFLOON_PATH, "{ any = [" => "{ not = \"rents\", any = [";
    condition_with_unknown_form: LEEFLOON_PATH, "{ any = [" => "{ either = [";
    url_without_https: LEEFLOON_PATH, "https://www.mi-is.be\"\nformer" => "http://www.mi-is.be\"\nformer";
    url_without_scheme: LEEFLOON_PATH, "https://www.mi-is.be\"\nformer" => "www.mi-is.be\"\nformer";
    url_with_a_space: LEEFLOON_PATH, "https://www.mi-is.be\"\nformer" => "https://mi is.be\"\nformer";
    date_in_quotes: LEEFLOON_PATH, "2026-11-22" => "\"22/11/2026\"";
    date_that_does_not_exist: LEEFLOON_PATH, "2026-11-22" => "2026-02-30";
    bad_phone: "organisations/ocmw-kortrijk.toml", "056 24 42 22" => "056/24.42.22";
    bad_own_id: "catalogue.toml", "id = \"housing\"" => "id = \"Wonen & energie\"";
    bad_language_code: "catalogue.toml", "\"fr\"]" => "\"Frans\"]";
    duplicate_category: "catalogue.toml", "id = \"housing\"" => "id = \"income\"";
    no_languages: "catalogue.toml", "[\"nl\", \"fr\"]" => "[]";
    count_on_another_server: "catalogue.toml", "review_interval_months" => "count_at = \"//elsewhere.example/count\"\nreview_interval_months";
    product_outside_its_theme: LEEFLOON_PATH, "themes = [\"geldproblemen\"]" => "themes = []";
    other_verdict: FAMILIES_PATH, "\"for-you\"" => "\"not-for-you\"";
    answer_to_an_unknown_question: FAMILIES_PATH, "housing =" => "huis =";
    answer_that_is_no_choice: FAMILIES_PATH, "\"owner\"" => "\"castle\"";
    age_that_nobody_has: FAMILIES_PATH, "[0]" => "[130]";
    age_far_out_of_range: FAMILIES_PATH, "[0]" => "[430]";
    answer_of_another_form: FAMILIES_PATH, "\"owner\"" => "true";
    duplicate_choice: "profile.toml", "id = \"owner\"" => "id = \"tenant\"";
    unknown_choice: "profile.toml", "[\"tenant\"]" => "[\"tennant\"]";
    ages_of_a_question_without: "profile.toml", "age = { question = \"children\"" => "age = { question = \"housing\"";
    circular_rule: "profile.toml", "when = { answered = { question = \"housing\", is = [\"tenant\"] } }" => "when = { not = { any = [\"rents\"] } }";
}

#[test]
fn every_fault_of_every_file_is_reported_at_once() {
    let mut sources = changed(LEEFLOON_PATH, "importance = 5", "importance = 0\nprijs = 1");
    sources.insert("themes/schulden.toml", "naam = \"x\"");
    sources.insert("products/income/Huur premie.toml", "");
    sources.insert("products/sport/fiets.toml", small::LEEFLOON);
    sources.insert("los.toml", "");
    insta::assert_snapshot!(report(&sources));
}

#[test]
fn families_without_their_product() {
    let mut sources = sources();
    sources.insert("products/income/leeflon.families.toml", "");
    insta::assert_snapshot!(report(&sources));
}

#[test]
fn one_id_in_two_folders() {
    let mut sources = sources();
    sources
        .insert("products/housing/leefloon.toml", small::LEEFLOON.replace("also_in = [\"housing\"]\n", ""));
    insta::assert_snapshot!(report(&sources));
}

#[test]
fn no_catalogue_file() {
    insta::assert_snapshot!(report(&Sources::from_iter([("profile.toml", "")])));
}

#[test]
fn on_github() {
    let sources = changed(LEEFLOON_PATH, "\"Leefloon\"", "\" \"");
    let faults = Catalogue::load(&sources).unwrap_err();
    insta::assert_snapshot!(github::render(&faults, &sources, "catalogue"));
}

#[test]
fn as_json() {
    let sources = changed("catalogue.toml", "id = \"housing\"", "id = \"income\"");
    let faults = Catalogue::load(&sources).unwrap_err();
    insta::assert_snapshot!(json::render(&faults, &sources));
}

#[test]
fn in_colour() {
    let sources = changed(LEEFLOON_PATH, "take_up", "takeup");
    let faults = Catalogue::load(&sources).unwrap_err();
    let coloured = human::render(&faults, &sources, "catalogue", human::Colour::On);
    assert!(coloured.contains("\u{1b}[1m\u{1b}[91merror"), "{coloured:?}");
}

#[test]
fn a_right_catalogue_has_no_faults() {
    assert_eq!(report(&sources()), "");
}

/// A family file without a fault.
const FAMILY: &str = r#"who = "Jonge ouder die huurt"
needs = ["geldproblemen"]

[answers]
children = [0, 4]
adults = [24]
housing = "tenant"
"#;

/// What somebody reads who screens a family file with faults.
fn family_report(text: &str) -> String {
    let catalogue = Catalogue::load(&sources()).expect("the small catalogue loads");
    let faults = Family::read(&catalogue, "family.toml", text).err().unwrap_or_default();
    let sources = Sources::from_iter([("family.toml", text)]);
    human::render(&faults, &sources, "", human::Colour::Off).trim_end().to_owned()
}

#[test]
fn a_family_file_without_a_fault_is_read() {
    assert_eq!(family_report(FAMILY), "");
}

/// Tests that breaking the family file in a way gives the message of the snapshot with this name.
macro_rules! family_messages {
    ($($name:ident: $from:expr => $to:expr;)*) => {$(
        #[test]
        fn $name() {
            let broken = FAMILY.replacen($from, $to, 1);
            assert_ne!(broken, FAMILY, "nothing was changed");
            insta::assert_snapshot!(stringify!($name), family_report(&broken));
        }
    )*};
}

family_messages! {
    family_unknown_question: "housing =" => "hosing =";
    family_unknown_need: "geldproblemen" => "geldprobleem";
    family_unknown_choice: "\"tenant\"" => "\"tennant\"";
    family_age_430: "[24]" => "[430]";
    family_child_older_than_its_parent: "[0, 4]" => "[0, 30]";
    family_answer_to_what_is_not_asked: "housing = \"tenant\"" => "housing = \"tenant\"\nsecond-home = true";
    family_not_toml: "children = [0, 4]" => "children: 0 en 4";
    family_without_answers: "[answers]" => "[antwoorden]";
    family_yes_for_a_choice: "\"tenant\"" => "true";
}
