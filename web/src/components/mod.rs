//! Parts that pages and islands share. `/design/` shows every one of them.

mod card;
mod contact;
mod crisis;
mod icon;

pub use card::product_card;
pub use contact::{call_button, contact};
pub use crisis::crisis_line;
pub use icon::{Icon, icon};
