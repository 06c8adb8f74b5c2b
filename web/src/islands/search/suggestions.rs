//! Suggestions under the search box, as the ARIA pattern of a combobox with a list asks
//! (<https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>): the focus stays in the box, and the arrow keys move through the
//! list.

use engine::{
    catalogue::Language,
    messages::SearchMessages,
    search::{Searcher, Suggested, Suggestion},
};
use yew::prelude::*;

use crate::{address, islands::browser};

/// How many are shown: on a phone the answers must stay in sight.
const SHOWN: usize = 5;

/// The shortest text that suggests something; one letter says too little.
const SHORTEST: usize = 2;

/// One line of the list.
struct Line {
    name: String,
    matched: Vec<std::ops::Range<usize>>,
    kind: Kind,
    address: String,
}

#[derive(Clone, Copy)]
enum Kind {
    Theme,
    Product,
    Category,
    Organisation,
}

/// What may be meant by what is typed so far.
#[derive(Default)]
pub(super) struct Suggestions(Vec<Line>);

/// The id of the element that shows a suggestion.
pub(super) fn id(at: usize) -> String {
    format!("suggestion-{at}")
}

impl Suggestions {
    pub(super) fn find(searcher: &Searcher, typed: &str, language: Language) -> Self {
        if typed.trim().chars().count() < SHORTEST {
            return Self::default();
        }
        // A text that is too long suggests nothing; the answers say why.
        let found = searcher.suggest(typed, language, SHOWN).unwrap_or_default();
        Self(found.iter().map(|suggestion| line(searcher, suggestion, language)).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn view(&self, active: Option<usize>, words: &SearchMessages) -> Html {
        let options = self.0.iter().enumerate().map(|(at, line)| {
            let address = line.address.clone();
            // Before the box loses the focus, which closes the list.
            let onmousedown = Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                browser::go(&address);
            });
            html! {
                <li id={id(at)} role="option" aria-selected={(active == Some(at)).to_string()} {onmousedown}>
                    <span>{ line.marked() }</span>{ " " }<span class="kind">{ line.kind.word(words) }</span>
                </li>
            }
        });
        html! {
            <>
                <ul id="suggestions" role="listbox" aria-label={words.suggestions} hidden={self.is_empty()}>{ for options }</ul>
                <p class="unseen" role="status">
                    if !self.is_empty() { { words.suggestion_count(self.0.len()) } }
                </p>
            </>
        }
    }

    /// What the keys do: down and up move through the list, enter goes to where one is, escape closes.
    pub(super) fn on_key(
        &self,
        open: &UseStateHandle<bool>,
        active: &UseStateHandle<Option<usize>>,
    ) -> Callback<KeyboardEvent> {
        let (open, active) = (open.clone(), active.clone());
        let addresses: Vec<_> = self.0.iter().map(|line| line.address.clone()).collect();
        Callback::from(move |event: KeyboardEvent| {
            let last = addresses.len().checked_sub(1);
            match (event.key().as_str(), last) {
                ("ArrowDown", None) => open.set(true),
                ("ArrowDown", Some(last)) => {
                    event.prevent_default();
                    active.set(Some(active.map_or(0, |at| if at >= last { 0 } else { at + 1 })));
                }
                ("ArrowUp", Some(last)) => {
                    event.prevent_default();
                    active.set(Some(active.map_or(last, |at| at.checked_sub(1).unwrap_or(last))));
                }
                ("Enter", Some(_)) => {
                    if let Some(address) = active.and_then(|at| addresses.get(at)) {
                        event.prevent_default();
                        browser::go(address);
                    }
                }
                ("Escape", Some(_)) => {
                    // Browsers empty a search box at escape; here it first closes the list.
                    event.prevent_default();
                    open.set(false);
                    active.set(None);
                }
                _ => {}
            }
        })
    }
}

fn line(searcher: &Searcher, suggestion: &Suggestion<'_>, language: Language) -> Line {
    let (kind, address) = match suggestion.of {
        Suggested::Theme(theme) => (Kind::Theme, address::theme(theme, language)),
        Suggested::Product(product) => {
            (Kind::Product, address::product(searcher.catalogue(), product, language))
        }
        Suggested::Category(category) => (Kind::Category, address::category(category, language)),
        Suggested::Organisation(organisation) => {
            (Kind::Organisation, address::organisation(organisation, language))
        }
    };
    Line { name: suggestion.name.to_owned(), matched: suggestion.matched.clone(), kind, address }
}

impl Line {
    /// The name, with what fits the typed text marked.
    fn marked(&self) -> Html {
        let mut parts = Vec::new();
        let mut end = 0;
        for part in &self.matched {
            parts.push(html! { { &self.name[end..part.start] } });
            parts.push(html! { <mark>{ &self.name[part.clone()] }</mark> });
            end = part.end;
        }
        parts.push(html! { { &self.name[end..] } });
        parts.into_iter().collect()
    }
}

impl Kind {
    fn word(self, words: &SearchMessages) -> &'static str {
        match self {
            Self::Theme => words.theme,
            Self::Product => words.product,
            Self::Category => words.category,
            Self::Organisation => words.organisation,
        }
    }
}
