//! Bundles: damaged on their way, which the checksum tells, and damaged where they were made, which it does not.

use std::sync::LazyLock;

use bolero::check;
use engine::{
    bundle::{self, BundleError},
    catalogue::Language,
    screening::Profile,
};

use super::{
    REAL, ask,
    damage::{Damage, damaged_bytes, few},
    screen, small_catalogue,
};

/// How many bytes the head has: see [`bundle`].
const HEAD: usize = 16;

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

/// The content with a head that says it is whole.
fn with_a_right_head(bundle: &[u8], content: &[u8]) -> Vec<u8> {
    let mut bytes = bundle[..8].to_vec();
    bytes.extend(u32::try_from(content.len()).expect("it is small").to_le_bytes());
    bytes.extend(crc32fast::hash(content).to_le_bytes());
    bytes.extend(content);
    bytes
}

/// Reads a bundle whose content was damaged before its checksum was taken. One that opens all the same must work.
fn open(bundle: &[u8], damages: &[Damage], question: &str) {
    let content = damaged_bytes(&bundle[HEAD..], few(damages));
    match bundle::read(&with_a_right_head(bundle, &content)) {
        Ok(explorer) => {
            ask(&explorer, question, Language::DUTCH);
            screen(&explorer, &Profile::default());
        }
        Err(BundleError::NotABundle | BundleError::Damaged | BundleError::CutOff { .. }) => {
            panic!("the head is right")
        }
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
}

#[test]
fn a_bundle_with_wrong_content_is_refused_or_works() {
    check!().with_iterations(4_000).with_type::<Vec<Damage>>().for_each(|damages| {
        open(&SMALL, damages, "ik ben blut en kan de huur niet betalen, doktoor");
    });
}

#[test]
fn the_real_bundle_with_wrong_content_is_refused_or_works() {
    let real = bundle::write(REAL.catalogue(), Language::DUTCH).expect("it can be bundled");
    check!().with_iterations(40).with_type::<Vec<Damage>>().for_each(|damages| {
        open(&real, damages, "mijn huur is te duur");
    });
}
