//! Suggestions while somebody types: needs, products, categories and organisations by their names.

use std::{collections::BTreeMap, ops::Range};

use super::{LONGEST_QUERY, QueryError, passages::Entry, query::Query, rank};
use crate::{
    Explorer,
    catalogue::{Catalogue, Category, Language, Organisation, Product, Theme, Translated},
    language::{Word, words},
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

/// The part of the typed words that must stand in a name for it to be suggested.
const NAMED: f32 = 0.5;

/// How well a need must fit to be suggested although its name has none of the words.
const MEANT: f32 = 0.35;

/// The names of the catalogue, in one language, cut into words.
pub(crate) struct Names(Vec<Name>);

struct Name {
    of: Named,
    language: Language,
    words: Vec<Word>,
    /// How many letters the words have together.
    letters: usize,
}

/// What a name belongs to, by its place in the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Theme(usize),
    Product(usize),
    Category(usize),
    Organisation(usize),
}

impl Names {
    /// Cuts up all names.
    pub(crate) fn new(catalogue: &Catalogue) -> Self {
        let mut names = Vec::new();
        let mut add = |of: Named, name: &Translated<String>| {
            for (language, name) in name.iter() {
                let words = words(name);
                let letters = words.iter().map(|word| word.text.len()).sum();
                names.push(Name { of, language, words, letters });
            }
        };
        for (at, theme) in catalogue.themes.iter().enumerate() {
            add(Named::Theme(at), &theme.name);
        }
        for (at, product) in catalogue.products.iter().enumerate() {
            add(Named::Product(at), &product.name);
        }
        for (at, category) in catalogue.settings.categories.iter().enumerate() {
            add(Named::Category(at), &category.name);
        }
        for (at, organisation) in catalogue.organisations.iter().enumerate() {
            add(Named::Organisation(at), &organisation.name);
        }
        Self(names)
    }
}

impl Name {
    /// For each typed word the word of the name that it begins or is, and how many bytes of it.
    fn fit<'n>(&'n self, typed: &'n [Typed]) -> impl Iterator<Item = Option<(&'n Word, usize)>> {
        typed.iter().map(|typed| self.words.iter().find_map(|word| Some((word, typed.begins(word)?))))
    }

    /// How well the typed words name it: how many of them stand in it, and how much of it they cover.
    fn score(&self, typed: &[Typed]) -> f32 {
        let (mut named, mut covered) = (0_u16, 0);
        for (_, letters) in self.fit(typed).flatten() {
            named += 1;
            covered += letters;
        }
        let share = f32::from(named) / typed.len().max(1) as f32;
        if share < NAMED {
            return 0.0;
        }
        let of_name = covered as f32 / self.letters.max(1) as f32;
        let begins =
            self.words.first().zip(typed.first()).is_some_and(|(word, typed)| typed.begins(word).is_some());
        share * (0.7 + 0.3 * of_name) + if begins { 0.1 } else { 0.0 }
    }
}

/// A word as it was typed, and as it was understood if it seems misspelt.
struct Typed {
    word: String,
    meant: Option<String>,
}

impl Typed {
    /// How many bytes of a word it covers, if it begins it.
    fn begins(&self, word: &Word) -> Option<usize> {
        // A reading of nothing, which a lexicon can hold, begins every word and says nothing.
        let mut readings =
            std::iter::once(&self.word).chain(&self.meant).filter(|reading| !reading.is_empty());
        readings.find(|reading| word.text.starts_with(reading.as_str())).map(String::len)
    }
}

impl Explorer {
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
        let typed: Vec<Typed> = query
            .words
            .iter()
            .map(|word| Typed {
                word: word.typed.clone(),
                meant: query
                    .corrections
                    .iter()
                    .find(|(wrong, _)| *wrong == word.typed)
                    .map(|(_, meant)| meant.clone()),
            })
            .collect();

        // How well the meaning fits, for what is meant and not only named.
        let mut meanings: BTreeMap<Named, f32> = BTreeMap::new();
        let mut mean = |of: Named, how_well: f32| {
            let known = meanings.entry(of).or_default();
            *known = known.max(how_well);
        };
        for scored in rank::entries(self.index(), &query, self.weights()) {
            match scored.entry {
                Entry::Theme(at) => mean(Named::Theme(at as usize), scored.passage),
                Entry::Product(at) => mean(Named::Product(at as usize), scored.passage),
                Entry::Organisation(at) => mean(Named::Organisation(at as usize), scored.passage),
            }
        }
        for &(theme, share) in &query.needs {
            mean(Named::Theme(theme as usize), share);
        }

        let mut found: Vec<(f32, &Name)> = Vec::new();
        for name in self.names().0.iter().filter(|name| name.language == language) {
            let named = name.score(&typed);
            let meaning = meanings.get(&name.of).copied().unwrap_or(0.0);
            let is_theme = matches!(name.of, Named::Theme(_));
            if named > 0.0 || (is_theme && meaning >= MEANT) {
                let (kind, share) = match name.of {
                    Named::Theme(_) => (THEME, MEANING_OF_NEED),
                    Named::Category(_) => (CATEGORY, 0.0),
                    Named::Product(_) => (1.0, MEANING_OF_OTHER),
                    Named::Organisation(_) => (ORGANISATION, MEANING_OF_OTHER),
                };
                found.push((kind * (named + share * meaning), name));
            }
        }
        // Names stand in a fixed order, and the sort leaves equals in it.
        found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        found.truncate(limit);
        Ok(found.into_iter().map(|(_, name)| self.suggestion(name, &typed)).collect())
    }

    fn suggestion(&self, name: &Name, typed: &[Typed]) -> Suggestion<'_> {
        let catalogue = self.catalogue();
        let (of, text) = match name.of {
            Named::Theme(at) => (Suggested::Theme(&catalogue.themes[at]), &catalogue.themes[at].name),
            Named::Product(at) => (Suggested::Product(&catalogue.products[at]), &catalogue.products[at].name),
            Named::Category(at) => {
                let category = &catalogue.settings.categories[at];
                (Suggested::Category(category), &category.name)
            }
            Named::Organisation(at) => {
                let organisation = &catalogue.organisations[at];
                (Suggested::Organisation(organisation), &organisation.name)
            }
        };
        let text = text.text(name.language);
        let mut matched: Vec<_> =
            name.fit(typed).flatten().map(|(word, letters)| typed_part(text, word, letters)).collect();
        matched.sort_by_key(|part| (part.start, part.end));
        matched.dedup_by(|next, first| next.start == first.start);
        Suggestion { of, name: text, matched }
    }
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

    fn name(text: &str) -> Name {
        let words = words(text);
        let letters = words.iter().map(|word| word.text.len()).sum();
        Name { of: Named::Theme(0), language: Language::DUTCH, words, letters }
    }

    fn as_typed(word: &str) -> Typed {
        Typed { word: word.to_owned(), meant: None }
    }

    fn marked<'t>(text: &'t str, typed: &[&str]) -> Vec<&'t str> {
        let typed: Vec<_> = typed.iter().map(|word| as_typed(word)).collect();
        let name = name(text);
        name.fit(&typed).flatten().map(|(word, letters)| &text[typed_part(text, word, letters)]).collect()
    }

    #[test]
    fn the_typed_beginnings_of_words_are_marked() {
        assert_eq!(marked("Verhoogde tegemoetkoming (één)", &["ver", "tegemoet"]), ["Ver", "tegemoet"]);
        assert_eq!(marked("Œuvre", &["oeu"]), ["Œuvre"]);
        assert!(marked("Huur", &["uur"]).is_empty());
        assert!(marked("Huur", &[""]).is_empty());
    }

    #[test]
    fn a_name_of_which_more_is_typed_fits_better() {
        let typed = [as_typed("huur")];
        let (short, long, other) = (name("Huur"), name("Huur in een andere gemeente"), name("Water"));
        assert!(short.score(&typed) > long.score(&typed) && long.score(&typed) > 0.0);
        assert!(other.score(&typed).abs() < f32::EPSILON);
    }
}
