//! What the site is and what it does with data, and how accessible it is.

use engine::{catalogue::Language, messages};
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
    section,
};
use crate::{address, components::contact};

/// About the site, and privacy.
pub(super) fn page(site: &Site, language: Language) -> Page {
    let settings = &site.catalogue().settings;
    let messages = messages::of(language);
    let words = &messages.about;
    let what = words.what(settings.municipality.text(language));
    let privacy = [words.privacy_1, words.privacy_2, words.privacy_3, words.privacy_4, words.privacy_5];
    let content = html! {
        <>
            <h1>{ messages.site.about }</h1>
            { section("what", words.what_title, html! { <p>{ what.clone() }</p> }) }
            { section("who", words.who_title, html! { <p>{ words.who }</p> }) }
            { section("true", words.correct_title, html! { <p>{ words.correct }</p> }) }
            { section("privacy", words.privacy_title, html! {
                <>
                    { for privacy.map(|text| html! { <p>{ text }</p> }) }
                    if settings.count_at.is_some() {
                        <p class="notice">{ words.counting }</p>
                    }
                </>
            }) }
            { section("free", words.free_title, html! { <p>{ words.free }</p> }) }
        </>
    };
    let address = |language| address::of(language, |address| address.about);
    document::page(site, &Head::new(language, messages.site.about, &what, &address), content)
}

/// The accessibility statement.
pub(super) fn accessibility(site: &Site, language: Language) -> Page {
    let catalogue = site.catalogue();
    let messages = messages::of(language);
    let words = &messages.accessibility;
    let talk_to = catalogue.organisation(catalogue.settings.talk_to.as_str());
    let list = |texts: &[&'static str]| html! { <ul>{ for texts.iter().map(|text| html! { <li>{ *text }</li> }) }</ul> };
    let working = [words.works_1, words.works_2, words.works_3, words.works_4, words.works_5];
    let content = html! {
        <>
            <h1>{ messages.site.accessibility }</h1>
            <p class="lead">{ words.aim }</p>
            { section("works", words.works_title, list(&working)) }
            { section("limits", words.limits_title, list(&[words.limits_1, words.limits_2, words.limits_3])) }
            if let Some(organisation) = talk_to {
                { section("problem", words.problem_title, html! {
                    <>
                        <p>{ words.problem(organisation.name.text(language)) }</p>
                        { contact(organisation, language) }
                    </>
                }) }
            }
        </>
    };
    let address = |language| address::of(language, |address| address.accessibility);
    document::page(site, &Head::new(language, messages.site.accessibility, words.aim, &address), content)
}
