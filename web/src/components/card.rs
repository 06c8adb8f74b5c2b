//! A product in a list: its name, what it is, and whom to call.

use engine::catalogue::{Catalogue, Language, Product};
use yew::prelude::*;

use super::call_button;
use crate::address;

/// A product in a list, with a line that says why it is there, if there is a reason.
pub fn product_card(
    catalogue: &Catalogue,
    product: &Product,
    language: Language,
    reason: Option<&str>,
) -> Html {
    let organisation = catalogue.organisation(product.apply_at.as_str());
    html! {
        <li class="card" key={product.id.as_str()}>
            <h3><a href={address::product(catalogue, product, language)}>{ product.name.text(language) }</a></h3>
            <p>{ product.summary.text(language) }</p>
            if let Some(reason) = reason {
                <p class="reason">{ reason }</p>
            }
            if let Some(organisation) = organisation {
                <p class="who">
                    <span>{ organisation.name.text(language) }</span>
                    if let Some(phone) = &organisation.phone {
                        { call_button(phone, language) }
                    }
                </p>
            }
        </li>
    }
}
