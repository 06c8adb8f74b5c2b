//! Suggestions while somebody types: needs, products, categories and organisations by their names.

use std::ops::Range;

use super::{LONGEST_QUERY, QueryError, passages::Entry, query::Query, rank};
use crate::{
    Explorer,
    catalogue::{Category, Language, Organisation, Product, Theme},
    language::fold,
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

/// How well an entry must fit to be suggested.
const LIKELY: f32 = 0.35;

impl Explorer {
    /// What may be meant by a text that is still being typed, the likeliest first. Misspelt words are corrected.
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
        let catalogue = self.catalogue();
        let query = Query::new(self.index(), text, language, true, self.weights());
        let mut typed: Vec<String> = query.words.iter().map(|word| word.typed.clone()).collect();
        typed.extend(query.corrections.iter().map(|(_, meant)| meant.clone()));

        let mut found: Vec<(f32, Suggested<'_>, &str)> = Vec::new();
        for scored in rank::entries(self.index(), &query, self.weights()) {
            let (weight, of, name) = match scored.entry {
                Entry::Theme(at) => {
                    let theme = &catalogue.themes[at as usize];
                    (THEME, Suggested::Theme(theme), theme.name.text(language))
                }
                Entry::Product(at) => {
                    let product = &catalogue.products[at as usize];
                    (1.0, Suggested::Product(product), product.name.text(language))
                }
                Entry::Organisation(at) => {
                    let organisation = &catalogue.organisations[at as usize];
                    (ORGANISATION, Suggested::Organisation(organisation), organisation.name.text(language))
                }
                Entry::Crisis(_) => continue,
            };
            if scored.passage >= LIKELY {
                found.push((scored.passage * weight, of, name));
            }
        }
        for category in &catalogue.settings.categories {
            let name = category.name.text(language);
            let parts = matched(name, &typed);
            if !parts.is_empty() {
                let covered: usize = parts.iter().map(Range::len).sum();
                found.push((
                    CATEGORY * covered as f32 / name.len() as f32,
                    Suggested::Category(category),
                    name,
                ));
            }
        }
        // The names break ties, so that the order never depends on anything else.
        found.sort_by(|(a, _, a_name), (b, _, b_name)| b.total_cmp(a).then_with(|| a_name.cmp(b_name)));
        found.truncate(limit);
        Ok(found
            .into_iter()
            .map(|(_, of, name)| Suggestion { of, name, matched: matched(name, &typed) })
            .collect())
    }
}

/// The beginnings of words in a name that were typed.
fn matched(name: &str, typed: &[String]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for word in name.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let letters = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let folded = fold(letters);
        // The longest that fits; a typed word that is a beginning covers that much of this one.
        let best = typed
            .iter()
            .filter(|typed| folded.starts_with(typed.as_str()))
            .map(|typed| typed.chars().count())
            .max();
        if let Some(count) = best {
            // Folding can change how many letters there are, as in œ; then the whole word is shown.
            let same = folded.chars().count() == letters.chars().count();
            let end = if same {
                letters.char_indices().nth(count).map_or(letters.len(), |(at, _)| at)
            } else {
                letters.len()
            };
            parts.push(start..start + end);
        }
        start += word.len();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::matched;

    #[test]
    fn the_typed_beginnings_of_words_are_marked() {
        let typed = ["ver".to_owned(), "tegemoet".to_owned()];
        let name = "Verhoogde tegemoetkoming (één)";
        let parts: Vec<_> = matched(name, &typed).into_iter().map(|part| &name[part]).collect();
        assert_eq!(parts, ["Ver", "tegemoet"]);
        assert_eq!(matched("Œuvre", &["oeu".to_owned()]).first(), Some(&(0.."Œuvre".len())));
        assert!(matched("Huur", &["uur".to_owned()]).is_empty());
    }
}
