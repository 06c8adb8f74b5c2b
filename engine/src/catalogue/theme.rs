//! Themes: needs in plain words, which lead to products of several categories.

use super::{Id, Product, Translated, record::record};

record! {
    /// A need in plain words: `themes/<id>.toml`. A product says itself which themes it belongs to.
    pub struct Theme given {
        /// The name of its file.
        id: Id<Theme>,
    } keys {
        /// The products to show first, in this order; the others of the theme follow by importance.
        first: Vec<Id<Product>>,
        /// The need, as somebody who has it would say it.
        name: Translated<String>,
        /// One sentence on what one finds there.
        summary: Translated<String>,
        /// Other ways in which people say it.
        phrases: Translated<Vec<String>>,
    }
}
