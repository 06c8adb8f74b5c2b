//! Whom to call.

use engine::{
    catalogue::{Language, Organisation, Phone},
    messages,
};
use yew::prelude::*;

/// A link that calls this number when tapped.
pub fn call_button(phone: &Phone, language: Language) -> Html {
    html! { <a class="call" href={phone.link()}>{ messages::of(language).site.call(phone) }</a> }
}

/// An organisation with its number and its site.
pub fn contact(organisation: &Organisation, language: Language) -> Html {
    html! {
        <div class="contact">
            <p class="name">{ organisation.name.text(language) }</p>
            if let Some(phone) = &organisation.phone {
                { call_button(phone, language) }
            }
            if let Some(url) = &organisation.url {
                <a class="link" href={url.as_str().to_owned()} rel="external">
                    { messages::of(language).product.link(url.site()) }
                </a>
            }
        </div>
    }
}
