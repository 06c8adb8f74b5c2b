//! A number for people who are in danger now.

use engine::catalogue::{CrisisLine, Language};
use yew::prelude::*;

use super::call_button;

/// A crisis line: when to call, and the number, large.
pub fn crisis_line(line: &CrisisLine, language: Language) -> Html {
    html! {
        <li class="crisis" key={line.id.as_str()}>
            <p><strong>{ line.name.text(language) }</strong></p>
            <p>{ line.text.text(language) }</p>
            { call_button(&line.phone, language) }
        </li>
    }
}
