//! A screening as a sheet for people and programs: what it says, apart from how it is shown.

mod csv;

use serde::Serialize;

use super::{Match, Merit, Screener, Screening};
use crate::{
    sorting::sort_by,
    {catalogue::Language, messages},
};

/// What a screening says, in one language.
#[derive(Clone, Serialize)]
pub struct Sheet {
    /// The family, in one line.
    pub who: String,
    /// The code of the language.
    pub language: String,
    /// What matters most.
    pub top: Vec<Entry>,
    /// What else is offered, by category.
    pub rest: Vec<Section>,
    /// What is for everyone.
    pub for_everyone: Vec<Entry>,
    /// What the family has already.
    /// Whether the family has it already.
    pub received: Vec<Entry>,
    /// What is not for them.
    pub not_for_you: Vec<Entry>,
    /// Questions whose answers would decide a "maybe", with how many products each.
    pub open_questions: Vec<OpenQuestion>,
    /// What is said where there is nothing on top.
    pub nothing: String,
    /// The words around it.
    #[serde(skip)]
    pub messages: &'static messages::Messages,
}

/// The products of one category.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// The name of the category.
    pub name: String,
    /// The products.
    pub entries: Vec<Entry>,
}

/// A product on a sheet.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// The id of the product.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub summary: String,
    /// The id of its category.
    pub category: String,
    /// The word of the verdict.
    pub verdict: String,
    /// Whether the family has it already.
    pub received: bool,
    /// Why it has this verdict.
    pub reason: String,
    /// Conditions that no question can test.
    pub asks: Vec<String>,
    /// The questions that would decide it.
    pub questions: Vec<String>,
    /// Other products that come within reach with it.
    pub opens: Vec<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// Papers to bring.
    pub documents: Vec<String>,
    /// Where to ask for it.
    pub contact: String,
    /// The number there.
    pub phone: Option<String>,
    /// The official page.
    pub url: Option<String>,
    /// The number by which it is ordered.
    pub score: f32,
    /// What its place rests on.
    pub merit: Merit,
}

/// A question without an answer.
#[derive(Clone, Debug, Serialize)]
pub struct OpenQuestion {
    /// Its id.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// How many products wait for it.
    pub products: usize,
}

/// How many products a status names that it brings within reach.
const OPENS_NAMED: usize = 5;

impl Sheet {
    /// The sheet of a screening.
    pub fn new(screener: &Screener, screening: &Screening<'_>, who: &str, language: Language) -> Self {
        let catalogue = screener.catalogue();
        let entry = |found| entry(screener, screening, found, language);
        let helper = catalogue.organisation(catalogue.settings.talk_to.as_str());
        let helper = helper.map_or("", |organisation| organisation.name.text(language));
        let messages = messages::of(language);
        Self {
            who: who.to_owned(),
            language: language.to_string(),
            top: screening.top().map(entry).collect(),
            rest: screening
                .rest()
                .into_iter()
                .map(|(category, found)| Section {
                    name: category.name.text(language).to_owned(),
                    entries: found.into_iter().map(entry).collect(),
                })
                .collect(),
            for_everyone: screening.for_everyone().map(entry).collect(),
            received: screening.received().map(entry).collect(),
            not_for_you: screening.not_for_you().map(entry).collect(),
            open_questions: open_questions(screener, screening, language),
            nothing: messages.screening.nothing(helper),
            messages,
        }
    }

    /// The sheet as CSV (RFC 4180) for a spreadsheet: every product, one a line.
    pub fn csv(&self) -> String {
        csv::render(self)
    }

    /// Every entry with the title of its part: offered first, then for everyone, received, and not for them.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let rest = self.rest.iter().flat_map(|section| &section.entries);
        self.top.iter().chain(rest).chain(&self.for_everyone).chain(&self.received).chain(&self.not_for_you)
    }

    /// The same, to be changed.
    pub(crate) fn entries_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        let rest = self.rest.iter_mut().flat_map(|section| &mut section.entries);
        let others = [&mut self.for_everyone, &mut self.received, &mut self.not_for_you];
        self.top.iter_mut().chain(rest).chain(others.into_iter().flatten())
    }
}

fn entry<'e>(screener: &Screener, screening: &Screening<'e>, found: &Match<'e>, language: Language) -> Entry {
    let catalogue = screener.catalogue();
    let product = found.product;
    let why = screening.why(found);
    let contact = catalogue.organisation(product.apply_at.as_str());
    let opened = if found.is_offered() { screening.opened_by(found) } else { Vec::new() };
    Entry {
        id: product.id.to_string(),
        name: product.name.text(language).to_owned(),
        summary: product.summary.text(language).to_owned(),
        category: product.category.to_string(),
        verdict: found.verdict.to_string(),
        received: found.received,
        reason: why.sentence(language),
        asks: why.asks(language).to_vec(),
        questions: why.questions.iter().map(|question| question.text.text(language).to_owned()).collect(),
        opens: opened.into_iter().map(|product| product.name.text(language).to_owned()).collect(),
        steps: product.steps.lines(language).to_vec(),
        documents: product.documents.lines(language).to_vec(),
        contact: contact.map_or(String::new(), |organisation| organisation.name.text(language).to_owned()),
        phone: contact.and_then(|organisation| organisation.phone.as_ref()).map(ToString::to_string),
        url: product.url.as_ref().map(ToString::to_string),
        score: found.merit.total(),
        merit: found.merit,
    }
}

fn open_questions(screener: &Screener, screening: &Screening<'_>, language: Language) -> Vec<OpenQuestion> {
    let mut open: Vec<OpenQuestion> = screener
        .catalogue()
        .profile
        .questions
        .iter()
        .map(|question| OpenQuestion {
            id: question.id.to_string(),
            text: question.text.text(language).to_owned(),
            products: screening
                .offered()
                .filter(|found| {
                    screening.why(found).questions.iter().any(|waiting| *waiting.id == *question.id)
                })
                .count(),
        })
        .filter(|question| question.products > 0)
        .collect();
    sort_by(&mut open, |a, b| b.products.cmp(&a.products));
    open
}

impl Entry {
    /// Whom to call: "OCMW Kortrijk: 056 24 42 22".
    pub fn whom_to_call(&self) -> String {
        self.phone.as_ref().map_or_else(|| self.contact.clone(), |phone| format!("{}: {phone}", self.contact))
    }

    /// What comes within reach with it, in a sentence; nothing if nothing does.
    pub fn opens_sentence(&self, messages: &messages::Messages) -> Option<String> {
        if self.opens.is_empty() {
            return None;
        }
        let mut names: Vec<_> = self.opens.iter().take(OPENS_NAMED).cloned().collect();
        if self.opens.len() > OPENS_NAMED {
            names.push(format!("+{}", self.opens.len() - OPENS_NAMED));
        }
        Some(messages.screening.opens(names.join(", ")))
    }
}
