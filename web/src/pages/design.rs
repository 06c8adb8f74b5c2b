//! `/design/`: every part of the design with an example, for those who change it. In the first language only.

use engine::messages;
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
    product, section,
};
use crate::components::{Icon, call_button, contact, crisis_line, icon, product_card};

/// The colours by the names of their tokens in `site.css`.
const COLOURS: [&str; 10] =
    ["paper", "ground", "ink", "soft", "line", "brand", "alarm", "alarm-ground", "notice", "good"];

pub(super) fn page(site: &Site) -> Page {
    let catalogue = site.catalogue();
    let language = catalogue.settings.languages[0];
    let messages = messages::of(language);
    let products: Vec<_> = catalogue.products.iter().take(2).collect();
    let organisation = catalogue.organisation(catalogue.settings.talk_to.as_str());
    let colours = COLOURS.map(|name| {
        html! { <li><span class={format!("swatch swatch-{name}")}></span><code>{ format!("--{name}") }</code></li> }
    });
    let drawings = Icon::ALL.map(|one| html! { <li>{ icon(one) }<code>{ format!("{one:?}") }</code></li> });
    let content = html! {
        <>
            <h1>{ "Design" }</h1>
            <p class="lead">{ "Tokens and components, as they are on every page. Try dark, more contrast and 200 % zoom." }</p>
            { section("tokens", "Tokens", html! { <ul class="swatches">{ for colours }</ul> }) }
            { section("icons", "Icon", html! { <ul class="swatches">{ for drawings }</ul> }) }
            { section("text", "Text", html! {
                <>
                    <p class="lead">{ ".lead: the first sentence of a page." }</p>
                    <p>{ "An ordinary paragraph with " }<a href="#text">{ "a link" }</a>{ "." }</p>
                    <p class="small">{ ".small: what is good to know." }</p>
                    <p class="notice">{ ".notice: what has to be noticed." }</p>
                </>
            }) }
            { section("buttons", "Buttons", html! {
                <p class="row">
                    <button type="button">{ "button" }</button>
                    <button type="button" class="quiet">{ "button.quiet" }</button>
                    <a class="button" href="#buttons">{ "a.button" }</a>
                    if let Some(phone) = organisation.and_then(|one| one.phone.as_ref()) {
                        { call_button(phone, language) }
                    }
                </p>
            }) }
            { section("cards", "Card", html! {
                <ul class="cards">
                    { for products.iter().map(|one| product_card(catalogue, one, language, Some(messages.screening.for_everyone))) }
                </ul>
            }) }
            if let Some(line) = catalogue.settings.crisis_lines.first() {
                { section("crisis", "Crisis", html! { <ul class="cards">{ crisis_line(line, language) }</ul> }) }
            }
            if let Some(organisation) = organisation {
                { section("contact", "Contact", contact(organisation, language)) }
            }
            { section("tiles", "Tiles", html! {
                <ul class="tiles small-tiles">
                    { for [Icon::Money, Icon::House, Icon::Heart].map(|one| html! {
                        <li><a class="tile" href="#tiles">{ icon(one) }<strong>{ "a.tile" }</strong></a></li>
                    }) }
                </ul>
            }) }
            { section("details", "Subject", html! {
                <details class="subject">
                    <summary>{ icon(Icon::Book) }<strong>{ "details.subject" }</strong></summary>
                    <p>{ "Opens without JavaScript." }</p>
                </details>
            }) }
            { section("fields", "Fields", html! {
                <fieldset class="choices">
                    <legend>{ "fieldset.choices" }</legend>
                    <label class="choice"><input type="checkbox" />{ "label.choice" }</label>
                    <label class="choice"><input type="checkbox" checked=true />{ "label.choice" }</label>
                </fieldset>
            }) }
            if let Some(first) = products.first() {
                { section("steps", "Steps", product::steps(first, language)) }
            }
        </>
    };
    let address = |_| "/design/".to_owned();
    let head = Head { listed: false, ..Head::new(language, "Design", "Tokens and components", &address) };
    document::page(site, &head, content)
}
