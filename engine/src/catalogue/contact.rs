//! Phone numbers and web addresses.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A phone number as people write it in Belgium: `056 24 42 22`, `1712`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// A phone number, or `None` if the text is not digits with single spaces between them.
    pub fn new(text: &str) -> Option<Self> {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let well_formed =
            text.split(' ').all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit()));
        (well_formed && (3..=10).contains(&digits)).then(|| Self(text.to_owned()))
    }

    /// The address that makes a phone call it: `tel:056244222`.
    pub fn link(&self) -> String {
        format!("tel:{}", self.0.replace(' ', ""))
    }

    /// The number as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The address of a web page; https, since people type passwords and read advice there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Url(String);

impl Url {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the site, without `www.`: `kortrijk.be`.
    pub fn site(&self) -> &str {
        let rest = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(feature = "author")]
mod read {
    use serde_json::json;

    use super::{Phone, Url};
    use crate::catalogue::decode::{Decode, Reader, Value};

    impl Decode for Phone {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            let text = String::decode(value, reader)?;
            let phone = Self::new(&text);
            if phone.is_none() {
                let diagnostic =
                    reader.error("bad-phone", &value.span(), format!("`{text}` is not a phone number"));
                diagnostic.help =
                    Some("write digits with single spaces between groups: \"056 24 42 22\"".to_owned());
            }
            phone
        }

        fn schema() -> serde_json::Value {
            json!({ "type": "string", "pattern": "^[0-9]+( [0-9]+)*$" })
        }
    }

    impl Decode for Url {
        fn decode(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
            let text = String::decode(value, reader)?;
            let help = match url::Url::parse(&text) {
                Ok(url) if url.scheme() == "https" && url.has_host() => return Some(Self(text)),
                Ok(url) if url.scheme() == "http" => {
                    "write https instead of http; if the page has no https, leave the address out".to_owned()
                }
                _ if text.starts_with("www.") => format!("write `https://{text}`"),
                Ok(_) => "an address begins with https://".to_owned(),
                Err(why) => format!("an address looks like https://www.kortrijk.be/page ({why})"),
            };
            let diagnostic =
                reader.error("bad-url", &value.span(), format!("`{text}` is not a safe web address"));
            diagnostic.help = Some(help);
            None
        }

        fn schema() -> serde_json::Value {
            json!({ "type": "string", "format": "uri", "pattern": "^https://" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_digits_in_groups() {
        assert_eq!(Phone::new("056 24 42 22").map(|phone| phone.link()).as_deref(), Some("tel:056244222"));
        for wrong in ["", "12", "056/24.42.22", "056  24", " 1712", "+32 56", "012345678901"] {
            assert_eq!(Phone::new(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_site_of_an_address_is_short() {
        assert_eq!(Url("https://www.kortrijk.be/sien?x=1".to_owned()).site(), "kortrijk.be");
    }
}
