//! Suggestions while somebody types: needs, products, categories and organisations by their names.

use std::ops::Range;

use super::{
    LONGEST_QUERY, QueryError, Searcher, keep_first,
    names::{Name, Named, Names, Typed},
    passages::Entry,
    query::Query,
    rank,
};
use crate::{
    catalogue::{Category, Language, Organisation, Product, Theme},
    language::{Word, words},
    sorting::sort_by,
};

/// Something that may be meant by what is typed so far.
#[derive(Clone, Debug)]
pub struct Suggestion<'e> {
    /// What it is.
    pub of: Suggested<'e>,
    /// Its name in the language of the reader.
    pub name: &'e str,
    /// The parts of the name that fit what is typed, as bytes, in order: to be shown in bold.
    pub matched: Vec<Range<usize>>,
}

/// What a suggestion leads to.
#[derive(Clone, Copy, Debug)]
pub enum Suggested<'e> {
    /// A need.
    Theme(&'e Theme),
    /// A product.
    Product(&'e Product),
    /// A category.
    Category(&'e Category),
    /// An organisation.
    Organisation(&'e Organisation),
}

/// A need leads further than a product, which leads further than an organisation.
const THEME: f32 = 1.1;
const CATEGORY: f32 = 1.05;
const ORGANISATION: f32 = 0.8;

/// What the meaning of the text counts beside the words of a name. A need is meant more often than named.
const MEANING_OF_NEED: f32 = 0.8;
const MEANING_OF_OTHER: f32 = 0.35;

/// How well a need must fit to be suggested although its name has none of the words.
const MEANT: f32 = 0.35;

impl Searcher {
    /// What may be meant by a text that is still being typed, the likeliest first: what its words name, and the needs it
    /// speaks of. Misspelt words are corrected.
    pub fn suggest(
        &self,
        text: &str,
        language: Language,
        limit: usize,
    ) -> Result<Vec<Suggestion<'_>>, QueryError> {
        let length = text.chars().count();
        if length > LONGEST_QUERY {
            return Err(QueryError::TooLong { length });
        }
        let query = Query::new(self.index(), text, language, true, self.weights());
        let names = self.names();
        let written = words(text);
        let typed: Vec<Typed> = query
            .words
            .iter()
            .map(|word| {
                let meant = query.corrections.iter().find(|(wrong, _)| *wrong == word.typed);
                // The lexicon may read it as a word of another language, or too early as a whole one.
                let written = written.iter().find(|written| written.place == word.place);
                let written = written.map(|written| written.text.as_str());
                let readings = [Some(word.typed.as_str()), written, meant.map(|(_, meant)| meant.as_str())];
                Typed::new(names, readings.into_iter().flatten())
            })
            .collect();
        let meanings = self.meanings(&query);

        let in_language = names.in_language(language);
        let mut found = Vec::new();
        for (at, name) in in_language.into_iter().flat_map(|names| names.likely(&typed)) {
            let score = names.score(name, &typed);
            let is_theme = matches!(name.of, Named::Theme(_));
            let meaning = if score > 0.0 || is_theme { meanings.of(name.of) } else { 0.0 };
            if score > 0.0 || (is_theme && meaning >= MEANT) {
                let (kind, share) = match name.of {
                    Named::Theme(_) => (THEME, MEANING_OF_NEED),
                    Named::Category(_) => (CATEGORY, 0.0),
                    Named::Product(_) => (1.0, MEANING_OF_OTHER),
                    Named::Organisation(_) => (ORGANISATION, MEANING_OF_OTHER),
                };
                found.push((kind * (score + share * meaning), at as u32));
            }
        }
        // Names stand in a fixed order, and equals stay in it.
        keep_first(&mut found, limit);
        let found = in_language.into_iter().flat_map(|names| {
            found.iter().map(|(_, at)| self.suggestion(&names.names[*at as usize], &typed))
        });
        Ok(found.collect())
    }

    /// How well the meaning of a text fits what there is, for what is meant and not only named.
    fn meanings(&self, query: &Query<'_>) -> Meanings {
        let catalogue = self.catalogue();
        let mut meanings = Meanings {
            themes: vec![0.0; catalogue.themes.len()],
            products: vec![0.0; catalogue.products.len()],
            organisations: vec![0.0; catalogue.organisations.len()],
        };
        for scored in rank::entries(self.index(), query, self.weights()).scored {
            let known = match scored.entry {
                Entry::Theme(at) => &mut meanings.themes[at as usize],
                Entry::Product(at) => &mut meanings.products[at as usize],
                Entry::Organisation(at) => &mut meanings.organisations[at as usize],
            };
            *known = known.max(scored.passage);
        }
        for need in &query.needs {
            let known = &mut meanings.themes[need.theme as usize];
            *known = known.max(need.share);
        }
        meanings
    }

    fn suggestion(&self, name: &Name, typed: &[Typed]) -> Suggestion<'_> {
        let catalogue = self.catalogue();
        let (of, text) = match name.of {
            Named::Theme(at) => {
                let theme = &catalogue.themes[at as usize];
                (Suggested::Theme(theme), &theme.name)
            }
            Named::Product(at) => {
                let product = &catalogue.products[at as usize];
                (Suggested::Product(product), &product.name)
            }
            Named::Category(at) => {
                let category = &catalogue.settings.categories[at as usize];
                (Suggested::Category(category), &category.name)
            }
            Named::Organisation(at) => {
                let organisation = &catalogue.organisations[at as usize];
                (Suggested::Organisation(organisation), &organisation.name)
            }
        };
        let text = text.text(name.language);
        Suggestion { of, name: text, matched: matched(self.names(), name, text, typed) }
    }
}

/// How well the meaning of a text fits each entry, by its place in the catalogue.
struct Meanings {
    themes: Vec<f32>,
    products: Vec<f32>,
    organisations: Vec<f32>,
}

impl Meanings {
    fn of(&self, named: Named) -> f32 {
        match named {
            Named::Theme(at) => self.themes[at as usize],
            Named::Product(at) => self.products[at as usize],
            Named::Organisation(at) => self.organisations[at as usize],
            Named::Category(_) => 0.0,
        }
    }
}

/// The parts of a name that were typed, in order.
fn matched(names: &Names, name: &Name, text: &str, typed: &[Typed]) -> Vec<Range<usize>> {
    let words = words(text);
    let mut matched: Vec<_> = names
        .fit(name, typed)
        .flatten()
        .map(|(word, letters)| typed_part(text, &words[word], letters))
        .collect();
    sort_by(&mut matched, |a, b| (a.start, a.end).cmp(&(b.start, b.end)));
    matched.dedup_by(|next, first| next.start == first.start);
    matched
}

/// The part of a word in a text that was typed, by its folded letters.
fn typed_part(text: &str, word: &Word, letters: usize) -> Range<usize> {
    let Range { start, end } = word.place;
    let typed = word.text[..letters].chars().count();
    let written = &text[start..end];
    // Folding can change how many letters there are, as in œ; then the whole word is marked.
    if word.text.chars().count() != written.chars().count() {
        return start..end;
    }
    start..written.char_indices().nth(typed).map_or(end, |(at, _)| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is marked in a name when these words are typed.
    fn marked<'t>(text: &'t str, typed: &[&str]) -> Vec<&'t str> {
        let names = Names::of([(Named::Theme(0), Language::DUTCH, text)]);
        let typed: Vec<_> = typed.iter().map(|word| Typed::new(&names, [*word])).collect();
        let in_dutch = names.in_language(Language::DUTCH).expect("it is Dutch");
        let parts = matched(&names, &in_dutch.names[0], text, &typed);
        parts.into_iter().map(|part| &text[part]).collect()
    }

    #[test]
    fn the_typed_beginnings_of_words_are_marked() {
        assert_eq!(marked("Verhoogde tegemoetkoming (één)", &["ver", "tegemoet"]), ["Ver", "tegemoet"]);
        assert_eq!(marked("Œuvre", &["oeu"]), ["Œuvre"]);
        assert!(marked("Huur", &["uur"]).is_empty());
        assert!(marked("Huur", &[""]).is_empty());
    }
}
