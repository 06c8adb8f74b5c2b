//! From files to a [`Catalogue`]: reads each, resolves every reference, reports all that is wrong.

use std::collections::BTreeMap;

use super::{
    Catalogue, Category, Examples, Id, Language, Lexicon, Organisation, Product, Profile, Settings, Sources,
    Theme,
    decode::{Decode, Mention, Reader, Referable, list},
    id::is_well_formed,
    lexicon::Entries,
    validate,
};
use crate::diagnostic::{self, Diagnostic, Place, did_you_mean};

impl Catalogue {
    /// Reads a catalogue from its files.
    ///
    /// Returns it, or everything that is wrong with all the files, in the order of the files and of the places
    /// in them.
    ///
    /// ```
    /// use engine::catalogue::{Catalogue, Sources};
    /// let faults = Catalogue::load(&Sources::default()).unwrap_err();
    /// assert_eq!(faults[0].rule, "missing-file");
    /// ```
    pub fn load(sources: &Sources) -> Result<Self, Vec<Diagnostic>> {
        let mut loader =
            Loader { sources, languages: Vec::new(), diagnostics: Vec::new(), mentions: Mentions::default() };
        let catalogue = loader.load();
        let Loader { mut diagnostics, mentions, .. } = loader;
        mentions.resolve(&mut diagnostics);
        match catalogue {
            Some(catalogue) if diagnostics.is_empty() => {
                validate::validate(&catalogue, sources, &mut diagnostics);
                if diagnostics.is_empty() {
                    return Ok(catalogue);
                }
            }
            _ => {}
        }
        diagnostic::sort(&mut diagnostics);
        Err(diagnostics)
    }
}

/// The ending of files with example families.
const FAMILIES: &str = ".families.toml";

struct Loader<'s> {
    sources: &'s Sources,
    languages: Vec<Language>,
    diagnostics: Vec<Diagnostic>,
    mentions: Mentions,
}

impl Loader<'_> {
    fn load(&mut self) -> Option<Catalogue> {
        let settings = self.single::<Settings>("catalogue.toml");
        // Without the list of languages every translation would be reported as unknown.
        self.languages.clone_from(&settings.as_ref()?.languages);
        let profile = self.single::<Profile>("profile.toml");

        let mut organisations = Vec::new();
        let mut products = Vec::new();
        let mut themes = Vec::new();
        let mut examples = Vec::new();
        let mut lexicons = Vec::new();
        for (path, text) in self.sources.iter() {
            match path.split('/').collect::<Vec<_>>()[..] {
                ["catalogue.toml" | "profile.toml"] => {}
                ["lexicon", file] => {
                    let code = file.trim_end_matches(".toml");
                    let language = Language::new(code).filter(|language| self.languages.contains(language));
                    let entries = self.read(path, text);
                    match language {
                        Some(language) => lexicons
                            .extend(entries.map(|Entries(entries)| Lexicon { language, entries })),
                        None => self.diagnostics.push(
                            Diagnostic::error(
                                "unknown-file",
                                Place { file: path.to_owned(), span: 0..0 },
                                format!("the catalogue is not written in `{code}`"),
                            )
                            .help("a lexicon is named after its language, such as `nl.toml`; languages stand in `catalogue.toml`"),
                        ),
                    }
                }
                ["organisations", file] => {
                    organisations
                        .extend(self.entry(path, file, text, |entry: &mut Organisation, id| entry.id = id));
                }
                ["themes", file] => {
                    themes.extend(self.entry(path, file, text, |entry: &mut Theme, id| entry.id = id));
                }
                ["products", category, file] if file.ends_with(FAMILIES) => {
                    let product = file.trim_end_matches(FAMILIES);
                    let beside = format!("products/{category}/{product}.toml");
                    let place = Place { file: path.to_owned(), span: 0..0 };
                    if self.sources.text(&beside).is_none() {
                        self.diagnostics.push(
                            Diagnostic::error(
                                "unknown-file",
                                place,
                                format!("there is no product `{product}` beside this file"),
                            )
                            .help("example families are named after their product: `leefloon.families.toml`"),
                        );
                    }
                    examples.extend(
                        self.read(path, text)
                            .map(|families: Examples| Examples { product: Id::new(product), ..families }),
                    );
                }
                ["products", category, file] => {
                    self.mentions.references.push(Mention {
                        kind: Category::KIND,
                        id: category.to_owned(),
                        place: Place { file: path.to_owned(), span: 0..0 },
                    });
                    products.extend(self.entry(path, file, text, |entry: &mut Product, id| {
                        entry.id = id;
                        entry.category = Id::new(category);
                    }));
                }
                _ => {
                    let place = Place { file: path.to_owned(), span: 0..0 };
                    self.diagnostics.push(
                        Diagnostic::error("unknown-file", place, "no file of the catalogue stands here")
                            .help("products stand in `products/<category>/`, the others in `organisations/`, `themes/` and `lexicon/`"),
                    );
                }
            }
        }
        organisations.sort_by(|a: &Organisation, b| a.id.cmp(&b.id));
        products.sort_by(|a: &Product, b| a.id.cmp(&b.id));
        themes.sort_by(|a: &Theme, b| a.id.cmp(&b.id));
        examples.sort_by(|a: &Examples, b| a.product.cmp(&b.product));
        Some(Catalogue {
            settings: settings?,
            organisations,
            products,
            themes,
            profile: profile?,
            lexicons,
            examples,
        })
    }

    /// Reads a file that must be there.
    fn single<T: Decode>(&mut self, path: &'static str) -> Option<T> {
        let Some(text) = self.sources.text(path) else {
            let place = Place { file: path.to_owned(), span: 0..0 };
            self.diagnostics.push(
                Diagnostic::error("missing-file", place, format!("the file `{path}` is missing")).help(
                    "every catalogue has one; the page on changing the catalogue says what stands in it",
                ),
            );
            return None;
        };
        self.read(path, text)
    }

    /// Reads a file that holds one entry and is named after it.
    fn entry<T: Decode + Referable>(
        &mut self,
        path: &str,
        file: &str,
        text: &str,
        name: impl FnOnce(&mut T, Id<T>),
    ) -> Option<T> {
        let id = file.trim_end_matches(".toml");
        let place = Place { file: path.to_owned(), span: 0..0 };
        if is_well_formed(id) {
            self.mentions.definitions.push(Mention { kind: T::KIND, id: id.to_owned(), place });
        } else {
            self.diagnostics.push(
                Diagnostic::error("bad-id", place, format!("`{id}` can not be the name of a file here"))
                    .help("the name is the id: small letters, digits and hyphens, such as `sociale-huurwoning.toml`"),
            );
        }
        let mut entry = self.read(path, text)?;
        name(&mut entry, Id::new(id));
        Some(entry)
    }

    fn read<T: Decode>(&mut self, path: &str, text: &str) -> Option<T> {
        let mut reader = Reader::new(path, &self.languages);
        let read = reader.file(text);
        self.diagnostics.append(&mut reader.diagnostics);
        self.mentions.references.append(&mut reader.references);
        self.mentions.definitions.append(&mut reader.definitions);
        read
    }
}

/// Every id that is defined and every one that is referred to.
#[derive(Default)]
struct Mentions {
    definitions: Vec<Mention>,
    references: Vec<Mention>,
}

impl Mentions {
    /// Reports ids that are defined twice, and references to ids that are not defined.
    fn resolve(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut known: BTreeMap<&str, BTreeMap<&str, &Place>> = BTreeMap::new();
        for definition in &self.definitions {
            let of_kind = known.entry(definition.kind).or_default();
            if let Some(first) = of_kind.insert(&definition.id, &definition.place) {
                let kind = definition.kind;
                diagnostics.push(
                    Diagnostic::error(
                        "duplicate-id",
                        definition.place.clone(),
                        format!("there are two entries of the kind {kind} with the id `{}`", definition.id),
                    )
                    .help("give one of them another id, or keep only one")
                    .related(first.clone(), "the other one is here"),
                );
            }
        }
        let none = BTreeMap::new();
        for Mention { kind, id, place } in &self.references {
            let of_kind = known.get(kind).unwrap_or(&none);
            if of_kind.contains_key(id.as_str()) {
                continue;
            }
            let help = match did_you_mean(id, of_kind.keys().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None if of_kind.len() <= 12 => {
                    format!("known: {}", list(&of_kind.keys().collect::<Vec<_>>()))
                }
                None => format!("none of the {} known ids is like it; see {}", of_kind.len(), home_of(kind)),
            };
            diagnostics.push(
                Diagnostic::error(
                    "unknown-reference",
                    place.clone(),
                    format!("there is no {kind} with the id `{id}`"),
                )
                .help(help),
            );
        }
    }
}

/// Where entries of a kind are to be found.
fn home_of(kind: &str) -> &'static str {
    match kind {
        "organisation" => "the folder `organisations/`",
        "product" => "the folders in `products/`",
        "theme" => "the folder `themes/`",
        "question" | "circumstance" => "`profile.toml`",
        _ => "`catalogue.toml`",
    }
}
