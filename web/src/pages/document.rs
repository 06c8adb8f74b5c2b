//! The frame of every page: head, header, footer.

use std::{collections::BTreeMap, future::Future};

use engine::{
    Explorer,
    catalogue::{Catalogue, Language},
    messages,
};
use yew::{LocalServerRenderer, prelude::*};

use crate::{
    address,
    components::{Icon, contact, icon},
    pages::{Page, head},
};

/// What the pages are made of.
pub struct Site {
    explorer: Explorer,
    /// Where the files are that pages load.
    pub assets: Assets,
}

/// The addresses of the files that pages load. Their names change with their content, so browsers may keep them for ever.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The styles.
    pub styles: String,
    /// What every page can do with JavaScript and does without: share, read aloud, tell that there is no internet.
    pub page_script: String,
    /// The few lines that bring islands to life.
    pub starter: String,
    /// The JavaScript side of the islands.
    pub module: String,
    /// The WebAssembly of the islands.
    pub wasm: String,
    /// What islands load for readers of each language.
    pub bundles: BTreeMap<Language, BundleAddresses>,
    /// The icon in the browser's tab.
    pub icon: String,
    /// The icon on the screen of a phone.
    pub touch_icon: String,
}

/// The addresses of what islands load for readers of one language.
#[derive(Clone, Debug)]
pub struct BundleAddresses {
    /// What searches: the catalogue without what only screening needs, and its index.
    pub searcher: String,
    /// The phrases that reasons of the search quote.
    pub phrases: String,
    /// What screens: the catalogue without index.
    pub screener: String,
    /// Steps and papers, for hand-outs.
    pub details: String,
}

/// Which of them an island can not do without.
pub(super) type Bundle = fn(&BundleAddresses) -> &String;

impl Site {
    /// The site of this catalogue.
    pub fn new(explorer: Explorer, assets: Assets) -> Self {
        Self { explorer, assets }
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        self.explorer.catalogue()
    }

    /// The whole address of a page, if it is known where the site will stand.
    pub fn whole(&self, address: &str) -> Option<String> {
        let site = self.catalogue().settings.site_url.as_ref()?;
        Some(format!("{}{address}", site.as_str().trim_end_matches('/')))
    }
}

/// What a page says about itself.
pub(super) struct Head<'a> {
    pub language: Language,
    /// The title in the browser's tab, without the name of the site.
    pub title: Option<&'a str>,
    /// One sentence for search engines.
    pub description: &'a str,
    /// The address of the same page in each language.
    pub address: &'a dyn Fn(Language) -> String,
    /// What the island on it loads, if there is one.
    pub island: Option<Bundle>,
    /// What it is about, for search engines, in the words of schema.org.
    pub about: Option<serde_json::Value>,
    /// Whether search engines may show it.
    pub listed: bool,
}

impl<'a> Head<'a> {
    /// A page without an island, that search engines may show.
    pub(super) fn new(
        language: Language,
        title: &'a str,
        description: &'a str,
        address: &'a dyn Fn(Language) -> String,
    ) -> Self {
        Self { language, title: Some(title), description, address, island: None, about: None, listed: true }
    }
}

/// A whole page with this content.
pub(super) fn page(site: &Site, head: &Head<'_>, content: Html) -> Page {
    let language = head.language;
    let html = html! {
        <html
            lang={language.to_string()}
            dir={messages::of(language).site.direction}
            data-count={site.catalogue().settings.count_at.clone()}
            data-offline={head.island.map(|_| format!("/{language}/worker.js"))}
        >
            { head::head(site, head) }
            <body>
                <a class="skip" href="#content">{ messages::of(language).site.skip }</a>
                { banners(language) }
                { header(site, head) }
                <main id="content">{ content }</main>
                { footer(site, language) }
            </body>
        </html>
    };
    Page { address: (head.address)(language), html: document(html), listed: head.listed }
}

/// What the script of the page shows when it is so.
fn banners(language: Language) -> Html {
    let words = &messages::of(language).tools;
    html! {
        <div role="status">
            <p class="banner" data-banner="offline" hidden=true>{ words.offline }</p>
            <p class="banner" data-banner="update" hidden=true>
                { words.new_version }{ " " }<button type="button" data-action="update">{ words.new_version_load }</button>
            </p>
        </div>
    }
}

fn header(site: &Site, head: &Head<'_>) -> Html {
    let language = head.language;
    let settings = &site.catalogue().settings;
    let messages = messages::of(language);
    let here = (head.address)(language);
    let link = |address: String, drawing: Icon, text: &'static str| {
        let current = (address == here).then_some("page");
        html! { <li><a href={address} aria-current={current}>{ icon(drawing) }{ text }</a></li> }
    };
    let languages = settings.languages.iter().map(|&other| {
        let current = (other == language).then_some("page");
        html! {
            <li>
                <a href={(head.address)(other)} lang={other.to_string()} hreflang={other.to_string()} aria-current={current}>
                    { messages::of(other).site.language_name }
                </a>
            </li>
        }
    });
    html! {
        <header class="top">
            <a class="brand" href={address::home(language)}>{ settings.name.text(language) }</a>
            <nav aria-label={messages.site.languages}><ul class="languages">{ for languages }</ul></nav>
            <nav class="ways" aria-label={messages.site.menu}>
                <ul>
                    { link(address::home(language), Icon::Search, messages.search.button) }
                    { link(address::of(language, |address| address.check), Icon::Check, messages.check.title) }
                    { link(address::of(language, |address| address.az), Icon::List, messages.site.az_short) }
                </ul>
            </nav>
        </header>
    }
}

fn footer(site: &Site, language: Language) -> Html {
    let catalogue = site.catalogue();
    let messages = messages::of(language);
    let talk_to = catalogue.organisation(catalogue.settings.talk_to.as_str());
    let link = |address: String, text: &'static str| html! { <li><a href={address}>{ text }</a></li> };
    html! {
        <footer>
            <section aria-labelledby="talk">
                <h2 id="talk">{ icon(Icon::Talk) }{ messages.site.talk }</h2>
                if let Some(organisation) = talk_to {
                    <p>{ messages.site.talk_text(organisation.name.text(language)) }</p>
                    { contact(organisation, language) }
                }
            </section>
            <p class="small">{ messages.site.no_promise }{ " " }{ messages.site.privacy }</p>
            <ul class="foot">
                { link(address::organisations(language), messages.site.organisations) }
                { link(address::of(language, |address| address.about), messages.site.about) }
                { link(address::of(language, |address| address.accessibility), messages.site.accessibility) }
                { link(address::of(language, |address| address.casework), messages.site.casework) }
            </ul>
        </footer>
    }
}

/// A page's HTML as text.
pub(super) fn document(html: Html) -> String {
    format!("<!DOCTYPE html>\n{}", markup(html, false))
}

/// HTML as text; with `hydratable`, with the marks by which an island finds its parts again.
fn markup(html: Html, hydratable: bool) -> String {
    finish(LocalServerRenderer::<Still>::with_props(StillProperties { html }).hydratable(hydratable).render())
}

/// An island as it is before it comes to life, in the element that the starter looks for, with the files it loads, that
/// bundle first. Its properties go with it as JSON.
pub(super) fn island<C>(
    site: &Site,
    language: Language,
    start: &'static str,
    bundle: Bundle,
    properties: C::Properties,
) -> Html
where
    C: BaseComponent,
    C::Properties: serde::Serialize,
{
    let data = serde_json::to_string(&properties).expect("texts are always JSON");
    let markup = finish(LocalServerRenderer::<C>::with_props(properties).render());
    let assets = &site.assets;
    let bundles = assets.bundles.get(&language);
    html! {
        <div
            data-island={start}
            data-properties={data}
            data-module={assets.module.clone()}
            data-wasm={assets.wasm.clone()}
            data-bundle={bundles.map(bundle).cloned()}
            data-screener={bundles.map(|bundles| bundles.screener.clone())}
            data-phrases={bundles.map(|bundles| bundles.phrases.clone())}
            data-details={bundles.map(|bundles| bundles.details.clone())}
        >
            { Html::from_html_unchecked(AttrValue::from(markup)) }
        </div>
    }
}

/// Renders to the end. Pages wait for nothing, so one turn of a small runtime is all it takes.
fn finish<T>(rendering: impl Future<Output = T>) -> T {
    let runtime =
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime without I/O can be made");
    tokio::task::LocalSet::new().block_on(&runtime, rendering)
}

#[derive(Clone, PartialEq, Properties)]
struct StillProperties {
    html: Html,
}

/// A component that shows what it is given.
#[component]
fn Still(properties: &StillProperties) -> Html {
    properties.html.clone()
}
