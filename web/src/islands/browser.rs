//! What only a browser can do, in plain functions.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Element, File, HtmlAnchorElement, Response, Storage, Url, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

/// Tells developers what went wrong.
pub(super) fn log(fault: &JsValue) {
    web_sys::console::error_1(fault);
}

/// The address in an attribute of the island that holds this element.
pub(super) fn of_island(element: &Element, attribute: &str) -> Option<String> {
    element.closest("[data-island]").ok().flatten()?.get_attribute(attribute)
}

/// Loads a file of the site.
pub(super) async fn fetch(address: &str) -> Result<Vec<u8>, JsValue> {
    let window = window().ok_or("there is no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(format!("{address}: status {}", response.status()).into());
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Where something can be kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// As long as this tab is open.
    Tab,
    /// On this device, until somebody deletes it.
    Device,
}

fn storage(place: Place) -> Option<Storage> {
    let window = window()?;
    // A browser may refuse both; then nothing is kept, and everything else works.
    match place {
        Place::Tab => window.session_storage().ok()?,
        Place::Device => window.local_storage().ok()?,
    }
}

pub(super) fn kept(place: Place, key: &str) -> Option<String> {
    storage(place)?.get_item(key).ok()?
}

pub(super) fn keep(place: Place, key: &str, text: &str) {
    if let Some(storage) = storage(place) {
        let _ = storage.set_item(key, text);
    }
}

pub(super) fn forget(place: Place, key: &str) {
    if let Some(storage) = storage(place) {
        let _ = storage.remove_item(key);
    }
}

/// What stands behind `#` in the address; browsers send it to nobody.
pub(super) fn fragment() -> Option<String> {
    let hash = window()?.location().hash().ok()?;
    hash.strip_prefix('#').map(str::to_owned).filter(|fragment| !fragment.is_empty())
}

/// Listens to changes of what stands behind `#`, until what it gives is dropped.
pub(super) fn on_new_fragment(mut then: impl FnMut() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "hashchange", move |_| then()))
}

/// Shows another address for this page without loading anything. The empty address drops what stands behind `?` and `#`.
pub(super) fn show_address(address: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // A browser that refuses, as some do after a hundred letters a minute, only keeps an older address.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// The address of this page without `?` and `#`.
pub(super) fn here() -> String {
    let path = window().and_then(|window| window.location().pathname().ok());
    path.unwrap_or_else(|| "?".to_owned())
}

/// The address of this page with the name of the host.
pub(super) fn whole_address() -> String {
    let origin = window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    origin + &here()
}

/// The value of a parameter behind `?`.
pub(super) fn parameter(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Goes to another page.
pub(super) fn go(address: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_href(address);
    }
}

pub(super) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Puts a text on the clipboard, then calls `done`.
pub(super) fn copy(text: &str, done: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let copying = window.navigator().clipboard().write_text(text);
    spawn_local(async move {
        match JsFuture::from(copying).await {
            Ok(_) => done(),
            Err(fault) => log(&fault),
        }
    });
}

/// Offers a text as a file to save.
pub(super) fn save(name: &str, kind: &str, text: &str) {
    if let Err(fault) = try_save(name, kind, text) {
        log(&fault);
    }
}

fn try_save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or("there is no document")?;
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence(&parts)?;
    let blob = blob.slice_with_f64_and_f64_and_content_type(0.0, blob.size(), kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Reads a file that somebody chose, then calls `done` with its text.
pub(super) fn read(file: &File, done: impl FnOnce(String) + 'static) {
    let reading = file.text();
    spawn_local(async move {
        match JsFuture::from(reading).await {
            Ok(text) => done(text.as_string().unwrap_or_default()),
            Err(fault) => log(&fault),
        }
    });
}

/// Tells the script of the page that something happened, for those who count (see `assets/page.js`).
pub(super) fn tell(what: &str) {
    if let Some(document) = window().and_then(|window| window.document())
        && let Ok(event) = web_sys::Event::new(what)
    {
        let _ = document.dispatch_event(&event);
    }
}
