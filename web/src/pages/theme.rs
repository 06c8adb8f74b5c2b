//! A theme: what helps with one need, the most important first.

use engine::{
    catalogue::{Language, Theme},
    messages,
};
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
};
use crate::{address, components::product_card};

/// How many products stand open: more are not read by somebody in trouble.
const FIRST: usize = 8;

pub(super) fn page(site: &Site, theme: &Theme, language: Language) -> Page {
    let catalogue = site.catalogue();
    let name = theme.name.text(language);
    let products = catalogue.products_of_theme(theme);
    let card = |product| product_card(catalogue, product, language, None);
    let (first, more) = products.split_at(FIRST.min(products.len()));
    let content = html! {
        <>
            <h1>{ name }</h1>
            <p class="lead">{ theme.summary.text(language) }</p>
            <h2 class="unseen">{ messages::of(language).screening.top }</h2>
            <ul class="cards">{ for first.iter().copied().map(card) }</ul>
            if !more.is_empty() {
                <details class="subject">
                    <summary><strong>{ messages::of(language).site.more_needs(name) }</strong></summary>
                    <ul class="cards">{ for more.iter().copied().map(card) }</ul>
                </details>
            }
        </>
    };
    let address = |language| address::theme(theme, language);
    document::page(site, &Head::new(language, name, theme.summary.text(language), &address), content)
}
