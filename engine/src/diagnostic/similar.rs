//! "Did you mean": the word somebody probably wanted to write.

/// The candidate most like `given`, or `None` when nothing is like enough that proposing it would help.
///
/// Candidates may differ by about one letter in three, swapped neighbours counting as one; a candidate that
/// contains the whole of `given`, or the reverse, also qualifies (`ocmw` for `ocmw-kortrijk`).
///
/// ```
/// use engine::diagnostic::did_you_mean;
/// assert_eq!(did_you_mean("sumary", ["name", "summary"]), Some("summary"));
/// assert_eq!(did_you_mean("price", ["name", "summary"]), None);
/// ```
pub fn did_you_mean<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let given = given.to_lowercase();
    let allowed = given.chars().count().div_ceil(3).clamp(1, 4);
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let distance = strsim::damerau_levenshtein(&given, &candidate.to_lowercase());
            let contained = given.len() >= 4 && (candidate.contains(&given) || given.contains(candidate));
            // A contained word is a weaker sign than a slip of the finger, so it comes after all of those.
            let rank = if distance <= allowed { distance } else { allowed + distance };
            (distance <= allowed || contained).then_some((rank, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    const KEYS: [&str; 6] = ["kind", "level", "organisation", "apply_at", "take_up", "themes"];

    #[test]
    fn slips_of_the_finger_are_recognised() {
        for (given, meant) in [
            ("knid", "kind"),
            ("lvel", "level"),
            ("organization", "organisation"),
            ("Themes", "themes"),
            ("apply-at", "apply_at"),
            ("theme", "themes"),
        ] {
            assert_eq!(did_you_mean(given, KEYS), Some(meant), "{given}");
        }
    }

    #[test]
    fn a_part_of_a_long_id_is_recognised() {
        assert_eq!(did_you_mean("kortrijk", ["ocmw-kortrijk", "rva"]), Some("ocmw-kortrijk"));
    }

    #[test]
    fn it_is_silent_when_nothing_is_like_it() {
        for given in ["price", "x", "", "zzzzzzzz", "foto"] {
            assert_eq!(did_you_mean(given, KEYS), None, "{given}");
        }
    }
}
