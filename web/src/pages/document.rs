//! The frame of every page: head, header, footer.

use std::{collections::BTreeMap, future::Future};

use engine::{
    Explorer,
    catalogue::{Catalogue, Language},
    messages,
};
use yew::{LocalServerRenderer, prelude::*};

use crate::{address, components::contact, pages::Page};

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
    /// The few lines that bring islands to life.
    pub starter: String,
    /// The JavaScript side of the islands.
    pub module: String,
    /// The WebAssembly of the islands.
    pub wasm: String,
    /// The catalogue and its index, for readers of each language.
    pub bundles: BTreeMap<Language, String>,
    /// The icon in the browser's tab.
    pub icon: String,
}

impl Site {
    /// The site of this catalogue.
    pub fn new(explorer: Explorer, assets: Assets) -> Self {
        Self { explorer, assets }
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        self.explorer.catalogue()
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
    /// Whether there is an island on it.
    pub has_island: bool,
}

/// A whole page with this content.
pub(super) fn page(site: &Site, head: &Head<'_>, content: Html) -> Page {
    let settings = &site.catalogue().settings;
    let language = head.language;
    let messages = messages::of(language);
    let name = settings.name.text(language);
    let title = head.title.map_or_else(|| name.to_owned(), |title| format!("{title} – {name}"));
    let languages = settings.languages.iter().map(|&other| {
        let messages = messages::of(other);
        let current = (other == language).then_some("page");
        html! {
            <li>
                <a href={(head.address)(other)} lang={other.to_string()} hreflang={other.to_string()} aria-current={current}>
                    { messages.site.language_name }
                </a>
            </li>
        }
    });
    let alternates = settings.languages.iter().map(|&other| {
        html! { <link rel="alternate" hreflang={other.to_string()} href={(head.address)(other)} /> }
    });
    let talk_to = site.catalogue().organisation(settings.talk_to.as_str());
    let html = html! {
        <html lang={language.to_string()} dir="ltr">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{ title }</title>
                <meta name="description" content={head.description.to_owned()} />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href={site.assets.icon.clone()} type="image/svg+xml" />
                <link rel="stylesheet" href={site.assets.styles.clone()} />
                { for alternates }
                if head.has_island {
                    <script type="module" src={site.assets.starter.clone()}></script>
                }
            </head>
            <body>
                <a class="skip" href="#content">{ messages.site.skip }</a>
                <header class="top">
                    <a class="brand" href={address::home(language)}>{ name }</a>
                    <nav aria-label={messages.site.languages}><ul class="languages">{ for languages }</ul></nav>
                </header>
                <main id="content">{ content }</main>
                <footer>
                    <section aria-labelledby="talk">
                        <h2 id="talk">{ messages.site.talk }</h2>
                        if let Some(organisation) = talk_to {
                            <p>{ messages.site.talk_text(organisation.name.text(language)) }</p>
                            { contact(organisation, language) }
                        }
                    </section>
                    <p class="small">{ messages.site.no_promise }</p>
                    <p class="small">{ messages.site.privacy }</p>
                </footer>
            </body>
        </html>
    };
    Page { address: (head.address)(language), html: document(html) }
}

/// A page's HTML as text.
pub(super) fn document(html: Html) -> String {
    format!("<!DOCTYPE html>\n{}", markup(html, false))
}

/// HTML as text; with `hydratable`, with the marks by which an island finds its parts again.
fn markup(html: Html, hydratable: bool) -> String {
    finish(LocalServerRenderer::<Still>::with_props(StillProperties { html }).hydratable(hydratable).render())
}

/// An island as it is before it comes to life.
pub(super) fn island<C: BaseComponent>(properties: C::Properties) -> Html {
    let markup = finish(LocalServerRenderer::<C>::with_props(properties).render());
    Html::from_html_unchecked(AttrValue::from(markup))
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
