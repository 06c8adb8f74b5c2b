//! The search: answers while somebody types.

use std::rc::Rc;

use engine::{
    Explorer,
    catalogue::{Id, Language},
    messages,
    search::{Answer, QueryError, Request},
};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use crate::components::{crisis_line, product_card};

/// What the page tells the search.
#[derive(Clone, PartialEq, Properties, Serialize, Deserialize)]
pub struct SearchProperties {
    /// The language of the page.
    pub language: Language,
    /// The categories to filter by: id and name.
    pub categories: Vec<(String, String)>,
    /// Whom to call when nothing is found.
    pub talk_to: String,
}

/// The engine, in its stages.
#[derive(Clone)]
enum Engine {
    /// The page has just been rendered.
    Waiting,
    /// The bundle could not be loaded.
    Failed,
    /// It answers.
    Ready(Rc<Explorer>),
}

/// The search box, and what it found.
#[component]
pub fn Search(properties: &SearchProperties) -> Html {
    let language = properties.language;
    let words = &messages::of(language).search;
    let engine = use_state(|| Engine::Waiting);
    let query = use_state(String::new);
    let category = use_state(|| None::<String>);
    let input = use_node_ref();

    browser::use_engine(&engine, &query, &input);

    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| browser::typed(&event, &query))
    };
    // Pressing enter changes nothing, since the answer is there already; it must not load the page again.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());

    html! {
        <>
            <form class="search" role="search" action="" method="get" {onsubmit}>
                <label for="query">{ words.label }</label>
                <div class="row">
                    <input
                        ref={input}
                        id="query"
                        name="q"
                        type="search"
                        autocomplete="off"
                        autocapitalize="none"
                        enterkeyhint="search"
                        maxlength={engine::search::LONGEST_QUERY.to_string()}
                        placeholder={words.placeholder}
                        {oninput}
                    />
                    <button type="submit">{ words.button }</button>
                </div>
            </form>
            <div class="results" aria-live="polite">
                { results(properties, &engine, &query, &category) }
            </div>
        </>
    }
}

fn results(
    properties: &SearchProperties,
    engine: &Engine,
    query: &str,
    category: &UseStateHandle<Option<String>>,
) -> Html {
    let language = properties.language;
    let words = &messages::of(language).search;
    if query.trim().is_empty() {
        return Html::default();
    }
    let explorer = match engine {
        Engine::Waiting => return html! { <p class="notice">{ words.loading }</p> },
        Engine::Failed => return html! { <p class="notice">{ words.failed }</p> },
        Engine::Ready(explorer) => explorer,
    };
    let only = category.as_deref().map(Id::new);
    let request = Request { category: only.as_ref(), ..Request::new(query, language) };
    match explorer.search(&request) {
        Err(QueryError::TooLong { .. }) => html! { <p class="notice">{ words.too_long }</p> },
        Ok(answer) => html! {
            <>
                if !answer.crisis_lines.is_empty() {
                    <h2>{ words.danger }</h2>
                    <ul class="cards">
                        { for answer.crisis_lines.iter().map(|line| crisis_line(line, language)) }
                    </ul>
                }
                { for answer.corrections.iter().map(|(typed, meant)| html! {
                    <p class="notice">{ words.corrected(meant, typed) }</p>
                }) }
                { filter(properties, category) }
                { found(explorer, &answer, properties) }
            </>
        },
    }
}

/// The categories to filter by.
fn filter(properties: &SearchProperties, category: &UseStateHandle<Option<String>>) -> Html {
    let words = &messages::of(properties.language).search;
    let choice = |id: Option<String>, name: String| {
        let pressed = **category == id;
        let category = category.clone();
        let onclick = Callback::from(move |_| category.set(id.clone()));
        html! { <button type="button" aria-pressed={pressed.to_string()} {onclick}>{ name }</button> }
    };
    html! {
        <div class="filter" role="group" aria-label={words.filter}>
            { choice(None, words.all_categories.to_owned()) }
            { for properties.categories.iter().map(|(id, name)| choice(Some(id.clone()), name.clone())) }
        </div>
    }
}

fn found(explorer: &Explorer, answer: &Answer<'_>, properties: &SearchProperties) -> Html {
    let language = properties.language;
    let words = &messages::of(language).search;
    let count = answer.hits.len();
    if count == 0 {
        return html! {
            <div class="notice">
                <p>{ words.nothing }</p>
                <p>{ words.nothing_help(&properties.talk_to) }</p>
            </div>
        };
    }
    let cards = answer.hits.iter().map(|hit| {
        product_card(explorer.catalogue(), hit.product, language, Some(&hit.reason.sentence(language)))
    });
    html! {
        <>
            <h2 class="count">
                { if count == 1 { words.one_result.to_owned() } else { words.results(count) } }
            </h2>
            <ul class="cards">{ for cards }</ul>
        </>
    }
}

/// What only a browser can do: load the bundle, read the address bar, follow the typing. It compiles natively too, where
/// pages are rendered and none of it is ever called.
mod browser {
    use std::rc::Rc;

    use engine::bundle;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{HtmlInputElement, Response, UrlSearchParams};
    use yew::prelude::*;

    use super::Engine;

    /// Once the island lives: takes over what was typed before, or the question in the address, and loads the bundle.
    #[hook]
    pub(super) fn use_engine(
        engine: &UseStateHandle<Engine>,
        query: &UseStateHandle<String>,
        input: &NodeRef,
    ) {
        let (engine, query, input) = (engine.clone(), query.clone(), input.clone());
        use_effect_with((), move |()| {
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            if input.value().is_empty()
                && let Some(asked) = asked()
            {
                input.set_value(&asked);
            }
            let typed = input.value();
            if !typed.is_empty() {
                keep_in_address(&typed);
            }
            query.set(typed);
            let address = input
                .closest("[data-bundle]")
                .ok()
                .flatten()
                .and_then(|island| island.get_attribute("data-bundle"))
                .unwrap_or_default();
            spawn_local(async move {
                match fetch(&address).await.map(|bytes| bundle::read(&bytes)) {
                    Ok(Ok(explorer)) => engine.set(Engine::Ready(Rc::new(explorer))),
                    Ok(Err(fault)) => {
                        web_sys::console::error_1(&fault.to_string().into());
                        engine.set(Engine::Failed);
                    }
                    Err(fault) => {
                        web_sys::console::error_1(&fault);
                        engine.set(Engine::Failed);
                    }
                }
            });
        });
    }

    /// Follows the typing.
    pub(super) fn typed(event: &InputEvent, query: &UseStateHandle<String>) {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let typed = input.value();
        keep_in_address(&typed);
        query.set(typed);
    }

    /// Keeps the question in the address, so that it can be shared and reloaded.
    fn keep_in_address(typed: &str) {
        let address = if typed.trim().is_empty() {
            "?".to_owned()
        } else {
            format!("?q={}", js_sys::encode_uri_component(typed))
        };
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            // A browser that refuses, as some do after a hundred letters a minute, only keeps an older address.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
        }
    }

    /// The question in the address.
    fn asked() -> Option<String> {
        let search = web_sys::window()?.location().search().ok()?;
        UrlSearchParams::new_with_str(&search).ok()?.get("q")
    }

    async fn fetch(address: &str) -> Result<Vec<u8>, JsValue> {
        let window = web_sys::window().ok_or("there is no window")?;
        let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
        if !response.ok() {
            return Err(format!("{address}: status {}", response.status()).into());
        }
        let buffer = JsFuture::from(response.array_buffer()?).await?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}
