//! The home page: search, the needs, the categories.

use engine::{catalogue::Language, messages};
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
    section,
};
use crate::{
    address,
    islands::search::{Search, SearchProperties},
};

pub(super) fn page(site: &Site, language: Language) -> Page {
    let catalogue = site.catalogue();
    let settings = &catalogue.settings;
    let messages = messages::of(language);
    let categories = settings.categories.iter().map(|category| {
        html! {
            <li>
                <a class="tile" href={address::category(category, language)}>
                    <strong>{ category.name.text(language) }</strong>
                    <span>{ category.summary.text(language) }</span>
                </a>
            </li>
        }
    });
    let needs = catalogue.themes.iter().map(|theme| {
        html! { <li><a href={address::theme(theme, language)}>{ theme.name.text(language) }</a></li> }
    });
    let properties = SearchProperties {
        language,
        categories: settings
            .categories
            .iter()
            .map(|category| (category.id.as_str().to_owned(), category.name.text(language).to_owned()))
            .collect(),
        talk_to: catalogue
            .organisation(settings.talk_to.as_str())
            .map_or_else(String::new, |organisation| organisation.name.text(language).to_owned()),
    };
    let data = serde_json::to_string(&properties).expect("texts are always JSON");
    let tagline = messages.site.tagline(settings.municipality.text(language));
    let assets = &site.assets;
    let content = html! {
        <>
            <h1>{ &tagline }</h1>
            <p class="lead">{ messages.site.intro }</p>
            <div
                data-island="search"
                data-properties={data}
                data-module={assets.module.clone()}
                data-wasm={assets.wasm.clone()}
                data-bundle={assets.bundles.get(&language).cloned()}
            >
                { document::island::<Search>(properties) }
            </div>
            <noscript><p class="notice">{ messages.search.without_script }</p></noscript>
            { section("categories", messages.site.categories, html! { <ul class="tiles">{ for categories }</ul> }) }
            { section("needs", messages.site.needs, html! { <ul class="needs">{ for needs }</ul> }) }
        </>
    };
    let head =
        Head { language, title: None, description: &tagline, address: &address::home, has_island: true };
    document::page(site, &head, content)
}
