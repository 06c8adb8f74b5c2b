//! Turns the message files, one for each language, into typed Rust: a message that is missing in a language, or
//! that has other gaps to fill than in the first, stops the build.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

use toml::{Table, Value};

/// The language whose file says which messages there are.
const MODEL: &str = "nl";

/// The code of the language to test with, one of those that ISO 639 leaves free.
const PSEUDO: &str = "qps";

/// Messages by group and name.
type Messages = BTreeMap<String, BTreeMap<String, String>>;

fn main() {
    println!("cargo::rerun-if-changed=messages");
    let mut files: BTreeMap<String, Messages> = BTreeMap::new();
    for entry in fs::read_dir("messages").expect("the folder engine/messages can be listed") {
        let path = entry.expect("the folder engine/messages can be listed").path();
        let language = path.file_stem().expect("a message file has a name").to_string_lossy().into_owned();
        files.insert(language, read(&path));
    }
    // Not in what people get: a language to test with, which reads from right to left.
    if env::var("PROFILE").is_ok_and(|profile| profile == "debug") {
        let pseudo = pseudo(&files[MODEL]);
        files.insert(PSEUDO.to_owned(), pseudo);
    }
    let mut faults = Vec::new();
    for (language, messages) in &files {
        compare(language, &files[MODEL], messages, &mut faults);
    }
    assert!(faults.is_empty(), "the message files do not fit together:\n{}", faults.join("\n"));
    let code = generate(&files);
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("messages.rs");
    fs::write(out, code).expect("the generated file can be written");
}

fn read(path: &Path) -> Messages {
    let text = fs::read_to_string(path).expect("a message file can be read");
    let table: Table = text.parse().unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    let group = |(name, value): (String, Value)| match value {
        Value::Table(messages) => {
            let message = |(key, value): (String, Value)| match value {
                Value::String(text) => (key, text),
                other => panic!("{}: {name}.{key} is {}, not a text", path.display(), other.type_str()),
            };
            (name.clone(), messages.into_iter().map(message).collect())
        }
        _ => panic!("{}: {name} stands outside a [group]", path.display()),
    };
    table.into_iter().map(group).collect()
}

/// The messages of the language to test with: between brackets and with strange letters, so that a text which does not
/// come from a message file is seen at once.
fn pseudo(model: &Messages) -> Messages {
    let strange = |(key, text): (&String, &String)| {
        let mut in_gap = false;
        let letters = text.chars().map(|letter| {
            in_gap = (in_gap || letter == '{') && letter != '}';
            if in_gap { letter } else { strange_letter(letter) }
        });
        (key.clone(), format!("⟦{}⟧", letters.collect::<String>()))
    };
    let group = |(name, texts): (&String, &BTreeMap<String, String>)| {
        let mut texts: BTreeMap<_, _> = match name.as_str() {
            // Words in addresses, which must be plain letters.
            "address" => texts.keys().map(|key| (key.clone(), key.clone())).collect(),
            _ => texts.iter().map(strange).collect(),
        };
        for (key, value) in [("direction", "rtl"), ("locale", PSEUDO)] {
            if let Some(text) = texts.get_mut(key) {
                value.clone_into(text);
            }
        }
        (name.clone(), texts)
    };
    model.iter().map(group).collect()
}

fn strange_letter(letter: char) -> char {
    match letter {
        'a' => 'å',
        'e' => 'ë',
        'i' => 'ï',
        'n' => 'ñ',
        'o' => 'ø',
        'u' => 'û',
        other => other,
    }
}

/// Notes what one file has more or less than the model.
fn compare(language: &str, model: &Messages, messages: &Messages, faults: &mut Vec<String>) {
    let keys = |messages: &Messages| -> BTreeMap<String, Vec<String>> {
        let flat = |(group, texts): (&String, &BTreeMap<String, String>)| {
            texts.iter().map(|(key, text)| (format!("{group}.{key}"), gaps(text))).collect::<Vec<_>>()
        };
        messages.iter().flat_map(flat).collect()
    };
    let (model, own) = (keys(model), keys(messages));
    for (key, gaps) in &model {
        match own.get(key) {
            None => faults.push(format!("messages/{language}.toml: {key} is missing")),
            Some(other) if other != gaps => {
                faults.push(format!(
                    "messages/{language}.toml: {key} must have the gaps {gaps:?}, but has {other:?}"
                ));
            }
            Some(_) => {}
        }
    }
    for key in own.keys().filter(|key| !model.contains_key(*key)) {
        faults.push(format!("messages/{language}.toml: {key} is not in messages/{MODEL}.toml"));
    }
}

/// The names between braces, in alphabetical order, each once.
fn gaps(text: &str) -> Vec<String> {
    let mut gaps: Vec<_> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(gap, _)| gap.to_owned())
        .collect();
    gaps.sort();
    gaps.dedup();
    gaps
}

/// A struct for each group, one for them all, and a static value for each language.
fn generate(files: &BTreeMap<String, Messages>) -> String {
    let model = &files[MODEL];
    let mut code = String::new();
    let line = |code: &mut String, text: String| writeln!(code, "{text}").expect("a String takes all");
    line(&mut code, "/// Every message of one language.\npub struct Messages {".to_owned());
    for group in model.keys() {
        line(
            &mut code,
            format!("/// The messages of the group `{group}`.\npub {group}: {},", type_name(group)),
        );
    }
    line(&mut code, "}".to_owned());
    for (group, texts) in model {
        let name = type_name(group);
        line(&mut code, format!("/// The messages of the group `{group}`.\npub struct {name} {{"));
        for (key, text) in texts {
            let (about, visible) = if gaps(text).is_empty() { (text.as_str(), "pub ") } else { ("", "") };
            let about = about.replace('\n', " ");
            if visible.is_empty() {
                line(&mut code, format!("{key}: &'static str,"));
            } else {
                line(&mut code, format!("/// {about}\npub {key}: &'static str,"));
            }
        }
        line(&mut code, format!("}}\nimpl {name} {{"));
        for (key, text) in texts {
            let gaps = gaps(text);
            if gaps.is_empty() {
                continue;
            }
            let parameters: Vec<_> =
                gaps.iter().map(|gap| format!("{gap}: impl std::fmt::Display")).collect();
            let replacements: Vec<_> =
                gaps.iter().map(|gap| format!(".replace(\"{{{gap}}}\", &{gap}.to_string())")).collect();
            line(&mut code, format!("/// {}", text.replace('\n', " ")));
            line(
                &mut code,
                format!(
                    "pub fn {key}(&self, {}) -> String {{ self.{key}{} }}",
                    parameters.join(", "),
                    replacements.concat()
                ),
            );
        }
        line(&mut code, "}".to_owned());
    }
    for (language, messages) in files {
        line(&mut code, format!("pub(super) static {}: Messages = Messages {{", language.to_uppercase()));
        for (group, texts) in messages {
            line(&mut code, format!("{group}: {} {{", type_name(group)));
            for (key, text) in texts {
                line(&mut code, format!("{key}: {text:?},"));
            }
            line(&mut code, "},".to_owned());
        }
        line(&mut code, "};".to_owned());
    }
    line(&mut code, "pub(super) static ALL: &[(&str, &Messages)] = &[".to_owned());
    for language in files.keys() {
        line(&mut code, format!("({language:?}, &{}),", language.to_uppercase()));
    }
    line(&mut code, "];".to_owned());
    code
}

/// `rights_check` → `RightsCheckMessages`.
fn type_name(group: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    group.split('_').map(capital).collect::<String>() + "Messages"
}
