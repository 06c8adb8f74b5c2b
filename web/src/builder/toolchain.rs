//! What the build needs beside Rust itself: the target for browsers.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// The target for browsers.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target through rustup if it is not there.
pub(super) fn ensure_wasm_target() -> Result<()> {
    if has_target()? {
        return Ok(());
    }
    eprintln!("adding the target {TARGET} with rustup");
    let added = Command::new("rustup").args(["target", "add", TARGET]).stdout(Stdio::null()).status();
    match added {
        Ok(status) if status.success() && has_target()? => Ok(()),
        Ok(_) => bail!(
            "rustup could not add the target {TARGET}: run `rustup target add {TARGET}` and see what it says"
        ),
        Err(cause) => bail!(
            "the target {TARGET} is missing and rustup is not there to add it ({cause}): install Rust with rustup, or this target with the packages of your system"
        ),
    }
}

fn has_target() -> Result<bool> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .context("rustc can not be run")?;
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    Ok(output.status.success() && folder.read_dir().is_ok_and(|mut files| files.next().is_some()))
}
