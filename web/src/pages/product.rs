//! A product: what it is, whether it is for you, what to do now, and whom to call.

use engine::{
    catalogue::{Audience, Catalogue, Condition, Kind, Language, Product, TakeUp},
    messages,
};
use yew::prelude::*;

use super::{
    Page, Site,
    document::{self, Head},
    section,
};
use crate::{address, components::contact};

pub(super) fn page(site: &Site, product: &Product, language: Language) -> Page {
    let catalogue = site.catalogue();
    let name = product.name.text(language);
    let words = &messages::of(language).product;
    let documents = product.documents.lines(language);
    let themes = product.themes.iter().filter_map(|theme| catalogue.theme(theme.as_str())).map(|theme| {
        html! { <li><a href={address::theme(theme, language)}>{ theme.name.text(language) }</a></li> }
    });
    let related = product.related.iter().filter_map(|id| catalogue.product(id.as_str())).map(|product| {
        html! {
            <li><a href={address::product(catalogue, product, language)}>{ product.name.text(language) }</a></li>
        }
    });
    let content = html! {
        <article>
            <h1>{ name }</h1>
            <p class="tags"><span>{ kind(product.kind, language) }</span><span>{ take_up(product.take_up, language) }</span></p>
            <p class="lead">{ product.summary.text(language) }</p>
            { section("steps", words.steps, html! {
                <ol class="steps">{ for product.steps.lines(language).iter().map(|step| html! { <li>{ step }</li> }) }</ol>
            }) }
            { section("call", words.call, contacts(catalogue, product, language)) }
            if !documents.is_empty() {
                { section("documents", words.documents, lines(documents)) }
            }
            { section("conditions", words.conditions, match &product.audience {
                None => html! { <p>{ words.for_everyone }</p> },
                Some(audience) => conditions(catalogue, audience, language),
            }) }
            if let Some(url) = &product.url {
                <p><a class="button" href={url.as_str().to_owned()} rel="external">{ words.link(url.site()) }</a></p>
            }
            if !product.related.is_empty() {
                { section("related", words.related, html! { <ul>{ for related }</ul> }) }
            }
            { section("themes", words.themes, html! { <ul>{ for themes }</ul> }) }
            if !product.former_names.is_empty() {
                <p class="small">{ words.former_names }{ ": " }{ product.former_names.join(", ") }</p>
            }
            { review(catalogue, product, language) }
        </article>
    };
    let head = Head {
        language,
        title: Some(name),
        description: product.summary.text(language),
        address: &|language| address::product(catalogue, product, language),
        has_island: false,
    };
    document::page(site, &head, content)
}

fn lines(lines: &[String]) -> Html {
    html! { <ul>{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul> }
}

/// Where one asks for it and, if that is another, who decides.
fn contacts(catalogue: &Catalogue, product: &Product, language: Language) -> Html {
    let apply_at = catalogue.organisation(product.apply_at.as_str());
    let grants = catalogue
        .organisation(product.organisation.as_str())
        .filter(|organisation| organisation.id != product.apply_at);
    html! {
        <>
            if let Some(organisation) = apply_at {
                { contact(organisation, language) }
            }
            if let Some(organisation) = grants {
                <p class="small">
                    { messages::of(language).product.grants }{ " " }{ organisation.name.text(language) }
                </p>
            }
        </>
    }
}

fn conditions(catalogue: &Catalogue, audience: &Audience, language: Language) -> Html {
    let words = &messages::of(language).product;
    let list = |title: &'static str, conditions: &[Condition]| {
        let items: Vec<_> =
            conditions.iter().map(|condition| catalogue.describe(condition, language)).collect();
        html! {
            if !items.is_empty() {
                <p>{ title }</p>
                { lines(&items) }
            }
        }
    };
    let ask = audience.ask.lines(language);
    html! {
        <>
            { list(words.conditions_intro, &audience.all) }
            { list(words.conditions_any, &audience.any) }
            { list(words.conditions_not, &audience.not) }
            if !ask.is_empty() {
                <p>{ words.conditions_ask }</p>
                { lines(ask) }
            }
        </>
    }
}

/// When and by whom the texts were confirmed, or that nobody has yet.
fn review(catalogue: &Catalogue, product: &Product, language: Language) -> Html {
    let messages = messages::of(language);
    let by = product.review.by.as_ref().and_then(|id| catalogue.organisation(id.as_str()));
    match (product.review.on, by) {
        (Some(date), Some(organisation)) => html! {
            <p class="notice">{ messages.site.confirmed(date.to_string(), organisation.name.text(language)) }</p>
        },
        _ => html! { <p class="notice">{ messages.site.draft }</p> },
    }
}

fn kind(kind: Kind, language: Language) -> &'static str {
    let words = &messages::of(language).product;
    match kind {
        Kind::Right => words.kind_right,
        Kind::Benefit => words.kind_benefit,
        Kind::Service => words.kind_service,
    }
}

fn take_up(take_up: TakeUp, language: Language) -> &'static str {
    let words = &messages::of(language).product;
    match take_up {
        TakeUp::Automatic => words.take_up_automatic,
        TakeUp::Apply => words.take_up_apply,
        TakeUp::Referral => words.take_up_referral,
        TakeUp::WalkIn => words.take_up_walk_in,
    }
}
