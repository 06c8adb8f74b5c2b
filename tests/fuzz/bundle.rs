//! Bundles that were damaged on their way, which the checksum tells.

use std::sync::LazyLock;

use bolero::check;
use engine::{bundle, catalogue::Language};

use super::{
    damage::{Damage, damaged_bytes},
    small_catalogue,
};

static SMALL: LazyLock<Vec<u8>> =
    LazyLock::new(|| bundle::write(&small_catalogue(), Language::DUTCH).expect("it can be bundled"));

#[test]
fn a_bundle_that_was_damaged_on_its_way_is_refused() {
    check!().with_iterations(2_000).with_type::<Vec<Damage>>().for_each(|damages| {
        let damaged = damaged_bytes(&SMALL, damages);
        match bundle::read(&damaged) {
            Ok(_) => assert!(damaged == *SMALL, "the damage was not noticed"),
            Err(fault) => assert!(!fault.to_string().is_empty()),
        }
    });
}
