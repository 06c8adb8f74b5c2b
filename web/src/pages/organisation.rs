//! Organisations: one page each with what one can ask there, and one with all of them.

use engine::{
    catalogue::{Language, Organisation, Product},
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
    components::{contact, product_card},
};

pub(super) fn page(site: &Site, organisation: &Organisation, language: Language) -> Page {
    let catalogue = site.catalogue();
    let words = &messages::of(language).site;
    let name = organisation.name.text(language);
    let sorted = |belongs: &dyn Fn(&Product) -> bool| {
        let mut found: Vec<_> = catalogue.products.iter().filter(|product| belongs(product)).collect();
        found.sort_by_key(|product| std::cmp::Reverse(product.importance));
        found
    };
    let asked = sorted(&|product| product.apply_at == organisation.id);
    let granted =
        sorted(&|product| product.organisation == organisation.id && product.apply_at != organisation.id);
    let list = |products: &[&Product]| {
        html! { <ul class="cards">{ for products.iter().map(|one| product_card(catalogue, one, language, None)) }</ul> }
    };
    let content = html! {
        <>
            <h1>{ name }</h1>
            { contact(organisation, language) }
            if !asked.is_empty() {
                { section("asked", words.organisation_products, list(&asked)) }
            }
            if !granted.is_empty() {
                { section("granted", words.organisation_grants, list(&granted)) }
            }
        </>
    };
    let names: Vec<_> = asked.iter().chain(&granted).take(3).map(|one| one.name.text(language)).collect();
    let description = format!("{name}: {}", names.join(", "));
    let address = |language| address::organisation(organisation, language);
    document::page(site, &Head::new(language, name, &description, &address), content)
}

/// All organisations by name.
pub(super) fn all(site: &Site, language: Language) -> Page {
    let words = &messages::of(language).site;
    let mut organisations: Vec<_> = site.catalogue().organisations.iter().collect();
    organisations.sort_by_key(|one| engine::language::fold(one.name.text(language)));
    let items = organisations.into_iter().map(|one| {
        html! {
            <li>
                <a href={address::organisation(one, language)}>{ one.name.text(language) }</a>
                if let Some(phone) = &one.phone {
                    { " " }<a class="number" href={phone.link()}>{ phone.as_str().to_owned() }</a>
                }
            </li>
        }
    });
    let content = html! {
        <>
            <h1>{ words.organisations }</h1>
            <ul class="needs">{ for items }</ul>
        </>
    };
    let head = Head::new(language, words.organisations, words.organisations, &address::organisations);
    document::page(site, &head, content)
}
