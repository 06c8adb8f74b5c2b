//! Compounds: Dutch writes in one word what other languages write in several, and people write it in several too.

/// The shortest part of a compound. Shorter ones are found in half of all words by chance.
const SHORTEST_PART: usize = 4;

/// The shortest word worth splitting.
const SHORTEST: usize = 8;

/// Letters that join two parts: "kind-er-bijslag", "verhuis-s-...", "zieken-fonds".
const JOINTS: [&str; 4] = ["", "s", "en", "n"];

/// The parts of a folded word that is not known itself but made of known ones, in order; nothing if there are none. Of several
/// ways to split it, the one with the fewest parts, and among those with the longest first part.
///
/// ```
/// use engine::language::split_compound;
/// let known = |word: &str| ["energie", "factuur", "hulp", "kinder", "opvang", "toeslag"].contains(&word);
/// assert_eq!(split_compound("energiefactuurhulp", &known), ["energie", "factuur", "hulp"]);
/// assert!(split_compound("energiek", &known).is_empty());
/// ```
pub fn split_compound<'w>(word: &'w str, is_known: &impl Fn(&str) -> bool) -> Vec<&'w str> {
    if word.chars().count() < SHORTEST || !word.is_ascii() {
        return Vec::new();
    }
    for parts in 2..=4 {
        let mut found = Vec::new();
        if split_in(word, parts, is_known, &mut found) {
            return found;
        }
    }
    Vec::new()
}

/// Splits in exactly so many parts.
fn split_in<'w>(
    word: &'w str,
    parts: usize,
    is_known: &impl Fn(&str) -> bool,
    found: &mut Vec<&'w str>,
) -> bool {
    if parts == 1 {
        let whole = word.len() >= SHORTEST_PART && is_known(word);
        if whole {
            found.push(word);
        }
        return whole;
    }
    for end in (SHORTEST_PART..=word.len().saturating_sub(SHORTEST_PART)).rev() {
        let (first, rest) = word.split_at(end);
        if !is_known(first) {
            continue;
        }
        found.push(first);
        for joint in JOINTS {
            if let Some(rest) = rest.strip_prefix(joint)
                && split_in(rest, parts - 1, is_known, found)
            {
                return true;
            }
        }
        found.pop();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::split_compound;

    #[test]
    fn joints_are_left_out_and_the_fewest_parts_win() {
        let known = |word: &str| {
            ["alleenstaande", "moeder", "premie", "huur", "huurwaarborg", "waarborg", "lening"]
                .contains(&word)
        };
        assert_eq!(
            split_compound("alleenstaandemoederspremie", &known),
            ["alleenstaande", "moeder", "premie"]
        );
        assert_eq!(split_compound("huurwaarborglening", &known), ["huurwaarborg", "lening"]);
        assert!(split_compound("huurprijs", &known).is_empty());
        assert!(split_compound("huurschuld", &known).is_empty());
    }
}
