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
            <section lang={language.to_string()} dir={messages.site.direction}>
                <h2>{ messages.site.not_found }</h2>
                <form class="search" role="search" aria-label={messages.site.language_name} action={address::home(language)} method="get">
                    <label for={format!("query-{language}")}>{ messages.search.label }</label>
                    <div class="row">
                        <input id={format!("query-{language}")} name="q" type="search" placeholder={messages.search.placeholder} />
                        <button type="submit">{ messages.search.button }</button>
                    </div>
                </form>
                <p><a href={address::home(language)}>{ messages.site.not_found_search }</a></p>
            </section>
        }
    });
    let first = settings.languages[0];
    let messages = messages::of(first);
    let head = Head {
        listed: false,
        ..Head::new(first, messages.site.not_found, messages.site.not_found, &address::home)
    };
    let page = document::page(site, &head, html! { <><h1 class="unseen">{ "404" }</h1>{ for ways }</> });
    Page { address: "/404.html".to_owned(), ..page }
}
