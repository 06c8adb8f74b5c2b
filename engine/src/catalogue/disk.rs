//! Reads the files of a catalogue from a folder. The only part of the engine that knows of a disk.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use thiserror::Error;
use walkdir::WalkDir;

use super::Sources;

/// Why the files of a catalogue could not be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// There is no catalogue in this folder.
    #[error(
        "there is no catalogue in `{0}`: it has no file `catalogue.toml`. Go to the folder of the project, or name the catalogue with --catalogue DIR"
    )]
    NoCatalogue(PathBuf),
    /// A folder can not be listed.
    #[error("the folder can not be read: {0}")]
    Folder(#[from] walkdir::Error),
    /// A file can not be read.
    #[error("`{file}` can not be read: {cause}{}", if cause.kind() == io::ErrorKind::InvalidData { ". Save it as UTF-8" } else { "" })]
    File {
        /// The file.
        file: PathBuf,
        /// Why not.
        cause: io::Error,
    },
}

impl Sources {
    /// Reads all TOML files in a folder and the folders in it. Hidden files and folders are left alone.
    pub fn read(folder: &Path) -> Result<Self, ReadError> {
        if !folder.join("catalogue.toml").is_file() {
            return Err(ReadError::NoCatalogue(folder.to_owned()));
        }
        let mut sources = Self::default();
        let shown = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
        };
        for entry in WalkDir::new(folder).into_iter().filter_entry(shown) {
            let entry = entry?;
            if !entry.file_type().is_file() || entry.path().extension().is_none_or(|ending| ending != "toml")
            {
                continue;
            }
            let text = fs::read_to_string(entry.path())
                .map_err(|cause| ReadError::File { file: entry.path().to_owned(), cause })?;
            let parts = entry.path().strip_prefix(folder).unwrap_or(entry.path()).iter();
            let path: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
            sources.insert(path.join("/"), text);
        }
        Ok(sources)
    }
}
