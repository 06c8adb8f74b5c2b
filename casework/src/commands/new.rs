//! `rights new product`: asks a few questions and writes a file that is right.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use anyhow::{Context, anyhow};
use clap::{Args, Subcommand};
use engine::{
    catalogue::{Catalogue, Kind, Language, Level, Sources, TakeUp, is_well_formed},
    checks,
    diagnostic::Severity,
    language::words,
};

use super::check::today;
use crate::{
    dialogue::{Alternative, Dialogue},
    failure::Failure,
    open,
    toml_text::{quoted, texts},
};

/// Ask a few questions and write a new file of the catalogue
#[derive(Args)]
#[command(after_help = "Examples:
  rights new product")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    kind: NewFile,
}

#[derive(Clone, Copy, Subcommand)]
enum NewFile {
    /// A right, a benefit or a service
    Product,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let catalogue = open::catalogue(folder)?;
    match arguments.kind {
        NewFile::Product => product(folder, &catalogue),
    }
}

fn product(folder: &Path, catalogue: &Catalogue) -> Result<(), Failure> {
    let mut dialogue = Dialogue::new()?;
    let draft = Draft::ask(&mut dialogue, catalogue)?;
    let text = draft.to_toml();

    // Only a file with which the catalogue still loads is written.
    let mut sources = Sources::read(folder)?;
    sources.insert(draft.file(), text.clone());
    let mut found = match Catalogue::load(&sources) {
        Ok(catalogue) => checks::check(&catalogue, &sources, today()),
        Err(faults) => faults,
    };
    found.retain(|diagnostic| diagnostic.place.file == draft.file() && diagnostic.severity != Severity::Note);
    if found.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        open::show(&found, &sources, folder, &mut anstream::stderr())?;
        return Err(anyhow!("the file would not be right; nothing was written").into());
    }
    let path = folder.join(draft.file());
    fs::write(&path, text).with_context(|| format!("can not write {}", path.display()))?;
    anstream::println!("\nwritten: {}", path.display());
    if !found.is_empty() {
        anstream::println!("\nIt works already, and can be better:\n");
        open::show(&found, &sources, folder, &mut anstream::stdout())?;
    }
    anstream::println!("\nNext: put under [for] who it is for, and open a pull request.");
    Ok(())
}

/// What has been answered.
struct Draft {
    id: String,
    category: String,
    kind: String,
    level: String,
    organisation: String,
    apply_at: String,
    take_up: String,
    importance: u8,
    themes: Vec<String>,
    url: Option<String>,
    name: BTreeMap<Language, String>,
    summary: BTreeMap<Language, String>,
    steps: BTreeMap<Language, Vec<String>>,
    phrases: BTreeMap<Language, Vec<String>>,
    all: Vec<String>,
    languages: Vec<Language>,
}

impl Draft {
    fn ask(dialogue: &mut Dialogue, catalogue: &Catalogue) -> Result<Self, Failure> {
        let languages = catalogue.settings.languages.clone();
        let first = languages[0];
        let mut name = BTreeMap::new();
        for language in &languages {
            let question = format!("What is it called, in {language}?");
            name.insert(*language, dialogue.ask(&question, "", not_empty)?);
        }
        let proposed = proposed_id(&name[&first]);
        let id = dialogue.ask(
            "Under which id does it stand? It becomes the name of the file and part of the address.",
            &format!("Small letters, digits and hyphens. An empty line takes: {proposed}"),
            |line| {
                let id = if line.is_empty() { &proposed } else { line };
                if !is_well_formed(id) {
                    return Err("An id is small letters, digits and single hyphens.".to_owned());
                }
                match catalogue.product(id) {
                    Some(product) => {
                        Err(format!("There is one already: {}. Type another id.", product.file()))
                    }
                    None => Ok(id.to_owned()),
                }
            },
        )?;
        let categories = &catalogue.settings.categories;
        let categories = alternatives(categories, |one| (one.id.as_str(), one.name.text(first)));
        let organisations = &catalogue.organisations;
        let organisations = alternatives(organisations, |one| (one.id.as_str(), one.name.text(first)));
        let themes = alternatives(&catalogue.themes, |one| (one.id.as_str(), one.name.text(first)));
        let circumstances = &catalogue.profile.circumstances;
        let circumstances = alternatives(circumstances, |one| (one.id.as_str(), one.label.text(first)));
        let kinds = alternatives(Kind::ALL, |one| (one.word(), one.meaning()));
        let levels = alternatives(Level::ALL, |one| (one.word(), one.meaning()));
        let take_ups = alternatives(TakeUp::ALL, |one| (one.word(), one.meaning()));
        Ok(Self {
            id,
            category: dialogue.one_of("In which category would a family look first?", &categories)?,
            kind: dialogue.one_of("What is it?", &kinds)?,
            level: dialogue.one_of("Which government decides on it?", &levels)?,
            organisation: dialogue.one_of("Which organisation grants it?", &organisations)?,
            apply_at: dialogue.one_of("Where does a family ask for it?", &organisations)?,
            take_up: dialogue.one_of("How does a family get it?", &take_ups)?,
            importance: dialogue.ask(
                "How much does it matter to a family, from 1 to 5?",
                "1: a small discount. 3: a real help. 5: without it a family can not live.",
                |line| match line.parse() {
                    Ok(number @ 1..=5) => Ok(number),
                    _ => Err("Type a number from 1 to 5.".to_owned()),
                },
            )?,
            themes: dialogue.several_of("Which needs does it answer, the best fitting first?", &themes)?,
            url: dialogue.ask(
                "What is the address of the official page?",
                "An empty line if there is none.",
                |line| match line {
                    "" => Ok(None),
                    line if line.starts_with("https://") => Ok(Some(line.to_owned())),
                    _ => Err("An address begins with https://".to_owned()),
                },
            )?,
            all: dialogue.several_of("What must be true of a family?", &circumstances)?,
            summary: each(&languages, |language| {
                let question = format!("What is it, in {language}? At most two short sentences.");
                dialogue.ask(
                    &question,
                    "No amounts, no promise: \"misschien\", not \"je hebt recht op\".",
                    not_empty,
                )
            })?,
            steps: each(&languages, |language| {
                dialogue.lines(&format!("What does somebody do, step by step, in {language}?"))
            })?,
            phrases: each(&languages, |language| {
                dialogue
                    .lines(&format!("How do people ask for it in {language} when they do not know its name?"))
            })?,
            name,
            languages,
        })
    }

    fn file(&self) -> String {
        format!("products/{}/{}.toml", self.category, self.id)
    }

    fn to_toml(&self) -> String {
        let mut toml = String::new();
        let mut key = |key: &str, value: &str| {
            let _ = writeln!(toml, "{key} = {value}");
        };
        for (name, value) in [
            ("kind", &self.kind),
            ("level", &self.level),
            ("organisation", &self.organisation),
            ("apply_at", &self.apply_at),
            ("take_up", &self.take_up),
        ] {
            key(name, &quoted(value));
        }
        key("importance", &self.importance.to_string());
        key("themes", &texts(&self.themes));
        if let Some(url) = &self.url {
            key("url", &quoted(url));
        }
        for (name, table) in [("name", &self.name), ("summary", &self.summary)] {
            let _ = writeln!(toml, "\n[{name}]");
            for language in &self.languages {
                let _ = writeln!(toml, "{language} = {}", quoted(&table[language]));
            }
        }
        for (name, table) in [("steps", &self.steps), ("phrases", &self.phrases)] {
            let _ = writeln!(toml, "\n[{name}]");
            for language in &self.languages {
                if !table[language].is_empty() {
                    let _ = writeln!(toml, "{language} = {}", texts(&table[language]));
                }
            }
        }
        if !self.all.is_empty() {
            let _ = writeln!(toml, "\n[for]\nall = {}", texts(&self.all));
        }
        // Nobody has compared it with a source yet, so it is not sure.
        let _ = write!(toml, "\n[review]\nconfidence = \"low\"\nsources = []\n");
        toml
    }
}

/// Entries to choose from, each with its id and what it is in words.
fn alternatives<'a, T>(entries: &'a [T], parts: impl Fn(&'a T) -> (&'a str, &'a str)) -> Vec<Alternative> {
    entries.iter().map(parts).map(|(id, words)| Alternative::new(id, words)).collect()
}

/// Asks the same in every language.
fn each<T>(
    languages: &[Language],
    mut ask: impl FnMut(Language) -> Result<T, Failure>,
) -> Result<BTreeMap<Language, T>, Failure> {
    languages.iter().map(|language| Ok((*language, ask(*language)?))).collect()
}

fn not_empty(line: &str) -> Result<String, String> {
    if line.is_empty() { Err("This can not be left out.".to_owned()) } else { Ok(line.to_owned()) }
}

/// The id that follows from a name: its words with hyphens between them.
fn proposed_id(name: &str) -> String {
    let words: Vec<_> = words(name).into_iter().map(|word| word.text).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_follows_from_a_name() {
        assert_eq!(proposed_id("Hulp bij 't invullen (gratis)"), "hulp-bij-invullen-gratis");
    }
}
