//! Adding a language touches only data: a message file, and texts in the catalogue. Proved with a language nobody speaks,
//! which reads from right to left; its message file is made by the build script of the engine, its texts are made here.

use std::collections::BTreeSet;

use engine::{
    Explorer,
    catalogue::{Catalogue, Language, Sources},
};
use toml::{Table, Value};
use web::pages::{self, Assets, Page, Site};

/// The language nobody speaks.
const STRANGE: &str = "qps";

/// A text in it. The brackets show that it came from here.
fn strange(text: &str) -> String {
    format!("⟪{}⟫", text.replace('e', "ë").replace('a', "å"))
}

/// Gives every text in a file a translation, as a translator would.
fn translate(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(translate),
        Value::Table(table) => {
            let is_text = |value: &Value| {
                value.is_str() || value.as_array().is_some_and(|all| all.iter().all(Value::is_str))
            };
            match table.get("nl").filter(|text| is_text(text)).cloned() {
                Some(Value::String(text)) => {
                    drop(table.insert(STRANGE.to_owned(), Value::String(strange(&text))));
                }
                Some(Value::Array(lines)) => {
                    let lines =
                        lines.iter().filter_map(Value::as_str).map(|line| Value::String(strange(line)));
                    table.insert(STRANGE.to_owned(), Value::Array(lines.collect()));
                }
                _ => table.iter_mut().for_each(|(_, value)| translate(value)),
            }
        }
        _ => {}
    }
}

/// The real catalogue with one language more.
fn translated() -> Catalogue {
    let translated = |(path, text): (&str, &str)| {
        let mut file: Value = Value::Table(text.parse::<Table>().expect("the real catalogue is TOML"));
        translate(&mut file);
        if path == "catalogue.toml" {
            let languages = file.get_mut("languages").and_then(Value::as_array_mut);
            languages.expect("it lists its languages").push(Value::String(STRANGE.to_owned()));
            // Words in addresses have to be plain letters.
            for category in file.get_mut("category").and_then(Value::as_array_mut).expect("it has categories")
            {
                let id = category["id"].as_str().expect("a category has an id").to_owned();
                category["slug"][STRANGE] = Value::String(id);
            }
        }
        (path.to_owned(), toml::to_string(&file).expect("what was TOML is TOML"))
    };
    let sources = tests::sources();
    let sources: Sources = sources.iter().map(translated).collect();
    Catalogue::load(&sources)
        .unwrap_or_else(|faults| panic!("{} faults, such as {:?}", faults.len(), faults[0]))
}

#[test]
fn a_language_from_right_to_left_needs_nothing_but_texts() {
    let language = Language::new(STRANGE).expect("three letters are a code");
    let explorer = Explorer::new(translated()).expect("the catalogue can be indexed");
    let products = explorer.catalogue().products.len();
    let site = Site::new(explorer, Assets::default());
    let pages = pages::all(&site);
    let of = |code: &str| -> Vec<&Page> {
        let start = format!("/{code}/");
        pages.iter().filter(|page| page.address.starts_with(&start)).collect()
    };
    let (strange, dutch) = (of(STRANGE), of("nl"));
    assert_eq!(strange.len(), dutch.len());
    assert!(strange.len() > products + 200, "{}", strange.len());
    let addresses: BTreeSet<_> = pages.iter().map(|page| page.address.as_str()).collect();
    assert_eq!(addresses.len(), pages.len(), "no two pages stand at one address");
    for page in &strange {
        let start: String = page.html.chars().take(120).collect();
        assert!(
            start.contains(&format!("<html lang=\"{language}\" dir=\"rtl\"")),
            "{}: {start}",
            page.address
        );
    }
    // No page says anything in another language. A text that stood in the code would be seen here.
    let messages: Table = include_str!("../../engine/messages/nl.toml").parse().expect("messages are TOML");
    let texts: Vec<&str> = messages
        .iter()
        // Addresses of the Dutch pages stand in the links to them.
        .filter(|(group, _)| *group != "address")
        .filter_map(|(_, texts)| texts.as_table())
        .flat_map(|group| group.values().filter_map(Value::as_str))
        .filter(|text| {
            text.len() > 15 && text.contains(['a', 'e', 'i', 'n', 'o', 'u']) && !text.contains('{')
        })
        .collect();
    assert!(texts.len() > 100, "{}", texts.len());
    for page in &strange {
        for text in &texts {
            assert!(!page.html.contains(text), "{} says {text:?}", page.address);
        }
    }
}
