//! `rights`: searches the catalogue of rights, shows what is in it, and checks it.

mod commands;
mod counts;
mod dialogue;
mod failure;
mod family_file;
mod generated;
mod links;
mod open;
mod screen;
mod sheet;
mod toml_text;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use commands::{
    check, count, evaluate, export, generate, impact, interview, links as links_command, new,
    screen as screen_command, search, show,
};

/// Find rights, benefits and services for a family, and keep the catalogue right.
#[derive(Parser)]
#[command(
    name = "rights",
    version,
    after_help = "Examples:
  rights search \"money problems\"            what helps when money is short
  rights search \"huur betalen\" --explain    the same, with why each hit is there
  rights show leefloon --lang fr            everything about one product
  rights interview family.toml              ask a family the questions that decide most
  rights screen family.toml                 what may be for them, and why
  rights check                              what is wrong with the catalogue
  rights new product                        add a product by answering questions
  rights links                              which addresses do not work any more
  rights export --format json               the whole catalogue for another program"
)]
struct Arguments {
    /// The folder with the catalogue.
    #[arg(long, global = true, value_name = "DIR", default_value = "catalogue")]
    catalogue: PathBuf,

    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Search(search::Arguments),
    Show(show::Arguments),
    Screen(screen_command::Arguments),
    Interview(interview::Arguments),
    Impact(impact::Arguments),
    Check(check::Arguments),
    New(new::Arguments),
    Links(links_command::Arguments),
    Generate(generate::Arguments),
    Evaluate(evaluate::Arguments),
    Export(export::Arguments),
    Count(count::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let folder = &arguments.catalogue;
    let result = match &arguments.command {
        Command::Search(arguments) => search::run(folder, arguments),
        Command::Show(arguments) => show::run(folder, arguments),
        Command::Screen(arguments) => screen_command::run(folder, arguments),
        Command::Interview(arguments) => interview::run(folder, arguments),
        Command::Impact(arguments) => impact::run(folder, arguments),
        Command::Check(arguments) => check::run(folder, arguments),
        Command::New(arguments) => new::run(folder, arguments),
        Command::Links(arguments) => links_command::run(folder, arguments),
        Command::Generate(arguments) => generate::run(folder, arguments),
        Command::Evaluate(arguments) => evaluate::run(folder, arguments),
        Command::Export(arguments) => export::run(folder, arguments),
        Command::Count(arguments) => count::run(arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
