//! Profiles as JSON, with the answers in them, as browsers keep them and programs send them.

use bolero::check;
use engine::screening::{Family, Profile};
use serde_json::{Value, json};

use super::{
    REAL,
    damage::{Damage, damaged, few, place},
    screen,
};

/// Values of every kind, right for some questions and wrong for others.
fn values() -> Vec<Value> {
    let values = r#"[null, true, false, 0, -1, 1.5, 65535, 65536, 1e300, "", "kortrijk", "low", "\u0000",
        [], [0], [0, 120], [121], [255], [256], [-1], ["tenant"], ["belgian", 3], [[]], [null], {}, {"a": 1}]"#;
    serde_json::from_str(values).expect("they are JSON")
}

#[test]
fn answers_are_read_or_refused_in_words() {
    let questions = &REAL.catalogue().profile.questions;
    let values = values();
    check!().with_iterations(1_000).with_type::<Vec<(u8, u8)>>().for_each(|given| {
        let mut answers = json!({});
        for (question, value) in given {
            let question = questions[place(*question, questions.len())].id.as_str();
            answers[question] = values[place(*value, values.len())].clone();
        }
        read(&json!({ "answers": answers }));
    });
}

#[test]
fn damaged_profiles_are_read_or_refused_in_words() {
    let family = include_str!("../families/single-mother-newborn.toml");
    let family = Family::read(REAL.catalogue(), "family", family).expect("the family is right");
    let text = serde_json::to_string_pretty(&family.profile().to_json()).expect("it is JSON");
    check!().with_iterations(2_500).with_type::<Vec<Damage>>().for_each(|damages| {
        let text = damaged(&text, few(damages));
        if let Ok(profile) = serde_json::from_str(&text) {
            read(&profile);
        }
    });
}

fn read(profile: &Value) {
    match Profile::from_json(REAL.catalogue(), profile) {
        Ok(read) => {
            screen(&REAL, &read);
            assert_eq!(Profile::from_json(REAL.catalogue(), &read.to_json()).as_ref(), Ok(&read));
        }
        Err(faults) => {
            assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.to_string().is_empty()));
        }
    }
}
