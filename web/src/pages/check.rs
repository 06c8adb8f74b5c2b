//! The rights check, the same check for case workers, and what is shown without internet.

use engine::{catalogue::Language, messages};
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
};
use crate::{
    address,
    islands::{casework::Casework, check::Check, frame::CheckProperties},
};

fn properties(site: &Site, language: Language) -> CheckProperties {
    let catalogue = site.catalogue();
    let settings = &catalogue.settings;
    let talk_to = catalogue.organisation(settings.talk_to.as_str());
    CheckProperties {
        language,
        address: site.whole(&address::of(language, |address| address.check)),
        talk_to: talk_to.map_or_else(String::new, |one| one.name.text(language).to_owned()),
        talk_to_phone: talk_to.and_then(|one| one.phone.clone()),
    }
}

/// The rights check.
pub(super) fn page(site: &Site, language: Language) -> Page {
    let words = &messages::of(language).check;
    let content = html! {
        <>
            <h1>{ words.title }</h1>
            { document::island::<Check>(site, language, "start_check", |bundles| &bundles.screener, properties(site, language)) }
            <noscript><p class="notice">{ words.without_script }</p></noscript>
        </>
    };
    let address = |language| address::of(language, |address| address.check);
    let head = Head {
        island: Some(|bundles| &bundles.screener),
        ..Head::new(language, words.title, words.intro, &address)
    };
    document::page(site, &head, content)
}

/// The same check for case workers: all questions on one page, all verdicts in a table.
pub(super) fn casework(site: &Site, language: Language) -> Page {
    let messages = messages::of(language);
    let words = &messages.casework;
    let content = html! {
        <>
            <h1>{ words.title }</h1>
            <p class="lead">{ words.intro }{ " " }{ messages.check.private }</p>
            { document::island::<Casework>(site, language, "start_casework", |bundles| &bundles.screener, properties(site, language)) }
            <noscript><p class="notice">{ messages.check.without_script }</p></noscript>
        </>
    };
    let address = |language| address::of(language, |address| address.casework);
    let head = Head {
        island: Some(|bundles| &bundles.screener),
        ..Head::new(language, words.title, words.intro, &address)
    };
    document::page(site, &head, content)
}

/// What is shown for a page that is not on the device, when there is no internet.
pub(super) fn offline(site: &Site, language: Language) -> Page {
    let messages = messages::of(language);
    let words = &messages.tools;
    let content = html! {
        <>
            <h1>{ words.offline_title }</h1>
            <p class="lead">{ words.offline_text }</p>
            <p><a class="button" href={address::home(language)}>{ messages.site.not_found_search }</a></p>
        </>
    };
    let address = |language| address::of(language, |address| address.offline);
    let head =
        Head { listed: false, ..Head::new(language, words.offline_title, words.offline_text, &address) };
    document::page(site, &head, content)
}
