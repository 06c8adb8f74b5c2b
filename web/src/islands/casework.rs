//! The rights check for case workers: all questions on one page, all verdicts in a table. The same engine and the same
//! sheet as `rights screen`.

use std::rc::Rc;

use engine::{
    bundle::Details,
    catalogue::{Id, Language, Question, Theme},
    language::fold,
    messages::{self, CaseworkMessages},
    screening::{Given, Match, Profile, Screener, Screening, Sheet, Truth, compare},
};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{
    answer::AnswerField,
    browser,
    frame::{CheckProperties, Load, Shared, use_details, use_screener},
    keep::{self, Kept},
};
use crate::{address, components::call_button};

/// What is filled in, and what of the table is shown.
#[derive(Clone, Default, PartialEq)]
struct State {
    profile: Profile,
    filter: String,
    verdict: String,
    category: String,
    /// An earlier file, by its name.
    earlier: Option<(String, Profile)>,
    fault: Option<String>,
    /// Counts loads, so that fields start afresh.
    loaded: u32,
}

enum Action {
    Found(keep::Found),
    Who(String),
    Need(Id<Theme>),
    Answer(Id<Question>, Option<Given>),
    Filter(String),
    Verdict(String),
    Category(String),
    Open(Result<Kept, String>),
    Compare(String, Result<Kept, String>),
    Clear,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Found(found) => {
                state.profile = found.kept.profile;
                state.fault = found.fault;
                state.loaded += 1;
            }
            Action::Who(who) => state.profile.who = who,
            Action::Need(theme) => {
                let needs = &mut state.profile.needs;
                match needs.iter().position(|need| *need == theme) {
                    Some(at) => drop(needs.remove(at)),
                    None => needs.push(theme),
                }
            }
            Action::Answer(id, Some(given)) => state.profile.answers.set(id, given),
            Action::Answer(id, None) => {
                state.profile.answers.clear(&id);
                state.loaded += 1;
            }
            Action::Filter(text) => state.filter = text,
            Action::Verdict(word) => state.verdict = word,
            Action::Category(id) => state.category = id,
            Action::Open(Ok(kept)) => {
                state.profile = kept.profile;
                state.fault = None;
                state.loaded += 1;
            }
            Action::Compare(name, Ok(kept)) => {
                state.earlier = Some((name, kept.profile));
                state.fault = None;
            }
            Action::Open(Err(why)) | Action::Compare(_, Err(why)) => state.fault = Some(why),
            Action::Clear => state = Self { loaded: state.loaded + 1, ..Self::default() },
        }
        state.into()
    }
}

/// The rights check for case workers.
#[component]
pub fn Casework(properties: &CheckProperties) -> Html {
    let root = use_node_ref();
    let screener = use_screener(&root, true);
    let details = use_details(&root);
    let state = use_reducer(State::default);
    {
        let state = state.clone();
        use_effect_with(screener.clone(), move |screener| {
            if let Load::Ready(screener) = screener {
                state.dispatch(Action::Found(keep::find(screener.catalogue())));
            }
        });
    }
    {
        let ready = matches!(screener, Load::Ready(_));
        use_effect_with((state.profile.clone(), ready), move |(profile, ready)| {
            if *ready && !profile.is_empty() {
                keep::keep(&Kept { profile: profile.clone(), ..Kept::default() }, false);
            }
        });
    }
    let wanted = use_state(|| false);
    let messages = messages::of(properties.language);
    let content = match &screener {
        // What is there before anything has loaded: a page that only fetches what it needs once somebody wants it.
        Load::Waiting if !*wanted => {
            let wanted = wanted.clone();
            let onclick = Callback::from(move |_| wanted.set(true));
            html! { <button type="button" data-press="start" {onclick}>{ messages.check.start }</button> }
        }
        Load::Waiting => html! { <p class="notice" role="status">{ messages.check.loading }</p> },
        Load::Failed => html! { <p class="notice">{ messages.check.failed }</p> },
        Load::Ready(screener) => {
            let screening = screener.screen(&state.profile);
            let desk = Desk {
                language: properties.language,
                words: &messages.casework,
                screener,
                details: &details,
                screening: &screening,
                state: &state,
            };
            desk.view()
        }
    };
    html! { <div ref={root} class="casework">{ content }</div> }
}

/// Everything on the page.
struct Desk<'a> {
    language: Language,
    words: &'static CaseworkMessages,
    screener: &'a Shared<Screener>,
    details: &'a Load<Shared<Details>>,
    screening: &'a Screening<'a>,
    state: &'a UseReducerHandle<State>,
}

impl Desk<'_> {
    fn view(&self) -> Html {
        let check = &messages::of(self.language).check;
        html! {
            <>
                { self.files() }
                if let Some(fault) = &self.state.fault {
                    <p class="notice" role="alert">{ check.file_wrong(fault) }</p>
                }
                { for self.screening.contradictions().map(|conflict| html! {
                    <p class="notice" role="alert"><strong>{ check.conflict }</strong>{ ". " }{ conflict.text.text(self.language) }</p>
                }) }
                <div class="desk">
                    <section aria-labelledby="questions" class="screen-only">
                        <h2 id="questions">{ self.words.questions }</h2>
                        { self.who() }
                        { self.needs() }
                        { for self.screener.catalogue().profile.questions.iter().enumerate().map(|(at, one)| self.question(at, one)) }
                    </section>
                    <section aria-labelledby="verdicts">
                        <h2 id="verdicts">{ self.words.verdicts }</h2>
                        { self.differences() }
                        { self.filters() }
                        { self.table() }
                    </section>
                </div>
            </>
        }
    }

    /// Opening, saving, comparing.
    fn files(&self) -> Html {
        let check = &messages::of(self.language).check;
        let dispatcher = self.state.dispatcher();
        let open = self.on_file({
            let dispatcher = dispatcher.clone();
            move |_, read| dispatcher.dispatch(Action::Open(read))
        });
        let compare = self.on_file(move |name, read| dispatcher.dispatch(Action::Compare(name, read)));
        let save = {
            let profile = self.state.profile.clone();
            Callback::from(move |_| browser::save("profile.json", "application/json", &keep::file(&profile)))
        };
        let csv = {
            let (screener, details, profile) =
                (self.screener.clone(), self.details.clone(), self.state.profile.clone());
            let language = self.language;
            Callback::from(move |_| {
                let mut sheet = Sheet::new(&screener, &screener.screen(&profile), &profile.who, language);
                if let Load::Ready(details) = &details {
                    details.complete(&mut sheet);
                }
                browser::save("screening.csv", "text/csv;charset=utf-8", &sheet.csv());
            })
        };
        let clear = {
            let dispatcher = self.state.dispatcher();
            Callback::from(move |_| {
                keep::keep(&Kept::default(), false);
                dispatcher.dispatch(Action::Clear);
            })
        };
        let file = |text: &'static str, onchange: Callback<Event>| {
            html! {
                <label class="button quiet file">{ text }<input type="file" accept=".json,application/json" {onchange} /></label>
            }
        };
        html! {
            <p class="row screen-only">
                { file(check.file_open, open) }
                <button type="button" class="quiet" onclick={save}>{ check.file_save }</button>
                <button type="button" class="quiet" onclick={csv} disabled={!matches!(self.details, Load::Ready(_))}>{ self.words.csv }</button>
                { file(self.words.compare, compare) }
                <button type="button" class="quiet" onclick={Callback::from(|_| browser::print())}>{ check.print }</button>
                <button type="button" class="quiet" onclick={clear}>{ check.clear }</button>
            </p>
        }
    }

    /// Reads the file that somebody chooses.
    fn on_file(&self, done: impl Fn(String, Result<Kept, String>) + Clone + 'static) -> Callback<Event> {
        let screener = self.screener.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            let (screener, done, name) = (screener.clone(), done.clone(), file.name());
            browser::read(&file, move |text| done(name, keep::read(screener.catalogue(), &text)));
            // So that the same file can be chosen again.
            input.set_value("");
        })
    }

    fn who(&self) -> Html {
        let dispatcher = self.state.dispatcher();
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatcher.dispatch(Action::Who(input.value()));
            }
        });
        html! {
            <label class="field">{ self.words.who }<input class="wide" type="text" value={self.state.profile.who.clone()} {oninput} /></label>
        }
    }

    fn needs(&self) -> Html {
        let needs = &self.state.profile.needs;
        let tick = |theme: &Theme| {
            let (dispatcher, id) = (self.state.dispatcher(), theme.id.clone());
            let onchange = Callback::from(move |_: Event| dispatcher.dispatch(Action::Need(id.clone())));
            html! {
                <label class="choice">
                    <input type="checkbox" checked={needs.contains(&theme.id)} {onchange} /><span>{ theme.name.text(self.language) }</span>
                </label>
            }
        };
        html! {
            <details class="subject">
                <summary><strong>{ self.words.needs }</strong>{ " " }<span class="small">{ needs.len() }</span></summary>
                <fieldset class="choices">
                    <legend class="unseen">{ self.words.needs }</legend>
                    { for self.screener.catalogue().themes.iter().map(tick) }
                </fieldset>
            </details>
        }
    }

    fn question(&self, at: usize, question: &Question) -> Html {
        if self.screening.is_asked(&question.id) == Truth::False {
            return Html::default();
        }
        let given = self.state.profile.answers.get(&question.id);
        let (dispatcher, id) = (self.state.dispatcher(), (*question.id).clone());
        let on_answer =
            Callback::from(move |given| dispatcher.dispatch(Action::Answer(id.clone(), Some(given))));
        let (dispatcher, id) = (self.state.dispatcher(), (*question.id).clone());
        let clear = Callback::from(move |_| dispatcher.dispatch(Action::Answer(id.clone(), None)));
        let said = given.map_or_else(
            || self.words.unanswered.to_owned(),
            |given| given.describe(&question.answer, self.language),
        );
        html! {
            <details class="subject" key={format!("{}-{}", *question.id, self.state.loaded)}>
                <summary><span>{ question.text.text(self.language) }{ " " }<strong class="said">{ said }</strong></span></summary>
                if let Some(help) = &question.help {
                    <p class="small">{ help.text(self.language) }</p>
                }
                <AnswerField
                    screener={self.screener.clone()}
                    question={at}
                    language={self.language}
                    given={given.cloned()}
                    live=true
                    {on_answer}
                />
                if given.is_some() {
                    <button type="button" class="quiet" onclick={clear}>{ self.words.clear }</button>
                }
            </details>
        }
    }

    /// What the family gained and lost since an earlier file.
    fn differences(&self) -> Html {
        let Some((name, earlier)) = &self.state.earlier else { return Html::default() };
        let before = self.screener.screen(earlier);
        let changes = compare(&before, self.screening);
        let list = |title: &'static str, changes: &[engine::screening::Change]| {
            let names =
                changes.iter().filter_map(|change| self.screener.catalogue().product(change.id.as_str()));
            html! {
                if !changes.is_empty() {
                    <h3>{ title }</h3>
                    <ul>{ for names.map(|product| html! { <li>{ product.name.text(self.language) }</li> }) }</ul>
                }
            }
        };
        html! {
            <div class="notice" role="status">
                <p><strong>{ self.words.compare_done(name) }</strong></p>
                if changes.is_empty() {
                    <p>{ self.words.unchanged }</p>
                }
                { list(self.words.gained, &changes.gained) }
                { list(self.words.lost, &changes.lost) }
            </div>
        }
    }

    fn filters(&self) -> Html {
        let dispatcher = self.state.dispatcher();
        let on_text = Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatcher.dispatch(Action::Filter(input.value()));
            }
        });
        let select = |id: &'static str,
                      label: &'static str,
                      chosen: &str,
                      options: Vec<(String, String)>,
                      action: fn(String) -> Action| {
            let dispatcher = self.state.dispatcher();
            let onchange = Callback::from(move |event: Event| {
                if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                    dispatcher.dispatch(action(select.value()));
                }
            });
            html! {
                <span>
                    <label for={id}>{ label }</label>{ " " }
                    <select {id} {onchange}>
                        <option value="" selected={chosen.is_empty()}>{ self.words.all }</option>
                        { for options.into_iter().map(|(value, text)| html! {
                            <option value={value.clone()} selected={value == chosen}>{ text }</option>
                        }) }
                    </select>
                </span>
            }
        };
        let verdicts = ["for-you", "maybe", "for-everyone", "received", "not-for-you"]
            .map(|word| (word.to_owned(), self.verdict_text(word).to_owned()));
        let categories = self.screener.catalogue().settings.categories.iter();
        let categories =
            categories.map(|one| (one.id.to_string(), one.name.text(self.language).to_owned())).collect();
        html! {
            <p class="row filters screen-only">
                <label>{ self.words.filter }{ " " }<input type="search" value={self.state.filter.clone()} oninput={on_text} /></label>
                { select("verdict", self.words.verdict, &self.state.verdict, verdicts.to_vec(), Action::Verdict) }
                { select("category", self.words.category, &self.state.category, categories, Action::Category) }
            </p>
        }
    }

    fn verdict_text(&self, word: &str) -> &'static str {
        match word {
            "for-you" => self.words.for_you,
            "maybe" => self.words.maybe,
            "for-everyone" => self.words.for_everyone,
            "received" => self.words.received,
            _ => self.words.not_for_you,
        }
    }

    /// Every product that the filters let through, in the order of the screening.
    fn table(&self) -> Html {
        let wanted = fold(&self.state.filter);
        let rows: Vec<_> = self
            .screening
            .matches()
            .iter()
            .filter(|found| self.state.verdict.is_empty() || word(found) == self.state.verdict)
            .filter(|found| {
                self.state.category.is_empty() || found.product.category.as_str() == self.state.category
            })
            .map(|found| (found, self.screening.why(found).sentence(self.language)))
            .filter(|(found, reason)| {
                wanted.is_empty()
                    || fold(found.product.name.text(self.language)).contains(&wanted)
                    || fold(reason).contains(&wanted)
            })
            .collect();
        let count = rows.len();
        html! {
            <>
                <p class="count" role="status">{ self.words.shown(self.screening.matches().len(), count) }</p>
                <div class="scroll" tabindex="0" role="group" aria-label={self.words.verdicts}>
                    <table>
                        <thead><tr>
                            <th scope="col">{ self.words.name }</th>
                            <th scope="col">{ self.words.verdict }</th>
                            <th scope="col">{ self.words.reason }</th>
                            <th scope="col">{ self.words.contact }</th>
                        </tr></thead>
                        <tbody>{ for rows.into_iter().map(|(found, reason)| self.row(found, &reason)) }</tbody>
                    </table>
                </div>
            </>
        }
    }

    fn row(&self, found: &Match<'_>, reason: &str) -> Html {
        let catalogue = self.screener.catalogue();
        let product = found.product;
        let organisation = catalogue.organisation(product.apply_at.as_str());
        let verdict = word(found);
        html! {
            <tr key={product.id.as_str()} data-verdict={verdict}>
                <th scope="row"><a href={address::product(catalogue, product, self.language)}>{ product.name.text(self.language) }</a></th>
                <td>{ self.verdict_text(verdict) }</td>
                <td>{ reason.to_owned() }</td>
                <td>
                    if let Some(organisation) = organisation {
                        <p>{ organisation.name.text(self.language) }</p>
                        if let Some(phone) = &organisation.phone {
                            { call_button(phone, self.language) }
                        }
                    }
                </td>
            </tr>
        }
    }
}

/// The word for what a product is for the family.
fn word(found: &Match<'_>) -> &'static str {
    if found.received { "received" } else { found.verdict.word() }
}
