//! `catalogue.toml`: what holds for the catalogue as a whole.

use super::{Id, Language, Organisation, OwnId, Phone, Product, Theme, Translated, Url, record::record};

record! {
    /// What holds for the catalogue as a whole: `catalogue.toml`.
    pub struct Settings {
        /// The languages of the texts; the first is the one to fall back on.
        languages: Vec<Language>,
        /// After how many months a confirmed text has to be confirmed again.
        review_interval_months: u16,
        /// The organisation whose people help when nothing else does.
        talk_to: Id<Organisation>,
        /// Where a file can be changed in the browser: the address of the catalogue folder there.
        edit_url: Option<Url>,
        /// The needs most people come with, shown large on the first page.
        first_themes: Vec<Id<Theme>>,
        /// Where the site will stand: the address of its first page, for search engines and for sharing.
        site_url: Option<Url>,
        /// Where the site may send how often pages were seen, on the same server: `/count`. Left out, it sends nothing.
        count_at: Option<String>,
        /// What the site is called.
        name: Translated<String>,
        /// The municipality it is made for.
        municipality: Translated<String>,
        /// The categories, in the order in which they are shown.
        categories as "category": Vec<Category>,
        /// Numbers for people who are in danger now, the most urgent first.
        crisis_lines as "crisis": Vec<CrisisLine>,
    }
}

record! {
    /// One of the categories in which products are found.
    pub struct Category {
        /// The name of the folder with its products.
        id: OwnId<Category>,
        /// What it is called.
        name: Translated<String>,
        /// One sentence on what one finds there.
        summary: Translated<String>,
        /// How it stands in addresses of the site: small letters, digits and hyphens.
        slug: Translated<String>,
    }
}

record! {
    /// A number for people who are in danger now.
    pub struct CrisisLine {
        /// What it is about.
        id: OwnId<CrisisLine>,
        /// The number to call.
        phone: Phone,
        /// The product that tells more about it.
        product: Option<Id<Product>>,
        /// Who answers.
        name: Translated<String>,
        /// When to call: one or two short sentences.
        text: Translated<String>,
        /// What people write when they need it: words that must all stand in a question, in this order, in whatever form.
        phrases: Translated<Vec<String>>,
    }
}
