//! Words: a text cut up into folded words, each with its place in the text.

use std::ops::Range;

use super::fold::fold_into;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded word: `argent`.
    pub text: String,
    /// The bytes of the text where it stands, for showing what matched.
    pub place: Range<usize>,
}

/// The words of a text, folded.
///
/// A word is a run of letters and digits. What French and Dutch clip to a word with an apostrophe is let go:
/// `l'argent` gives `argent`, `'s avonds` gives `avonds`, `opa's` gives `opa`. Any of the signs that phones use as
/// an apostrophe will do.
///
/// ```
/// let words = engine::language::words("J’ai plus d'argent!");
/// let texts: Vec<_> = words.iter().map(|word| word.text.as_str()).collect();
/// assert_eq!(texts, ["ai", "plus", "argent"]);
/// ```
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let mut word = String::new();
        fold_into(first, &mut word);
        let mut end = start + first.len_utf8();
        while let Some((at, letter)) = letters.next_if(|(_, letter)| belongs(*letter)) {
            fold_into(letter, &mut word);
            end = at + letter.len_utf8();
        }
        let before_apostrophe = letters.peek().is_some_and(|(_, sign)| is_apostrophe(*sign));
        let after_apostrophe = text[..start].chars().next_back().is_some_and(is_apostrophe);
        let clipped = (before_apostrophe && is_elided(&word))
            || (after_apostrophe && matches!(word.as_str(), "s" | "t" | "k" | "n" | "m"));
        if !clipped && !word.is_empty() {
            words.push(Word { text: word, place: start..end });
        }
    }
    words
}

/// Whether this goes on a word. Combining accents do, though they are no letters.
fn belongs(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}')
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '′')
}

/// The French words that lose their vowel before another: l', d', qu'.
fn is_elided(word: &str) -> bool {
    matches!(word, "l" | "d" | "j" | "n" | "s" | "m" | "t" | "c" | "qu" | "jusqu" | "lorsqu" | "puisqu")
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn texts_fall_apart_into_words() {
        for (text, expected) in [
            ("", ""),
            ("  ?! ", ""),
            ("Ik kom niet rond!", "ik kom niet rond"),
            ("l'école d’à côté", "ecole a cote"),
            ("aujourd'hui", "aujourd hui"),
            ("'s avonds, foto's", "avonds foto"),
            ("A'kzie", "a kzie"),
            ("kind van 2", "kind van 2"),
            ("e\u{301}cole", "ecole"),
            ("huis-arts", "huis arts"),
            ("مال 💶 geld", "مال geld"),
        ] {
            let found: Vec<_> = words(text).into_iter().map(|word| word.text).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn places_point_at_the_text_as_typed() {
        let text = "Où? À l'Hôpital";
        let places: Vec<_> = words(text).into_iter().map(|word| &text[word.place]).collect();
        assert_eq!(places, ["Où", "À", "Hôpital"]);
    }
}
