//! JSON Schema for the files of the catalogue, from the same definitions that read them.

use serde_json::{Map, Value, json};

use super::{
    Condition, Examples, Organisation, Product, Profile, Settings, Theme, decode::Decode, lexicon::Entries,
    profile::rule_schema,
};

/// The JSON Schema of each kind of file, by the name of the kind.
///
/// ```
/// let schemas = engine::catalogue::schemas();
/// assert_eq!(schemas["theme"]["properties"]["first"]["type"], "array");
/// ```
pub fn schemas() -> std::collections::BTreeMap<&'static str, Value> {
    [
        ("catalogue", Settings::schema()),
        ("families", Examples::schema()),
        ("lexicon", Entries::schema()),
        ("organisation", Organisation::schema()),
        ("product", Product::schema()),
        ("profile", Profile::schema()),
        ("theme", Theme::schema()),
    ]
    .into_iter()
    .map(|(kind, mut schema)| {
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
        match kind {
            "product" => schema["$defs"] = json!({ "condition": condition() }),
            "profile" => schema["$defs"] = json!({ "rule": rule_schema() }),
            _ => {}
        }
        (kind, schema)
    })
    .collect()
}

/// The schema of a condition, which refers to itself.
fn condition() -> Value {
    let conditions = json!({ "type": "array", "items": Condition::schema() });
    json!({ "oneOf": [
        { "type": "string", "description": "the id of a circumstance" },
        {
            "type": "object",
            "properties": { "all": conditions, "any": conditions, "not": Condition::schema() },
            "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
        },
    ] })
}

/// The schema of a table: for each key its name, help text, schema and whether it may be left out.
pub(crate) fn table(about: &str, keys: Vec<(&'static str, &'static str, Value, bool)>) -> Value {
    let required: Vec<_> = keys.iter().filter(|(.., optional)| !optional).map(|(key, ..)| *key).collect();
    let properties: Map<_, _> = keys
        .into_iter()
        .map(|(key, help, mut schema, _)| {
            let help = plain(help);
            if let (false, Some(object)) = (help.is_empty(), schema.as_object_mut()) {
                object.insert("description".to_owned(), help.into());
            }
            (key.to_owned(), schema)
        })
        .collect();
    json!({
        "type": "object",
        "description": plain(about),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The schema of a word from a fixed list, with what each word means.
pub(crate) fn words(about: &str, words: &[(&str, &str)]) -> Value {
    let words: Vec<_> =
        words.iter().map(|(word, help)| json!({ "const": word, "description": plain(help) })).collect();
    json!({ "description": plain(about), "oneOf": words })
}

/// A doc comment as running text.
fn plain(comment: &str) -> String {
    comment.split_whitespace().collect::<Vec<_>>().join(" ")
}
