//! What people see when an address leads nowhere, in every language.

use engine::messages;
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
};
use crate::address;

pub(super) fn page(site: &Site) -> Page {
    let settings = &site.catalogue().settings;
    let ways = settings.languages.iter().map(|&language| {
        let messages = messages::of(language);
        html! {
            <section lang={language.to_string()}>
                <h2>{ messages.site.not_found }</h2>
                <p><a class="button" href={address::home(language)}>{ messages.site.not_found_search }</a></p>
            </section>
        }
    });
    let first = settings.languages[0];
    let messages = messages::of(first);
    let head = Head {
        language: first,
        title: Some(messages.site.not_found),
        description: messages.site.not_found,
        address: &address::home,
        has_island: false,
    };
    let page = document::page(site, &head, html! { <><h1 class="unseen">{ "404" }</h1>{ for ways }</> });
    Page { address: "/404.html".to_owned(), ..page }
}
