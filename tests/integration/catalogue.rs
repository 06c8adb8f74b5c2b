//! What holds for the real catalogue.

use engine::{bundle, catalogue::Catalogue};

#[test]
fn every_text_exists_in_every_language() {
    let catalogue = tests::catalogue();
    let languages = &catalogue.settings.languages;
    let mut missing = Vec::new();
    for product in &catalogue.products {
        for &language in languages {
            let lines = [("steps", &product.steps), ("phrases", &product.phrases)];
            let mut keys: Vec<_> = lines
                .iter()
                .filter(|(_, lines)| lines.get(language).is_none_or(Vec::is_empty))
                .map(|(key, _)| *key)
                .collect();
            let texts = [("name", &product.name), ("summary", &product.summary)];
            keys.extend(texts.iter().filter(|(_, text)| text.get(language).is_none()).map(|(key, _)| *key));
            missing.extend(keys.into_iter().map(|key| format!("{}: {key}.{language}", product.file())));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_product_belongs_to_a_theme_and_every_theme_has_products() {
    let catalogue = tests::catalogue();
    let lost: Vec<_> = catalogue.products.iter().filter(|product| product.themes.is_empty()).collect();
    assert!(lost.is_empty(), "{lost:?}");
    for theme in &catalogue.themes {
        assert!(!catalogue.products_of_theme(theme).is_empty(), "{}", theme.id);
    }
}

#[test]
fn the_bundle_is_the_same_twice() {
    let catalogue = tests::catalogue();
    for &language in &catalogue.settings.languages {
        assert!(bundle::write(&catalogue, language).unwrap() == bundle::write(&catalogue, language).unwrap());
    }
}

#[test]
fn any_file_can_be_cut_off_anywhere() {
    let sources = tests::sources();
    let (path, text) =
        ("products/income/leefloon.toml", sources.text("products/income/leefloon.toml").unwrap());
    let mut broken = sources.clone();
    for length in (0..text.len()).step_by(97).filter(|length| text.is_char_boundary(*length)) {
        broken.insert(path, &text[..length]);
        // Cut between two tables it may still be a whole product with less in it; it must only never panic.
        if let Err(faults) = Catalogue::load(&broken) {
            assert!(faults.iter().all(|fault| !fault.message.is_empty() && !fault.place.file.is_empty()));
        }
    }
}

#[test]
fn every_file_is_right_by_the_schema_that_editors_tools_read() {
    let schemas = engine::catalogue::schemas();
    let mut faults = Vec::new();
    for (file, text) in tests::sources().iter() {
        let kind = match file.split('/').next() {
            _ if file.ends_with(".families.toml") => "families",
            Some("products") => "product",
            Some("organisations") => "organisation",
            Some("themes") => "theme",
            Some("lexicon") => "lexicon",
            _ => file.trim_end_matches(".toml"),
        };
        let validator = jsonschema::validator_for(&schemas[kind]).expect("the schema is one");
        let table: toml::Table = text.parse().expect("the file is TOML");
        let json = serde_json::to_value(&table).expect("TOML is JSON but for dates");
        faults.extend(validator.iter_errors(&json).map(|error| format!("{file}: {error}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_file_that_is_wrong_is_wrong_by_the_schema_too() {
    let schemas = engine::catalogue::schemas();
    let validator = jsonschema::validator_for(&schemas["product"]).expect("the schema is one");
    let sources = tests::sources();
    let text = sources.text("products/income/leefloon.toml").expect("the file is there");
    for (from, to) in [("importance = 5", "importance = 7"), ("level =", "levl ="), ("\"apply\"", "\"aply\"")]
    {
        let table: toml::Table = text.replacen(from, to, 1).parse().expect("the file is TOML");
        let json = serde_json::to_value(&table).expect("TOML is JSON but for dates");
        assert!(!validator.is_valid(&json), "{to}");
    }
}
