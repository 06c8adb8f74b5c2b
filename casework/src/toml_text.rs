//! Text as it stands in a TOML file of the catalogue.

/// A text between quotes.
pub(crate) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// A list of texts, as the catalogue writes them: a text a line, a short list on one.
pub(crate) fn texts(texts: &[String]) -> String {
    let quoted: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
    let line = quoted.join(", ");
    if line.len() < 90 { format!("[{line}]") } else { format!("[\n  {},\n]", quoted.join(",\n  ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_somebody_types_can_be_read_back() {
        for typed in ["Leefloon", "'t is \"krap\"", "a\\b", "\u{7f}\t", "É 日本", ""] {
            let file = format!("a = {}\nb = {}", quoted(typed), texts(&[typed.to_owned(), typed.repeat(99)]));
            let read: toml::Table = file.parse().expect("it is TOML");
            assert_eq!(read["a"].as_str(), Some(typed));
            assert_eq!(read["b"][1].as_str(), Some(&*typed.repeat(99)));
        }
    }
}
