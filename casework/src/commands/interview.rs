//! `rights interview`: asks a family what decides most, and writes its file.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use clap::Args;
use engine::{
    Explorer,
    catalogue::{Answer, Choice, Id, Language, Question},
    messages,
    screening::{Family, Given, Sheet},
};

use crate::{
    dialogue::Dialogue,
    failure::Failure,
    family_file, open,
    screen::{ASIDE, TITLE, wrap},
    sheet::{self, Form},
};

/// Ask the questions of the rights check in the terminal, the one that decides most first
#[derive(Args)]
#[command(after_help = "Examples:
  rights interview family.toml               new, or going on where it was left
  rights interview family.toml --lang fr

At each question: the number of a choice, several with commas, or one of
  s  skip, or the family does not know      b  back to the question before
  ?  why we ask it                          q  save and stop")]
pub(crate) struct Arguments {
    /// The family file to write; one that exists is gone on with
    #[arg(value_name = "FAMILY.toml")]
    file: PathBuf,
    /// The family in one line, for a new file
    #[arg(long, default_value = "")]
    who: String,
    /// The language of the questions; the first of the catalogue if left out
    #[arg(long)]
    lang: Option<String>,
}

/// What is typed at a question.
enum Reply {
    Answer(Given),
    Skip,
    Back,
    Quit,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let explorer = open::explorer(folder)?;
    let language = open::language(explorer.catalogue(), arguments.lang.as_deref())?;
    let mut family = if arguments.file.exists() {
        family_file::read(explorer.catalogue(), &arguments.file)?
    } else {
        let name =
            arguments.file.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Family {
            who: if arguments.who.is_empty() { name } else { arguments.who.clone() },
            ..Family::default()
        }
    };
    let save = |family: &Family| family_file::write(&arguments.file, family);

    let mut dialogue = Dialogue::new()?;
    let mut passed = BTreeSet::new();
    let mut asked: Vec<Id<Question>> = Vec::new();
    loop {
        let screening = explorer.screen(&family.profile());
        let Some(next) = screening.next_question(&passed) else { break };
        let id = (*next.question.id).clone();
        match ask(&mut dialogue, next.question, next.open, language)? {
            Reply::Answer(given) => {
                let mut tried = family.profile();
                tried.answers.set(id.clone(), given);
                if let Some(contradiction) = explorer.screen(&tried).contradictions().next() {
                    anstream::println!("{}", wrap(contradiction.text.text(language), ""));
                    continue;
                }
                family.answers = tried.answers;
                asked.push(id);
            }
            Reply::Skip => {
                passed.insert(id.clone());
                asked.push(id);
            }
            Reply::Back => {
                if let Some(last) = asked.pop() {
                    passed.remove(&last);
                    family.answers.clear(&last);
                }
            }
            Reply::Quit => {
                save(&family)?;
                anstream::println!("\nsaved: {}; go on with the same command", arguments.file.display());
                return Ok(());
            }
        }
        // After every answer, so that nothing is lost when the terminal is closed.
        save(&family)?;
    }
    save(&family)?;
    finish(&explorer, &family, language)?;
    anstream::println!("\nsaved: {}", arguments.file.display());
    Ok(())
}

/// The few things that matter most.
fn finish(explorer: &Explorer, family: &Family, language: Language) -> Result<(), Failure> {
    let screening = explorer.screen(&family.profile());
    let mut sheet = Sheet::new(explorer.screener(), &screening, &family.who, language);
    sheet.rest.clear();
    anstream::println!("\n{}", sheet::render(&sheet, Form::Table, false)?);
    Ok(())
}

fn ask(
    dialogue: &mut Dialogue,
    question: &Question,
    open: usize,
    language: Language,
) -> Result<Reply, Failure> {
    let words = &messages::of(language).screening;
    let left = if open == 1 { words.one_question_left.to_owned() } else { words.questions_left(open) };
    anstream::println!("\n{TITLE}{}{TITLE:#} {ASIDE}({left}){ASIDE:#}", question.text.text(language));
    if let Some(help) = &question.help {
        anstream::println!("{ASIDE}{}{ASIDE:#}", wrap(help.text(language), ""));
    }
    for (number, choice) in question.answer.choices().iter().enumerate() {
        anstream::println!("{:>3}  {}", number + 1, choice.label.text(language));
    }
    match &question.answer {
        Answer::SeveralOf(_) => anstream::println!("{:>3}  {}", 0, words.none),
        Answer::YesNo => anstream::println!("  1  {}\n  2  {}", words.yes, words.no),
        Answer::Ages => anstream::println!("{ASIDE}{} · - {}{ASIDE:#}", words.ages_hint, words.nobody),
        _ => {}
    }
    anstream::println!("{ASIDE}s {} · b {} · ? {} · q{ASIDE:#}", words.skip, words.back, words.why);
    loop {
        let Some(line) = dialogue.line()? else { return Ok(Reply::Quit) };
        match line.as_str() {
            "s" => return Ok(Reply::Skip),
            "b" => return Ok(Reply::Back),
            "q" => return Ok(Reply::Quit),
            "?" => anstream::println!("{}", wrap(question.why.text(language), "")),
            line => match read(line, &question.answer) {
                Ok(given) => return Ok(Reply::Answer(given)),
                Err(why) => anstream::println!("{why}"),
            },
        }
    }
}

/// What is typed, as an answer to a question, or what to type instead.
fn read(line: &str, answer: &Answer) -> Result<Given, String> {
    let numbers = || -> Result<Vec<usize>, String> {
        let parts = line.split([',', ' ']).filter(|part| !part.is_empty());
        let numbers: Result<Vec<usize>, _> = parts.map(str::parse).collect();
        match numbers {
            Ok(numbers) if !numbers.is_empty() => Ok(numbers),
            _ => Err(format!("`{line}` is not a number: type numbers, or s, b, ? or q")),
        }
    };
    let choice = |choices: &[Choice], number: usize| -> Result<String, String> {
        let choice = number.checked_sub(1).and_then(|at| choices.get(at));
        choice
            .map(|choice| choice.id.clone())
            .ok_or(format!("there is no choice {number}: 1 to {}", choices.len()))
    };
    let given = match answer {
        Answer::YesNo => match numbers()?[..] {
            [1] => Given::YesNo(true),
            [2] => Given::YesNo(false),
            _ => return Err("type 1 or 2".to_owned()),
        },
        Answer::OneOf(choices) | Answer::Municipality(choices) => match numbers()?[..] {
            [number] => Given::One(choice(choices, number)?),
            _ => return Err("type one number".to_owned()),
        },
        Answer::SeveralOf(choices) => match &numbers()?[..] {
            [0] => Given::Several(Vec::new()),
            numbers => Given::Several(
                numbers.iter().map(|number| choice(choices, *number)).collect::<Result<_, _>>()?,
            ),
        },
        Answer::Ages if line == "-" => Given::Ages(Vec::new()),
        Answer::Ages => {
            let age = |age: usize| u8::try_from(age).map_err(|_| format!("nobody is {age} years old"));
            Given::Ages(numbers()?.into_iter().map(age).collect::<Result<_, _>>()?)
        }
        Answer::Number(_) => match numbers()?[..] {
            [number] => {
                Given::Number(u16::try_from(number).map_err(|_| "that number is too large".to_owned())?)
            }
            _ => return Err("type one number".to_owned()),
        },
    };
    given.fits(answer)?;
    Ok(given)
}
