//! The search: suggestions and answers while somebody types.

use engine::{
    catalogue::{Id, Language, Phone},
    messages::{self, SearchMessages},
    screening::{Profile, Screener, Verdict},
    search::{Answer, Hit, QueryError, Request, Searcher},
};
use serde::{Deserialize, Serialize};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    browser,
    frame::{Load, Shared, use_phrases, use_screener, use_searcher},
    keep,
};
use crate::{
    address,
    components::{Icon, call_button, crisis_line, icon, product_card},
};

mod suggestions;

use suggestions::Suggestions;

/// What the page tells the search.
#[derive(Clone, PartialEq, Properties, Serialize, Deserialize)]
pub struct SearchProperties {
    /// The language of the page.
    pub language: Language,
    /// The categories to filter by: id and name.
    pub categories: Vec<(String, String)>,
    /// Whom to call when nothing is found.
    pub talk_to: String,
    /// Their number.
    pub talk_to_phone: Option<Phone>,
}

/// How many answers stand there at first, and how many come with each "more".
const PAGE: usize = 10;

/// The search box, and what it found.
#[component]
pub fn Search(properties: &SearchProperties) -> Html {
    let language = properties.language;
    let words = &messages::of(language).search;
    let input = use_node_ref();
    let searcher = use_searcher(&input);
    use_phrases(&input, &searcher);
    // Whether answers to the rights check are kept, which then count here too.
    let is_kept = use_state(|| false);
    let screener = use_screener(&input, *is_kept);
    let query = use_state(String::new);
    let category = use_state(|| None::<String>);
    let limit = use_state(|| PAGE);
    let profile = use_state(Profile::default);
    // Whether suggestions are shown, and which one the arrow keys have reached.
    let open = use_state(|| false);
    let active = use_state(|| None::<usize>);

    // Takes over what was typed before the search came to life, or the question in the address.
    {
        let (input, query, is_kept) = (input.clone(), query.clone(), is_kept.clone());
        use_effect_with((), move |()| {
            is_kept.set(keep::is_kept());
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            if input.value().is_empty()
                && let Some(asked) = browser::parameter("q")
            {
                input.set_value(&asked);
            }
            let typed = input.value();
            // What a form has put there stays as the browser wrote it.
            if !typed.is_empty() && browser::parameter("q").as_deref() != Some(&typed) {
                keep_in_address(&typed);
            }
            query.set(typed);
        });
    }
    {
        let profile = profile.clone();
        use_effect_with(screener.clone(), move |screener| {
            if let Load::Ready(screener) = screener {
                profile.set(keep::find(screener.catalogue()).kept.profile);
            }
        });
    }

    let oninput = {
        let (query, open, active, limit) = (query.clone(), open.clone(), active.clone(), limit.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let typed = input.value();
            keep_in_address(&typed);
            query.set(typed);
            open.set(true);
            active.set(None);
            limit.set(PAGE);
        })
    };
    // The answer is there already, so pressing enter only closes the suggestions; it must not load the page again.
    let onsubmit = {
        let (open, input) = (open.clone(), input.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            open.set(false);
            // The keyboard of a phone goes away, so that the answers can be seen.
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let _ = input.blur();
            }
        })
    };
    let found = match (&searcher, *open) {
        (Load::Ready(searcher), true) => Suggestions::find(searcher, &query, language),
        _ => Suggestions::default(),
    };
    let of_family = match screener {
        Load::Ready(screener) => Load::Ready(Some(screener)),
        // Answers would change their places once it comes.
        Load::Waiting if *is_kept => Load::Waiting,
        Load::Waiting | Load::Failed => Load::Ready(None),
    };
    let onkeydown = found.on_key(&open, &active);
    let onblur = {
        let open = open.clone();
        Callback::from(move |_: FocusEvent| open.set(false))
    };
    let shown = !found.is_empty();
    html! {
        <>
            <form class="search" role="search" action="" method="get" {onsubmit}>
                <label for="query">{ words.label }</label>
                <div class="row">
                    <div class="combobox">
                        <input
                            ref={input}
                            id="query"
                            name="q"
                            type="search"
                            role="combobox"
                            aria-expanded={shown.to_string()}
                            aria-controls="suggestions"
                            aria-autocomplete="list"
                            aria-activedescendant={active.filter(|_| shown).map(suggestions::id)}
                            autocomplete="off"
                            autocapitalize="none"
                            enterkeyhint="search"
                            maxlength={engine::search::LONGEST_QUERY.to_string()}
                            placeholder={words.placeholder}
                            {oninput}
                            {onkeydown}
                            {onblur}
                        />
                        { found.view(*active, words) }
                    </div>
                    <button type="submit">{ icon(Icon::Search) }<span>{ words.button }</span></button>
                </div>
            </form>
            <div class="results" aria-live="polite">
                { results(properties, &searcher, &of_family, &query, &category, &limit, &profile) }
            </div>
        </>
    }
}

/// Keeps the question in the address, so that it can be shared and reloaded.
fn keep_in_address(typed: &str) {
    if typed.trim().is_empty() {
        browser::show_address(&browser::here());
    } else {
        browser::show_address(&format!("?q={}", js_sys::encode_uri_component(typed)));
    }
}

fn results(
    properties: &SearchProperties,
    searcher: &Load<Shared<Searcher>>,
    of_family: &Load<Option<Shared<Screener>>>,
    query: &str,
    category: &UseStateHandle<Option<String>>,
    limit: &UseStateHandle<usize>,
    profile: &Profile,
) -> Html {
    let language = properties.language;
    let words = &messages::of(language).search;
    if query.trim().is_empty() {
        return Html::default();
    }
    let (searcher, screener) = match (searcher, of_family) {
        (Load::Failed, _) => return html! { <p class="notice">{ words.failed }</p> },
        (Load::Ready(searcher), Load::Ready(screener)) => (searcher, screener),
        _ => return html! { <p class="notice">{ words.loading }</p> },
    };
    let only = category.as_deref().map(Id::new);
    let screening =
        screener.as_ref().filter(|_| !profile.is_empty()).map(|screener| screener.screen(profile));
    let request = Request {
        category: only.as_ref(),
        // One more than is shown tells whether there is more.
        limit: **limit + 1,
        screening: screening.as_ref(),
        ..Request::new(query, language)
    };
    let mut answer = match searcher.search(&request) {
        Err(QueryError::TooLong { .. }) => return html! { <p class="notice">{ words.too_long }</p> },
        Ok(answer) => answer,
    };
    let has_more = answer.hits.len() > **limit;
    answer.hits.truncate(**limit);
    let more = {
        let limit = limit.clone();
        Callback::from(move |_| limit.set(*limit + PAGE))
    };
    let reason = |hit: &Hit<'_>| {
        let why = hit.reason.sentence(language);
        let found =
            screening.as_ref().and_then(|screening| Some((screening, screening.of(&hit.product.id)?)));
        match found {
            Some((screening, found)) if found.verdict != Verdict::ForEveryone || found.received => {
                format!("{} · {why}", screening.why(found).sentence(language))
            }
            _ => why,
        }
    };
    html! {
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
            if answer.hits.is_empty() {
                { nothing(properties, &answer) }
            } else {
                <h2 class="count">
                    { match answer.hits.len() {
                        _ if has_more => words.results(format!("{}+", answer.hits.len())),
                        1 => words.one_result.to_owned(),
                        count => words.results(count),
                    } }
                </h2>
                if screening.is_some() {
                    <p class="small">{ words.verdicts_shown }</p>
                }
                <ul class="cards">
                    { for answer.hits.iter().map(|hit| {
                        product_card(searcher.catalogue(), hit.product, language, Some(&reason(hit)))
                    }) }
                </ul>
                if has_more {
                    <button type="button" class="quiet" onclick={more}>{ words.more }</button>
                }
                { themes(&answer, words, language) }
            }
        </>
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

/// The needs that fit the question, to look further.
fn themes(answer: &Answer<'_>, words: &SearchMessages, language: Language) -> Html {
    if answer.themes.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2 class="count">{ words.themes }</h2>
            <ul class="tiles">
                { for answer.themes.iter().map(|theme| html! {
                    <li><a class="tile" href={address::theme(theme, language)}><strong>{ theme.name.text(language) }</strong></a></li>
                }) }
            </ul>
        </>
    }
}

/// What helps when nothing was found: the nearest needs, and a person.
fn nothing(properties: &SearchProperties, answer: &Answer<'_>) -> Html {
    let language = properties.language;
    let words = &messages::of(language).search;
    browser::tell("nothing-found");
    html! {
        <>
            <div class="notice">
                <p>{ words.nothing }</p>
                <p>{ words.nothing_help(&properties.talk_to) }</p>
                if let Some(phone) = &properties.talk_to_phone {
                    { call_button(phone, language) }
                }
            </div>
            { themes(answer, words, language) }
        </>
    }
}
