//! What people type and paste: any signs of any script, as long as they like.

use std::sync::LazyLock;

use bolero::{TypeGenerator, check};
use engine::search::LONGEST_QUERY;

use super::{REAL, ask, damage::place};

/// A part of a question.
#[derive(Clone, Debug, TypeGenerator)]
enum Part {
    /// A word that people really use.
    Word(u16),
    /// Two of them, written as one.
    Joined(u16, u16),
    /// Any sign at all.
    Sign(char),
    /// Signs that go wrong easily, from [`SIGNS`].
    Odd(u8),
    /// One of those again and again: a key on which a cat sleeps.
    Run { sign: u8, times: u16 },
    /// A space.
    Space,
}

/// Signs that do not stand alone, that turn the direction of writing, that change length in folding, that are invisible.
const SIGNS: [&str; 30] = [
    "\0",
    "\u{1b}",
    "\n",
    "\t",
    "\u{7f}",
    "\u{301}",
    "\u{36f}",
    "\u{200d}",
    "\u{200f}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "ﷺ",
    "مال",
    "שלום",
    "İ",
    "ı",
    "ß",
    "ẞ",
    "œ",
    "ĳ",
    "ﬁ",
    "ǅ",
    "👨‍👩‍👧",
    "🇧🇪",
    "'",
    "’",
    "l'",
    "-",
    "٣",
];

static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let judgements = tests::judgements();
    judgements.iter().flat_map(|judgement| judgement.query.split(' ')).map(str::to_owned).collect()
});

fn question(parts: &[Part]) -> String {
    let word = |at: u16| WORDS[place(at, WORDS.len())].as_str();
    parts
        .iter()
        .map(|part| match part {
            Part::Word(at) => format!("{} ", word(*at)),
            Part::Joined(a, b) => format!("{}{}", word(*a), word(*b)),
            Part::Sign(sign) => sign.to_string(),
            Part::Odd(at) => SIGNS[place(*at, SIGNS.len())].to_owned(),
            Part::Run { sign, times } => SIGNS[place(*sign, SIGNS.len())].repeat(place(*times, 300)),
            Part::Space => " ".to_owned(),
        })
        .collect()
}

#[test]
fn any_question_is_answered_or_refused_in_words() {
    let languages = REAL.catalogue().settings.languages.clone();
    check!().with_iterations(250).with_type::<(u8, Vec<Part>)>().for_each(|(language, parts)| {
        ask(&REAL, &question(parts), languages[place(*language, languages.len())]);
    });
}

#[test]
fn ten_thousand_signs_are_too_many_and_a_thousand_are_not() {
    let language = REAL.catalogue().settings.languages[0];
    for sign in SIGNS.iter().chain(&["a", " ", "huur "]) {
        ask(&REAL, &sign.repeat(10_000), language);
    }
    // As many as are allowed, of one word, of many, and of none.
    for sign in ["a", "huur ", "مال", "\u{301}", "👨‍👩‍👧"] {
        let longest: String = sign.chars().cycle().take(LONGEST_QUERY).collect();
        ask(&REAL, &longest, language);
    }
}
