//! `rights count`: adds up what pages report, if a site was built to report it.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, Write},
};

use anyhow::Context;
use clap::Args;
use engine::catalogue::Language;

use crate::failure::Failure;

/// Add up how often pages were seen and how often a search found nothing
#[derive(Args)]
#[command(after_help = "Example:
  rights count < /var/log/nginx/rights.log

Pages report only if `count_at` is set in catalogue.toml. Each line of the log may hold anything, of which
`?page=/nl/geld/&nothing=0` is counted. Let the log hold nothing else: no addresses of visitors.")]
pub(crate) struct Arguments {}

/// How often something happened on one page.
#[derive(Default)]
struct Counts {
    views: u64,
    /// Visits in which a search found nothing.
    nothing: u64,
}

pub(crate) fn run(_: &Arguments) -> Result<(), Failure> {
    let mut pages: BTreeMap<String, Counts> = BTreeMap::new();
    let mut strange = 0_u64;
    for line in io::stdin().lock().lines() {
        let line = line.context("the log can not be read")?;
        match report(&line) {
            Some((page, nothing)) => {
                let counts = pages.entry(page).or_default();
                counts.views += 1;
                counts.nothing += u64::from(nothing);
            }
            None if line.trim().is_empty() => {}
            None => strange += 1,
        }
    }
    let mut out = anstream::stdout().lock();
    writeln!(out, "page,views,nothing found")?;
    for (page, Counts { views, nothing }) in &pages {
        writeln!(out, "{page},{views},{nothing}")?;
    }
    if strange > 0 {
        anstream::eprintln!("{strange} lines report no page of the site and were left out");
    }
    Ok(())
}

/// The page in a line of a log, and whether a search there found nothing. Only pages that can be ours are taken: anybody can
/// send anything.
fn report(line: &str) -> Option<(String, bool)> {
    let (_, query) = line.split_once("page=")?;
    let query = query.split([' ', '"']).next()?;
    let (page, nothing) = query.split_once("&nothing=")?;
    let page = page.replace("%2F", "/").replace("%2f", "/");
    let is_plain =
        page.len() < 200 && page.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-.".contains(&byte));
    let language = page.strip_prefix('/')?.split('/').next()?;
    let is_page = is_plain && Language::new(language).is_some();
    is_page.then(|| (page, nothing == "1"))
}

#[cfg(test)]
mod tests {
    use super::report;

    #[test]
    fn only_pages_are_taken_from_a_log() {
        let found = Some(("/nl/geld/".to_owned(), true));
        assert_eq!(report("2026-11-24T10:00 /count?page=%2Fnl%2Fgeld%2F&nothing=1"), found);
        assert_eq!(report("\"POST /count?page=/nl/geld/&nothing=1 HTTP/2.0\" 204"), found);
        for strange in [
            "",
            "GET /nl/geld/",
            "?page=%2Fnl%2F%3Cscript%3E&nothing=0",
            "?page=//elsewhere.example/&nothing=0",
            "?page=/nl/",
        ] {
            assert_eq!(report(strange), None, "{strange}");
        }
    }
}
