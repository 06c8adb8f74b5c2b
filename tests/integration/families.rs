//! Whole families, written from the facts by somebody who had not seen the conditions: what they must find, and what must
//! never be offered to them.

use std::collections::BTreeSet;

use engine::{
    Explorer, bundle,
    catalogue::{Answer, Catalogue, Id, Language},
    screening::{Answers, Family, Given, Profile, Screener, Screening, Sheet, Verdict},
};

/// Every family; there are at least sixty.
fn families(catalogue: &Catalogue) -> Vec<(String, Family)> {
    let families = tests::families(catalogue);
    assert!(families.len() >= 60, "{}", families.len());
    families
}

fn explorer() -> Explorer {
    Explorer::new(tests::catalogue()).expect("the catalogue can be indexed")
}

/// Where a product stands in what is offered, counted from 1.
fn place(screening: &Screening<'_>, id: &Id<engine::catalogue::Product>) -> Option<usize> {
    screening.offered().position(|found| found.product.id == *id).map(|at| at + 1)
}

#[test]
fn nobody_misses_what_matters_or_is_offered_what_is_not_for_them() {
    let explorer = explorer();
    let mut faults = Vec::new();
    for (name, family) in families(explorer.catalogue()) {
        let screening = explorer.screen(&family.profile());
        for (expected, wrong, word) in
            [(&family.must, Verdict::NotForYou, "must"), (&family.must_not, Verdict::ForYou, "must not")]
        {
            for (id, why) in &expected.0 {
                let found = screening.of(id).expect("the product exists");
                if found.verdict == wrong && !found.received {
                    faults.push(format!("{name}: {word} {id} ({why})"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}:\n{}", faults.len(), faults.join("\n"));
}

/// How many products a family looks at.
const LOOKED_AT: usize = 20;

#[test]
fn what_a_family_must_find_stands_among_the_first() {
    let explorer = explorer();
    let (mut musts, mut found, mut for_everyone, mut late) = (0, 0, 0, Vec::new());
    for (name, family) in families(explorer.catalogue()) {
        let screening = explorer.screen(&family.profile());
        for id in family.must.0.keys() {
            let verdict = screening.of(id).expect("the product exists").verdict;
            if verdict == Verdict::ForEveryone {
                for_everyone += 1;
                continue;
            }
            musts += 1;
            match place(&screening, id) {
                Some(place) if place <= LOOKED_AT => found += 1,
                place => late.push(format!("{name}: {id} {verdict} at {place:?}")),
            }
        }
    }
    let share = f64::from(found) / f64::from(musts);
    println!(
        "{found} of {musts} among the first {LOOKED_AT} ({share:.3}), {for_everyone} for everyone\n{}",
        late.join("\n")
    );
    assert!(share >= 0.86, "{share:.3}:\n{}", late.join("\n"));
}

#[test]
fn the_bundle_of_the_rights_check_says_what_the_whole_one_says() {
    let catalogue = tests::catalogue();
    for language in [Language::DUTCH, Language::FRENCH, Language::ENGLISH] {
        let whole = bundle::write(&catalogue, language).expect("the catalogue can be bundled");
        let small = bundle::write_screener(&catalogue, language).expect("the catalogue can be bundled");
        assert!(small.len() < whole.len() / 2, "{} of {} bytes", small.len(), whole.len());
        assert!(bundle::read(&small).is_err(), "it has no index");
        let (explorer, screener) = (bundle::read(&whole).unwrap(), bundle::read_screener(&small).unwrap());
        for (name, family) in families(&catalogue) {
            let profile = family.profile();
            let sheet =
                |screener: &Screener| Sheet::new(screener, &screener.screen(&profile), &name, language).csv();
            assert_eq!(sheet(&screener), sheet(explorer.screener()), "{name}");
        }
    }
}

/// The answers of a family as it would give them when asked everything: what its file leaves out is no, none or nobody.
fn all_answers(catalogue: &Catalogue, family: &Family) -> Answers {
    let mut answers = family.answers.clone();
    for question in &catalogue.profile.questions {
        if answers.get(&question.id).is_none() {
            match &question.answer {
                Answer::YesNo => answers.set((*question.id).clone(), Given::YesNo(false)),
                Answer::SeveralOf(_) => answers.set((*question.id).clone(), Given::Several(Vec::new())),
                _ => {}
            }
        }
    }
    answers
}

#[test]
fn the_next_best_questions_lead_to_the_same_verdicts_with_fewer_questions() {
    let explorer = explorer();
    let catalogue = explorer.catalogue();
    let questions = catalogue.profile.questions.len();
    let (mut asked_in_all, mut families_asked) = (0, 0);
    for (name, family) in families(catalogue) {
        let known = all_answers(catalogue, &family);
        let (mut given, mut passed) = (Answers::default(), BTreeSet::new());
        let mut asked = 0;
        while let Some(next) = explorer.screen(&Profile::of(&given)).next_question(&passed) {
            asked += 1;
            assert!(asked <= questions, "{name}: a question is asked twice");
            let id = (*next.question.id).clone();
            match known.get(&id) {
                Some(answer) => given.set(id, answer.clone()),
                None => {
                    passed.insert(id);
                }
            }
        }
        let (all, some) = (explorer.screen(&Profile::of(&known)), explorer.screen(&Profile::of(&given)));
        for found in all.matches() {
            let other = some.of(&found.product.id).expect("the product exists");
            assert_eq!(other.verdict, found.verdict, "{name}: {}", found.product.id);
        }
        asked_in_all += asked;
        families_asked += 1;
    }
    let share = f64::from(asked_in_all as u32) / f64::from((families_asked * questions) as u32);
    println!(
        "{:.1} of {questions} questions a family ({share:.3})",
        f64::from(asked_in_all as u32) / f64::from(families_asked as u32)
    );
    assert!(share <= 0.6, "{share:.3}");
}
