//! Prepares the comparison of WebAssembly with native code: builds the engine's JavaScript API for Node, writes the
//! bundles of the real catalogue, and writes what the native engine answers to the questions.

use std::{env, error::Error, fs, path::PathBuf};

use engine::{
    Explorer, bundle,
    catalogue::Language,
    screening::{Match, Screening},
    search::Request,
};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("usage: parity FOLDER")?);
    let api = web::builder::javascript::api_for_node()?;
    fs::write(folder.join("engine.cjs"), api.module)?;
    fs::write(folder.join("engine_bg.wasm"), api.wasm)?;
    fs::write(folder.join("engine.d.ts"), api.types)?;
    let api = web::builder::javascript::api_for_browsers()?;
    fs::write(folder.join("engine.js"), api.module)?;
    fs::write(folder.join("engine_web.wasm"), api.wasm)?;

    let explorer = Explorer::new(tests::catalogue())?;
    let catalogue = explorer.catalogue();
    for &language in &catalogue.settings.languages {
        fs::write(folder.join(format!("{language}.bin")), bundle::write(catalogue, language)?)?;
    }
    let questions = include_str!("questions.txt").lines().filter(|line| !line.starts_with('#'));
    let mut expected = Vec::new();
    for question in questions {
        for &language in &catalogue.settings.languages {
            let request = Request { unfinished: false, ..Request::new(question, language) };
            let answer = explorer.search(&request)?;
            let ids: Vec<_> = answer.hits.iter().map(|hit| hit.product.id.as_str()).collect();
            let reasons: Vec<_> = answer.hits.iter().map(|hit| hit.reason.sentence(language)).collect();
            expected.push(
                json!({ "question": question, "language": language.code(), "ids": ids, "reasons": reasons }),
            );
        }
    }
    fs::write(folder.join("expected.json"), serde_json::to_string(&expected)?)?;
    fs::write(folder.join("families.json"), Value::Array(families(&explorer)).to_string())?;
    Ok(())
}

/// What the native engine says of each family in `tests/families`, in each language.
fn families(explorer: &Explorer) -> Vec<Value> {
    let mut expected = Vec::new();
    for (_, family) in tests::families(explorer.catalogue()) {
        let screening = explorer.screen(&family.profile());
        let next = screening.next_question(&std::collections::BTreeSet::new());
        let needs: Vec<_> = family.needs.iter().map(engine::catalogue::Id::as_str).collect();
        let found: Vec<_> = explorer
            .catalogue()
            .settings
            .languages
            .iter()
            .map(|language| {
                json!({
                    "language": language.code(),
                    "top": list(&screening, screening.top(), *language),
                    "everything": list(&screening, screening.matches().iter(), *language),
                })
            })
            .collect();
        expected.push(json!({
            "who": family.who,
            "profile": { "answers": family.answers.to_json(), "needs": needs },
            "next": next.map(|next| json!({ "id": next.question.id.as_str(), "open": next.open, "decides": next.decides })),
            "found": found,
        }));
    }
    expected
}

fn list<'m, 'e: 'm>(
    screening: &Screening<'e>,
    found: impl Iterator<Item = &'m Match<'e>>,
    language: Language,
) -> Vec<String> {
    found
        .map(|found| {
            format!("{} {}: {}", found.product.id, found.verdict, screening.why(found).sentence(language))
        })
        .collect()
}
