//! No amounts of money.

use super::{Checker, read_by_people};

rule! {
    /// A text names an amount of money or a percentage.
    ///
    /// Amounts change every year, and sooner than anybody looks at a text again. A wrong amount keeps people from asking
    /// for what they may get. The official page, to which the product links, has today's.
    ///
    /// Instead of "je krijgt 400 euro" write "een bedrag voor elk kind".
    "amount", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    for product in &checker.catalogue.products {
        for (keys, _, text) in read_by_people(product) {
            if names_an_amount(text) {
                checker.report(
                    &product.file(),
                    &keys,
                    "this text names an amount or a percentage",
                    "leave it out: amounts change, and the official page has the right one",
                );
            }
        }
    }
}

/// Whether a number stands beside a sign or word for money, or before a percent sign.
fn names_an_amount(text: &str) -> bool {
    if text.contains('€') {
        return true;
    }
    let spaced = text.to_lowercase().replace('%', " % ");
    let words: Vec<_> =
        spaced.split_whitespace().map(|word| word.trim_matches(['.', ',', '(', ')'])).collect();
    words.windows(2).any(|pair| {
        let number = pair[0].starts_with(|c: char| c.is_ascii_digit());
        number && matches!(pair[1], "euro" | "euros" | "eur" | "%" | "procent" | "percent")
    })
}

#[cfg(test)]
mod tests {
    use super::names_an_amount;

    #[test]
    fn amounts_are_recognised() {
        for amount in ["€ 400", "400 euro per maand", "minder dan 20%", "(66 %)", "5 euros"] {
            assert!(names_an_amount(amount), "{amount}");
        }
        for none in ["de laatste 3 maanden", "bel 1712", "in euro betalen", "kind van 2 jaar"] {
            assert!(!names_an_amount(none), "{none}");
        }
    }
}
