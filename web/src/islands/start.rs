//! What the browser calls: brings the islands of a page to life.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::search::{Search, SearchProperties};

/// Brings the search to life in the element that holds it.
///
/// Throws if the element does not carry the properties it was rendered with.
#[wasm_bindgen]
pub fn start_search(root: Element) -> Result<(), JsError> {
    let properties = root.get_attribute("data-properties").unwrap_or_default();
    let properties: SearchProperties = serde_json::from_str(&properties)?;
    yew::Renderer::<Search>::with_root_and_props(root, properties).hydrate();
    Ok(())
}
