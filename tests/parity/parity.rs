//! Prepares the comparison of WebAssembly with native code: builds the engine's JavaScript API for Node, writes the
//! bundles of the real catalogue, and writes what the native engine answers to the questions.

use std::{env, error::Error, fs, path::PathBuf};

use engine::{Explorer, bundle, search::Request};
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("usage: parity FOLDER")?);
    let api = web::builder::javascript::api_for_node()?;
    fs::write(folder.join("engine.cjs"), api.module)?;
    fs::write(folder.join("engine_bg.wasm"), api.wasm)?;

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
    Ok(())
}
