//! A theme: what helps with one need, the most important first.

use engine::catalogue::{Language, Theme};
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
};
use crate::{address, components::product_card};

pub(super) fn page(site: &Site, theme: &Theme, language: Language) -> Page {
    let catalogue = site.catalogue();
    let cards = catalogue
        .products_of_theme(theme)
        .into_iter()
        .map(|product| product_card(catalogue, product, language, None));
    let content = html! {
        <>
            <h1>{ theme.name.text(language) }</h1>
            <p class="lead">{ theme.summary.text(language) }</p>
            <h2 class="unseen">{ engine::messages::of(language).site.needs }</h2>
            <ul class="cards">{ for cards }</ul>
        </>
    };
    let head = Head {
        language,
        title: Some(theme.name.text(language)),
        description: theme.summary.text(language),
        address: &|language| address::theme(theme, language),
        has_island: false,
    };
    document::page(site, &head, content)
}
