//! The public site of the rights explorer.
//!
//! [`pages`] are rendered natively into static HTML that works without JavaScript. [`islands`] are the parts that come
//! to life in the browser: they are rendered into the pages too, and taken over by WebAssembly where it loads.
//! `builder` makes the site of both.

pub mod address;
#[cfg(not(target_arch = "wasm32"))]
pub mod builder;
pub mod components;
#[cfg(not(target_arch = "wasm32"))]
pub mod headers;
pub mod islands;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
