//! The addresses in a catalogue, each with the places where it stands.

use std::collections::BTreeMap;

use engine::{
    catalogue::{Catalogue, Sources},
    diagnostic::Place,
};

/// An address and where it stands.
pub(crate) struct Link {
    /// The address.
    pub address: String,
    /// Where it stands.
    pub places: Vec<Place>,
}

impl Link {
    /// The site it leads to, with its port.
    pub(crate) fn site(&self) -> &str {
        let rest = self.address.split_once("://").map_or(self.address.as_str(), |(_, rest)| rest);
        rest.split(['/', '?', '#']).next().unwrap_or(rest)
    }
}

/// Every address that people see and, if asked for, those the facts rest on.
pub(crate) fn collect(catalogue: &Catalogue, sources: &Sources, also_sources: bool) -> Vec<Link> {
    let mut links: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
    let mut add = |address, file: &str, keys: String| {
        links.entry(address).or_default().push((file.to_owned(), keys));
    };
    for organisation in &catalogue.organisations {
        if let Some(url) = &organisation.url {
            add(url.as_str(), &format!("organisations/{}.toml", organisation.id), "url".to_owned());
        }
    }
    for product in &catalogue.products {
        let file = product.file();
        if let Some(url) = &product.url {
            add(url.as_str(), &file, "url".to_owned());
        }
        if also_sources {
            for (at, source) in product.review.sources.iter().enumerate() {
                // A source may also be a book or a talk.
                if source.starts_with("https://") || source.starts_with("http://") {
                    add(source, &file, format!("review.sources.{at}"));
                }
            }
        }
    }
    links
        .into_iter()
        .map(|(address, places)| Link {
            address: address.to_owned(),
            places: places.iter().map(|(file, keys)| sources.place(file, keys)).collect(),
        })
        .collect()
}
