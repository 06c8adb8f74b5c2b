//! The real catalogue, for the tests that need it.

use std::path::Path;

use engine::{
    catalogue::{Catalogue, Sources},
    diagnostic::render::human::{self, Colour},
};

/// The folder with the real catalogue.
pub fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../catalogue"))
}

/// Its files.
pub fn sources() -> Sources {
    Sources::read(folder()).expect("the catalogue can be read")
}

/// The catalogue; stops the test with everything that is wrong if it does not load.
pub fn catalogue() -> Catalogue {
    let sources = sources();
    Catalogue::load(&sources)
        .unwrap_or_else(|faults| panic!("{}", human::render(&faults, &sources, "catalogue", Colour::Off)))
}
