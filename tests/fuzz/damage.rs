//! What happens to files: they are cut off, lines are lost or stand twice, bytes flip, values land in the wrong place.

use bolero::TypeGenerator;

/// One damage to a file. Places are numbers that are taken modulo what there is.
#[derive(Clone, Debug, TypeGenerator)]
pub(crate) enum Damage {
    /// The rest is missing.
    Cut(u32),
    /// A bit is another.
    Flip { at: u32, bit: u8 },
    /// A line is missing.
    Delete(u16),
    /// A line stands twice.
    Duplicate(u16),
    /// Two lines have changed places.
    SwapLines(u16, u16),
    /// What stands after the = of two lines has changed places.
    SwapValues(u16, u16),
    /// A line has another value, from [`VALUES`].
    Value { line: u16, value: u8 },
    /// A sign was typed.
    Type { at: u32, sign: char },
    /// A run of the same byte.
    Run { at: u32, byte: u8, length: u8 },
}

/// Values that are right somewhere, and some that are right nowhere.
const VALUES: [&str; 28] = [
    "\"\"",
    "\" \"",
    "[]",
    "{}",
    "[{}]",
    "[[]]",
    "0",
    "-1",
    "255",
    "256",
    "65536",
    "99999999999999999999",
    "0x7fff",
    "1e400",
    "nan",
    "true",
    "false",
    "2026-02-30",
    "2026-11-24",
    "12:00:00",
    "\"yes-no\"",
    "\"\\u0000\"",
    "\"\\uD800\"",
    "'",
    "\"\"\"",
    "{ not = { not = { not = \"rents\" } } }",
    "[\"nl\", \"nl\"]",
    "{ nl = \"e\u{301}\u{202e}\" }",
];

/// The text with all this done to it.
pub(crate) fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut text = text.to_owned();
    for damage in damages {
        match damage {
            Damage::Cut(_) | Damage::Flip { .. } | Damage::Run { .. } => {
                let bytes = damaged_bytes(text.as_bytes(), std::slice::from_ref(damage));
                text = String::from_utf8_lossy(&bytes).into_owned();
            }
            Damage::Type { at, sign } => {
                let at = text.floor_char_boundary(place(*at, text.len() + 1));
                text.insert(at, *sign);
            }
            of_lines => {
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                if !lines.is_empty() {
                    damage_lines(&mut lines, of_lines);
                    text = lines.join("\n");
                }
            }
        }
    }
    text
}

fn damage_lines(lines: &mut Vec<String>, damage: &Damage) {
    let count = lines.len();
    match damage {
        Damage::Delete(at) => {
            lines.remove(place(*at, count));
        }
        Damage::Duplicate(at) => lines.insert(place(*at, count), lines[place(*at, count)].clone()),
        Damage::SwapLines(a, b) => lines.swap(place(*a, count), place(*b, count)),
        Damage::SwapValues(a, b) => {
            let (a, b) = (place(*a, count), place(*b, count));
            let parts =
                |line: &String| line.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned()));
            if let (Some((a_key, a_value)), Some((b_key, b_value))) = (parts(&lines[a]), parts(&lines[b])) {
                lines[a] = format!("{a_key}={b_value}");
                lines[b] = format!("{b_key}={a_value}");
            }
        }
        Damage::Value { line, value } => {
            let line = &mut lines[place(*line, count)];
            let value = VALUES[place(*value, VALUES.len())];
            *line = match line.split_once('=') {
                Some((key, _)) => format!("{key}= {value}"),
                None => value.to_owned(),
            };
        }
        _ => {}
    }
}

/// The bytes with all this done to them; what happens to lines does not happen to bytes.
pub(crate) fn damaged_bytes(bytes: &[u8], damages: &[Damage]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for damage in damages {
        if bytes.is_empty() {
            break;
        }
        let count = bytes.len();
        match damage {
            Damage::Cut(at) => bytes.truncate(place(*at, count)),
            Damage::Flip { at, bit } => bytes[place(*at, count)] ^= 1 << (bit % 8),
            Damage::Run { at, byte, length } => {
                let at = place(*at, count);
                bytes[at..(at + usize::from(*length)).min(count)].fill(*byte);
            }
            _ => {}
        }
    }
    bytes
}

/// A few of many damages, from one to six: more leave nothing that a parser would read far into.
pub(crate) fn few(damages: &[Damage]) -> &[Damage] {
    let few = 1 + damages.len() % 6;
    &damages[..few.min(damages.len())]
}

/// A number as a place among so many.
pub(crate) fn place(number: impl Into<u32>, count: usize) -> usize {
    number.into() as usize % count.max(1)
}
