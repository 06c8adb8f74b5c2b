//! What the rights check finds: what matters most first, the rest by category, each with its reason.

use engine::{
    bundle::Details,
    catalogue::{Id, Product, Question},
    messages::{self, CheckMessages},
    screening::{Match, Screener, Screening, Verdict},
};
use yew::prelude::*;

use super::frame::{CheckProperties, Load, Shared};
use crate::{
    address,
    components::{Icon, call_button, icon},
};

/// How many products a status names that it brings within reach.
const OPENS_NAMED: usize = 5;

/// How many of the questions that would decide a "maybe" get a button.
const QUESTIONS_OFFERED: usize = 2;

/// A screening on its way to the screen.
pub(super) struct Results<'a> {
    pub properties: &'a CheckProperties,
    pub screener: &'a Screener,
    pub screening: &'a Screening<'a>,
    pub details: &'a Load<Shared<Details>>,
    /// Asks a question that would decide a "maybe".
    pub ask: &'a Callback<Id<Question>>,
    /// Says that the family has a product already, or has it not after all.
    pub toggle_has: &'a Callback<Id<Product>>,
}

impl Results<'_> {
    fn words(&self) -> &'static CheckMessages {
        &messages::of(self.properties.language).check
    }

    pub(super) fn view(&self) -> Html {
        let words = self.words();
        let top: Vec<_> = self.screening.top().collect();
        html! {
            <>
                if top.is_empty() {
                    <div class="notice">
                        <p>{ messages::of(self.properties.language).screening.nothing(&self.properties.talk_to) }</p>
                        if let Some(phone) = &self.properties.talk_to_phone {
                            { call_button(phone, self.properties.language) }
                        }
                    </div>
                } else {
                    <h3 class="part">{ words.top }</h3>
                    <ol class="cards numbered">{ for top.iter().map(|found| self.card(found)) }</ol>
                }
                { for self.screening.rest().into_iter().map(|(category, found)| {
                    let title = words.more(found.len(), category.name.text(self.properties.language));
                    let drawing = Icon::of_category(category.id.as_str());
                    self.closed(Some(drawing), &title, &found)
                }) }
                { self.others() }
            </>
        }
    }

    /// What is not offered: never mixed with what is.
    fn others(&self) -> Html {
        let words = self.words();
        let everyone: Vec<_> = self.screening.for_everyone().collect();
        let have: Vec<_> = self.screening.received().collect();
        let not: Vec<_> = self.screening.not_for_you().collect();
        html! {
            <>
                <h3 class="part">{ words.others }</h3>
                { self.closed(None, &words.everyone(everyone.len()), &everyone) }
                if !have.is_empty() {
                    { self.closed(None, &words.have(have.len()), &have) }
                }
                { self.closed(None, &words.not_for(not.len()), &not) }
            </>
        }
    }

    /// A list that opens when somebody wants it.
    fn closed(&self, drawing: Option<Icon>, title: &str, found: &[&Match<'_>]) -> Html {
        html! {
            <details class="subject">
                <summary>{ for drawing.map(icon) }<strong>{ title }</strong></summary>
                <ul class="cards">{ for found.iter().map(|found| self.card(found)) }</ul>
            </details>
        }
    }

    fn card(&self, found: &Match<'_>) -> Html {
        let language = self.properties.language;
        let words = self.words();
        let product = found.product;
        let catalogue = self.screener.catalogue();
        let organisation = catalogue.organisation(product.apply_at.as_str());
        // The screening lives shorter than the catalogue it speaks of, so its own matches are asked for reasons.
        let Some(found) = self.screening.of(&product.id) else { return Html::default() };
        let why = self.screening.why(found);
        let asks = if found.verdict == Verdict::NotForYou { &[] } else { why.asks(language) };
        let link = address::product(catalogue, product, language);
        html! {
            <li class="card" key={product.id.as_str()} data-product={product.id.as_str().to_owned()}>
                <h4><a href={link}>{ product.name.text(language) }</a></h4>
                <p>{ product.summary.text(language) }</p>
                <p class={classes!("reason", found.is_offered().then_some("good"))}>{ why.sentence(language) }</p>
                if !asks.is_empty() {
                    <details class="asks">
                        <summary>{ words.if_true }</summary>
                        <ul>{ for asks.iter().map(|ask| html! { <li>{ ask }</li> }) }</ul>
                    </details>
                }
                { self.opens(found) }
                { self.for_paper(product) }
                if let Some(organisation) = organisation {
                    <p class="who">
                        <span>{ organisation.name.text(language) }</span>
                        if let Some(phone) = &organisation.phone {
                            { call_button(phone, language) }
                        }
                    </p>
                }
                <p class="row">
                    if found.verdict == Verdict::Maybe && found.is_offered() {
                        { for why.questions.iter().take(QUESTIONS_OFFERED).map(|question| self.ask_button(question)) }
                    }
                    { self.has_button(found) }
                </p>
            </li>
        }
    }

    fn ask_button(&self, question: &Question) -> Html {
        let (ask, id) = (self.ask.clone(), (*question.id).clone());
        let onclick = Callback::from(move |_| ask.emit(id.clone()));
        html! {
            <button type="button" class="quiet" {onclick}>
                { self.words().answer_this(question.text.text(self.properties.language)) }
            </button>
        }
    }

    /// Only what a family can have: neither what is for everyone nor what is not for them.
    fn has_button(&self, found: &Match<'_>) -> Html {
        if !found.is_offered() && !found.received {
            return Html::default();
        }
        let (toggle, id) = (self.toggle_has.clone(), found.product.id.clone());
        let onclick = Callback::from(move |_| toggle.emit(id.clone()));
        let text = if found.received { self.words().have_not } else { self.words().have_this };
        html! { <button type="button" class="quiet" {onclick}>{ text }</button> }
    }

    /// What comes within reach with it.
    fn opens(&self, found: &Match<'_>) -> Html {
        if !found.is_offered() {
            return Html::default();
        }
        let opened = self.screening.opened_by(found);
        if opened.is_empty() {
            return Html::default();
        }
        let language = self.properties.language;
        let mut names: Vec<_> =
            opened.iter().take(OPENS_NAMED).map(|one| one.name.text(language).to_owned()).collect();
        if opened.len() > OPENS_NAMED {
            names.push(format!("+{}", opened.len() - OPENS_NAMED));
        }
        html! { <p class="opens">{ self.words().opens(names.join(", ")) }</p> }
    }

    /// Steps and papers: on paper only, since the page of the product shows them on the screen.
    fn for_paper(&self, product: &Product) -> Html {
        let Load::Ready(details) = self.details else { return Html::default() };
        let (steps, documents) = (details.steps(&product.id), details.documents(&product.id));
        html! {
            <div class="on-paper">
                if !steps.is_empty() {
                    <p><strong>{ self.words().steps }</strong></p>
                    <ol>{ for steps.iter().map(|step| html! { <li>{ step }</li> }) }</ol>
                }
                if !documents.is_empty() {
                    <p><strong>{ self.words().papers }</strong>{ ": " }{ documents.join(", ") }</p>
                }
            </div>
        }
    }
}
