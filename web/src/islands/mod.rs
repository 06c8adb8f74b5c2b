//! Islands: the parts of a page that come to life in the browser.
//!
//! A page holds an island as an element with `data-island`, rendered as it is before anything has loaded. The starter
//! (`assets/start.js`) loads the WebAssembly when it is needed and calls the function named there, which takes the element
//! over. All of this compiles natively too, where pages are rendered and nothing of `browser` is ever called.

mod answer;
mod browser;
pub mod casework;
pub mod check;
pub mod frame;
mod keep;
mod results;
pub mod search;

#[cfg(target_arch = "wasm32")]
pub mod start;
