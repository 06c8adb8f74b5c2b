//! Whole families, written from the facts by somebody who had not seen the conditions: what they must find, and what must
//! never be offered to them.
//!
//! A file in `tests/families/` has `who`, `needs` (themes), `[answers]`, and three tables of product ids with the reason:
//! `[must]`, `[must-not]` and `[may]` (not known until asked, or decided by a condition no question can test).

use std::{fs, path::Path};

use engine::{
    catalogue::{Answer, Catalogue, Id},
    screening::{Answers, Circumstances, Given, Verdict},
};
use toml::{Table, Value};

/// Every family: the name of its file, and what stands in it.
fn families() -> Vec<(String, Table)> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/families"));
    let mut families: Vec<_> = fs::read_dir(folder)
        .expect("there are families")
        .map(|entry| {
            let path = entry.expect("the folder can be read").path();
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("the file can be read");
            let family = text.parse().unwrap_or_else(|fault| panic!("{name}: {fault}"));
            (name, family)
        })
        .collect();
    families.sort_by(|(a, _), (b, _)| a.cmp(b));
    families
}

/// The answers of a family; stops the test at one that can not be given.
fn answers(catalogue: &Catalogue, name: &str, family: &Table) -> Answers {
    let texts = |value: &Value| -> Vec<String> {
        let values = value.as_array().map_or(&[][..], Vec::as_slice);
        values
            .iter()
            .map(|value| value.as_str().unwrap_or_else(|| panic!("{name}: {value:?}")).to_owned())
            .collect()
    };
    let given = |(id, value): (&String, &Value)| {
        let question = catalogue.question(id).unwrap_or_else(|| panic!("{name}: there is no question {id}"));
        let whole = |value: &Value| value.as_integer().unwrap_or_else(|| panic!("{name}: {id} = {value:?}"));
        let given = match &question.answer {
            Answer::YesNo => Given::YesNo(value.as_bool().unwrap_or_else(|| panic!("{name}: {id}"))),
            Answer::OneOf(_) | Answer::Municipality(_) => {
                Given::One(value.as_str().unwrap_or_else(|| panic!("{name}: {id}")).to_owned())
            }
            Answer::SeveralOf(_) => Given::Several(texts(value)),
            Answer::Ages => {
                let ages = value.as_array().unwrap_or_else(|| panic!("{name}: {id}")).iter();
                Given::Ages(ages.map(|age| u8::try_from(whole(age)).expect("an age")).collect())
            }
            Answer::Number(_) => Given::Number(u16::try_from(whole(value)).expect("a number")),
        };
        given.fits(&question.answer).unwrap_or_else(|fault| panic!("{name}: {id}: {fault}"));
        (Id::new(id.as_str()), given)
    };
    family["answers"].as_table().expect("answers are a table").iter().map(given).collect()
}

#[test]
fn nobody_misses_what_matters_or_is_offered_what_is_not_for_them() {
    let catalogue = tests::catalogue();
    let families = families();
    assert!(families.len() >= 60, "{}", families.len());
    let mut faults = Vec::new();
    let mut checked = 0;
    for (name, family) in &families {
        let answers = answers(&catalogue, name, family);
        let circumstances = Circumstances::new(&catalogue, &answers);
        for (table, wrong) in
            [("must", Some(Verdict::NotForYou)), ("must-not", Some(Verdict::ForYou)), ("may", None)]
        {
            let Some(products) = family.get(table).and_then(Value::as_table) else { continue };
            for (id, why) in products {
                let product =
                    catalogue.product(id).unwrap_or_else(|| panic!("{name}: there is no product {id}"));
                checked += 1;
                if wrong == Some(Verdict::of(product, &circumstances)) {
                    faults.push(format!("{name}: {table} {id} ({why:?})"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} of {checked}:\n{}", faults.len(), faults.join("\n"));
}
