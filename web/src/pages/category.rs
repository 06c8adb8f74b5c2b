//! A category: its products, grouped by need, the most important first.

use std::collections::BTreeSet;

use engine::catalogue::{Category, Language};
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
};
use crate::{address, components::product_card};

pub(super) fn page(site: &Site, category: &Category, language: Language) -> Page {
    let catalogue = site.catalogue();
    let products = catalogue.products_of_category(category);
    // Each product stands under the need it answers best; needs come in the order of their most important product.
    let mut shown = BTreeSet::new();
    let mut groups = Vec::new();
    for product in &products {
        let Some(theme) = product.themes.first().filter(|theme| shown.insert(theme.as_str())) else {
            continue;
        };
        let Some(theme) = catalogue.theme(theme.as_str()) else { continue };
        let members = products.iter().filter(|product| product.themes.first() == Some(&theme.id));
        let cards = members.map(|product| product_card(catalogue, product, language, None));
        groups.push(html! {
            <section>
                <h2><a href={address::theme(theme, language)}>{ theme.name.text(language) }</a></h2>
                <ul class="cards">{ for cards }</ul>
            </section>
        });
    }
    let content = html! {
        <>
            <h1>{ category.name.text(language) }</h1>
            <p class="lead">{ category.summary.text(language) }</p>
            { for groups }
        </>
    };
    let (name, summary) = (category.name.text(language), category.summary.text(language));
    let address = |language| address::category(category, language);
    document::page(site, &Head::new(language, name, summary, &address), content)
}
