//! Example families beside a product: people for whom it is, and for whom it is not.

use super::{Id, Product, record::record};
use crate::screening::{Answers, Verdict};

record! {
    /// The example families of a product: `products/<category>/<id>.families.toml`. They are never shown; they prove that
    /// the conditions say what the facts say.
    pub struct Examples given {
        /// The product they are about: the name of the file.
        product: Id<Product>,
    } keys {
        /// The families.
        families as "family": Vec<Example>,
    }
}

record! {
    /// A family, and the verdict it must get.
    pub struct Example {
        /// Who they are, in one line.
        who: String,
        /// What the product must be for them.
        verdict: Verdict,
        /// What they answer.
        answers: Answers,
    }
}
