//! The rights check: one question a screen, and what it finds so far.

use std::rc::Rc;

use engine::{
    catalogue::{Id, Product, Question},
    messages::{self, CheckMessages},
    screening::{Given, Screener, Screening},
};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    answer::AnswerField,
    browser,
    frame::{CheckProperties, Load, Shared, use_details, use_screener},
    keep::{self, Kept},
    results::Results,
};

mod keeping;

use keeping::Keeping;

/// What is on the screen.
#[derive(Clone, PartialEq)]
enum View {
    /// What it is about, before the first question.
    Start,
    /// The question that decides most.
    Next,
    /// This question, since somebody went back or wants to decide a "maybe".
    This(Id<Question>),
    /// What was found.
    Results,
}

/// What the check knows.
#[derive(Clone, PartialEq)]
struct State {
    kept: Kept,
    /// The questions that were asked, to go back to.
    asked: Vec<Id<Question>>,
    view: View,
    on_device: bool,
    fault: Option<String>,
}

/// What somebody does.
enum Action {
    /// What was kept has been found.
    Found(keep::Found),
    Show(View),
    Answer(Id<Question>, Given),
    Skip(Id<Question>),
    Back,
    ToggleHas(Id<Product>),
    OnDevice(bool),
    Load(Result<Kept, String>),
    Clear,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Found(found) => {
                // Whoever has begun already goes on.
                if !found.kept.profile.is_empty() && state.view == View::Start {
                    state.view = View::Results;
                }
                state.kept = found.kept;
                state.on_device = found.on_device;
                state.fault = found.fault;
            }
            Action::Show(view) => state.view = view,
            Action::Answer(id, given) => {
                state.kept.passed.remove(&id);
                state.kept.profile.answers.set(id.clone(), given);
                state.next_after(id);
            }
            Action::Skip(id) => {
                state.kept.profile.answers.clear(&id);
                state.kept.passed.insert(id.clone());
                state.next_after(id);
            }
            Action::Back => {
                state.view = match state.asked.pop() {
                    Some(last) => View::This(last),
                    None => View::Start,
                };
            }
            Action::ToggleHas(product) => {
                let has = &mut state.kept.profile.has;
                match has.iter().position(|held| *held == product) {
                    Some(at) => drop(has.remove(at)),
                    None => has.push(product),
                }
            }
            Action::OnDevice(on_device) => state.on_device = on_device,
            Action::Load(Ok(kept)) => {
                state.kept = kept;
                state.asked.clear();
                state.fault = None;
                state.view = View::Results;
            }
            Action::Load(Err(why)) => state.fault = Some(why),
            Action::Clear => state = Self::default(),
        }
        state.into()
    }
}

impl State {
    fn next_after(&mut self, id: Id<Question>) {
        self.asked.retain(|asked| *asked != id);
        self.asked.push(id);
        self.view = View::Next;
    }
}

impl Default for State {
    fn default() -> Self {
        Self { kept: Kept::default(), asked: Vec::new(), view: View::Start, on_device: false, fault: None }
    }
}

/// The rights check.
#[component]
pub fn Check(properties: &CheckProperties) -> Html {
    let root = use_node_ref();
    let screener = use_screener(&root, true);
    let details = use_details(&root);
    let state = use_reducer(State::default);
    let heading = use_node_ref();

    // What was kept is read once the catalogue is there to understand it; after that every change is kept.
    {
        let state = state.clone();
        use_effect_with(screener.clone(), move |screener| {
            if let Load::Ready(screener) = screener {
                state.dispatch(Action::Found(keep::find(screener.catalogue())));
            }
        });
    }
    // Somebody may open a link with answers while the check is open.
    {
        let state = state.clone();
        use_effect_with(screener.clone(), move |screener| {
            let listening = match screener {
                Load::Ready(screener) => {
                    let screener = screener.clone();
                    browser::on_new_fragment(move || {
                        if keep::is_linked() {
                            state.dispatch(Action::Show(View::Start));
                            state.dispatch(Action::Found(keep::find(screener.catalogue())));
                        }
                    })
                }
                _ => None,
            };
            move || drop(listening)
        });
    }
    {
        let ready = matches!(screener, Load::Ready(_));
        use_effect_with((state.kept.clone(), state.on_device, ready), move |(kept, on_device, ready)| {
            // Before what was kept has been found there is nothing to keep, and nothing must be lost.
            if *ready && (!kept.profile.is_empty() || !kept.passed.is_empty()) {
                keep::keep(kept, *on_device);
            }
        });
    }
    // A new question is read from its heading on.
    {
        let heading = heading.clone();
        let first = use_mut_ref(|| true);
        let ready = matches!(screener, Load::Ready(_));
        use_effect_with((state.view.clone(), state.asked.clone(), ready), move |(view, ..)| {
            let is_first = std::mem::replace(&mut *first.borrow_mut(), false);
            if !is_first
                && *view != View::Start
                && let Some(heading) = heading.cast::<HtmlElement>()
            {
                let _ = heading.focus();
            }
        });
    }

    let words = &messages::of(properties.language).check;
    let content = match &screener {
        Load::Waiting if state.view == View::Start => Html::default(),
        Load::Waiting => html! { <p class="notice" role="status">{ words.loading }</p> },
        Load::Failed => html! { <p class="notice">{ words.failed }</p> },
        Load::Ready(screener) => {
            let screening = screener.screen(&state.kept.profile);
            let screen =
                Screen { properties, screener, screening: &screening, state: &state, heading: &heading };
            screen.view(&details)
        }
    };
    // The beginning is there before anything has loaded, and can be pressed already. It stays the same element when the rest
    // comes: whoever is pressing its button at that moment, or has it in focus, loses nothing.
    let begins = state.view == View::Start && !matches!(screener, Load::Failed);
    html! {
        <div ref={root} class="check">
            if let Some(fault) = &state.fault {
                <p class="notice" role="alert">{ words.link_wrong(fault) }</p>
            }
            if begins {
                { beginning(words, &state) }
            }
            { content }
        </div>
    }
}

/// What it is about, and the button with which it begins.
fn beginning(words: &CheckMessages, state: &UseReducerHandle<State>) -> Html {
    let dispatcher = state.dispatcher();
    let onclick = Callback::from(move |_| dispatcher.dispatch(Action::Show(View::Next)));
    html! {
        <div class="beginning">
            <p class="lead">{ words.intro }</p>
            <p>{ words.private }</p>
            <button type="button" data-press="start" {onclick}>{ words.start }</button>
        </div>
    }
}

/// What is needed to show one screen of the check.
struct Screen<'a> {
    properties: &'a CheckProperties,
    screener: &'a Shared<Screener>,
    screening: &'a Screening<'a>,
    state: &'a UseReducerHandle<State>,
    heading: &'a NodeRef,
}

impl Screen<'_> {
    fn view(&self, details: &Load<Shared<engine::bundle::Details>>) -> Html {
        match &self.state.view {
            View::Start => html! {
                <Keeping state={self.state.clone()} screener={self.screener.clone()} properties={self.properties.clone()} />
            },
            View::Next => match self.screening.next_question(&self.state.kept.passed) {
                Some(next) => self.question(next.question, Some(next.open)),
                None => self.results(details),
            },
            View::This(id) => match self.screener.catalogue().question(id.as_str()) {
                Some(question) => self.question(question, None),
                None => self.results(details),
            },
            View::Results => self.results(details),
        }
    }

    /// A callback that does this.
    fn does<E: 'static>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let dispatcher = self.state.dispatcher();
        Callback::from(move |_| dispatcher.dispatch(action()))
    }

    fn question(&self, question: &Question, open: Option<usize>) -> Html {
        let language = self.properties.language;
        let words = &messages::of(language).check;
        let id = (*question.id).clone();
        let place = self.screener.catalogue().profile.questions.iter().position(|one| *one.id == id);
        let on_answer = {
            let (dispatcher, id) = (self.state.dispatcher(), id.clone());
            Callback::from(move |given| dispatcher.dispatch(Action::Answer(id.clone(), given)))
        };
        let skip = {
            let id = id.clone();
            self.does(move || Action::Skip(id.clone()))
        };
        html! {
            <>
                <div class="question">
                    if let Some(open) = open {
                        <p class="count">{ if open == 1 { words.one_left.to_owned() } else { words.left(open) } }</p>
                    }
                    <h2 ref={self.heading.clone()} tabindex="-1">{ question.text.text(language) }</h2>
                    if let Some(help) = &question.help {
                        <p>{ help.text(language) }</p>
                    }
                    <AnswerField
                        key={id.as_str()}
                        screener={self.screener.clone()}
                        question={place.unwrap_or(usize::MAX)}
                        {language}
                        given={self.state.kept.profile.answers.get(&question.id).cloned()}
                        live=false
                        {on_answer}
                    />
                    <p class="row">
                        <button type="button" class="quiet" onclick={self.does(|| Action::Back)}>{ words.back }</button>
                        <button type="button" class="quiet" onclick={skip.clone()}>{ words.unknown }</button>
                        <button type="button" class="quiet" onclick={skip}>{ words.skip }</button>
                    </p>
                    <details class="asks">
                        <summary>{ words.why }</summary>
                        <p>{ question.why.text(language) }</p>
                    </details>
                </div>
                { self.conflicts() }
                if !self.state.kept.profile.is_empty() {
                    <div class="card so-far" role="status">
                        <p>{ self.found() }</p>
                        <button type="button" class="quiet" onclick={self.does(|| Action::Show(View::Results))}>{ words.show }</button>
                    </div>
                }
            </>
        }
    }

    /// How many things may be for them.
    fn found(&self) -> String {
        let words = &messages::of(self.properties.language).check;
        match self.screening.offered().count() {
            1 => words.found_one.to_owned(),
            count => words.found(count),
        }
    }

    /// Answers that can not be true together, with the way to the one to look at.
    fn conflicts(&self) -> Html {
        let language = self.properties.language;
        let words = &messages::of(language).check;
        html! {
            <>
                { for self.screening.contradictions().map(|conflict| {
                    let id = conflict.question.clone();
                    html! {
                        <div class="notice" role="alert">
                            <p><strong>{ words.conflict }</strong>{ ". " }{ conflict.text.text(language) }</p>
                            <button type="button" class="quiet" onclick={self.does(move || Action::Show(View::This(id.clone())))}>
                                { words.look_again }
                            </button>
                        </div>
                    }
                }) }
            </>
        }
    }

    fn results(&self, details: &Load<Shared<engine::bundle::Details>>) -> Html {
        let words = &messages::of(self.properties.language).check;
        let next = self.screening.next_question(&self.state.kept.passed);
        let ask = self.state.dispatcher();
        let toggle = self.state.dispatcher();
        let results = Results {
            properties: self.properties,
            screener: self.screener,
            screening: self.screening,
            details,
            ask: &Callback::from(move |id| ask.dispatch(Action::Show(View::This(id)))),
            toggle_has: &Callback::from(move |id| toggle.dispatch(Action::ToggleHas(id))),
        };
        html! {
            <>
                <h2 ref={self.heading.clone()} tabindex="-1">{ words.results }</h2>
                { self.conflicts() }
                <p>{ self.found() }{ ". " }
                    { match &next {
                        None => words.done.to_owned(),
                        Some(next) if next.open == 1 => format!("{}.", words.one_left),
                        Some(next) => format!("{}.", words.left(next.open)),
                    } }
                </p>
                <p class="row screen-only">
                    if next.is_some() {
                        <button type="button" onclick={self.does(|| Action::Show(View::Next))}>{ words.go_on }</button>
                    }
                    <button type="button" class="quiet" onclick={Callback::from(|_| browser::print())}>{ words.print }</button>
                </p>
                { results.view() }
                { self.answers() }
                <Keeping state={self.state.clone()} screener={self.screener.clone()} properties={self.properties.clone()} />
                <p class="on-paper">{ messages::of(self.properties.language).screening.printed }</p>
            </>
        }
    }

    /// What was answered, to change it.
    fn answers(&self) -> Html {
        let language = self.properties.language;
        let words = &messages::of(language).check;
        let catalogue = self.screener.catalogue();
        let rows = catalogue.profile.questions.iter().filter_map(|question| {
            let given = self.state.kept.profile.answers.get(&question.id)?;
            let id = (*question.id).clone();
            let text = question.text.text(language);
            Some(html! {
                <li>
                    <span>{ text }{ " " }<strong>{ given.describe(&question.answer, language) }</strong></span>{ " " }
                    <button type="button" class="quiet" aria-label={format!("{}: {text}", words.change)}
                        onclick={self.does(move || Action::Show(View::This(id.clone())))}>
                        { words.change }
                    </button>
                </li>
            })
        });
        html! {
            <details class="subject screen-only">
                <summary><strong>{ words.answers }</strong></summary>
                <ul class="given">{ for rows }</ul>
            </details>
        }
    }
}
