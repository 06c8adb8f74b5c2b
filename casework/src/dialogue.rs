//! Questions in the terminal, answered a line at a time.
//!
//! Nothing but lines goes back and forth, so that it works the same with a screen reader and in a pipe.

use anyhow::anyhow;
use engine::language::fold;
use rustyline::{DefaultEditor, error::ReadlineError};

use crate::{
    failure::Failure,
    screen::{ASIDE, TITLE, wrap},
};

/// Something to choose: what is typed for it, and what it means.
#[derive(Clone, Debug)]
pub(crate) struct Alternative {
    /// What it is called in files.
    pub id: String,
    /// What it is, in words.
    pub words: String,
}

impl Alternative {
    pub(crate) fn new(id: impl Into<String>, words: impl Into<String>) -> Self {
        Self { id: id.into(), words: words.into() }
    }
}

/// Asks and reads answers.
pub(crate) struct Dialogue {
    editor: DefaultEditor,
}

/// The longest list that is shown whole.
const SHORT_LIST: usize = 12;

impl Dialogue {
    pub(crate) fn new() -> Result<Self, Failure> {
        Ok(Self { editor: DefaultEditor::new()? })
    }

    /// The next line, without spaces around it; `None` when there are no more.
    pub(crate) fn line(&mut self) -> Result<Option<String>, Failure> {
        match self.editor.readline("> ") {
            Ok(line) => {
                let line = line.trim().to_owned();
                if !line.is_empty() {
                    // Only for the arrow keys; a line that can not be remembered is no loss.
                    let _ = self.editor.add_history_entry(&line);
                }
                Ok(Some(line))
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Asks until `read` takes the answer; it says itself what is wrong with one it does not take.
    pub(crate) fn ask<T>(
        &mut self,
        question: &str,
        help: &str,
        mut read: impl FnMut(&str) -> Result<T, String>,
    ) -> Result<T, Failure> {
        anstream::println!("\n{TITLE}{question}{TITLE:#}");
        if !help.is_empty() {
            anstream::println!("{ASIDE}{}{ASIDE:#}", wrap(help, ""));
        }
        loop {
            let Some(line) = self.line()? else {
                return Err(anyhow!("stopped before the last question; nothing was written").into());
            };
            match read(&line) {
                Ok(answer) => return Ok(answer),
                Err(why) => anstream::println!("{}", wrap(&why, "")),
            }
        }
    }

    /// Lets choose one of these. A long list is searched by words.
    pub(crate) fn one_of(&mut self, question: &str, options: &[Alternative]) -> Result<String, Failure> {
        self.ask(question, &how_to_choose(options), |line| find(options, line))
    }

    /// Lets choose any number of these, separated by commas.
    pub(crate) fn several_of(
        &mut self,
        question: &str,
        options: &[Alternative],
    ) -> Result<Vec<String>, Failure> {
        let help =
            format!("{}\nSeveral: separate them by commas. None: an empty line.", how_to_choose(options));
        self.ask(question, &help, |line| {
            let parts = line.split(',').map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| find(options, part)).collect()
        })
    }

    /// Lets write lines until an empty one.
    pub(crate) fn lines(&mut self, question: &str) -> Result<Vec<String>, Failure> {
        let mut lines = Vec::new();
        anstream::println!("\n{TITLE}{question}{TITLE:#}");
        anstream::println!("{ASIDE}One a line; an empty line to go on.{ASIDE:#}");
        while let Some(line) = self.line()? {
            if line.is_empty() {
                break;
            }
            lines.push(line);
        }
        Ok(lines)
    }
}

fn how_to_choose(options: &[Alternative]) -> String {
    if options.len() > SHORT_LIST {
        return format!("One of {}: type its id or words from its name.", options.len());
    }
    list(options.iter())
}

fn list<'a>(options: impl Iterator<Item = &'a Alternative>) -> String {
    options.map(|option| format!("  {}: {}", option.id, option.words)).collect::<Vec<_>>().join("\n")
}

/// The id of the option that is meant, or what to type instead.
fn find(options: &[Alternative], typed: &str) -> Result<String, String> {
    if let Some(option) = options.iter().find(|option| option.id == typed) {
        return Ok(option.id.clone());
    }
    let wanted = fold(typed);
    let fits = |option: &&Alternative| {
        let text = fold(&format!("{} {}", option.id, option.words));
        !wanted.is_empty() && wanted.split_whitespace().all(|word| text.contains(word))
    };
    let found: Vec<_> = options.iter().filter(fits).collect();
    match found[..] {
        [one] => Ok(one.id.clone()),
        [] => Err(format!("Nothing fits `{typed}`. {}", how_to_choose(options))),
        _ if found.len() <= SHORT_LIST => {
            Err(format!("Which of these? Type its id.\n{}", list(found.into_iter())))
        }
        _ => Err(format!("{} fit `{typed}`: type more of it.", found.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<Alternative> {
        vec![
            Alternative::new("ocmw-kortrijk", "OCMW Kortrijk"),
            Alternative::new("stad-kortrijk", "Stad Kortrijk"),
            Alternative::new("vdab", "VDAB"),
        ]
    }

    #[test]
    fn an_option_is_found_by_its_id_or_by_words_that_only_it_has() {
        assert_eq!(find(&options(), "vdab").as_deref(), Ok("vdab"));
        assert_eq!(find(&options(), "STAD kort").as_deref(), Ok("stad-kortrijk"));
    }

    #[test]
    fn where_several_or_none_fit_the_answer_is_what_to_type() {
        let several = find(&options(), "kortrijk").unwrap_err();
        assert!(several.contains("ocmw-kortrijk: OCMW Kortrijk\n  stad-kortrijk"), "{several}");
        assert!(find(&options(), "rva").unwrap_err().starts_with("Nothing fits `rva`"));
        assert!(find(&options(), "").unwrap_err().starts_with("Nothing fits"));
    }
}
