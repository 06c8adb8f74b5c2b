//! The engine for JavaScript: loads a bundle and searches it.
//!
//! ```js
//! const bundle = new Uint8Array(await (await fetch("catalogue.bin")).arrayBuffer());
//! const explorer = new Explorer(bundle);
//! for (const hit of JSON.parse(explorer.search("money problems", "en", 10))) console.log(hit.id, hit.name);
//! ```

use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

use crate::{bundle, catalogue::Language, search::Request};

/// A catalogue that is ready to answer.
#[wasm_bindgen]
pub struct Explorer(crate::Explorer);

#[wasm_bindgen]
impl Explorer {
    /// Opens a bundle. Throws an error that says what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Self, JsError> {
        Ok(Self(bundle::read(bytes)?))
    }

    /// Answers a whole question of somebody who reads `language`, with `limit` products at the most.
    ///
    /// The answer is a JSON array of objects with `id`, `name`, `summary`, `score` and `reason`. Throws an error for a
    /// language code that is none, and for a question that is too long.
    pub fn search(&self, query: &str, language: &str, limit: usize) -> Result<String, JsError> {
        let language = Language::new(language).ok_or_else(|| {
            JsError::new(&format!("`{language}` is not the code of a language, such as `nl`"))
        })?;
        let request = Request { limit, unfinished: false, ..Request::new(query, language) };
        let answer = self.0.search(&request)?;
        let hits: Vec<_> = answer
            .hits
            .iter()
            .map(|hit| {
                json!({
                    "id": hit.product.id.as_str(),
                    "name": hit.product.name.text(language),
                    "summary": hit.product.summary.text(language),
                    "score": hit.score.total(),
                    "reason": hit.reason.sentence(language),
                })
            })
            .collect();
        Ok(Value::Array(hits).to_string())
    }
}
