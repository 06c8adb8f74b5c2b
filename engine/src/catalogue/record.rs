//! One definition for each kind of file: the struct, its reader and its schema come from the same lines.
//!
//! A struct written with [`record!`] is a table in TOML, an enum written with [`keyword!`] a word from a fixed
//! list. Both are strict: a key or word that is not listed is an error which names those that are. The doc
//! comments are the help texts of the JSON Schema that editors' tools read.

/// Defines a struct that is read from a TOML table.
///
/// Fields under `given` are no keys of the table: whoever reads the file fills them in. A key that differs from the
/// field's name is written `field as "key"`. Whether a key may be absent is a matter of the field's type: see
/// [`Decode::absent`](super::decode::Decode::absent).
macro_rules! record {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident $(given { $($(#[doc = $given_doc:literal])* $given:ident: $given_type:ty,)* } keys)? {
            $($(#[doc = $doc:literal])* $field:ident $(as $key:literal)?: $type:ty,)*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $($($(#[doc = $given_doc])* pub $given: $given_type,)*)?
            $($(#[doc = $doc])* pub $field: $type,)*
        }

        #[cfg(feature = "author")]
        impl $crate::catalogue::decode::Decode for $name {
            fn decode(value: &$crate::catalogue::decode::Value<'_>, reader: &mut $crate::catalogue::decode::Reader<'_>) -> Option<Self> {
                let table = reader.table(value, &[$($crate::catalogue::record::key!($field $($key)?)),*])?;
                $(let $field = reader.field(&table, $crate::catalogue::record::key!($field $($key)?));)*
                Some(Self { $($($given: Default::default(),)*)? $($field: $field?,)* })
            }

            fn schema() -> serde_json::Value {
                $crate::catalogue::schema::table(
                    concat!($($about, "\n"),*),
                    vec![$((
                        $crate::catalogue::record::key!($field $($key)?),
                        concat!($($doc, "\n"),*),
                        <$type as $crate::catalogue::decode::Decode>::schema(),
                        <$type as $crate::catalogue::decode::Decode>::absent().is_some(),
                    )),*],
                )
            }
        }
    };
}

/// Defines an enum that is written as one word from a fixed list.
macro_rules! keyword {
    (
        $(#[doc = $about:literal])*
        pub enum $name:ident {
            $($(#[doc = $doc:literal])* $variant:ident = $word:literal,)*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[doc = $doc])* $variant,)*
        }

        impl $name {
            /// Every value, in the order in which they are defined.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word that stands for it in the catalogue.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// What it means, in a sentence.
            #[cfg(feature = "author")]
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($doc),*).trim_ascii(),)*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        #[cfg(feature = "author")]
        impl $crate::catalogue::decode::Decode for $name {
            fn decode(value: &$crate::catalogue::decode::Value<'_>, reader: &mut $crate::catalogue::decode::Reader<'_>) -> Option<Self> {
                let word = reader.word(value, &[$($word),*])?;
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }

            fn schema() -> serde_json::Value {
                $crate::catalogue::schema::words(
                    concat!($($about, "\n"),*),
                    &[$(($word, concat!($($doc, "\n"),*))),*],
                )
            }
        }
    };
}

/// The key of a field: its own name, or the one given for it.
#[cfg(feature = "author")]
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

#[cfg(feature = "author")]
pub(crate) use key;
pub(crate) use {keyword, record};
