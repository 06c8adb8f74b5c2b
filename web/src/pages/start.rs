//! `/`: which language? Browsers are sent on to the first language; without that, one tap chooses.

use engine::messages;
use yew::prelude::*;

use super::{Page, Site, document::document};
use crate::{address, headers};

pub(super) fn page(site: &Site) -> Page {
    let settings = &site.catalogue().settings;
    let first = settings.languages[0];
    let choices = settings.languages.iter().map(|&language| {
        let messages = messages::of(language);
        html! {
            <li lang={language.to_string()}>
                <a class="button" href={address::home(language)}>{ messages.site.language_name }</a>
            </li>
        }
    });
    let html = html! {
        <html lang={first.to_string()} dir={messages::of(first).site.direction}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta http-equiv="Content-Security-Policy" content={headers::policy_in_page()} />
                <meta name="description" content={messages::of(first).site.tagline(settings.municipality.text(first))} />
                <meta http-equiv="refresh" content={format!("0; url={}", address::home(first))} />
                <title>{ settings.name.text(first) }</title>
                <link rel="stylesheet" href={site.assets.styles.clone()} />
            </head>
            <body>
                <main>
                    <h1>{ settings.name.text(first) }</h1>
                    <ul class="choices">{ for choices }</ul>
                </main>
            </body>
        </html>
    };
    Page { address: "/".to_owned(), html: document(html), listed: false }
}
