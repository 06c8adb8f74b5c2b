//! Plain language, measured.

use super::Checker;
use crate::{
    catalogue::Language,
    language::{fold, words},
};

rule! {
    /// The texts of a product are hard to read.
    ///
    /// The score counts how long words and sentences are, from 0 (hard) to 100 (very easy). It is, for Dutch, that of Douma
    /// (*De leesbaarheid van landbouwbladen*, 1960); for French, that of Kandel and Moles (*Application de l'indice de Flesch à la
    /// langue française*, 1958); for English, Flesch's reading ease (*A new readability yardstick*, 1948). Summary and steps
    /// together must reach the least score of their language.
    ///
    /// Cut long sentences in two. Replace long words: not "tegemoetkoming" but "geld". A formula can not see whether a text
    /// is clear; read it aloud.
    "hard-to-read", Warning, check
}

/// The least score of a language we have a formula for.
fn least(language: Language) -> Option<f64> {
    match language {
        Language::DUTCH | Language::FRENCH => Some(45.0),
        Language::ENGLISH => Some(50.0),
        _ => None,
    }
}

fn check(checker: &mut Checker<'_>) {
    for product in &checker.catalogue.products {
        for (language, summary) in product.summary.iter() {
            let steps = product.steps.get(language).map_or(&[][..], Vec::as_slice);
            let text = [summary.as_str()]
                .into_iter()
                .chain(steps.iter().map(String::as_str))
                .collect::<Vec<_>>()
                .join(" ");
            let (Some(least), Some(score)) = (least(language), score(&text, language)) else { continue };
            if score < least {
                checker.report(
                    &product.file(),
                    &format!("summary.{language}"),
                    format!("summary and steps are hard to read: they score {score:.0} of 100, and {least:.0} is the least"),
                    "cut long sentences in two, and replace long words by everyday ones",
                );
            }
        }
    }
}

/// How easy a text is to read, from 0 to 100; outside these for texts of extremes.
fn score(text: &str, language: Language) -> Option<f64> {
    let words = words(text);
    if words.is_empty() {
        return None;
    }
    let syllables: usize = words.iter().map(|word| syllables(&word.text, language)).sum();
    let words = words.len() as f64;
    let in_sentence = words / sentences(text) as f64;
    let in_word = syllables as f64 / words;
    match language {
        Language::DUTCH => Some(206.84 - 0.93 * in_sentence - 77.0 * in_word),
        Language::FRENCH => Some(207.0 - 1.015 * in_sentence - 73.6 * in_word),
        Language::ENGLISH => Some(206.835 - 1.015 * in_sentence - 84.6 * in_word),
        _ => None,
    }
}

/// How many sentences a text has; at least one.
pub(super) fn sentences(text: &str) -> usize {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    let ends = words.filter(|word| word.trim_end_matches([')', '"', '”', '»']).ends_with(['.', '!', '?']));
    ends.count().max(1)
}

/// How many syllables a word has: its groups of vowels, without the silent e at the end of French and English words.
fn syllables(word: &str, language: Language) -> usize {
    let folded = fold(word);
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let groups = folded.split(|letter| !is_vowel(letter)).filter(|group| !group.is_empty()).count();
    let silent = match language {
        Language::FRENCH => folded.ends_with('e') || folded.ends_with("es"),
        Language::ENGLISH => folded.ends_with('e') && !folded.ends_with("le"),
        _ => false,
    };
    groups.saturating_sub(usize::from(silent && groups > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_groups_of_vowels() {
        for (word, language, count) in [
            ("geld", Language::DUTCH, 1),
            ("tegemoetkoming", Language::DUTCH, 5),
            ("aide", Language::FRENCH, 1),
            ("allocation", Language::FRENCH, 4),
            ("house", Language::ENGLISH, 1),
            ("money", Language::ENGLISH, 2),
            ("ocmw", Language::DUTCH, 1),
        ] {
            assert_eq!(syllables(word, language), count, "{word}");
        }
    }

    #[test]
    fn plain_texts_score_higher_than_stiff_ones() {
        let plain = score("Bel het OCMW. Neem je kaart mee. Zeg wat er is.", Language::DUTCH).unwrap();
        let stiff = score(
            "De tegemoetkomingsaanvraag wordt overeenkomstig de toepasselijke reglementering administratief behandeld.",
            Language::DUTCH,
        )
        .unwrap();
        assert!(plain > 90.0 && stiff < 20.0, "{plain}, {stiff}");
    }

    #[test]
    fn a_sentence_ends_with_a_sign_after_words() {
        for (text, count) in [
            ("Bel ons.", 1),
            ("Bel ons. Kom langs!", 2),
            ("Bel", 1),
            ("Wat nu? ...", 1),
            ("Vanaf 2.5 jaar.", 1),
        ] {
            assert_eq!(sentences(text), count, "{text}");
        }
    }
}
