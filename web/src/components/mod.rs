//! Parts that pages and islands share.

mod card;
mod contact;
mod crisis;

pub use card::product_card;
pub use contact::{call_button, contact};
pub use crisis::crisis_line;
