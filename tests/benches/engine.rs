//! How long the engine takes on the real catalogue: `cargo bench --package tests`.

use engine::{
    Explorer, bundle,
    catalogue::{Catalogue, Language},
    screening::{Family, Profile},
    search::Request,
};

fn main() {
    divan::main();
}

/// Reading and checking all files that are in memory.
#[divan::bench]
fn load(bencher: divan::Bencher<'_, '_>) {
    let sources = tests::sources();
    bencher.bench(|| Catalogue::load(&sources).is_ok());
}

/// Reading the files from disk, checking them, and making the whole index.
#[divan::bench]
fn load_and_index(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| Explorer::new(tests::catalogue()).is_ok());
}

/// What a browser does once the bundle has arrived.
#[divan::bench]
fn open_bundle(bencher: divan::Bencher<'_, '_>) {
    let bytes = bundle::write(&tests::catalogue(), Language::DUTCH).expect("the catalogue can be bundled");
    bencher.bench(|| bundle::read(&bytes).is_ok());
}

/// A question, from typed text to ranked hits with reasons.
#[divan::bench(args = ["huur", "shulden", "money problems", "ik kan mijn huur niet betalen", "je ne peux plus payer mon loyer"])]
fn query(bencher: divan::Bencher<'_, '_>, question: &str) {
    let explorer = Explorer::new(tests::catalogue()).expect("the catalogue can be indexed");
    bencher
        .bench(|| explorer.search(&Request::new(question, Language::DUTCH)).map(|answer| answer.hits.len()));
}

/// What is known of a family with eleven answers.
fn profile(catalogue: &Catalogue) -> Profile {
    let text = include_str!("../families/single-mother-newborn.toml");
    Family::read(catalogue, "family", text).expect("the family is right").profile()
}

/// All verdicts for a family, ranked.
#[divan::bench]
fn screen(bencher: divan::Bencher<'_, '_>) {
    let explorer = Explorer::new(tests::catalogue()).expect("the catalogue can be indexed");
    let profile = profile(explorer.catalogue());
    bencher.bench(|| explorer.screen(&profile).matches().len());
}

/// The first question, when nothing is known yet.
#[divan::bench]
fn first_question(bencher: divan::Bencher<'_, '_>) {
    let explorer = Explorer::new(tests::catalogue()).expect("the catalogue can be indexed");
    bencher.bench(|| {
        let screening = explorer.screen(&Profile::default());
        screening.next_question(&std::collections::BTreeSet::new()).map(|next| next.open)
    });
}

/// Suggestions for a beginning.
#[divan::bench(args = ["h", "huur", "verhoogde teg"])]
fn suggest(bencher: divan::Bencher<'_, '_>, text: &str) {
    let explorer = Explorer::new(tests::catalogue()).expect("the catalogue can be indexed");
    bencher.bench(|| explorer.suggest(text, Language::DUTCH, 8).map(|found| found.len()));
}
