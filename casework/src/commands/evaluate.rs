//! `rights evaluate`: how good search is, held against judged questions.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, anyhow};
use clap::Args;
use engine::evaluation::{self, Figures, Outcome};
use serde::{Deserialize, Serialize};

use crate::{
    failure::Failure,
    open,
    screen::{ASIDE, HEADING},
};

/// Hold search against judged questions
#[derive(Args)]
#[command(after_help = "Examples:
  rights evaluate tests/judgements/*.jsonl
  rights evaluate mine.toml --json > before.json
  rights evaluate mine.toml --baseline before.json     what got better and worse since
  rights evaluate tests/judgements/nl.jsonl --part tuning --worst 30

A file has a question a line, {\"q\": \"…\", \"lang\": \"nl\", \"relevant\": {\"leefloon\": 3}}, or tables [[judgement]] with the same keys.
Grades are 3 (exactly), 2 (good to know too) and 1 (related); `class` and `part` may be added.")]
pub(crate) struct Arguments {
    /// Files with judged questions
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// An earlier answer of this command (--json), to compare with
    #[arg(long, value_name = "OLD.json")]
    baseline: Option<PathBuf>,
    /// Only the questions of this part, such as `tuning` or `aside`
    #[arg(long)]
    part: Option<String>,
    /// How many of the worst questions to show
    #[arg(long, default_value_t = 10, value_name = "N")]
    worst: usize,
    /// For programs: everything as JSON
    #[arg(long)]
    json: bool,
}

/// What the command says, and reads again as a baseline.
#[derive(Serialize, Deserialize)]
struct Report {
    all: Figures,
    by_language: BTreeMap<String, Figures>,
    by_class: BTreeMap<String, Figures>,
    outcomes: Vec<Outcome>,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let explorer = open::explorer(folder)?;
    let mut judgements = Vec::new();
    for file in &arguments.files {
        let text = fs::read_to_string(file).with_context(|| format!("can not read {}", file.display()))?;
        judgements.extend(evaluation::read(&text).with_context(|| file.display().to_string())?);
    }
    if let Some(part) = &arguments.part {
        judgements.retain(|judgement| judgement.part == *part);
    }
    if judgements.is_empty() {
        return Err(anyhow!("there are no questions to ask").into());
    }
    let report = Report::new(evaluation::evaluate(&explorer, &judgements)?);
    let baseline = arguments.baseline.as_ref().map(|path| read_baseline(path)).transpose()?;
    let mut out = anstream::stdout().lock();
    if arguments.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
    } else {
        report.print(baseline.as_ref(), arguments.worst, &mut out)?;
    }
    Ok(())
}

fn read_baseline(path: &Path) -> anyhow::Result<Report> {
    let text = fs::read_to_string(path).with_context(|| format!("can not read {}", path.display()))?;
    serde_json::from_str(&text)
        .with_context(|| format!("{} is no answer of `rights evaluate --json`", path.display()))
}

impl Report {
    fn new(outcomes: Vec<Outcome>) -> Self {
        let by = |key: &dyn Fn(&Outcome) -> String| {
            let mut groups: BTreeMap<String, Vec<&Outcome>> = BTreeMap::new();
            for outcome in &outcomes {
                groups.entry(key(outcome)).or_default().push(outcome);
            }
            groups.into_iter().map(|(name, group)| (name, Figures::of(group))).collect()
        };
        Self {
            all: Figures::of(&outcomes),
            by_language: by(&|outcome| outcome.judgement.language.clone()),
            by_class: by(&|outcome| outcome.judgement.class.clone()),
            outcomes,
        }
    }

    fn print(&self, baseline: Option<&Self>, worst: usize, out: &mut impl Write) -> Result<(), Failure> {
        writeln!(
            out,
            "{HEADING}{:<18} {:>9} {:>8} {:>9} {:>9} {:>9} {:>6}{HEADING:#}",
            "", "questions", "nDCG@10", "success@1", "success@5", "recall@10", "empty"
        )?;
        line(out, "all", &self.all, baseline.map(|old| &old.all))?;
        for (name, figures) in &self.by_language {
            line(out, name, figures, baseline.and_then(|old| old.by_language.get(name)))?;
        }
        for (name, figures) in self.by_class.iter().filter(|(name, _)| !name.is_empty()) {
            line(out, name, figures, baseline.and_then(|old| old.by_class.get(name)))?;
        }
        if self.all.nothing_fits > 0 {
            let Figures { nothing_fits, found_nothing, .. } = self.all;
            writeln!(
                out,
                "nothing fits: {:.0} of {nothing_fits} found nothing",
                found_nothing * nothing_fits as f64
            )?;
        }
        if let Some(baseline) = baseline {
            self.print_changes(baseline, out)?;
        }
        let mut sorted: Vec<_> = self.outcomes.iter().collect();
        sorted.sort_by(|a, b| a.ndcg.total_cmp(&b.ndcg));
        if worst > 0 {
            writeln!(out, "\n{HEADING}worst{HEADING:#}")?;
        }
        for outcome in sorted.into_iter().take(worst) {
            print_outcome(outcome, out)?;
        }
        Ok(())
    }

    /// The questions that got better or worse, the largest change first.
    fn print_changes(&self, baseline: &Self, out: &mut impl Write) -> Result<(), Failure> {
        let key = |outcome: &Outcome| (outcome.judgement.query.clone(), outcome.judgement.language.clone());
        let old: BTreeMap<_, f64> =
            baseline.outcomes.iter().map(|outcome| (key(outcome), outcome.ndcg)).collect();
        let mut changes: Vec<(f64, &Outcome)> = self
            .outcomes
            .iter()
            .filter_map(|outcome| Some((outcome.ndcg - old.get(&key(outcome))?, outcome)))
            .filter(|(change, _)| change.abs() > 0.001)
            .collect();
        changes.sort_by(|(a, _), (b, _)| b.abs().total_cmp(&a.abs()));
        let better = changes.iter().filter(|(change, _)| *change > 0.0).count();
        writeln!(out, "\n{HEADING}changed{HEADING:#}: {better} better, {} worse", changes.len() - better)?;
        for (change, outcome) in changes {
            writeln!(
                out,
                "  {change:+.2}  {} {ASIDE}{}{ASIDE:#}",
                outcome.judgement.query, outcome.judgement.language
            )?;
        }
        Ok(())
    }
}

fn line(out: &mut impl Write, name: &str, figures: &Figures, old: Option<&Figures>) -> Result<(), Failure> {
    let Figures { questions, ndcg, success_1, success_5, recall, empty, .. } = figures;
    write!(
        out,
        "{name:<18} {questions:>9} {ndcg:>8.3} {success_1:>9.3} {success_5:>9.3} {recall:>9.3} {empty:>6.3}"
    )?;
    match old {
        Some(old) => writeln!(out, "  {ASIDE}nDCG {:+.3}{ASIDE:#}", ndcg - old.ndcg)?,
        None => writeln!(out)?,
    }
    Ok(())
}

/// A question with what came, and what should have.
fn print_outcome(outcome: &Outcome, out: &mut impl Write) -> Result<(), Failure> {
    let Outcome { judgement, hits, ndcg } = outcome;
    writeln!(
        out,
        "  {ndcg:.2}  {} {ASIDE}{} {}{ASIDE:#}",
        judgement.query, judgement.language, judgement.class
    )?;
    let came: Vec<_> = hits.iter().take(5).map(String::as_str).collect();
    let mut wanted: Vec<_> =
        judgement.relevant.iter().filter(|(id, _)| !came.contains(&id.as_str())).collect();
    wanted.sort_by_key(|(_, grade)| std::cmp::Reverse(**grade));
    let wanted: Vec<_> = wanted.into_iter().take(5).map(|(id, grade)| format!("{id} ({grade})")).collect();
    writeln!(out, "        {ASIDE}came:{ASIDE:#} {}", came.join(", "))?;
    writeln!(out, "        {ASIDE}not among them:{ASIDE:#} {}", wanted.join(", "))?;
    Ok(())
}
