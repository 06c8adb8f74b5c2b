//! The home page: the search, the rights check, somebody to talk to, the needs, the categories.

use engine::{
    catalogue::{Catalogue, Category, Language, Theme},
    messages,
};
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
    section,
};
use crate::{
    address,
    components::{Icon, call_button, icon},
    islands::search::{Search, SearchProperties},
};

pub(super) fn page(site: &Site, language: Language) -> Page {
    let catalogue = site.catalogue();
    let settings = &catalogue.settings;
    let messages = messages::of(language);
    let tagline = messages.site.tagline(settings.municipality.text(language));
    let first = settings.first_themes.iter().filter_map(|id| catalogue.theme(id.as_str()));
    let content = html! {
        <>
            <h1>{ &tagline }</h1>
            <p class="lead">{ messages.site.intro }</p>
            { document::island::<Search>(site, language, "start_search", |bundles| &bundles.searcher, properties(catalogue, language)) }
            <noscript><p class="notice">{ messages.search.without_script }</p></noscript>
            { ways(catalogue, language) }
            { section("needs", messages.site.needs, html! {
                <ul class="tiles small-tiles">{ for first.map(|theme| need_tile(catalogue, theme, language)) }</ul>
            }) }
            { section("categories", messages.site.categories, html! {
                <>{ for settings.categories.iter().map(|category| subject(catalogue, category, language)) }</>
            }) }
        </>
    };
    let head = Head {
        title: None,
        island: Some(|bundles| &bundles.searcher),
        ..Head::new(language, "", &tagline, &address::home)
    };
    document::page(site, &head, content)
}

/// What the search island of this catalogue has to know.
pub(super) fn properties(catalogue: &Catalogue, language: Language) -> SearchProperties {
    let settings = &catalogue.settings;
    let talk_to = catalogue.organisation(settings.talk_to.as_str());
    SearchProperties {
        language,
        categories: settings
            .categories
            .iter()
            .map(|category| (category.id.as_str().to_owned(), category.name.text(language).to_owned()))
            .collect(),
        talk_to: talk_to.map_or_else(String::new, |one| one.name.text(language).to_owned()),
        talk_to_phone: talk_to.and_then(|one| one.phone.clone()),
    }
}

/// The two other ways: the rights check, and a person.
fn ways(catalogue: &Catalogue, language: Language) -> Html {
    let messages = messages::of(language);
    let talk_to = catalogue.organisation(catalogue.settings.talk_to.as_str());
    html! {
        <div class="ways-in">
            <div class="card">
                <p>{ messages.site.check_text }</p>
                <a class="button" href={address::of(language, |address| address.check)}>
                    { icon(Icon::Check) }{ messages.site.check }
                </a>
            </div>
            if let Some((organisation, phone)) = talk_to.and_then(|one| Some((one, one.phone.as_ref()?))) {
                <div class="card">
                    <p><strong>{ messages.site.talk }</strong>{ " " }{ messages.site.talk_text(organisation.name.text(language)) }</p>
                    { call_button(phone, language) }
                </div>
            }
        </div>
    }
}

fn need_tile(catalogue: &Catalogue, theme: &Theme, language: Language) -> Html {
    let drawing =
        main_category(catalogue, theme).map_or(Icon::List, |one| Icon::of_category(one.id.as_str()));
    html! {
        <li>
            <a class="tile" href={address::theme(theme, language)}>
                { icon(drawing) }<strong>{ theme.name.text(language) }</strong>
            </a>
        </li>
    }
}

/// A category with all its needs, closed until somebody opens it; it opens without JavaScript too.
fn subject(catalogue: &Catalogue, category: &Category, language: Language) -> Html {
    let name = category.name.text(language);
    let of_category =
        |theme: &&Theme| main_category(catalogue, theme).is_some_and(|one| *one.id == *category.id);
    let needs = catalogue.themes.iter().filter(of_category).map(|theme| {
        html! { <li><a href={address::theme(theme, language)}>{ theme.name.text(language) }</a></li> }
    });
    html! {
        <details class="subject">
            <summary>
                { icon(Icon::of_category(category.id.as_str())) }
                <span><strong>{ name }</strong>{ " " }<span class="small">{ category.summary.text(language) }</span></span>
            </summary>
            <ul class="needs">
                { for needs }
                <li><a href={address::category(category, language)}>{ messages::of(language).site.all_of(name) }</a></li>
            </ul>
        </details>
    }
}

/// The category from which most of what helps with a need comes; the first of equals.
fn main_category<'a>(catalogue: &'a Catalogue, theme: &Theme) -> Option<&'a Category> {
    let products = catalogue.products_of_theme(theme);
    let count = |category: &Category| products.iter().filter(|one| one.category == *category.id).count();
    catalogue.settings.categories.iter().rev().max_by_key(|category| count(category))
}
