//! Whatever stands in a file or is typed, no parser may panic, and what it refuses it must refuse in words.
//!
//! Each target takes real input and damages it. `cargo test --package tests --test fuzz` tries some new damage on every run; on a
//! failure it prints the seed that repeats it (`BOLERO_RANDOM_SEED=… cargo test …`). `BOLERO_RANDOM_ITERATIONS=100000` tries longer,
//! and [cargo-bolero](https://camshaft.github.io/bolero/) lets libFuzzer or AFL find its way by coverage.

mod answers;
mod bundle;
mod catalogue;
mod damage;
mod family;
mod judgements;
mod queries;
#[path = "../../engine/tests/small/mod.rs"]
#[allow(dead_code, reason = "the tests of the engine use more of it")]
mod small;

use std::sync::LazyLock;

use engine::{
    Explorer,
    catalogue::{Catalogue, Language, Sources},
    diagnostic::{
        Diagnostic,
        render::human::{self, Colour},
    },
    screening::Profile,
    search::{QueryError, Request},
};

/// The real catalogue, ready to answer.
static REAL: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(tests::catalogue()).expect("the catalogue can be indexed"));

/// The small catalogue, with a lexicon.
fn small_sources() -> Sources {
    let mut sources = small::sources();
    let lexicon = "\"blut\" = { geldproblemen = 3 }\n\"doktoor\" = \"dokter\"\n\"lotto\" = {}\n\"niks meer in huis\" = { geldproblemen = 2 }\n";
    sources.insert("lexicon/nl.toml", lexicon);
    sources.insert("lexicon/fr.toml", "\"fauché\" = { geldproblemen = 3 }\n");
    sources
}

/// The small catalogue, read.
fn small_catalogue() -> Catalogue {
    Catalogue::load(&small_sources()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// Checks that every fault says what is wrong and where, in a place that can be shown.
fn are_told(faults: &[Diagnostic], sources: &Sources) {
    assert!(!faults.is_empty(), "refused without a word");
    for fault in faults {
        assert!(!fault.message.is_empty() && !fault.rule.is_empty(), "{fault:?}");
        for place in [&fault.place].into_iter().chain(fault.related.iter().map(|(place, _)| place)) {
            assert!(!place.file.is_empty(), "{fault:?}");
            let text = sources.text(&place.file).unwrap_or_default();
            assert!(text.get(place.span.clone()).is_some(), "{fault:?} lies outside {} bytes", text.len());
        }
    }
    assert!(!human::render(faults, sources, "catalogue", Colour::Off).is_empty());
}

/// Asks a question in every way there is, and checks that what comes back can be shown.
fn ask(explorer: &Explorer, question: &str, language: Language) {
    for unfinished in [true, false] {
        match explorer.search(&Request { unfinished, ..Request::new(question, language) }) {
            Ok(answer) => {
                assert!(answer.hits.len() <= 10);
                for hit in answer.hits {
                    assert!(hit.score.total(explorer.weights()).is_finite());
                    hit.reason.sentence(language);
                }
            }
            Err(QueryError::TooLong { length }) => assert_eq!(length, question.chars().count()),
        }
    }
    for suggestion in explorer.suggest(question, language, 8).unwrap_or_default() {
        for part in suggestion.matched {
            let marked = suggestion.name.get(part.clone());
            assert!(
                marked.is_some_and(|marked| !marked.is_empty()),
                "{part:?} of `{}` for `{question}`",
                suggestion.name
            );
        }
    }
}

/// How many verdicts are explained. All of them, again and again, would take minutes and tell nothing more.
const EXPLAINED: usize = 20;

/// Screens a family, explains the first verdicts, and asks on.
fn screen(explorer: &Explorer, profile: &Profile) {
    let screening = explorer.screen(profile);
    for found in screening.matches().iter().take(EXPLAINED) {
        screening.why(found).sentence(Language::DUTCH);
        screening.opened_by(found);
    }
    screening.next_question(&std::collections::BTreeSet::new());
    let _ = screening.contradictions().count();
}
