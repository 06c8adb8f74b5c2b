//! What the islands share: how they get the engine, and what pages tell them.

use std::{ops::Deref, rc::Rc};

use engine::{
    bundle::{self, BundleError, Details},
    catalogue::{Language, Phone},
    screening::Screener,
    search::{Phrases, Searcher},
};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::browser;

/// What the page tells the rights check.
#[derive(Clone, PartialEq, Properties, Serialize, Deserialize)]
pub struct CheckProperties {
    /// The language of the page.
    pub language: Language,
    /// The whole address of the rights check, to share; the one in the browser if it is not known.
    pub address: Option<String>,
    /// Whom to call when nothing is found.
    pub talk_to: String,
    /// Their number.
    pub talk_to_phone: Option<Phone>,
}

/// Something big that is shared, not copied, and the same only if it is the same one.
pub(super) struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    pub(super) fn new(held: T) -> Self {
        Self(Rc::new(held))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Something that has to be loaded.
#[derive(Clone, PartialEq)]
pub(super) enum Load<T: PartialEq> {
    /// The page has just been rendered.
    Waiting,
    /// It could not be loaded.
    Failed,
    /// It is there.
    Ready(T),
}

/// Loads what searches, once the island that holds the element lives.
#[hook]
pub(super) fn use_searcher(element: &NodeRef) -> Load<Shared<Searcher>> {
    use_file(element, "data-bundle", true, bundle::read_searcher)
}

/// Loads the phrases that reasons quote, once what searches is there, and shows the reasons anew.
#[hook]
pub(super) fn use_phrases(element: &NodeRef, searcher: &Load<Shared<Searcher>>) {
    let again = use_force_update();
    let element = element.clone();
    use_effect_with(searcher.clone(), move |searcher| {
        let Load::Ready(searcher) = searcher.clone() else { return };
        spawn_local(async move {
            match load(&element, "data-phrases", Phrases::read).await {
                Ok(phrases) => {
                    searcher.add_phrases(phrases);
                    again.force_update();
                }
                // Reasons name the words they share instead.
                Err(fault) => browser::log(&fault),
            }
        });
    });
}

/// Loads what screens, if it is wanted.
#[hook]
pub(super) fn use_screener(element: &NodeRef, is_wanted: bool) -> Load<Shared<Screener>> {
    use_file(element, "data-screener", is_wanted, bundle::read_screener)
}

/// Loads the steps and papers, which only hand-outs need.
#[hook]
pub(super) fn use_details(element: &NodeRef) -> Load<Shared<Details>> {
    use_file(element, "data-details", true, Details::read)
}

#[hook]
fn use_file<T: 'static>(
    element: &NodeRef,
    attribute: &'static str,
    is_wanted: bool,
    read: fn(&[u8]) -> Result<T, BundleError>,
) -> Load<Shared<T>> {
    let state = use_state(|| Load::Waiting);
    {
        let (element, state) = (element.clone(), state.clone());
        use_effect_with(is_wanted, move |is_wanted| {
            if !*is_wanted {
                return;
            }
            spawn_local(async move {
                state.set(match load(&element, attribute, read).await {
                    Ok(loaded) => Load::Ready(Shared::new(loaded)),
                    Err(fault) => {
                        browser::log(&fault);
                        Load::Failed
                    }
                });
            });
        });
    }
    (*state).clone()
}

/// Loads the file that an attribute of the element's island names.
async fn load<T>(
    element: &NodeRef,
    attribute: &str,
    read: fn(&[u8]) -> Result<T, BundleError>,
) -> Result<T, JsValue> {
    let element = element.cast::<Element>();
    let address = element.and_then(|element| browser::of_island(&element, attribute)).unwrap_or_default();
    let bytes = browser::fetch(&address).await?;
    read(&bytes).map_err(|fault| fault.to_string().into())
}
