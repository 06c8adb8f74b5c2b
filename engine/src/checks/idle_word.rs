//! Every line of the lexicon does something.

use std::collections::BTreeSet;

use super::Checker;
use crate::{
    catalogue::Meaning,
    language::{Analyser, words},
    search::passages,
};

rule! {
    /// A line of the lexicon has no effect.
    ///
    /// The words on the left are so common that search leaves them out, such as "ik" or "wat"; or the words on the right are used
    /// nowhere in the catalogue, so that they lead nowhere. Add a word that says something, or write on the right words that stand
    /// in names, phrases or summaries.
    "idle-word", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    let catalogue = checker.catalogue;
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut note = |text: &str| used.extend(words(text).into_iter().map(|word| word.text));
    passages::each(catalogue, |_, text| note(text));
    for lexicon in &catalogue.lexicons {
        for entry in &lexicon.entries {
            if let Meaning::Needs(_) = entry.meaning {
                note(&entry.words);
            }
        }
    }
    for lexicon in &catalogue.lexicons {
        let analyser = Analyser::new(lexicon.language);
        let file = format!("lexicon/{}.toml", lexicon.language);
        for entry in &lexicon.entries {
            let typed = words(&entry.words);
            if typed.is_empty() {
                checker.report_key(&file, &entry.words, "these are no words", "write letters or digits");
            }
            if let Meaning::Reads(plain) = &entry.meaning {
                let unknown: Vec<_> = words(plain)
                    .into_iter()
                    .map(|word| word.text)
                    .filter(|word| !used.contains(word) && !analyser.is_stop_word(word))
                    .collect();
                if !unknown.is_empty() {
                    checker.report_key(
                        &file,
                        &entry.words,
                        format!("nothing in the catalogue uses `{}`", unknown.join("`, `")),
                        "write words that stand in names, phrases or summaries",
                    );
                }
            }
        }
    }
}
