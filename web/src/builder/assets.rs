//! The files of the site, and names for those that browsers may keep for ever.

use engine::catalogue::Language;

use super::javascript::Library;
use crate::pages::Assets;

/// The files of the site by path, without a leading slash.
#[derive(Default)]
pub(super) struct Files(Vec<(String, Vec<u8>)>);

impl Files {
    /// Adds a page under its address; a folder gets an `index.html`.
    pub(super) fn add_page(&mut self, address: &str, html: String) {
        let path = address.trim_start_matches('/');
        let path = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        self.0.push((path, html.into_bytes()));
    }

    /// Adds a file under a name that changes with its content, and gives its address.
    fn add_hashed(&mut self, name: &str, ending: &str, content: Vec<u8>) -> String {
        let path = format!("assets/{name}-{:08x}.{ending}", crc32fast::hash(&content));
        let address = format!("/{path}");
        self.0.push((path, content));
        address
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(String, Vec<u8>)> {
        self.0.iter()
    }
}

/// Adds everything that pages load.
pub(super) fn add(files: &mut Files, islands: Library, bundles: Vec<(Language, Vec<u8>)>) -> Assets {
    Assets {
        styles: files.add_hashed("site", "css", include_bytes!("../../assets/site.css").to_vec()),
        starter: files.add_hashed("start", "js", include_bytes!("../../assets/start.js").to_vec()),
        module: files.add_hashed("islands", "js", islands.module.into_bytes()),
        wasm: files.add_hashed("islands", "wasm", islands.wasm),
        bundles: bundles
            .into_iter()
            .map(|(language, bundle)| {
                (language, files.add_hashed(&format!("catalogue-{language}"), "bin", bundle))
            })
            .collect(),
        icon: files.add_hashed("icon", "svg", include_bytes!("../../assets/icon.svg").to_vec()),
    }
}
