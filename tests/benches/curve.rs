//! What the engine costs as catalogues grow: `cargo bench --package tests --bench curve` prints a table in Markdown.
//!
//! Each size is measured in a process of its own, so that one's memory does not count as another's. Numbers after `--` measure
//! other sizes: `cargo bench --package tests --bench curve -- 5000`.

use std::{
    env, fs,
    process::Command,
    time::{Duration, Instant},
};

use engine::{
    Explorer,
    catalogue::Language,
    evaluation::Judgement,
    screening::{Family, Profile},
    search::Request,
};
use serde_json::{Value, json};

/// The real catalogue, and how many products the larger ones have.
const SIZES: [usize; 4] = [378, 1_000, 10_000, 100_000];

/// How many municipalities there are: all of Flanders.
const MUNICIPALITIES: usize = 300;

/// How often each question is asked.
const ROUNDS: usize = 4;

/// Tells the process that it measures one size.
const ONE: &str = "--one";

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    match sizes[..] {
        [size] if arguments.iter().any(|argument| argument == ONE) => println!("{}", measure(size)),
        [] => print_table(&SIZES),
        _ => print_table(&sizes),
    }
}

/// What is measured: the key under which a process reports it, its heading, and the digits after the point.
const MEASURES: [(&str, &str, usize); 11] = [
    ("index_seconds", "index, s", 2),
    ("index_megabytes", "index, MB", 2),
    ("catalogue_megabytes", "memory before indexing, MB", 0),
    ("peak_megabytes", "memory at its peak, MB", 0),
    ("resident_megabytes", "memory at rest, MB", 0),
    ("query_p50", "query p50, µs", 0),
    ("query_p99", "query p99, µs", 0),
    ("suggest_p50", "suggest p50, µs", 0),
    ("suggest_p99", "suggest p99, µs", 0),
    ("screen", "screening, µs", 0),
    ("next_question", "next question, µs", 0),
];

/// Measures each size in a process of its own, and prints what came of it and how it grew.
fn print_table(sizes: &[usize]) {
    println!("Commit {}, {}.\n", commit(), machine());
    let headings: Vec<&str> = MEASURES.iter().map(|(_, heading, _)| *heading).collect();
    println!("| products | {} |", headings.join(" | "));
    println!("|---:|{}", "---:|".repeat(MEASURES.len()));
    let mut before: Option<Value> = None;
    for size in sizes {
        let measured = in_a_process_of_its_own(*size);
        let cells = MEASURES.map(|(key, _, digits)| cell(&measured, before.as_ref(), key, digits));
        let products = cell(&measured, before.as_ref(), "products", 0);
        println!("| {products} | {} |", cells.join(" | "));
        before = Some(measured);
    }
    println!("\n×: how many times as much as at the size before.");
}

/// A number, and how it compares with that of the size before.
fn cell(measured: &Value, before: Option<&Value>, key: &str, digits: usize) -> String {
    let Some(number) = measured[key].as_f64() else { return "not measured".to_owned() };
    let grown = before.and_then(|before| before[key].as_f64()).filter(|before| *before > 0.0);
    let grown = grown.map_or(String::new(), |before| format!(" (×{:.1})", number / before));
    format!("{number:.digits$}{grown}")
}

fn in_a_process_of_its_own(size: usize) -> Value {
    let program = env::current_exe().expect("this program is a file");
    let output = Command::new(program).args([ONE, &size.to_string()]).output().expect("it can be run again");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it prints what it measured")
}

/// Measures a catalogue with so many products.
fn measure(products: usize) -> Value {
    let catalogue = tests::generated(products, MUNICIPALITIES);
    let before = memory("VmRSS:");
    let started = Instant::now();
    let explorer = Explorer::new(catalogue).expect("the catalogue can be indexed");
    let index = started.elapsed();
    let resident = memory("VmRSS:");

    let judgements = tests::judgements();
    let query = times(&judgements, |judgement| {
        let request = Request::new(&judgement.query, language(judgement));
        explorer.search(&request).map(|answer| answer.hits.len()).expect("the question is short");
    });
    let beginnings: Vec<(String, Language)> = judgements
        .iter()
        .flat_map(|judgement| {
            let beginning = |letters| judgement.query.chars().take(letters).collect();
            [2, 4, 8, 16].map(|letters| (beginning(letters), language(judgement)))
        })
        .collect();
    let suggest = times(&beginnings, |(text, language)| {
        explorer.suggest(text, *language, 8).map(|found| found.len()).expect("the text is short");
    });
    let family = include_str!("../families/single-mother-newborn.toml");
    let profile =
        Family::read(explorer.catalogue(), "family", family).expect("the family is right").profile();
    let screen = times(&[(); 10], |()| {
        assert!(!explorer.screen(&profile).matches().is_empty());
    });
    let next = times(&[(); 2], |()| {
        let screening = explorer.screen(&Profile::default());
        assert!(screening.next_question(&std::collections::BTreeSet::new()).is_some());
    });
    json!({
        "products": explorer.catalogue().products.len(),
        "index_seconds": index.as_secs_f64(),
        "index_megabytes": explorer.index_bytes() as f64 / 1e6,
        "catalogue_megabytes": before,
        "peak_megabytes": memory("VmHWM:"),
        "resident_megabytes": resident,
        "query_p50": percentile(&query, 50),
        "query_p99": percentile(&query, 99),
        "suggest_p50": percentile(&suggest, 50),
        "suggest_p99": percentile(&suggest, 99),
        "screen": percentile(&screen, 50),
        "next_question": percentile(&next, 50),
    })
}

fn language(judgement: &Judgement) -> Language {
    Language::new(&judgement.language).expect("a judgement has a language")
}

/// How long each of these takes, in ascending order: the least of several times, since other programs on the machine only ever
/// make it longer.
fn times<T>(of: &[T], mut run: impl FnMut(&T)) -> Vec<Duration> {
    let mut times = vec![Duration::MAX; of.len()];
    for _ in 0..ROUNDS {
        for (thing, least) in of.iter().zip(&mut times) {
            let started = Instant::now();
            run(thing);
            *least = started.elapsed().min(*least);
        }
    }
    times.sort_unstable();
    times
}

/// What so many in a hundred stay within, in microseconds.
fn percentile(times: &[Duration], in_a_hundred: usize) -> f64 {
    let place = (times.len() * in_a_hundred).div_ceil(100).saturating_sub(1);
    times[place].as_secs_f64() * 1e6
}

/// What the system says of this process's memory, in MB; nothing where it does not say.
fn memory(key: &str) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes = status.lines().find_map(|line| line.strip_prefix(key))?;
    let kibibytes: f64 = kibibytes.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes * 1024.0 / 1e6)
}

fn commit() -> String {
    let output = Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    let told = output.ok().filter(|output| output.status.success());
    told.map_or("unknown".to_owned(), |output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The processor, in words.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = information
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map_or("a processor that has no name", |name| name.trim_start_matches([' ', '\t', ':']));
    format!("{cores} cores of {name}")
}
