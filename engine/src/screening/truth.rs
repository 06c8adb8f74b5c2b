//! Three-valued logic: what is not known is not false.
//!
//! The rules are those of Kleene's strong logic of indeterminacy (S. C. Kleene, *Introduction to Metamathematics*, 1952, §64).

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// The family has not said, or does not know.
    Unknown,
}

impl Truth {
    /// True only if all are true; false as soon as one is false.
    ///
    /// ```
    /// use engine::screening::Truth::{self, False, True, Unknown};
    /// assert_eq!(Truth::all([True, Unknown]), Unknown);
    /// assert_eq!(Truth::all([Unknown, False]), False);
    /// assert_eq!(Truth::all([]), True);
    /// ```
    pub fn all(truths: impl IntoIterator<Item = Self>) -> Self {
        let mut so_far = Self::True;
        for truth in truths {
            match truth {
                Self::False => return Self::False,
                Self::Unknown => so_far = Self::Unknown,
                Self::True => {}
            }
        }
        so_far
    }

    /// True as soon as one is true; false only if all are false.
    pub fn any(truths: impl IntoIterator<Item = Self>) -> Self {
        Self::all(truths.into_iter().map(Self::not)).not()
    }

    /// The opposite; what is unknown stays unknown.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "the operator ! would read as two-valued")]
    pub fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, False, True, Unknown};

    #[test]
    fn unknown_is_neither_true_nor_false() {
        for (a, b, all, any) in [
            (True, True, True, True),
            (True, False, False, True),
            (True, Unknown, Unknown, True),
            (False, False, False, False),
            (False, Unknown, False, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            assert_eq!(Truth::all([a, b]), all, "{a:?} and {b:?}");
            assert_eq!(Truth::all([b, a]), all, "{b:?} and {a:?}");
            assert_eq!(Truth::any([a, b]), any, "{a:?} or {b:?}");
            assert_eq!(Truth::any([b, a]), any, "{b:?} or {a:?}");
        }
        assert_eq!(Truth::any([]), False);
    }
}
