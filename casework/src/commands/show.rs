//! `rights show`: everything about one product.

use std::{io::Write, path::Path};

use clap::Args;
use engine::{
    catalogue::{Audience, Catalogue, Condition, Language, Organisation, Product},
    diagnostic::did_you_mean,
    messages,
};

use crate::{
    failure::Failure,
    open,
    screen::{ASIDE, HEADING, TITLE, wrap},
};

/// Show everything about one product
#[derive(Args)]
#[command(after_help = "Examples:
  rights show leefloon
  rights show verhoogde-tegemoetkoming --lang en")]
pub(crate) struct Arguments {
    /// The id of the product: the name of its file
    id: String,
    /// The language of the texts; the first of the catalogue if left out
    #[arg(long)]
    lang: Option<String>,
}

pub(crate) fn run(folder: &Path, arguments: &Arguments) -> Result<(), Failure> {
    let catalogue = open::catalogue(folder)?;
    let language = open::language(&catalogue, arguments.lang.as_deref())?;
    let Some(product) = catalogue.product(&arguments.id) else {
        let known = catalogue.products.iter().map(|product| product.id.as_str());
        let hint = did_you_mean(&arguments.id, known).map_or_else(
            || "find one with `rights search`".to_owned(),
            |meant| format!("did you mean `{meant}`?"),
        );
        return Err(anyhow::anyhow!("there is no product `{}`; {hint}", arguments.id).into());
    };
    print(product, &catalogue, language, &mut anstream::stdout().lock())
}

fn print(
    product: &Product,
    catalogue: &Catalogue,
    language: Language,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let messages = messages::of(language);
    let words = &messages.product;
    writeln!(out, "{TITLE}{}{TITLE:#} {ASIDE}{}{ASIDE:#}", product.name.text(language), product.file())?;
    if !product.former_names.is_empty() {
        writeln!(out, "{ASIDE}{}: {}{ASIDE:#}", words.former_names, product.former_names.join(", "))?;
    }
    writeln!(out, "{}\n", wrap(product.summary.text(language), ""))?;
    section(out, words.steps, product.steps.lines(language))?;
    section(out, words.documents, product.documents.lines(language))?;

    writeln!(out, "{HEADING}{}{HEADING:#}", words.call)?;
    contact(out, catalogue.organisation(product.apply_at.as_str()), language)?;
    if product.organisation != product.apply_at {
        writeln!(out, "{HEADING}{}{HEADING:#}", words.grants)?;
        contact(out, catalogue.organisation(product.organisation.as_str()), language)?;
    }
    if let Some(url) = &product.url {
        writeln!(out, "  {url}")?;
    }
    writeln!(out, "\n{HEADING}{}{HEADING:#}", words.conditions)?;
    match &product.audience {
        None => writeln!(out, "  {}", words.for_everyone)?,
        Some(audience) => conditions(out, audience, catalogue, language)?,
    }
    writeln!(out, "\n{ASIDE}{}{ASIDE:#}", messages.site.draft)?;
    Ok(())
}

fn section(out: &mut impl Write, title: &str, lines: &[String]) -> Result<(), Failure> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "{HEADING}{title}{HEADING:#}")?;
    for line in lines {
        writeln!(out, "{}", wrap(line, "  - "))?;
    }
    writeln!(out)?;
    Ok(())
}

fn contact(
    out: &mut impl Write,
    organisation: Option<&Organisation>,
    language: Language,
) -> Result<(), Failure> {
    let Some(organisation) = organisation else { return Ok(()) };
    let phone = organisation.phone.as_ref().map_or(String::new(), |phone| format!(": {phone}"));
    let site = organisation.url.as_ref().map_or(String::new(), |url| format!(" ({})", url.site()));
    writeln!(out, "  {}{phone}{site}", organisation.name.text(language))?;
    Ok(())
}

fn conditions(
    out: &mut impl Write,
    audience: &Audience,
    catalogue: &Catalogue,
    language: Language,
) -> Result<(), Failure> {
    let words = &messages::of(language).product;
    let mut list = |title: &str, conditions: &[Condition]| -> Result<(), Failure> {
        if !conditions.is_empty() {
            writeln!(out, "  {title}")?;
        }
        for condition in conditions {
            writeln!(out, "{}", wrap(&catalogue.describe(condition, language), "    - "))?;
        }
        Ok(())
    };
    list(words.conditions_intro, &audience.all)?;
    list(words.conditions_any, &audience.any)?;
    list(words.conditions_not, &audience.not)?;
    let ask = audience.ask.lines(language);
    if !ask.is_empty() {
        writeln!(out, "  {}", words.conditions_ask)?;
    }
    for line in ask {
        writeln!(out, "{}", wrap(line, "    - "))?;
    }
    Ok(())
}
