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
use crate::{
    address,
    components::{Icon, contact, icon},
};

pub(super) fn page(site: &Site, product: &Product, language: Language) -> Page {
    let catalogue = site.catalogue();
    let name = product.name.text(language);
    let messages = messages::of(language);
    let words = &messages.product;
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
            { section("steps", words.steps, steps(product, language)) }
            { section("call", words.call, contacts(catalogue, product, language)) }
            if !documents.is_empty() {
                { section("documents", words.documents, lines(documents)) }
            }
            { section("conditions", words.conditions, match &product.audience {
                None => html! { <p>{ words.for_everyone }</p> },
                Some(audience) => conditions(catalogue, audience, language),
            }) }
            if let Some(url) = &product.url {
                <p><a class="button quiet" href={url.as_str().to_owned()} rel="external">
                    { icon(Icon::Outside) }{ words.link(url.site()) }
                </a></p>
            }
            if !product.related.is_empty() {
                { section("related", words.related, html! { <ul>{ for related }</ul> }) }
            }
            { section("themes", words.themes, html! { <ul>{ for themes }</ul> }) }
            if !product.former_names.is_empty() {
                <p class="small">{ words.former_names }{ ": " }{ product.former_names.join(", ") }</p>
            }
            { review(site, product, language) }
            { tools(site, product, language) }
        </article>
    };
    let address = |language| address::product(catalogue, product, language);
    let head = Head {
        about: Some(linked_data(site, product, language)),
        ..Head::new(language, name, product.summary.text(language), &address)
    };
    document::page(site, &head, content)
}

/// What to do now, in order.
pub(super) fn steps(product: &Product, language: Language) -> Html {
    html! {
        <ol class="steps">{ for product.steps.lines(language).iter().map(|step| html! { <li>{ step }</li> }) }</ol>
    }
}

fn lines(lines: &[String]) -> Html {
    html! { <ul>{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul> }
}

/// Where one asks for it and, if that is another, who decides.
fn contacts(catalogue: &Catalogue, product: &Product, language: Language) -> Html {
    let apply_at = catalogue.organisation(product.apply_at.as_str());
    let helper = catalogue
        .organisation(catalogue.settings.talk_to.as_str())
        .filter(|_| apply_at.is_none_or(|organisation| organisation.phone.is_none()));
    let grants = catalogue
        .organisation(product.organisation.as_str())
        .filter(|organisation| organisation.id != product.apply_at);
    html! {
        <>
            if let Some(organisation) = apply_at {
                { contact(organisation, language) }
            }
            // Where nobody can be called, somebody who looks with you can.
            if let Some(helper) = helper {
                <p>{ messages::of(language).site.talk_text(helper.name.text(language)) }</p>
                { contact(helper, language) }
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

/// When and by whom the texts were confirmed, or that nobody has yet; and the way to change them.
fn review(site: &Site, product: &Product, language: Language) -> Html {
    let catalogue = site.catalogue();
    let messages = messages::of(language);
    let by = product.review.by.as_ref().and_then(|id| catalogue.organisation(id.as_str()));
    let text = match (product.review.on, by) {
        (Some(date), Some(organisation)) => {
            messages.site.confirmed(date.to_string(), organisation.name.text(language))
        }
        _ => messages.site.draft.to_owned(),
    };
    let edit = catalogue.settings.edit_url.as_ref();
    html! {
        <div class="notice">
            <p>{ text }</p>
            if let Some(edit) = edit {
                <p>{ messages.tools.wrong }{ " " }
                    <a href={format!("{}/{}", edit.as_str(), product.file())} rel="external">
                        { icon(Icon::Pencil) }{ messages.tools.wrong_text }
                    </a>
                </p>
            }
        </div>
    }
}

/// Ways to pass the page on. Plain links, so that nothing of the services stands in the page; what needs JavaScript is hidden
/// until there is some.
fn tools(site: &Site, product: &Product, language: Language) -> Html {
    let words = &messages::of(language).tools;
    let Some(address) = site.whole(&address::product(site.catalogue(), product, language)) else {
        return Html::default();
    };
    let text = format!("{} {address}", product.name.text(language));
    let encoded = encode(&text);
    let subject = encode(product.name.text(language));
    section(
        "share",
        words.share,
        html! {
            <>
                <p>{ words.share_intro }</p>
                <ul class="row tools">
                    <li><a class="button quiet" rel="external" href={format!("https://wa.me/?text={encoded}")}>{ words.whatsapp }</a></li>
                    <li><a class="button quiet" href={format!("sms:?&body={encoded}")}>{ words.sms }</a></li>
                    <li><a class="button quiet" href={format!("mailto:?subject={subject}&body={encoded}")}>{ words.mail }</a></li>
                    <li><button class="quiet" type="button" hidden=true data-action="copy" data-text={address} data-done={words.copied}>
                        { icon(Icon::Share) }{ words.copy }
                    </button></li>
                    <li><button class="quiet" type="button" hidden=true data-action="print">{ icon(Icon::Printer) }{ words.print }</button></li>
                    <li><button class="quiet" type="button" hidden=true data-action="read" data-stop={words.stop_reading}>
                        { icon(Icon::Speaker) }<span>{ words.read_aloud }</span>
                    </button></li>
                </ul>
                <p role="status" data-done-text=""></p>
            </>
        },
    )
}

/// Text as part of an address (RFC 3986): all but letters, digits and `-._~` as bytes.
fn encode(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// The product in the words of schema.org, so that search engines know what it is: <https://schema.org/GovernmentService>.
fn linked_data(site: &Site, product: &Product, language: Language) -> serde_json::Value {
    let catalogue = site.catalogue();
    let organisation = |id: &engine::catalogue::Id<engine::catalogue::Organisation>| {
        let found = catalogue.organisation(id.as_str())?;
        Some(serde_json::json!({
            "@type": "Organization",
            "name": found.name.text(language),
            "telephone": found.phone.as_ref().map(engine::catalogue::Phone::as_str),
            "url": found.url.as_ref().map(engine::catalogue::Url::as_str),
        }))
    };
    serde_json::json!({
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": product.name.text(language),
        "alternateName": product.former_names,
        "description": product.summary.text(language),
        "serviceType": kind(product.kind, language),
        "provider": organisation(&product.organisation),
        "serviceOperator": organisation(&product.apply_at),
        "areaServed": catalogue.settings.municipality.text(language),
        "inLanguage": language.code(),
        "url": site.whole(&address::product(catalogue, product, language)),
        "sameAs": product.url.as_ref().map(engine::catalogue::Url::as_str),
    })
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
