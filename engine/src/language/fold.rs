//! Folding: letters as people type them on a phone, without capitals and accents.

/// Adds the folded form of a letter to `folded`: `É` becomes `e`, `œ` becomes `oe`, a combining accent nothing.
///
/// Letters of scripts other than Latin are only made small; a query in Arabic is left as it is.
pub(super) fn fold_into(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    for small in letter.to_lowercase() {
        match small {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => folded.push('i'),
            'ñ' | 'ń' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ş' | 'š' | 'ś' => folded.push('s'),
            'ž' | 'ź' | 'ż' => folded.push('z'),
            'ğ' => folded.push('g'),
            'ł' => folded.push('l'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'ĳ' => folded.push_str("ij"),
            // Accents that stand alone, as some phones send them.
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
}

/// The whole text folded.
///
/// ```
/// assert_eq!(engine::language::fold("Problèmes d'Argent: één"), "problemes d'argent: een");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| fold_into(letter, &mut folded));
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_fall_away_however_they_are_typed() {
        for (given, folded) in [
            ("É", "e"),
            ("e\u{301}cole", "ecole"),
            ("cœur", "coeur"),
            ("financiële", "financiele"),
            ("İstanbul", "istanbul"),
            ("مال", "مال"),
        ] {
            assert_eq!(fold(given), folded, "{given}");
        }
    }
}
