//! A catalogue of two products, small enough to break on purpose.

use engine::catalogue::Sources;

const CATALOGUE: &str = r#"languages = ["nl", "fr"]
review_interval_months = 12
talk_to = "ocmw-kortrijk"
name = { nl = "Rechten", fr = "Droits" }
municipality = { nl = "Kortrijk", fr = "Courtrai" }

[[category]]
id = "income"
name = { nl = "Geld", fr = "Argent" }
summary = { nl = "Inkomen.", fr = "Revenus." }
slug = { nl = "geld", fr = "argent" }

[[category]]
id = "housing"
name = { nl = "Wonen", fr = "Logement" }
summary = { nl = "Huur.", fr = "Loyer." }
slug = { nl = "wonen", fr = "logement" }

[[crisis]]
id = "suicide"
phone = "1813"
name = { nl = "Zelfmoordlijn", fr = "Ligne suicide" }
text = { nl = "Bel 1813.", fr = "Appelez le 1813." }
phrases = { nl = ["zelfmoord", "ik wil dood"], fr = ["suicide"] }
"#;

const PROFILE: &str = r#"[[question]]
id = "children"
topic = "household"
answer = "ages"
text = { nl = "Hoe oud zijn je kinderen?", fr = "Quel âge ont vos enfants ?" }
why = { nl = "Soms telt de leeftijd.", fr = "L'âge compte parfois." }

[[question]]
id = "housing"
topic = "home"
answer.one-of = [
  { id = "tenant", label = { nl = "Ik huur", fr = "Je loue" } },
  { id = "owner", label = { nl = "Eigen huis", fr = "Ma maison" } },
]
text = { nl = "Hoe woon je?", fr = "Comment habitez-vous ?" }
why = { nl = "Soms telt je woning.", fr = "Le logement compte parfois." }

[[question]]
id = "adults"
topic = "household"
answer = "ages"
text = { nl = "Hoe oud zijn de volwassenen?", fr = "Quel âge ont les adultes ?" }
why = { nl = "Soms telt de leeftijd.", fr = "L'âge compte parfois." }

[[question]]
id = "second-home"
topic = "home"
answer = "yes-no"
only_if = { not = "rents" }
text = { nl = "Heb je nog een huis?", fr = "Avez-vous une autre maison ?" }
why = { nl = "Soms telt bezit.", fr = "La propriété compte parfois." }

[[circumstance]]
id = "has-second-home"
when = { answered = { question = "second-home", is = ["yes"] } }
label = { nl = "je hebt een tweede huis", fr = "vous avez une deuxième maison" }
otherwise = { nl = "je hebt geen tweede huis", fr = "vous n'avez pas de deuxième maison" }

[[contradiction]]
when = { older = { question = "children", than = "adults" } }
question = "children"
text = { nl = "Een kind is even oud als de oudste volwassene, of ouder. Kijk de leeftijden na.", fr = "Vérifiez les âges." }

[[circumstance]]
id = "has-child-under-3"
when = { age = { question = "children", below = 3 } }
label = { nl = "je hebt een kind jonger dan 3", fr = "vous avez un enfant de moins de 3 ans" }
otherwise = { nl = "je hebt geen kind jonger dan 3", fr = "vous n'avez pas d'enfant de moins de 3 ans" }

[[circumstance]]
id = "rents"
when = { answered = { question = "housing", is = ["tenant"] } }
label = { nl = "je huurt", fr = "vous louez" }
otherwise = { nl = "je huurt niet", fr = "vous ne louez pas" }
"#;

const ORGANISATION: &str = r#"kind = "local"
phone = "056 24 42 22"
url = "https://www.kortrijk.be"
name = { nl = "OCMW Kortrijk", fr = "CPAS de Courtrai" }
"#;

const THEME: &str = r#"first = ["leefloon"]
name = { nl = "Ik kom niet rond", fr = "Je n'y arrive pas" }
summary = { nl = "Te weinig geld.", fr = "Trop peu d'argent." }
phrases = { nl = ["geldproblemen"], fr = ["problèmes d'argent"] }
"#;

/// The product that most tests break.
pub(crate) const LEEFLOON: &str = r#"kind = "benefit"
level = "federal"
organisation = "ocmw-kortrijk"
apply_at = "ocmw-kortrijk"
take_up = "apply"
importance = 5
also_in = ["housing"]
themes = ["geldproblemen"]
related = ["huurpremie"]
url = "https://www.mi-is.be"
former_names = ["bestaansminimum"]

[name]
nl = "Leefloon"
fr = "Revenu d'intégration"

[summary]
nl = "Een basisinkomen van het OCMW."
fr = "Un revenu de base du CPAS."

[steps]
nl = ["Bel het OCMW."]
fr = ["Appelez le CPAS."]

[phrases]
nl = ["ik heb geen inkomen", "ik kom niet rond"]
fr = ["je n'ai pas de revenus"]

[for]
all = [{ any = ["has-child-under-3", "rents"] }]
ask.nl = ["je wilt werken"]
ask.fr = ["vous voulez travailler"]

[review]
confidence = "high"
sources = ["https://www.mi-is.be"]
on = 2026-11-22
by = "ocmw-kortrijk"
"#;

const HUURPREMIE: &str = r#"kind = "benefit"
level = "flemish"
organisation = "ocmw-kortrijk"
apply_at = "ocmw-kortrijk"
take_up = "automatic"
importance = 4
themes = ["geldproblemen"]
name = { nl = "Huurpremie", fr = "Prime au loyer" }
summary = { nl = "Geld om je huur te betalen.", fr = "De l'argent pour payer le loyer." }
phrases = { nl = ["ik kan de huur niet betalen", "deurwaarder"], fr = ["payer mon loyer"] }
for = { not = ["has-second-home"] }
review = { confidence = "medium" }
"#;

const FAMILIES: &str = r#"[[family]]
who = "Moeder met een baby"
verdict = "for-you"
answers = { children = [0], housing = "owner" }

[[family]]
who = "Koppel zonder kinderen in een eigen huis"
verdict = "not-for-you"
answers = { children = [], housing = "owner" }

[[family]]
who = "Iemand die alleen zegt dat er geen kinderen zijn"
verdict = "maybe"
answers = { children = [] }
"#;

/// The path of the product that most tests break.
pub(crate) const LEEFLOON_PATH: &str = "products/income/leefloon.toml";

/// The path of its example families.
pub(crate) const FAMILIES_PATH: &str = "products/income/leefloon.families.toml";

/// The files of the small catalogue.
pub(crate) fn sources() -> Sources {
    Sources::from_iter([
        ("catalogue.toml", CATALOGUE),
        ("profile.toml", PROFILE),
        ("organisations/ocmw-kortrijk.toml", ORGANISATION),
        ("themes/geldproblemen.toml", THEME),
        (LEEFLOON_PATH, LEEFLOON),
        (FAMILIES_PATH, FAMILIES),
        ("products/housing/huurpremie.toml", HUURPREMIE),
    ])
}

/// The small catalogue in which `from` has become `to` in one file.
pub(crate) fn changed(file: &str, from: &str, to: &str) -> Sources {
    let mut sources = sources();
    let text = sources.text(file).expect("the file is there").to_owned();
    assert!(text.contains(from), "`{from}` does not stand in {file}");
    sources.insert(file, text.replacen(from, to, 1));
    sources
}
