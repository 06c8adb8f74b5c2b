//! What one screening offers that another does not.

use engine::screening::{Screening, Verdict};

/// A product whose verdict changed.
pub(crate) struct Change {
    /// Its id.
    pub id: String,
    /// What it was, and what it is: `new` and `gone` for products that only one of the catalogues has.
    pub was: String,
    pub is: String,
}

/// The products that came within reach, and those that went out of it.
#[derive(Default)]
pub(crate) struct Changes {
    pub gained: Vec<Change>,
    pub lost: Vec<Change>,
}

impl Changes {
    pub(crate) fn is_empty(&self) -> bool {
        self.gained.is_empty() && self.lost.is_empty()
    }
}

/// What a product is, and whether that means it is within reach.
fn status(screening: &Screening<'_>, id: &str) -> Option<(String, u8)> {
    let found = screening.of(&engine::catalogue::Id::new(id))?;
    let reach = match found.verdict {
        Verdict::NotForYou => 0,
        Verdict::Maybe => 1,
        Verdict::ForYou | Verdict::ForEveryone => 2,
    };
    let word = if found.received { "received".to_owned() } else { found.verdict.to_string() };
    Some((word, reach))
}

/// What is different for a family between two screenings, of the same catalogue or of two versions of it.
pub(crate) fn compare(old: &Screening<'_>, new: &Screening<'_>) -> Changes {
    let mut changes = Changes::default();
    let mut ids: Vec<_> =
        old.matches().iter().chain(new.matches()).map(|found| found.product.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        let absent = |word: &str| (word.to_owned(), 0);
        let (was, before) = status(old, id).unwrap_or_else(|| absent("new"));
        let (is, after) = status(new, id).unwrap_or_else(|| absent("gone"));
        let change = Change { id: id.to_owned(), was, is };
        if after > before {
            changes.gained.push(change);
        } else if after < before {
            changes.lost.push(change);
        }
    }
    changes
}
