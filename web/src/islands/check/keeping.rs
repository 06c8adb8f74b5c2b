//! Keeping and passing on what was answered: on this device, in a link, in a file; and deleting it.

use engine::{messages, screening::Screener};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Action, CheckProperties, Shared, State};
use crate::islands::{browser, keep};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct KeepingProperties {
    pub state: UseReducerHandle<State>,
    pub screener: Shared<Screener>,
    pub properties: CheckProperties,
}

/// The ways to keep and pass on.
#[component]
pub(super) fn Keeping(properties: &KeepingProperties) -> Html {
    let words = &messages::of(properties.properties.language).check;
    let state = &properties.state;
    let link = use_state(|| None::<String>);
    let said = use_state(|| "");

    let on_device = {
        let (dispatcher, on, said) = (state.dispatcher(), state.on_device, said.clone());
        let kept = state.kept.clone();
        Callback::from(move |_: Event| {
            if on {
                keep::forget_on_device();
                said.set("");
            } else {
                keep::keep(&kept, true);
                said.set(words.saved);
            }
            dispatcher.dispatch(Action::OnDevice(!on));
        })
    };
    let clear = {
        let (dispatcher, said, link) = (state.dispatcher(), said.clone(), link.clone());
        Callback::from(move |_| {
            keep::forget_on_device();
            keep::keep(&keep::Kept::default(), false);
            link.set(None);
            said.set(words.cleared);
            dispatcher.dispatch(Action::Clear);
        })
    };
    let make_link = {
        let (link, profile) = (link.clone(), state.kept.profile.clone());
        let address = properties.properties.address.clone();
        Callback::from(move |_| {
            let address = address.clone().unwrap_or_else(browser::whole_address);
            link.set(Some(keep::link(&address, &profile)));
        })
    };
    let save = {
        let profile = state.kept.profile.clone();
        Callback::from(move |_| browser::save("profile.json", "application/json", &keep::file(&profile)))
    };
    let has_answers = !state.kept.profile.is_empty();
    html! {
        <section class="keeping screen-only">
            <h2 class="part">{ words.keep }</h2>
            if has_answers {
                <label class="choice">
                    <input type="checkbox" checked={state.on_device} onchange={on_device} />
                    <span>{ words.save_here }{ " " }<span class="small">{ words.save_hint }</span></span>
                </label>
                <p class="row">
                    <button type="button" class="quiet" onclick={make_link}>{ words.link }</button>
                    <button type="button" class="quiet" onclick={save}>{ words.file_save }</button>
                    { open_file(properties) }
                    <button type="button" class="quiet" onclick={clear}>{ words.clear }</button>
                </p>
                if let Some(link) = &*link {
                    { shown_link(link, &said, properties) }
                }
            } else {
                <p class="row">{ open_file(properties) }</p>
            }
            <p role="status">{ *said }</p>
        </section>
    }
}

fn shown_link(link: &str, said: &UseStateHandle<&'static str>, properties: &KeepingProperties) -> Html {
    let words = &messages::of(properties.properties.language).check;
    let copy = {
        let (link, said) = (link.to_owned(), said.clone());
        Callback::from(move |_| {
            let said = said.clone();
            browser::copy(&link, move || said.set(words.copied));
        })
    };
    html! {
        <div class="notice">
            <p>{ words.link_warning }</p>
            <label>{ words.link_label }<input class="wide" type="text" readonly=true value={link.to_owned()} /></label>
            <button type="button" class="quiet" onclick={copy}>{ words.copy }</button>
        </div>
    }
}

/// A field to open a file that was saved here.
fn open_file(properties: &KeepingProperties) -> Html {
    let (dispatcher, screener) = (properties.state.dispatcher(), properties.screener.clone());
    let words = &messages::of(properties.properties.language).check;
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let (dispatcher, screener) = (dispatcher.clone(), screener.clone());
        browser::read(&file, move |text| {
            dispatcher.dispatch(Action::Load(keep::read(screener.catalogue(), &text)));
        });
        // So that the same file can be opened again.
        input.set_value("");
    });
    html! {
        <label class="button quiet file">
            { words.file_open }<input type="file" accept=".json,application/json" {onchange} />
        </label>
    }
}
