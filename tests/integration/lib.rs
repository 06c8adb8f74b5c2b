//! The real catalogue, the judged questions and the families, for the tests that need them; and catalogues far larger.

mod generated;

use std::{fs, path::Path};

use engine::{
    catalogue::{Catalogue, Sources},
    diagnostic::render::human::{self, Colour},
    evaluation::{self, Judgement},
    screening::Family,
};

pub use generated::generated;

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

/// The judged questions in `tests/judgements/`, in all languages.
pub fn judgements() -> Vec<Judgement> {
    let files = [
        include_str!("../judgements/en.jsonl"),
        include_str!("../judgements/fr.jsonl"),
        include_str!("../judgements/nl.jsonl"),
    ];
    files.iter().flat_map(|file| evaluation::read(file).unwrap_or_else(|fault| panic!("{fault}"))).collect()
}

/// The families in `tests/families/`: the name of the file, and what stands in it. Stops the test with everything that is
/// wrong if one can not be read.
pub fn families(catalogue: &Catalogue) -> Vec<(String, Family)> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/families"));
    let mut families: Vec<_> = fs::read_dir(folder)
        .expect("there are families")
        .map(|entry| {
            let path = entry.expect("the folder can be read").path();
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("the file can be read");
            let family = Family::read(catalogue, &name, &text).unwrap_or_else(|faults| {
                let sources = Sources::from_iter([(name.as_str(), text.as_str())]);
                panic!("{}", human::render(&faults, &sources, "tests/families", Colour::Off))
            });
            (name, family)
        })
        .collect();
    families.sort_by(|(a, _), (b, _)| a.cmp(b));
    families
}
