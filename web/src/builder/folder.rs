//! The folder the site is written to. Only a folder that holds an earlier build, or nothing, is ever replaced.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use super::compress::Compressed;

/// Stands in every folder this program has built, as its permission to replace it.
const MARK: &str = ".rights-explorer";

/// A folder that may be written to.
pub(super) struct Folder(PathBuf);

impl Folder {
    /// Makes sure that the folder may be replaced, before the long work begins.
    pub(super) fn prepare(path: &Path) -> Result<Self> {
        match fs::read_dir(path) {
            Ok(mut files) => {
                if files.next().is_some() && !path.join(MARK).is_file() {
                    bail!(
                        "`{}` holds something that is not a build of this site, and building would delete it: choose another folder with --out",
                        path.display()
                    );
                }
            }
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
            Err(cause) => return Err(cause).with_context(|| format!("`{}` can not be used", path.display())),
        }
        Ok(Self(path.to_owned()))
    }

    /// Replaces what is in the folder. The new site is written beside it first, so that a failure leaves the old one.
    pub(super) fn write(&self, files: &[Compressed]) -> Result<()> {
        let new = beside(&self.0, "new");
        if new.exists() {
            fs::remove_dir_all(&new).with_context(|| format!("`{}` can not be removed", new.display()))?;
        }
        let write = |path: &Path, bytes: &[u8]| -> Result<()> {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, bytes).with_context(|| format!("`{}` can not be written", path.display()))
        };
        files.par_iter().try_for_each(|file| {
            let path = new.join(&file.path);
            write(&path, &file.plain)?;
            write(&beside(&path, "br"), &file.brotli)?;
            write(&beside(&path, "gz"), &file.gzip)
        })?;
        write(&new.join(MARK), b"This folder was made by `cargo site` and is replaced by the next build.\n")?;
        if self.0.exists() {
            fs::remove_dir_all(&self.0)
                .with_context(|| format!("`{}` can not be replaced", self.0.display()))?;
        }
        fs::rename(&new, &self.0).with_context(|| format!("`{}` can not be put in place", self.0.display()))
    }
}

/// The same path with one more ending.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}
