//! What the islands share: how they get the engine, and what pages tell them.

use std::{ops::Deref, rc::Rc};

use engine::{
    Explorer,
    bundle::{self, Details},
    catalogue::{Language, Phone},
    screening::Screener,
};
use serde::{Deserialize, Serialize};
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

/// Loads the bundle that the element's island names, once the island lives.
#[hook]
pub(super) fn use_explorer(element: &NodeRef) -> Load<Shared<Explorer>> {
    use_file(element, "data-bundle", bundle::read)
}

/// Loads the steps and papers, which only hand-outs need.
#[hook]
pub(super) fn use_details(element: &NodeRef) -> Load<Shared<Details>> {
    use_file(element, "data-details", Details::read)
}

/// The same for what only screens.
#[hook]
pub(super) fn use_screener(element: &NodeRef) -> Load<Shared<Screener>> {
    use_file(element, "data-bundle", bundle::read_screener)
}

#[hook]
fn use_file<T: 'static>(
    element: &NodeRef,
    attribute: &'static str,
    read: fn(&[u8]) -> Result<T, bundle::BundleError>,
) -> Load<Shared<T>> {
    let state = use_state(|| Load::Waiting);
    {
        let (element, state) = (element.clone(), state.clone());
        use_effect_with((), move |()| {
            let address = element
                .cast::<Element>()
                .and_then(|element| browser::of_island(&element, attribute))
                .unwrap_or_default();
            spawn_local(async move {
                let loaded = match browser::fetch(&address).await {
                    Ok(bytes) => read(&bytes).map_err(|fault| fault.to_string().into()),
                    Err(fault) => Err(fault),
                };
                state.set(match loaded {
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
