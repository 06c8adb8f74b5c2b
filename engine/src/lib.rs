//! The engine of the rights explorer.
//!
//! A [`Catalogue`](catalogue::Catalogue) of rights, benefits and services is loaded from TOML, which reports all
//! that is wrong with it. An [`Explorer`] indexes it and [searches](Explorer::search) it in plain words. A [`bundle`]
//! holds both in one compact file, written natively and read in a browser, where the same questions get the same answers.
//!
//! The engine knows no network, no clock and no HTML. With the feature `author` (on by default) it reads TOML
//! and writes indexes and bundles; without it, it only reads bundles, which is what a browser needs.

#![warn(missing_docs)]

#[cfg(feature = "author")]
pub mod diagnostic;

pub mod bundle;
pub mod catalogue;
#[cfg(feature = "author")]
pub mod checks;
#[cfg(feature = "author")]
pub mod evaluation;
mod explorer;
#[cfg(feature = "author")]
pub mod export;
pub mod language;
pub mod messages;
pub mod screening;
pub mod search;
mod sorting;
#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
pub mod wasm;

pub use explorer::Explorer;
