//! Compiles Rust to WebAssembly, and makes the JavaScript that loads it.

use std::{
    env, fs,
    io::BufReader,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};
use cargo_metadata::Message;
use wasm_bindgen_cli_support::Bindgen;

use super::toolchain::{self, TARGET};

/// A library for JavaScript.
pub struct Library {
    /// The JavaScript that loads the WebAssembly and speaks with it.
    pub module: String,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
    /// The types of what it offers, for TypeScript.
    pub types: String,
}

/// The islands of the site, for browsers.
pub fn islands() -> Result<Library> {
    // The page says where the WebAssembly is; its name changes with its content.
    build("web", &[], |bindgen| bindgen.omit_default_module_path(true).web(true))
}

/// The JavaScript API of the engine, for Node: `engine.cjs`, with its WebAssembly as `engine_bg.wasm` beside it.
pub fn api_for_node() -> Result<Library> {
    build("engine", &["--no-default-features", "--features", "wasm"], |bindgen| bindgen.nodejs(true))
}

/// The same for browsers: `engine.js`, a module that is told where its WebAssembly is.
pub fn api_for_browsers() -> Result<Library> {
    build("engine", &["--no-default-features", "--features", "wasm"], |bindgen| {
        bindgen.omit_default_module_path(true).web(true)
    })
}

/// Builds a crate of the workspace for one kind of JavaScript.
fn build(
    package: &str,
    options: &[&str],
    kind: impl FnOnce(&mut Bindgen) -> Result<&mut Bindgen>,
) -> Result<Library> {
    toolchain::ensure_wasm_target()?;
    let library = compile(package, options)?;
    let mut bindgen = Bindgen::new();
    let bytes = fs::read(&library).with_context(|| format!("{} can not be read", library.display()))?;
    bindgen
        .input_bytes(package, bytes)
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = kind(&mut bindgen)
        .and_then(Bindgen::generate_output)
        .with_context(|| format!("wasm-bindgen can not read {package}"))?;
    let snippets: Vec<_> = output.snippets().iter().filter(|(_, files)| !files.is_empty()).collect();
    ensure!(
        snippets.is_empty() && output.local_modules().is_empty(),
        "{package} uses JavaScript files, which are not served: {snippets:?} {:?}",
        output.local_modules().keys()
    );
    let module = output.js().to_owned();
    let types = output.ts().unwrap_or_default().to_owned();
    let wasm = output.wasm_mut().emit_wasm();
    Ok(Library { module, wasm, types })
}

/// Runs cargo for the browser's target and gives the path of the WebAssembly.
fn compile(package: &str, options: &[&str]) -> Result<PathBuf> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut compiling = Command::new(cargo)
        .args(["rustc", "--quiet", "--package", package, "--lib", "--crate-type", "cdylib"])
        .args(["--profile", "site", "--target", TARGET, "--message-format", "json-render-diagnostics"])
        .args(options)
        // Flags meant for native code would take the place of those in .cargo/config.toml.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo can not be run")?;
    let messages = compiling.stdout.take().context("cargo says nothing")?;
    let mut library = None;
    for message in Message::parse_stream(BufReader::new(messages)) {
        if let Message::CompilerArtifact(artifact) = message?
            && artifact.target.name == package
        {
            library = artifact.filenames.into_iter().find(|file| file.extension() == Some("wasm"));
        }
    }
    if !compiling.wait()?.success() {
        bail!("{package} does not compile for browsers; cargo has said why");
    }
    Ok(library.with_context(|| format!("cargo built no WebAssembly of {package}"))?.into())
}
