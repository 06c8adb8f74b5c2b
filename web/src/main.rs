//! `cargo site`: builds the public site and serves it.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    web::builder::main()
}

/// The browser starts at the islands instead; see `web::islands`.
#[cfg(target_arch = "wasm32")]
fn main() {}
