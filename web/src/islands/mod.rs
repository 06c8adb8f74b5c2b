//! Islands: the parts of a page that come to life in the browser.
//!
//! A page holds an island as an element with `data-island`, rendered as it is before anything has loaded. The starter
//! (`assets/start.js`) loads the WebAssembly when it is needed and calls `start_search`, which takes the element over.

pub mod search;

#[cfg(target_arch = "wasm32")]
pub mod start;
