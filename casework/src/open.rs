//! Opens the catalogue, or shows what is wrong with it.

use std::{io::Write, path::Path};

use anstream::AutoStream;
use engine::{
    Explorer,
    catalogue::{Catalogue, Language, Sources},
    diagnostic::{
        Diagnostic,
        render::{self, human::Colour},
    },
};

use crate::failure::Failure;

/// The catalogue in this folder.
pub(crate) fn catalogue(folder: &Path) -> Result<Catalogue, Failure> {
    let sources = Sources::read(folder)?;
    Catalogue::load(&sources).or_else(|faults| {
        show(&faults, &sources, folder, &mut AutoStream::auto(std::io::stderr()))?;
        Err(Failure::Shown)
    })
}

/// The catalogue in this folder, indexed.
pub(crate) fn explorer(folder: &Path) -> Result<Explorer, Failure> {
    Ok(Explorer::new(catalogue(folder)?)?)
}

/// Shows what is wrong, for people, and ends with how much there is.
pub(crate) fn show(
    faults: &[Diagnostic],
    sources: &Sources,
    folder: &Path,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let root = folder.to_string_lossy();
    // The stream takes the colours out again where they are not wanted.
    write!(out, "{}", render::human::render(faults, sources, &root, Colour::On))?;
    writeln!(out, "{}", render::count(faults))?;
    Ok(())
}

/// The language with this code, if the catalogue is written in it.
pub(crate) fn language(catalogue: &Catalogue, code: Option<&str>) -> Result<Language, Failure> {
    let languages = &catalogue.settings.languages;
    let Some(code) = code else { return Ok(languages[0]) };
    languages.iter().copied().find(|language| language.code() == code).ok_or_else(|| {
        let known: Vec<_> = languages.iter().map(Language::code).collect();
        anyhow::anyhow!("the catalogue is not written in `{code}`; --lang takes one of: {}", known.join(", "))
            .into()
    })
}
