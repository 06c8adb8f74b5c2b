//! Sets the weights of search on the judged questions of the part `tuning`: `cargo run --release -p tests --bin tune`.
//!
//! Each weight in turn is moved a little up and down, and the move kept that makes search best; the steps get smaller until none
//! helps. What is best is nDCG@10 over all questions plus a little for the first hit. It prints the weights, to be copied to
//! `engine/src/search/weights.rs`, and how good they are on both parts.

use engine::{
    Explorer,
    evaluation::{self, Figures, Judgement},
    search::Weights,
};

fn main() {
    let mut explorer = Explorer::new(tests::catalogue()).expect("the catalogue can be indexed");
    let (tuning, aside): (Vec<_>, Vec<_>) =
        tests::judgements().into_iter().partition(|judgement| judgement.part == "tuning");
    let mut weights = Weights::TUNED;
    let mut best = judge(&mut explorer, weights, &tuning);
    println!("start {best:.4}");
    for step in [0.3_f32, 0.15, 0.07] {
        loop {
            let before = best;
            for at in 0..weights.each().len() {
                for factor in [1.0 + step, 1.0 - step] {
                    let mut tried = weights;
                    let held = &mut *tried.each()[at].1;
                    // A weight of nothing could never grow by a factor.
                    *held = if *held == 0.0 { step / 3.0 } else { *held * factor };
                    let worth = judge(&mut explorer, tried, &tuning);
                    if worth > best + 1e-5 {
                        (weights, best) = (tried, worth);
                    }
                }
            }
            println!("step {step}: {best:.4}");
            if best - before < 5e-4 {
                break;
            }
        }
    }
    for (name, value) in weights.each() {
        println!("        {name}: {value:.3},");
    }
    explorer.set_weights(weights);
    for (part, judgements) in [("tuning", &tuning), ("aside", &aside)] {
        let outcomes = evaluation::evaluate(&explorer, judgements).expect("the judgements fit the catalogue");
        println!("{part}: {:?}", Figures::of(&outcomes));
    }
}

/// How good search is with these weights.
fn judge(explorer: &mut Explorer, weights: Weights, judgements: &[Judgement]) -> f64 {
    explorer.set_weights(weights);
    let outcomes = evaluation::evaluate(explorer, judgements).expect("the judgements fit the catalogue");
    let figures = Figures::of(&outcomes);
    figures.ndcg + 0.1 * figures.success_1 + 0.1 * figures.success_5
}
