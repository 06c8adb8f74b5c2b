//! Whom to call.

use engine::{
    catalogue::{Language, Organisation, Phone},
    messages,
};
use yew::prelude::*;

use super::{Icon, icon};
use crate::address;

/// A link that calls this number when tapped.
pub fn call_button(phone: &Phone, language: Language) -> Html {
    html! {
        <a class="call" href={phone.link()}>{ icon(Icon::Phone) }{ messages::of(language).site.call(phone) }</a>
    }
}

/// An organisation with its number and its site; its name leads to its own page.
pub fn contact(organisation: &Organisation, language: Language) -> Html {
    html! {
        <div class="contact">
            <p class="name">
                <a href={address::organisation(organisation, language)}>{ organisation.name.text(language) }</a>
            </p>
            if let Some(phone) = &organisation.phone {
                { call_button(phone, language) }
            }
            if let Some(url) = &organisation.url {
                <a class="link" href={url.as_str().to_owned()} rel="external">
                    { icon(Icon::Outside) }{ messages::of(language).product.link(url.site()) }
                </a>
            }
        </div>
    }
}
