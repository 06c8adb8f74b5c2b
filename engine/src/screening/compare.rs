//! What one screening offers that another does not.

use super::{Screening, Verdict};
use crate::{
    catalogue::{Id, Product},
    sorting::sort_once,
};

/// A product whose verdict changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: Id<Product>,
    /// The word of what it was: `new` for a product that only the later catalogue has.
    pub was: String,
    /// The word of what it is: `gone` for a product that only the earlier catalogue has.
    pub is: String,
}

/// The products that came within reach, and those that went out of it.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// What is for the family now, or more likely so than before.
    pub gained: Vec<Change>,
    /// What is not for the family any more, or less likely so.
    pub lost: Vec<Change>,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.gained.is_empty() && self.lost.is_empty()
    }
}

/// What a product is, and whether that means it is within reach.
fn status(screening: &Screening<'_>, id: &Id<Product>) -> Option<(String, u8)> {
    let found = screening.of(id)?;
    let reach = match found.verdict {
        Verdict::NotForYou => 0,
        Verdict::Maybe => 1,
        Verdict::ForYou | Verdict::ForEveryone => 2,
    };
    let word = if found.received { "received".to_owned() } else { found.verdict.to_string() };
    Some((word, reach))
}

/// What is different for a family between two screenings, of the same catalogue or of two versions of it.
pub fn compare(old: &Screening<'_>, new: &Screening<'_>) -> Changes {
    let mut changes = Changes::default();
    let mut ids: Vec<_> = old.matches().iter().chain(new.matches()).map(|found| &found.product.id).collect();
    sort_once(&mut ids);
    for id in ids {
        let absent = |word: &str| (word.to_owned(), 0);
        let (was, before) = status(old, id).unwrap_or_else(|| absent("new"));
        let (is, after) = status(new, id).unwrap_or_else(|| absent("gone"));
        let change = Change { id: id.clone(), was, is };
        if after > before {
            changes.gained.push(change);
        } else if after < before {
            changes.lost.push(change);
        }
    }
    changes
}
