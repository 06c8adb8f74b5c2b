//! The words of a question put in words of the catalogue: by the lexicon, by writing as one what was typed as two, and by
//! taking compounds apart.

use std::ops::Range;

use super::{index::Index, places::Places};
use crate::{
    catalogue::Language,
    language::{Word, split_compound},
    sorting::sort_by,
};

/// The longest expression that reads as others, in words.
const LONGEST_READING: usize = 5;

/// The shortest word that may have been typed as two.
const SHORTEST_JOINED: usize = 7;

/// A word of a question.
#[derive(Clone, Debug)]
pub(super) struct PlainWord {
    /// The folded word.
    pub text: String,
    /// Words that it may mean too.
    pub also: Vec<String>,
    /// Where it stands in the question; words that come of one have its place.
    pub place: Range<usize>,
}

impl PlainWord {
    fn new(text: &str, place: &Range<usize>) -> Self {
        Self { text: text.to_owned(), also: Vec::new(), place: place.clone() }
    }
}

/// The words of a question of somebody who reads this language, in words of the catalogue.
pub(super) fn words(index: &Index, places: &Places<'_>, typed: &[Word], reader: Language) -> Vec<PlainWord> {
    let texts: Vec<&str> = typed.iter().map(|word| word.text.as_str()).collect();
    // The language of the reader first: a word may read differently in two.
    let mut languages: Vec<usize> = (0..index.languages.len()).collect();
    let is_other = |at: &usize| index.languages[*at].analyser.language() != reader;
    sort_by(&mut languages, |a, b| is_other(a).cmp(&is_other(b)));
    let reading = |words: &str| languages.iter().find_map(|at| index.lexicon.reading(*at, words));
    // A word the reader's language knows, if only from the lexicon, is not read as one of another.
    let reading_of_word = |word: &str| match languages.first() {
        Some(readers) if places.of(word)[*readers].is_some() => index.lexicon.reading(*readers, word),
        _ => reading(word),
    };
    let mut plain = Vec::with_capacity(typed.len());
    let mut start = 0;
    while start < typed.len() {
        let longest = LONGEST_READING.min(typed.len() - start);
        let expression = (2..=longest)
            .rev()
            .find_map(|length| Some((length, reading(&texts[start..start + length].join(" "))?)));
        if let Some((length, meaning)) = expression {
            let place = typed[start].place.start..typed[start + length - 1].place.end;
            plain.extend(each(meaning).map(|word| PlainWord::new(word, &place)));
            start += length;
            continue;
        }
        let Word { text, place } = &typed[start];
        if places.are_used(text) {
            // It says what it says; what it may mean in another language than the reader's is no matter then.
            let also = languages.first().and_then(|at| index.lexicon.reading(*at, text));
            let also = also.map(|meaning| each(meaning).map(str::to_owned).collect()).unwrap_or_default();
            if let Some(joined) = joined(index, places, &typed[start..]) {
                plain.push(joined);
                start += 1;
            } else {
                plain.push(PlainWord { also, ..PlainWord::new(text, place) });
            }
        } else if let Some(meaning) = reading_of_word(text) {
            plain.extend(each(meaning).map(|word| PlainWord::new(word, place)));
        } else if let Some(joined) = joined(index, places, &typed[start..]) {
            plain.push(joined);
            start += 1;
        } else {
            plain.extend(
                whole_or_parts(index, places, text).into_iter().map(|part| PlainWord::new(part, place)),
            );
        }
        start += 1;
    }
    plain
}

/// The words of what something reads as; an empty one, which would begin every other, is none.
fn each(meaning: &str) -> impl Iterator<Item = &str> {
    meaning.split(' ').filter(|word| !word.is_empty())
}

/// The first two of these words as one, if people write them so.
fn joined(index: &Index, places: &Places<'_>, typed: &[Word]) -> Option<PlainWord> {
    let [first, second, ..] = typed else { return None };
    let joined = format!("{}{}", first.text, second.text);
    (joined.len() >= SHORTEST_JOINED && places.are_used(&joined) && !is_stop_word(index, &first.text))
        .then(|| PlainWord::new(&joined, &(first.place.start..second.place.end)))
}

/// A word that is not known in the parts that are, or as it is.
fn whole_or_parts<'w>(index: &Index, places: &Places<'_>, word: &'w str) -> Vec<&'w str> {
    let is_used = |word: &str| places.are_used(word) && !is_stop_word(index, word);
    let parts = if index.vocabulary.contains(word) { Vec::new() } else { split_compound(word, &is_used) };
    if parts.is_empty() { vec![word] } else { parts }
}

fn is_stop_word(index: &Index, word: &str) -> bool {
    index.languages.iter().any(|language| language.analyser.is_stop_word(word))
}
