//! Files with judged questions, in both their forms.

use bolero::check;
use engine::evaluation::{self, Figures};

use super::{
    REAL,
    damage::{Damage, damaged, few},
};

const TOML: &str =
    "[[judgement]]\nq = \"huur\"\nlang = \"nl\"\nclass = \"keyword\"\nrelevant = { huursubsidie = 3 }\n
[[judgement]]\nq = \"dettes\"\nlang = \"fr\"\nrelevant = {}\n";

#[test]
fn judgements_are_read_or_refused_in_words() {
    let lines: Vec<&str> = include_str!("../judgements/fr.jsonl").lines().take(4).collect();
    let texts = [lines.join("\n"), TOML.to_owned()];
    check!().with_iterations(2_500).with_type::<(bool, Vec<Damage>)>().for_each(|(form, damages)| {
        let text = damaged(&texts[usize::from(*form)], few(damages));
        let outcomes =
            evaluation::read(&text).and_then(|judgements| evaluation::evaluate(&REAL, &judgements));
        match outcomes {
            Ok(outcomes) => assert!(Figures::of(&outcomes).ndcg.is_finite()),
            Err(fault) => assert!(fault.to_string().len() > 10, "{fault}"),
        }
    });
}
