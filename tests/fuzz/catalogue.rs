//! The TOML files of a catalogue, with the lexicons.

use std::sync::LazyLock;

use bolero::check;
use engine::{
    Explorer,
    catalogue::{Catalogue, Language, Sources},
    screening::Profile,
};

use super::{
    are_told, ask,
    damage::{Damage, damaged, few, place},
    screen, small_sources,
};

/// Reads a catalogue in which one file is damaged. One that is read all the same must work.
fn read(sources: &Sources, file: u16, damages: &[Damage], works: impl Fn(Catalogue)) {
    let (path, text) = sources.iter().nth(place(file, sources.iter().count())).expect("there are files");
    let changed = damaged(text, few(damages));
    let path = path.to_owned();
    let mut sources = sources.clone();
    sources.insert(path, changed);
    match Catalogue::load(&sources) {
        Ok(catalogue) => works(catalogue),
        Err(faults) => are_told(&faults, &sources),
    }
}

#[test]
fn a_small_catalogue_is_read_or_refused_in_words() {
    let sources = small_sources();
    check!().with_iterations(2_000).with_type::<(u16, Vec<Damage>)>().for_each(|(file, damages)| {
        read(&sources, *file, damages, |catalogue| {
            let explorer = Explorer::new(catalogue).expect("what was read can be indexed");
            ask(&explorer, "ik ben blut, doktoor", Language::DUTCH);
            screen(&explorer, &Profile::default());
        });
    });
}

#[test]
fn the_real_catalogue_is_read_or_refused_in_words() {
    static SOURCES: LazyLock<Sources> = LazyLock::new(tests::sources);
    check!().with_iterations(60).with_type::<(u16, Vec<Damage>)>().for_each(|(file, damages)| {
        read(&SOURCES, *file, damages, |_| {});
    });
}
