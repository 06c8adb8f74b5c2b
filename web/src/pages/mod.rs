//! The pages of the site, one file a kind. Each is complete without JavaScript.

mod about;
mod az;
mod category;
mod check;
mod design;
mod document;
mod head;
mod home;
mod not_found;
mod organisation;
mod product;
mod start;
mod theme;

pub use document::{Assets, BundleAddresses, Site};

use yew::prelude::*;

/// A page: where it stands, and its HTML.
pub struct Page {
    /// Its address, or the path of a file: `/nl/`, `/404.html`.
    pub address: String,
    /// The whole document.
    pub html: String,
    /// Whether search engines may show it.
    pub listed: bool,
}

/// Makes every page of the site, always in the same order.
pub fn all(site: &Site) -> Vec<Page> {
    use rayon::prelude::*;
    let catalogue = site.catalogue();
    let mut jobs: Vec<Box<dyn Fn() -> Page + Send + Sync + '_>> = vec![
        Box::new(|| start::page(site)),
        Box::new(|| not_found::page(site)),
        Box::new(|| design::page(site)),
    ];
    for &language in &catalogue.settings.languages {
        jobs.push(Box::new(move || home::page(site, language)));
        jobs.push(Box::new(move || check::page(site, language)));
        jobs.push(Box::new(move || check::casework(site, language)));
        jobs.push(Box::new(move || check::offline(site, language)));
        jobs.push(Box::new(move || az::page(site, language)));
        jobs.push(Box::new(move || about::page(site, language)));
        jobs.push(Box::new(move || about::accessibility(site, language)));
        jobs.push(Box::new(move || organisation::all(site, language)));
        for category in &catalogue.settings.categories {
            jobs.push(Box::new(move || category::page(site, category, language)));
        }
        for theme in &catalogue.themes {
            jobs.push(Box::new(move || theme::page(site, theme, language)));
        }
        for product in &catalogue.products {
            jobs.push(Box::new(move || product::page(site, product, language)));
        }
        for organisation in &catalogue.organisations {
            jobs.push(Box::new(move || organisation::page(site, organisation, language)));
        }
    }
    jobs.par_iter().map(|job| job()).collect()
}

/// A heading that other pages and screen readers can jump to, with what belongs under it.
fn section(id: &'static str, title: &str, content: Html) -> Html {
    html! {
        <section aria-labelledby={id}>
            <h2 {id}>{ title }</h2>
            { content }
        </section>
    }
}
