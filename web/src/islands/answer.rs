//! The field in which a question is answered.

use engine::{
    catalogue::{Answer, Choice, Language, NumberAnswer},
    messages,
    screening::{Given, Screener},
};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::frame::Shared;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct AnswerProperties {
    pub screener: Shared<Screener>,
    /// The place of the question in the profile.
    pub question: usize,
    pub language: Language,
    /// The answer so far.
    pub given: Option<Given>,
    /// Whether each change counts at once, as on a page with all questions; else a choice of one counts at once, and
    /// several or numbers when somebody goes on.
    pub live: bool,
    pub on_answer: Callback<Given>,
}

/// The field for one question. Give it a key, so that each question gets a fresh one.
#[component]
pub(super) fn AnswerField(properties: &AnswerProperties) -> Html {
    let draft = use_state(|| Draft::of(properties.given.as_ref()));
    let wrong = use_state(|| None::<String>);
    let Some(question) = properties.screener.catalogue().profile.questions.get(properties.question) else {
        return Html::default();
    };
    let field = Field { properties, draft: &draft, wrong: &wrong, answer: &question.answer };
    html! {
        <>
            { field.input() }
            <p class="wrong" role="alert">{ (*wrong).clone().unwrap_or_default() }</p>
            if !properties.live && !matches!(question.answer, Answer::YesNo | Answer::OneOf(_)) {
                <button type="button" class="next" onclick={field.on_next()}>
                    { messages::of(properties.language).check.next }
                </button>
            }
        </>
    }
}

/// What is ticked or typed and does not count yet.
#[derive(Clone, PartialEq, Default)]
struct Draft {
    ticked: Vec<String>,
    /// Ages or a number, as typed.
    typed: Vec<String>,
    /// "None of these" or "nobody" was chosen.
    none: bool,
}

impl Draft {
    fn of(given: Option<&Given>) -> Self {
        let mut draft = match given {
            None | Some(Given::YesNo(_)) => Self::default(),
            Some(Given::One(id)) => Self { ticked: vec![id.clone()], ..Self::default() },
            Some(Given::Several(ids)) => {
                Self { ticked: ids.clone(), none: ids.is_empty(), ..Self::default() }
            }
            Some(Given::Ages(ages)) => Self {
                typed: ages.iter().map(ToString::to_string).collect(),
                none: ages.is_empty(),
                ..Self::default()
            },
            Some(Given::Number(number)) => Self { typed: vec![number.to_string()], ..Self::default() },
        };
        if draft.typed.is_empty() {
            draft.typed.push(String::new());
        }
        draft
    }

    /// The answer it makes, or what is wrong; nothing if nothing was chosen or typed.
    fn answer(&self, answer: &Answer, language: Language) -> Result<Option<Given>, String> {
        let words = &messages::of(language).check;
        let typed = || self.typed.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
        match answer {
            Answer::SeveralOf(_) if self.none || !self.ticked.is_empty() => {
                Ok(Some(Given::Several(self.ticked.clone())))
            }
            Answer::Municipality(_) | Answer::OneOf(_) => Ok(self.ticked.first().cloned().map(Given::One)),
            Answer::Ages if self.none => Ok(Some(Given::Ages(Vec::new()))),
            Answer::Ages => {
                let ages: Result<Vec<u8>, _> = typed().map(str::parse).collect();
                match ages.ok().map(Given::Ages) {
                    Some(Given::Ages(ages)) if ages.is_empty() => Ok(None),
                    Some(given) if given.fits(answer).is_ok() => Ok(Some(given)),
                    _ => Err(words.age_wrong.to_owned()),
                }
            }
            Answer::Number(NumberAnswer { min, max, .. }) => match typed().next() {
                None => Ok(None),
                Some(text) => match text.parse().ok().map(Given::Number) {
                    Some(given) if given.fits(answer).is_ok() => Ok(Some(given)),
                    _ => Err(words.number_wrong(max, min)),
                },
            },
            Answer::YesNo | Answer::SeveralOf(_) => Ok(None),
        }
    }
}

/// The parts that make up the field.
struct Field<'a> {
    properties: &'a AnswerProperties,
    draft: &'a UseStateHandle<Draft>,
    wrong: &'a UseStateHandle<Option<String>>,
    answer: &'a Answer,
}

impl Field<'_> {
    fn input(&self) -> Html {
        let words = &messages::of(self.properties.language).screening;
        match self.answer {
            Answer::YesNo => {
                let button = |yes: bool, text: &'static str| {
                    let given = Given::YesNo(yes);
                    self.choice_button(text, self.properties.given.as_ref() == Some(&given), given)
                };
                html! { <div class="answers">{ button(true, words.yes) }{ button(false, words.no) }</div> }
            }
            Answer::OneOf(choices) if !self.properties.live => html! {
                <div class="answers">{ for choices.iter().map(|choice| {
                    let given = Given::One(choice.id.clone());
                    let chosen = self.properties.given.as_ref() == Some(&given);
                    self.choice_button(choice.label.text(self.properties.language), chosen, given)
                }) }</div>
            },
            Answer::OneOf(choices) | Answer::Municipality(choices) => self.select(choices),
            Answer::SeveralOf(choices) => self.ticks(choices),
            Answer::Ages => self.ages(),
            Answer::Number(bounds) => self.number(bounds),
        }
    }

    fn choice_button(&self, text: &str, chosen: bool, given: Given) -> Html {
        let on_answer = self.properties.on_answer.clone();
        let onclick = Callback::from(move |_| on_answer.emit(given.clone()));
        html! { <button type="button" class="answer" aria-pressed={chosen.to_string()} {onclick}>{ text }</button> }
    }

    fn select(&self, choices: &[Choice]) -> Html {
        let change = self.on_change();
        let onchange = Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let value = select.value();
            change.emit(Draft {
                ticked: if value.is_empty() { Vec::new() } else { vec![value] },
                ..Draft::default()
            });
        });
        let chosen = self.draft.ticked.first();
        html! {
            <select {onchange} aria-label={self.question_text()}>
                <option value="" selected={chosen.is_none()}>{ messages::of(self.properties.language).check.choose }</option>
                { for choices.iter().map(|choice| html! {
                    <option value={choice.id.clone()} selected={chosen == Some(&choice.id)}>
                        { choice.label.text(self.properties.language) }
                    </option>
                }) }
            </select>
        }
    }

    fn ticks(&self, choices: &[Choice]) -> Html {
        let words = &messages::of(self.properties.language).check;
        let tick = |id: Option<String>, text: &str, checked: bool| {
            let (change, draft) = (self.on_change(), (**self.draft).clone());
            let onchange = Callback::from(move |_: Event| {
                let mut ticked = draft.ticked.clone();
                let none = match &id {
                    None => {
                        ticked.clear();
                        !draft.none
                    }
                    Some(id) => {
                        match ticked.iter().position(|ticked| ticked == id) {
                            Some(at) => drop(ticked.remove(at)),
                            None => ticked.push(id.clone()),
                        }
                        false
                    }
                };
                change.emit(Draft { ticked, none, ..draft.clone() });
            });
            html! { <label class="choice"><input type="checkbox" {checked} {onchange} /><span>{ text }</span></label> }
        };
        let language = self.properties.language;
        html! {
            <fieldset class="choices">
                <legend class="unseen">{ self.question_text() }</legend>
                { for choices.iter().map(|choice| {
                    tick(Some(choice.id.clone()), choice.label.text(language), self.draft.ticked.contains(&choice.id))
                }) }
                { tick(None, words.none, self.draft.none) }
            </fieldset>
        }
    }

    fn ages(&self) -> Html {
        let words = &messages::of(self.properties.language).check;
        let draft = (**self.draft).clone();
        let ages = draft.typed.iter().enumerate().map(|(at, text)| {
            let (change, draft) = (self.on_change(), draft.clone());
            let oninput = {
                let (change, draft) = (change.clone(), draft.clone());
                Callback::from(move |event: InputEvent| {
                    let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
                    let mut draft = Draft { none: false, ..draft.clone() };
                    draft.typed[at] = input.value();
                    change.emit(draft);
                })
            };
            let remove = Callback::from(move |_| {
                let mut draft = draft.clone();
                draft.typed.remove(at);
                change.emit(draft);
            });
            html! {
                <div class="row" key={at}>
                    <label>
                        <span>{ words.age_of(at + 1) }</span>{ " " }
                        <input class="age" type="text" inputmode="numeric" maxlength="3" value={text.clone()} {oninput} />
                    </label>
                    if self.draft.typed.len() > 1 {
                        <button type="button" class="quiet" aria-label={words.age_remove(at + 1)} onclick={remove}>{ "×" }</button>
                    }
                </div>
            }
        });
        let add = {
            let (change, draft) = (self.on_change(), draft.clone());
            Callback::from(move |_| {
                let mut draft = Draft { none: false, ..draft.clone() };
                draft.typed.push(String::new());
                change.emit(draft);
            })
        };
        let nobody = {
            let on_answer = self.properties.on_answer.clone();
            let draft = self.draft.clone();
            Callback::from(move |_| {
                draft.set(Draft { none: true, typed: vec![String::new()], ..Draft::default() });
                on_answer.emit(Given::Ages(Vec::new()));
            })
        };
        html! {
            <div class="ages">
                { for ages }
                <p class="row">
                    <button type="button" class="quiet" onclick={add}>{ words.age_add }</button>
                    <button type="button" class="quiet" aria-pressed={self.draft.none.to_string()} onclick={nobody}>{ words.nobody }</button>
                </p>
            </div>
        }
    }

    fn number(&self, bounds: &NumberAnswer) -> Html {
        let change = self.on_change();
        let oninput = Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            change.emit(Draft { typed: vec![input.value()], ..Draft::default() });
        });
        html! {
            <input
                class="age"
                type="text"
                inputmode="numeric"
                aria-label={self.question_text()}
                maxlength={bounds.max.to_string().len().to_string()}
                value={self.draft.typed.first().cloned()}
                {oninput}
            />
        }
    }

    fn question_text(&self) -> String {
        let question = &self.properties.screener.catalogue().profile.questions[self.properties.question];
        question.text.text(self.properties.language).to_owned()
    }

    /// Takes a changed draft; where each change counts, it becomes the answer at once if it is one.
    fn on_change(&self) -> Callback<Draft> {
        let (draft, wrong, properties) = (self.draft.clone(), self.wrong.clone(), self.properties.clone());
        Callback::from(move |changed: Draft| {
            if properties.live {
                wrong.set(settle(&properties, &changed).err());
            } else {
                wrong.set(None);
            }
            draft.set(changed);
        })
    }

    /// Makes the draft the answer when somebody goes on.
    fn on_next<E: 'static>(&self) -> Callback<E> {
        let (draft, wrong, properties) = (self.draft.clone(), self.wrong.clone(), self.properties.clone());
        let missing = match self.answer {
            Answer::Ages => messages::of(properties.language).check.age_wrong,
            _ => messages::of(properties.language).check.choose,
        };
        Callback::from(move |_| {
            wrong.set(match settle(&properties, &draft) {
                Ok(true) => None,
                Ok(false) => Some(missing.to_owned()),
                Err(why) => Some(why),
            });
        })
    }
}

/// Gives the answer that a draft makes, and whether it makes one; or says what is wrong with it.
fn settle(properties: &AnswerProperties, draft: &Draft) -> Result<bool, String> {
    let question = &properties.screener.catalogue().profile.questions[properties.question];
    let given = draft.answer(&question.answer, properties.language)?;
    let settled = given.is_some();
    if let Some(given) = given {
        properties.on_answer.emit(given);
    }
    Ok(settled)
}
