//! A day of the calendar, as it stands in files and in bundles.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A day of the calendar.
///
/// A bundle holds it as year, month and day: to read it from text would take more of a browser's code than all of screening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.0.year(), self.0.month(), self.0.day()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (year, month, day) = Deserialize::deserialize(deserializer)?;
        let date = Date::new(year, month, day).ok();
        date.map(Self).ok_or_else(|| D::Error::custom("a day that is in no calendar"))
    }
}
