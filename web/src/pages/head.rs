//! The head of a page: what browsers, search engines and messengers read.

use engine::messages;
use yew::prelude::*;

use super::{Site, document::Head};
use crate::headers;

pub(super) fn head(site: &Site, head: &Head<'_>) -> Html {
    let settings = &site.catalogue().settings;
    let language = head.language;
    let messages = messages::of(language);
    let name = settings.name.text(language);
    let title = head.title.map_or_else(|| name.to_owned(), |title| format!("{title} – {name}"));
    let address = |address: String| site.whole(&address).unwrap_or(address);
    let here = address((head.address)(language));
    let alternates = settings.languages.iter().map(|&other| {
        html! { <link rel="alternate" hreflang={other.to_string()} href={address((head.address)(other))} /> }
    });
    let property = |name: &'static str, content: String| html! { <meta property={name} content={content} /> };
    html! {
        <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta http-equiv="Content-Security-Policy" content={headers::policy_in_page()} />
            <title>{ title.clone() }</title>
            <meta name="description" content={head.description.to_owned()} />
            <meta name="color-scheme" content="light dark" />
            <meta name="theme-color" content="#0b5cad" />
            <link rel="icon" href={site.assets.icon.clone()} type="image/svg+xml" />
            <link rel="apple-touch-icon" href={site.assets.touch_icon.clone()} />
            <link rel="manifest" href={format!("/{language}/site.webmanifest")} />
            <link rel="stylesheet" href={site.assets.styles.clone()} />
            if head.listed {
                <link rel="canonical" href={here.clone()} />
                { for alternates }
            } else {
                <meta name="robots" content="noindex" />
            }
            { property("og:type", "website".to_owned()) }
            { property("og:site_name", name.to_owned()) }
            { property("og:title", title) }
            { property("og:description", head.description.to_owned()) }
            { property("og:url", here) }
            { property("og:locale", messages.site.locale.to_owned()) }
            if let Some(image) = site.whole(&site.assets.touch_icon) {
                { property("og:image", image) }
            }
            if let Some(about) = &head.about {
                { linked_data(about) }
            }
            <script defer=true src={site.assets.page_script.clone()}></script>
            if let Some(bundle) = head.island {
                { island(site, site.assets.bundles.get(&language).map(bundle)) }
            }
        </head>
    }
}

/// What brings the island of a page to life, and the files it loads: they come at once, but after all that is to be seen.
fn island(site: &Site, bundle: Option<&String>) -> Html {
    let assets = &site.assets;
    let files = [Some(&assets.wasm), bundle];
    let files = files.into_iter().flatten().map(|address| {
        html! { <link rel="preload" href={address.clone()} as="fetch" crossorigin="anonymous" fetchpriority="low" /> }
    });
    html! {
        <>
            <script type="module" src={assets.starter.clone()}></script>
            <link rel="modulepreload" href={assets.module.clone()} fetchpriority="low" />
            { for files }
        </>
    }
}

/// Data in the words of schema.org. It stands in a `script` that runs nothing; no `<` in it can end that element.
fn linked_data(data: &serde_json::Value) -> Html {
    let text = data.to_string().replace('<', "\\u003c");
    Html::from_html_unchecked(AttrValue::from(format!(
        "<script type=\"application/ld+json\">{text}</script>"
    )))
}
