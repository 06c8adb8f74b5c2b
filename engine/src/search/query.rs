//! What somebody typed, understood: the words that matter, and for each the stems it may stand for.

use std::{collections::BTreeMap, ops::Range};

use super::{
    index::{Index, Stem},
    lexicon::LONGEST,
    places::Places,
    plain::{self, PlainWord},
    weights::Weights,
};
use crate::{
    catalogue::Language,
    language::{Correction, Word, words},
    sorting::sort_by,
};

/// How many letters a question may have. More is a text that was pasted by mistake.
pub const LONGEST_QUERY: usize = 1_000;

/// How many words of a question count. What somebody needs is said by then.
const MOST_WORDS: usize = 32;

/// The longest saying that leads to needs, in words.
const LONGEST_SAYING: usize = 5;

/// How sure it is that a part of a longer expression means what it means alone.
const PART: f32 = 0.5;

/// How sure it is that a word means what the lexicon says it means too.
const ALSO: f32 = 0.7;

/// How many words may be meant by a misspelt or half-typed one.
const MOST_READINGS: usize = 8;

/// A question, understood.
pub(super) struct Query<'i> {
    /// The words that carry a need.
    pub words: Vec<QueryWord<'i>>,
    /// Words that were repaired: as typed, as understood.
    pub corrections: Vec<(String, String)>,
    /// How much the words weigh together: the most a passage can score.
    pub weight: f32,
    /// The themes to which the lexicon leads, in their order.
    pub needs: Vec<Need>,
    /// How much of the question has nothing to do with what is here, from 0 to 1.
    pub foreign: f32,
}

/// A theme to which the lexicon leads.
pub(super) struct Need {
    /// Its place in the catalogue.
    pub theme: u32,
    /// How much of the question leads there.
    pub share: f32,
    /// How much each word of the question does.
    pub shares: Vec<f32>,
}

/// Words of a question that lead to needs together.
struct Lead<'l> {
    /// The words, by their places in the question.
    words: Vec<usize>,
    /// How many words were said, little ones too.
    length: usize,
    /// Themes with weights, by their places in the catalogue.
    needs: &'l [(u32, u8)],
}

/// A word of a question.
pub(super) struct QueryWord<'i> {
    /// The word, folded: as typed, or as the lexicon reads it.
    pub typed: String,
    /// Where it stands in the question.
    pub place: Range<usize>,
    /// What it may stand for, the surest first.
    pub readings: Vec<Reading<'i>>,
    /// For each language the stems it may stand for, by their places, the surest first; `None` for one the language does not have.
    stems: Vec<Vec<Option<u32>>>,
    /// How much it weighs in the question.
    weight: f32,
}

/// A stem that a word may stand for.
pub(super) struct Reading<'i> {
    pub stem: Stem<'i>,
    /// How sure it is that this is meant, from 0 to 1.
    pub certainty: f32,
}

impl<'i> Query<'i> {
    /// Understands a question of somebody who reads `language`. With `unfinished`, the last word may be a beginning.
    pub(super) fn new(
        index: &'i Index,
        text: &str,
        language: Language,
        unfinished: bool,
        weights: &Weights,
    ) -> Self {
        let mut said = words(text);
        said.truncate(MOST_WORDS);
        let places = Places::new(index);
        let typed = plain::words(index, &places, &said, language);
        let certainty = language_certainty(index, &places, &typed, language, weights.other_language);
        let telling: Vec<_> = {
            let is_empty =
                |word: &PlainWord| {
                    index.languages.iter().zip(&certainty).any(|(indexed, certainty)| {
                        *certainty > 0.9 && indexed.analyser.is_stop_word(&word.text)
                    })
                };
            let telling: Vec<_> = typed.iter().filter(|word| !is_empty(word)).collect();
            if telling.is_empty() { typed.iter().collect() } else { telling }
        };
        let open_ended = unfinished && text.ends_with(char::is_alphanumeric);
        let last = typed.last();
        let mut query =
            Self { words: Vec::new(), corrections: Vec::new(), weight: 0.0, needs: Vec::new(), foreign: 0.0 };
        for word in telling {
            let is_last = open_ended && last.is_some_and(|last| last.place == word.place);
            query.add(index, &places, word, &certainty, is_last);
        }
        query.find_needs(index, &said, &certainty);
        query.foreign = query.share_of_foreign(index, &certainty);
        query
    }

    /// How much of the question are words of which the lexicon says that they have nothing to do with what is here.
    fn share_of_foreign(&self, index: &Index, certainty: &[f32]) -> f32 {
        let foreign = |word: &&QueryWord<'_>| {
            word.readings.is_empty()
                && certainty.iter().enumerate().any(|(language, certainty)| {
                    let stem = word.stems[language].first().copied().flatten();
                    *certainty > 0.9 && stem.is_some_and(|stem| index.lexicon.is_foreign(language, stem))
                })
        };
        let weight: f32 = self.words.iter().filter(foreign).map(|word| word.weight).sum();
        weight / self.weight.max(f32::MIN_POSITIVE)
    }

    /// Looks up in the lexicon every run of words, and what was said just so.
    fn find_needs(&mut self, index: &Index, said: &[Word], certainty: &[f32]) {
        let mut found: BTreeMap<u32, Need> = BTreeMap::new();
        for (language, certainty) in certainty.iter().enumerate() {
            let mut leads = self.expressions(index, language);
            leads.extend(self.sayings(index, said, language));
            // How long the longest of them is that has each word.
            let mut longest = vec![0; self.words.len()];
            for lead in &leads {
                for at in &lead.words {
                    longest[*at] = longest[*at].max(lead.length);
                }
            }
            // For each theme the best of them at each word, so that a part of an expression does not count again.
            let mut best: BTreeMap<u32, Vec<f32>> = BTreeMap::new();
            for lead in &leads {
                let is_part = lead.words.iter().all(|at| longest[*at] > lead.length);
                let part = if is_part { PART } else { 1.0 };
                for (theme, weight) in lead.needs {
                    let share = f32::from(*weight) / 3.0 * certainty * part;
                    let at = best.entry(*theme).or_insert_with(|| vec![0.0; self.words.len()]);
                    for place in &lead.words {
                        at[*place] = at[*place].max(share);
                    }
                }
            }
            for (theme, sure) in best {
                let of_question = self.weight.max(f32::MIN_POSITIVE);
                let shares = self.words.iter().zip(sure).map(|(word, sure)| word.weight * sure / of_question);
                let shares: Vec<f32> = shares.collect();
                let need = found.entry(theme).or_insert_with(|| Need {
                    theme,
                    share: 0.0,
                    shares: vec![0.0; shares.len()],
                });
                need.share = need.share.max(shares.iter().sum::<f32>().min(1.0));
                keep_best(&mut need.shares, shares);
            }
        }
        self.needs = found.into_values().collect();
    }

    /// The runs of words that lead to needs in a language. A number between them does not matter: "alone with my 2 boys".
    fn expressions<'l>(&self, index: &'l Index, language: usize) -> Vec<Lead<'l>> {
        let all: Vec<usize> = (0..self.words.len()).collect();
        let is_number = |at: &usize| self.words[*at].typed.bytes().all(|byte| byte.is_ascii_digit());
        let without_numbers: Vec<usize> = all.iter().copied().filter(|at| !is_number(at)).collect();
        let mut leads = Vec::new();
        let has_numbers = without_numbers.len() < all.len();
        for order in [Some(all), has_numbers.then_some(without_numbers)].into_iter().flatten() {
            for start in 0..order.len() {
                for length in 1..=LONGEST.min(order.len() - start) {
                    let places = &order[start..start + length];
                    let run: Vec<_> = places.iter().map(|at| &self.words[*at]).collect();
                    let needs = run_of_stems(&run, language, |stems| index.lexicon.needs(language, stems));
                    if !needs.is_empty() {
                        leads.push(Lead { words: places.to_vec(), length, needs });
                    }
                }
            }
        }
        leads
    }

    /// What was said just so that leads to needs in a language.
    fn sayings<'l>(&self, index: &'l Index, said: &[Word], language: usize) -> Vec<Lead<'l>> {
        let mut leads = Vec::new();
        for start in 0..said.len() {
            let mut text = said[start].text.clone();
            for (end, word) in said.iter().enumerate().skip(start + 1).take(LONGEST_SAYING - 1) {
                text.push(' ');
                text.push_str(&word.text);
                let Some(needs) = index.lexicon.needs_of_saying(language, &text) else { continue };
                let place = said[start].place.start..word.place.end;
                let is_in =
                    |word: &QueryWord<'_>| place.start <= word.place.start && word.place.end <= place.end;
                let words = self.words.iter().enumerate().filter(|(_, word)| is_in(word)).map(|(at, _)| at);
                leads.push(Lead { words: words.collect(), length: end - start + 1, needs });
            }
        }
        leads
    }

    fn add(
        &mut self,
        index: &'i Index,
        places: &Places<'i>,
        plain: &PlainWord,
        certainty: &[f32],
        may_be_unfinished: bool,
    ) {
        let word = plain.text.as_str();
        if self.words.iter().any(|known| known.typed == word) {
            return;
        }
        let mut readings = readings(index, places, word, certainty, 1.0);
        let known = !readings.is_empty() || index.vocabulary.contains(word);
        for other in &plain.also {
            readings.extend(self::readings(index, places, other, certainty, ALSO));
        }
        let completions = if may_be_unfinished && word.chars().count() >= 2 {
            index.vocabulary.completions(word, MOST_READINGS)
        } else {
            Vec::new()
        };
        // A word that is whole as it stands may still be the beginning of a longer one, but less likely.
        let as_beginning = if known { 0.3 } else { 0.8 };
        for completion in &completions {
            readings.extend(self::readings(index, places, &completion.word, certainty, as_beginning));
        }
        if readings.is_empty() && !known {
            let corrections = index.vocabulary.corrections(word, 3);
            for Correction { word, slips, .. } in &corrections {
                let certain = if *slips <= 1 { 0.85 } else { 0.65 };
                readings.extend(self::readings(index, places, word, certainty, certain));
            }
            if let Some(first) = corrections.first() {
                self.corrections.push((word.to_owned(), first.word.clone()));
            }
        }
        sort_by(&mut readings, |a, b| b.certainty.total_cmp(&a.certainty));
        // A word nobody uses weighs as much as a fairly rare one: it was probably said for a reason.
        let unknown = (index.passages.len() as f32).ln() / 2.0;
        let weight =
            readings.iter().map(|reading| reading.stem.rarity * reading.certainty).fold(0.0, f32::max);
        let weight = if readings.is_empty() { unknown } else { weight };
        self.weight += weight;
        let corrected =
            self.corrections.last().filter(|(typed, _)| typed == word).map(|(_, meant)| meant.as_str());
        let forms: Vec<_> = corrected
            .into_iter()
            .chain([word])
            .chain(completions.iter().take(3).map(|completion| completion.word.as_str()))
            .map(|form| places.of(form))
            .collect();
        let stems = (0..index.languages.len())
            .map(|language| forms.iter().map(|form| form[language]).collect())
            .collect();
        self.words.push(QueryWord {
            typed: word.to_owned(),
            place: plain.place.clone(),
            readings,
            stems,
            weight,
        });
    }
}

/// Keeps for each word of a question the better of what is held of it and what is offered.
pub(super) fn keep_best(held: &mut [f32], offered: impl IntoIterator<Item = f32>) {
    for (held, offered) in held.iter_mut().zip(offered) {
        *held = held.max(offered);
    }
}

/// What `look_up` finds for the stems of a run of words, the surest stems first.
fn run_of_stems<'a, T>(
    run: &[&QueryWord<'_>],
    language: usize,
    look_up: impl Fn(&[u32]) -> Option<&'a [T]>,
) -> &'a [T] {
    // One word at a time may be another than it seems; more would find what nobody said.
    let surest: Vec<Option<u32>> =
        run.iter().map(|word| word.stems[language].first().copied().flatten()).collect();
    let unknown = surest.iter().filter(|stem| stem.is_none()).count();
    let all = |stems: &[Option<u32>]| {
        let stems: Option<Vec<u32>> = stems.iter().copied().collect();
        stems.and_then(|stems| look_up(&stems)).filter(|found| !found.is_empty())
    };
    if unknown == 0
        && let Some(found) = all(&surest)
    {
        return found;
    }
    for (at, word) in run.iter().enumerate() {
        if unknown > usize::from(surest[at].is_none()) {
            continue;
        }
        for other in word.stems[language].iter().skip(1) {
            let mut stems = surest.clone();
            stems[at] = *other;
            if let Some(found) = all(&stems) {
                return found;
            }
        }
    }
    &[]
}

/// The stems that a word has in the languages of the catalogue.
fn readings<'i>(
    index: &'i Index,
    places: &Places<'i>,
    word: &str,
    certainty: &[f32],
    certain: f32,
) -> Vec<Reading<'i>> {
    let mut readings = Vec::new();
    for ((language, of_language), place) in index.languages.iter().zip(certainty).zip(&*places.of(word)) {
        if language.analyser.is_stop_word(word) {
            continue;
        }
        if let Some(stem) = place.and_then(|place| language.stem(place)) {
            readings.push(Reading { stem, certainty: certain * of_language });
        }
    }
    if let Some(stem) = index.word_in_any(word) {
        readings.push(Reading { stem, certainty: certain });
    }
    readings
}

/// How sure it is that the question is in each language of the index, from `least` to 1: by the words it
/// uses, and by the language of the reader where the words leave a doubt.
fn language_certainty(
    index: &Index,
    places: &Places<'_>,
    words: &[PlainWord],
    reader: Language,
    least: f32,
) -> Vec<f32> {
    let evidence: Vec<f32> = index
        .languages
        .iter()
        .enumerate()
        .map(|(at, language)| {
            let analyser = &language.analyser;
            let known = words
                .iter()
                .map(|word| {
                    if analyser.is_stop_word(&word.text) {
                        1.0
                    } else if language.uses(places.of(&word.text)[at]) {
                        0.8
                    } else {
                        0.0
                    }
                })
                .sum::<f32>();
            known + if analyser.language() == reader { 0.5 } else { 0.0 }
        })
        .collect();
    let most = evidence.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    evidence.into_iter().map(|known| least + (1.0 - least) * known / most).collect()
}
