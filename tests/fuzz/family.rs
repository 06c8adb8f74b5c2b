//! Family files.

use bolero::check;
use engine::{catalogue::Sources, screening::Family};

use super::{
    REAL, are_told,
    damage::{Damage, damaged, few, place},
    screen,
};

#[test]
fn a_family_is_read_or_refused_in_words() {
    let files = [
        include_str!("../families/single-mother-newborn.toml"),
        include_str!("../families/alcohol-addiction.toml"),
    ];
    check!().with_iterations(2_500).with_type::<(u8, Vec<Damage>)>().for_each(|(file, damages)| {
        let text = damaged(files[place(*file, files.len())], few(damages));
        match Family::read(REAL.catalogue(), "family.toml", &text) {
            Ok(family) => screen(&REAL, &family.profile()),
            Err(faults) => are_told(&faults, &Sources::from_iter([("family.toml", text.as_str())])),
        }
    });
}
