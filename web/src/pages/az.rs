//! A to Z: everything by name, also by the names people still use.

use std::collections::BTreeMap;

use engine::{catalogue::Language, language::fold, messages};
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
};
use crate::address;

pub(super) fn page(site: &Site, language: Language) -> Page {
    let catalogue = site.catalogue();
    let words = &messages::of(language).site;
    // By first letter, then by the folded name: Ö stands with O.
    let mut letters: BTreeMap<char, BTreeMap<String, (String, String)>> = BTreeMap::new();
    let mut add = |name: &str, text: String, link: String| {
        let folded = fold(name);
        let first = folded.chars().find(|letter| letter.is_alphanumeric()).unwrap_or('#');
        let letter = if first.is_ascii_digit() { '#' } else { first.to_ascii_uppercase() };
        letters.entry(letter).or_default().entry(folded).or_insert((text, link));
    };
    for product in &catalogue.products {
        let name = product.name.text(language);
        add(name, name.to_owned(), address::product(catalogue, product, language));
    }
    for product in &catalogue.products {
        for former in &product.former_names {
            let text = words.also_called(former, product.name.text(language));
            add(former, text, address::product(catalogue, product, language));
        }
    }
    let jumps = letters.keys().map(|letter| {
        html! { <li><a href={format!("#{}", anchor(*letter))}>{ letter.to_string() }</a></li> }
    });
    let lists = letters.iter().map(|(letter, entries)| {
        let items = entries.values().map(|(text, link)| {
            html! { <li><a href={link.clone()}>{ text }</a></li> }
        });
        html! {
            <section id={anchor(*letter)}>
                <h2>{ letter.to_string() }</h2>
                <ul class="needs">{ for items }</ul>
            </section>
        }
    });
    let content = html! {
        <>
            <h1>{ words.az }</h1>
            <p class="lead">{ words.az_text }</p>
            <ul class="letters">{ for jumps }</ul>
            { for lists }
        </>
    };
    let address = |language| address::of(language, |address| address.az);
    document::page(site, &Head::new(language, words.az, words.az_text, &address), content)
}

fn anchor(letter: char) -> String {
    if letter == '#' { "letter-0".to_owned() } else { format!("letter-{letter}") }
}
