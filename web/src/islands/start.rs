//! What the browser calls: brings the islands of a page to life.

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::BaseComponent;

use super::{casework::Casework, check::Check, search::Search};

/// Brings the search to life in the element that holds it.
///
/// Throws if the element does not carry the properties it was rendered with.
#[wasm_bindgen]
pub fn start_search(root: Element) -> Result<(), JsError> {
    start::<Search>(root)
}

/// The same for the rights check.
#[wasm_bindgen]
pub fn start_check(root: Element) -> Result<(), JsError> {
    start::<Check>(root)
}

/// The same for the rights check of case workers.
#[wasm_bindgen]
pub fn start_casework(root: Element) -> Result<(), JsError> {
    start::<Casework>(root)
}

fn start<C>(root: Element) -> Result<(), JsError>
where
    C: BaseComponent,
    C::Properties: for<'a> serde::Deserialize<'a>,
{
    let properties = root.get_attribute("data-properties").unwrap_or_default();
    let properties: C::Properties = serde_json::from_str(&properties)?;
    yew::Renderer::<C>::with_root_and_props(root, properties).hydrate();
    Ok(())
}
