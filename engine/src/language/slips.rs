//! How words go wrong: letters that sound the same, doubled letters, and the key beside the one that was meant.
//!
//! The automata of the [`vocabulary`](super::Vocabulary) count letters only; here stands which slips people make more often
//! than others. Words are folded.

/// Spellings of one sound in Dutch, French and English as people mix them up.
const ALIKE: &[(&str, &str)] = &[
    ("ei", "ij"),
    ("y", "ij"),
    ("ou", "au"),
    ("c", "k"),
    ("ck", "k"),
    ("c", "s"),
    ("f", "v"),
    ("f", "ph"),
    ("s", "z"),
    ("g", "ch"),
    ("dt", "d"),
    ("d", "t"),
    ("sch", "s"),
    ("oe", "u"),
    ("eau", "o"),
    ("qu", "k"),
    ("i", "ie"),
];

/// The rows of the keyboard that is used in Belgium and France, and of the one that is used elsewhere.
const KEYBOARDS: [[&str; 3]; 2] =
    [["azertyuiop", "qsdfghjklm", "wxcvbn"], ["qwertyuiop", "asdfghjkl", "zxcvbnm"]];

/// Words that sound like this one, or differ in one doubled letter: what it may be meant to be, whether they exist or not.
pub(super) fn sound_alikes(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in word.char_indices() {
        let (before, rest) = word.split_at(at);
        for (one, other) in ALIKE {
            for (from, to) in [(one, other), (other, one)] {
                if let Some(after) = rest.strip_prefix(*from) {
                    found.push(format!("{before}{to}{after}"));
                }
            }
        }
        let mut letters = rest.chars();
        if let Some(letter) = letters.next() {
            let after = letters.as_str();
            found.push(format!("{before}{letter}{letter}{after}"));
            if after.starts_with(letter) {
                found.push(format!("{before}{after}"));
            }
        }
    }
    found.retain(|other| other != word);
    found
}

/// Whether two words differ in one letter: another, a missing, a needless one, or two that changed places.
pub fn is_one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([a1, a2, a_rest @ ..], [b1, b2, b_rest @ ..]) if a1 == b2 && a2 == b1 && a_rest == b_rest => true,
        ([_, a_rest @ ..], [_, b_rest @ ..]) if a_rest == b_rest => true,
        ([_, rest @ ..], other) | (other, [_, rest @ ..]) if rest == other => true,
        // The first pattern above takes the first word as the longer one; the other way round counts as well.
        (shorter, [_, rest @ ..]) => rest == shorter,
        _ => false,
    }
}

/// Whether two words of the same length differ in one letter only, whose keys lie side by side.
pub(super) fn is_wrong_key(typed: &str, meant: &str) -> bool {
    let mut different = typed.chars().zip(meant.chars()).filter(|(a, b)| a != b);
    typed.chars().count() == meant.chars().count()
        && different.next().is_some_and(|(a, b)| are_neighbours(a, b))
        && different.next().is_none()
}

fn are_neighbours(a: char, b: char) -> bool {
    KEYBOARDS.iter().flatten().any(|row| {
        let place = |letter| row.find(letter);
        place(a).zip(place(b)).is_some_and(|(a, b)| a.abs_diff(b) == 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds_are_written_in_other_ways() {
        for (typed, meant) in [
            ("teid", "tijd"),
            ("rijzen", "reizen"),
            ("kaud", "koud"),
            ("akcident", "accident"),
            ("cado", "cadeau"),
            ("fertrek", "vertrek"),
            ("zamen", "samen"),
            ("familly", "family"),
            ("paspoort", "passpoort"),
        ] {
            assert!(sound_alikes(typed).contains(&meant.to_owned()), "{typed} → {meant}");
        }
        assert!(!sound_alikes("huur").contains(&"huur".to_owned()));
    }

    #[test]
    fn one_letter_is_one_slip() {
        for (typed, meant) in [
            ("zelfmoort", "zelfmoord"),
            ("zelfmord", "zelfmoord"),
            ("zelfmoordd", "zelfmoord"),
            ("ezlfmoord", "zelfmoord"),
        ] {
            assert!(is_one_slip(typed, meant) && is_one_slip(meant, typed), "{typed}");
        }
        for other in ["zelfmoord", "zelf", "moordzelf"] {
            assert!(!is_one_slip(other, "zelfmoord"), "{other}");
        }
    }

    #[test]
    fn neighbours_on_a_keyboard_are_taken_for_each_other() {
        assert!(is_wrong_key("hyur", "huur") && is_wrong_key("school", "schoil"));
        assert!(
            !is_wrong_key("haur", "huur") && !is_wrong_key("hur", "huur") && !is_wrong_key("huur", "huur")
        );
    }
}
