//! Names of municipalities and streets, composed of the parts that real ones in Flanders are made of.

use std::collections::BTreeSet;

use super::random::Random;

const BEGINNINGS: [&str; 36] = [
    "Aals",
    "Balge",
    "Bever",
    "Boven",
    "Brand",
    "Dende",
    "Dikke",
    "Elver",
    "Ever",
    "Galm",
    "Gras",
    "Haze",
    "Heu",
    "Hulst",
    "Ise",
    "Kaster",
    "Kruis",
    "Lange",
    "Lede",
    "Lich",
    "Maal",
    "Meul",
    "Moor",
    "Neder",
    "Oost",
    "Ower",
    "Passen",
    "Ramme",
    "Schelde",
    "Sint-Baafs",
    "Tielt",
    "Vinkt",
    "Vlas",
    "Wester",
    "Wink",
    "Zande",
];

const ENDINGS: [&str; 18] = [
    "beke", "berg", "brugge", "dijke", "donk", "dorp", "gem", "hout", "hove", "kerke", "lare", "lo", "mere",
    "rode", "schoot", "voorde", "zele", "zwalm",
];

/// The first and the second part of the name of a street: a common one has only the second.
const QUALITIES: [&str; 24] = [
    "Achter",
    "Beneden",
    "Bloemen",
    "Burg",
    "Grote",
    "Heer",
    "Hof",
    "Kasteel",
    "Klein",
    "Klooster",
    "Korte",
    "Koning",
    "Lange",
    "Leie",
    "Linden",
    "Nieuwe",
    "Noorder",
    "Oude",
    "Pastorie",
    "Schippers",
    "Sint-Jans",
    "Smalle",
    "Vlas",
    "Zuider",
];
const THINGS: [&str; 30] = [
    "akker",
    "beuken",
    "boer",
    "boomgaard",
    "brouwers",
    "dam",
    "doorn",
    "eiken",
    "gilde",
    "haven",
    "kapel",
    "kerk",
    "kouter",
    "lijsters",
    "markt",
    "meers",
    "molen",
    "muizen",
    "park",
    "poort",
    "school",
    "stadion",
    "stations",
    "toren",
    "veld",
    "vijver",
    "wever",
    "wilgen",
    "zand",
    "zwanen",
];
const WAYS: [&str; 8] = ["dreef", "hof", "laan", "pad", "plein", "straat", "wegel", "weg"];

/// A municipality.
pub(super) struct Municipality {
    /// Its name.
    pub name: String,
    /// Its name as part of an id.
    pub slug: String,
}

/// So many municipalities, no two of one name.
pub(super) fn municipalities(count: usize, random: &mut Random) -> Vec<Municipality> {
    let mut names = BTreeSet::new();
    let mut municipalities = Vec::with_capacity(count);
    while municipalities.len() < count {
        let mut name = format!("{}{}", random.one_of(&BEGINNINGS), random.one_of(&ENDINGS));
        // When the simple names are used up, municipalities have merged: "Hulstgem-Oosterbeke".
        if names.len() >= BEGINNINGS.len() * ENDINGS.len() / 2 {
            name = format!("{name}-{}{}", random.one_of(&BEGINNINGS), random.one_of(&ENDINGS));
        }
        if names.insert(name.clone()) {
            municipalities.push(Municipality { slug: name.to_lowercase(), name });
        }
    }
    municipalities
}

/// The name of a street. Some are common, most are rare, as in life.
pub(super) fn street(random: &mut Random) -> String {
    let way = random.one_of(&WAYS);
    // The lesser of two is a small number more often than not.
    let (one, other) = (random.below(THINGS.len()), random.below(THINGS.len()));
    let thing = THINGS[one.min(other)];
    if random.happens(60) {
        let (first, rest) = thing.split_at(1);
        return format!("{}{rest}{way}", first.to_uppercase());
    }
    format!("{}{thing}{way}", random.one_of(&QUALITIES))
}
