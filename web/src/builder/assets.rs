//! The files of the site, and names for those that browsers may keep for ever.

use engine::catalogue::Language;

use super::javascript::Library;
use crate::pages::{Assets, BundleAddresses};

/// The files of the site by path, without a leading slash.
#[derive(Default)]
pub(super) struct Files(Vec<(String, Vec<u8>)>);

impl Files {
    /// Adds a page under its address; a folder gets an `index.html`.
    pub(super) fn add_page(&mut self, address: &str, html: String) {
        let ending = if address.ends_with('/') { "index.html" } else { "" };
        self.add(&format!("{address}{ending}"), html.into_bytes());
    }

    /// Adds a file under its address.
    pub(super) fn add(&mut self, address: &str, content: Vec<u8>) {
        self.0.push((address.trim_start_matches('/').to_owned(), content));
    }

    /// Adds a file under a name that changes with its content, and gives its address.
    pub(super) fn add_hashed(&mut self, name: &str, ending: &str, content: Vec<u8>) -> String {
        let path = format!("assets/{name}-{:08x}.{ending}", crc32fast::hash(&content));
        let address = format!("/{path}");
        self.0.push((path, content));
        address
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(String, Vec<u8>)> {
        self.0.iter()
    }
}

/// What the islands load in one language.
pub(super) struct Bundles {
    pub language: Language,
    /// What searches.
    pub searcher: Vec<u8>,
    /// The phrases that reasons quote.
    pub phrases: Vec<u8>,
    /// What screens.
    pub screener: Vec<u8>,
    /// Steps and papers.
    pub details: Vec<u8>,
}

/// Adds everything that pages load.
pub(super) fn add(files: &mut Files, islands: Library, bundles: Vec<Bundles>) -> Assets {
    let bundles = bundles.into_iter().map(|one| {
        let language = one.language;
        let mut add = |name: &str, content| files.add_hashed(&format!("{name}-{language}"), "bin", content);
        let addresses = BundleAddresses {
            searcher: add("search", one.searcher),
            phrases: add("phrases", one.phrases),
            screener: add("check", one.screener),
            details: add("details", one.details),
        };
        (language, addresses)
    });
    let bundles = bundles.collect();
    Assets {
        styles: files.add_hashed("site", "css", include_bytes!("../../assets/site.css").to_vec()),
        starter: files.add_hashed("start", "js", include_bytes!("../../assets/start.js").to_vec()),
        module: files.add_hashed("islands", "js", islands.module.into_bytes()),
        wasm: files.add_hashed("islands", "wasm", islands.wasm),
        page_script: files.add_hashed("page", "js", include_bytes!("../../assets/page.js").to_vec()),
        bundles,
        touch_icon: files.add_hashed("icon", "png", include_bytes!("../../assets/icon.png").to_vec()),
        icon: files.add_hashed("icon", "svg", include_bytes!("../../assets/icon.svg").to_vec()),
    }
}
