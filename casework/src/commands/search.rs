//! `rights search`: products for a need in plain words.

use std::{io::Write, path::Path};

use clap::Args;
use engine::{
    catalogue::{Catalogue, Id, Language},
    diagnostic::did_you_mean,
    messages,
    search::{Answer, Hit, Request, Weights},
};
use serde_json::{Value, json};

use crate::{
    failure::Failure,
    open,
    screen::{ALARM, ASIDE, TITLE, wrap},
};

/// Search for products in plain words
#[derive(Args)]
#[command(after_help = "Examples:
  rights search geldproblemen
  rights search \"je ne peux plus payer mon loyer\" --lang fr
  rights search school --category education --limit 5
  rights search deurwaarder --json")]
pub(crate) struct Arguments {
    /// What somebody needs, in any language of the catalogue
    query: String,
    /// The language of the answers; the first of the catalogue if left out
    #[arg(long)]
    lang: Option<String>,
    /// Only products of this category
    #[arg(long)]
    category: Option<String>,
    /// How many products at the most
    #[arg(long, default_value_t = 10, value_name = "N")]
    limit: usize,
    /// For programs: the answer as JSON
    #[arg(long)]
    json: bool,
    /// Show why each product is there and what its score is made of
    #[arg(long)]
    explain: bool,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let explorer = open::explorer(folder)?;
    let catalogue = explorer.catalogue();
    let language = open::language(catalogue, arguments.lang.as_deref())?;
    let category = arguments.category.as_deref().map(|id| category(catalogue, id)).transpose()?;
    let request = Request {
        category: category.as_ref(),
        limit: arguments.limit,
        // Whoever presses enter has finished typing.
        unfinished: false,
        ..Request::new(&arguments.query, language)
    };
    let answer = explorer.search(&request)?;
    let mut out = anstream::stdout().lock();
    if arguments.json {
        writeln!(out, "{:#}", as_json(&answer, catalogue, language))?;
    } else {
        print(&answer, catalogue, language, arguments.explain, &mut out)?;
    }
    Ok(())
}

fn category(catalogue: &Catalogue, id: &str) -> Result<Id<engine::catalogue::Category>, Failure> {
    if let Some(category) = catalogue.category(id) {
        return Ok((*category.id).clone());
    }
    let ids: Vec<_> = catalogue.settings.categories.iter().map(|category| category.id.as_str()).collect();
    let hint = did_you_mean(id, ids.iter().copied())
        .map_or(String::new(), |meant| format!("did you mean `{meant}`? "));
    Err(anyhow::anyhow!("there is no category `{id}`; {hint}--category takes one of: {}", ids.join(", "))
        .into())
}

fn print(
    answer: &Answer<'_>,
    catalogue: &Catalogue,
    language: Language,
    explain: bool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let messages = messages::of(language);
    for line in &answer.crisis_lines {
        writeln!(
            out,
            "{ALARM}{}: {}{ALARM:#} {}",
            line.name.text(language),
            line.phone,
            line.text.text(language)
        )?;
    }
    for (typed, meant) in &answer.corrections {
        writeln!(out, "{ASIDE}{}{ASIDE:#}", messages.search.corrected(meant, typed))?;
    }
    if answer.hits.is_empty() {
        let talk_to = catalogue.organisation(catalogue.settings.talk_to.as_str());
        let name = talk_to.map_or("", |organisation| organisation.name.text(language));
        writeln!(out, "{} {}", messages.search.nothing, messages.search.nothing_help(name))?;
    }
    for (place, hit) in answer.hits.iter().enumerate() {
        let product = hit.product;
        writeln!(
            out,
            "{:>2}. {TITLE}{}{TITLE:#} {ASIDE}{}{ASIDE:#}",
            place + 1,
            product.name.text(language),
            product.id
        )?;
        writeln!(out, "{}", wrap(product.summary.text(language), "    "))?;
        if let Some(organisation) = catalogue.organisation(product.apply_at.as_str()) {
            let phone = organisation.phone.as_ref().map_or(String::new(), |phone| format!(": {phone}"));
            writeln!(out, "    → {}{phone}", organisation.name.text(language))?;
        }
        if explain {
            writeln!(out, "    {ASIDE}{}{ASIDE:#}", hit.reason.sentence(language))?;
            writeln!(out, "    {ASIDE}{}{ASIDE:#}", parts(hit))?;
        }
    }
    if explain && !answer.themes.is_empty() {
        let names: Vec<_> = answer.themes.iter().map(|theme| theme.id.as_str()).collect();
        writeln!(out, "{ASIDE}themes: {}{ASIDE:#}", names.join(", "))?;
    }
    Ok(())
}

/// What the score of a hit is made of.
fn parts(hit: &Hit<'_>) -> String {
    let score = &hit.score;
    format!(
        "score {:.3}: passage {:.3}, together {:.3}, theme {:.3}, other themes {:.3}, pooled {:.3}, organisation {:.3}, related {:.3}, kindred {:.3}, importance {:.1}",
        score.total(&Weights::TUNED),
        score.passage,
        score.together,
        score.theme,
        score.other_themes,
        score.pooled,
        score.organisation,
        score.related,
        score.kindred,
        score.importance
    )
}

fn as_json(answer: &Answer<'_>, catalogue: &Catalogue, language: Language) -> Value {
    let hits: Vec<_> = answer
        .hits
        .iter()
        .map(|hit| {
            let organisation = catalogue.organisation(hit.product.apply_at.as_str());
            json!({
                "id": hit.product.id.as_str(),
                "name": hit.product.name.text(language),
                "summary": hit.product.summary.text(language),
                "category": hit.product.category.as_str(),
                "apply_at": hit.product.apply_at.as_str(),
                "phone": organisation.and_then(|organisation| organisation.phone.as_ref()).map(engine::catalogue::Phone::as_str),
                "score": hit.score.total(&Weights::TUNED),
                "reason": hit.reason.sentence(language),
            })
        })
        .collect();
    let corrections: Vec<_> =
        answer.corrections.iter().map(|(typed, meant)| json!({ "typed": typed, "meant": meant })).collect();
    let themes: Vec<_> = answer.themes.iter().map(|theme| theme.id.as_str()).collect();
    let crisis: Vec<_> = answer
        .crisis_lines
        .iter()
        .map(|line| json!({ "id": line.id.as_str(), "name": line.name.text(language), "phone": line.phone.as_str() }))
        .collect();
    json!({ "crisis": crisis, "hits": hits, "themes": themes, "corrections": corrections })
}
