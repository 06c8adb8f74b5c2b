//! Damage that fuzzing found a way through: see `tests/fuzz`.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod small;

use engine::{
    Explorer, bundle,
    catalogue::{Catalogue, Language, Sources},
    screening::Profile,
    search::Request,
};

/// The rules that a changed catalogue breaks.
fn broken(sources: &Sources) -> Vec<&'static str> {
    Catalogue::load(sources).err().unwrap_or_default().iter().map(|fault| fault.rule).collect()
}

#[test]
fn a_language_that_is_listed_twice_is_refused() {
    let sources = small::changed("catalogue.toml", "[\"nl\", \"fr\"]", "[\"nl\", \"fr\", \"nl\"]");
    assert_eq!(broken(&sources), ["duplicate-language"]);
}

/// An empty word begins every other, so that everything was suggested.
#[test]
fn an_entry_of_the_lexicon_without_words_is_refused() {
    for entry in ["doktoor = \"...\"", "\"?!\" = \"dokter\"", "\"...\" = { geldproblemen = 3 }"] {
        let mut sources = small::sources();
        sources.insert("lexicon/nl.toml", entry);
        assert_eq!(broken(&sources), ["no-words"], "{entry}");
    }
}

/// Whoever makes a bundle with a faulty program gives it a checksum that fits.
#[test]
fn a_bundle_whose_content_is_wrong_is_refused_or_works() {
    let mut sources = small::sources();
    sources.insert("lexicon/nl.toml", "blut = { geldproblemen = 3 }\ndoktoor = \"dokter\"\n");
    let catalogue = Catalogue::load(&sources).expect("the small catalogue is right");
    let right = bundle::write(&catalogue, Language::DUTCH).expect("it can be bundled");
    let works = |explorer: &Explorer| {
        let question = "ik ben blut en kan de huur niet betalen, doktoor";
        let answer = explorer.search(&Request::new(question, Language::DUTCH)).expect("it is short");
        let suggested = explorer.suggest("geldpro", Language::DUTCH, 8).expect("it is short");
        let screening = explorer.screen(&Profile::default());
        answer.hits.len() + suggested.len() + screening.matches().len()
    };
    assert!(works(&bundle::read(&right).expect("it is right")) > 4);
    let mut refused = 0;
    for at in (16..right.len()).step_by(3) {
        let mut wrong = right.clone();
        wrong[at] ^= 1 << (at % 8);
        let checksum = crc32fast::hash(&wrong[16..]);
        wrong[12..16].copy_from_slice(&checksum.to_le_bytes());
        match bundle::read(&wrong) {
            Ok(explorer) => _ = works(&explorer),
            Err(fault) => refused += usize::from(!fault.to_string().is_empty()),
        }
    }
    assert!(refused > 100, "{refused}");
}
