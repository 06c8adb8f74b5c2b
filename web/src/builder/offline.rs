//! What a visit without internet needs: for each language a worker that keeps all its pages and what they load.
//!
//! The pages travel in one file: together they compress to a small part of what they cost one by one.

use std::collections::BTreeMap;

use engine::{
    catalogue::{Catalogue, Language},
    messages,
};
use serde_json::json;

use super::assets::Files;
use crate::{
    address, headers,
    pages::{Assets, Page},
};

/// Adds the workers, the files with pages, and the manifests that make the site installable.
pub(super) fn add(files: &mut Files, catalogue: &Catalogue, assets: &Assets, pages: &[Page]) {
    for &language in &catalogue.settings.languages {
        let start = format!("/{language}/");
        let of_language: BTreeMap<_, _> = pages
            .iter()
            .filter(|page| page.address.starts_with(&start))
            .map(|page| (page.address.as_str(), page.html.as_str()))
            .collect();
        let text = json!(of_language).to_string();
        let version = crc32fast::hash(text.as_bytes());
        let all_pages = files.add_hashed(&format!("pages-{language}"), "json", text.into_bytes());
        let manifest = format!("/{language}/site.webmanifest");
        let mut kept = vec![
            &assets.styles,
            &assets.page_script,
            &assets.starter,
            &assets.module,
            &assets.wasm,
            &assets.icon,
            &assets.touch_icon,
            &manifest,
        ];
        if let Some(bundles) = assets.bundles.get(&language) {
            kept.extend([&bundles.searcher, &bundles.phrases, &bundles.screener, &bundles.details]);
        }
        let headers: BTreeMap<_, _> = headers::all().into_iter().collect();
        let worker = format!(
            "const NAME = {};\nconst FILES = {};\nconst PAGES = {};\nconst OFFLINE = {};\nconst HEADERS = {};\n\n{}",
            json!(format!("rights-{language}-{version:08x}")),
            json!(kept),
            json!(all_pages),
            json!(address::of(language, |address| address.offline)),
            json!(headers),
            include_str!("../../assets/worker.js"),
        );
        files.add(&format!("/{language}/worker.js"), worker.into_bytes());
        files.add(&manifest, site_manifest(catalogue, assets, language).to_string().into_bytes());
    }
}

/// What a phone needs to put the site on its screen: <https://www.w3.org/TR/appmanifest/>.
fn site_manifest(catalogue: &Catalogue, assets: &Assets, language: Language) -> serde_json::Value {
    let settings = &catalogue.settings;
    let messages = messages::of(language);
    json!({
        "id": address::home(language),
        "name": settings.name.text(language),
        "short_name": settings.name.text(language),
        "description": messages.site.tagline(settings.municipality.text(language)),
        "lang": language.code(),
        "dir": messages.site.direction,
        "start_url": address::home(language),
        "scope": address::home(language),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0b5cad",
        "icons": [
            { "src": assets.icon, "type": "image/svg+xml", "sizes": "any" },
            { "src": assets.touch_icon, "type": "image/png", "sizes": "512x512" },
            { "src": assets.touch_icon, "type": "image/png", "sizes": "512x512", "purpose": "maskable" },
        ],
        "shortcuts": [
            { "name": messages.check.title, "url": address::of(language, |address| address.check) },
        ],
    })
}
