//! Family files on disk.

use std::{fmt::Write as _, fs, io::Write as _, path::Path};

use anyhow::Context;
use engine::{
    catalogue::{Catalogue, Sources},
    screening::{Family, Given, Profile},
};

use crate::{
    failure::Failure,
    open,
    toml_text::{quoted, texts},
};

/// The family in a file, or a message about all that is wrong with it.
pub(crate) fn read(catalogue: &Catalogue, path: &Path) -> Result<Family, Failure> {
    let text = fs::read_to_string(path).with_context(|| format!("can not read {}", path.display()))?;
    if text.trim_start().starts_with('{') {
        return from_site(catalogue, &text)
            .map_err(|why| anyhow::anyhow!("{} can not be used: {why}", path.display()).into());
    }
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Family::read(catalogue, &name, &text).or_else(|faults| {
        let folder = path.parent().unwrap_or(Path::new(""));
        let sources = Sources::from_iter([(name, text)]);
        open::show(&faults, &sources, folder, &mut anstream::stderr())?;
        Err(Failure::Shown)
    })
}

/// Reads a profile that the rights check on the site has saved, or says what is wrong with it.
fn from_site(catalogue: &Catalogue, text: &str) -> Result<Family, String> {
    let value = serde_json::from_str(text).map_err(|why| format!("it is not whole JSON: {why}"))?;
    let profile = Profile::from_json(catalogue, &value).map_err(|faults| {
        let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
        format!("{}; was it saved with another version of the catalogue?", faults.join("; "))
    })?;
    Ok(Family::of(profile))
}

/// Writes a family. What was in the file before stays there until the new one is whole.
pub(crate) fn write(path: &Path, family: &Family) -> Result<(), Failure> {
    let text = to_toml(family);
    let beside = path.with_extension("toml.part");
    let written = fs::File::create(&beside)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&beside, path));
    written.with_context(|| format!("can not write {}", path.display()))?;
    Ok(())
}

fn to_toml(family: &Family) -> String {
    let needs: Vec<_> = family.needs.iter().map(ToString::to_string).collect();
    let mut toml = format!("who = {}\nneeds = {}\n", quoted(&family.who), texts(&needs));
    if !family.has.is_empty() {
        let has: Vec<_> = family.has.iter().map(ToString::to_string).collect();
        let _ = writeln!(toml, "has = {}", texts(&has));
    }
    toml.push_str("\n[answers]\n");
    for (question, given) in family.answers.iter() {
        let value = match given {
            Given::YesNo(yes) => yes.to_string(),
            Given::One(id) => quoted(id),
            Given::Several(ids) => texts(ids),
            Given::Ages(ages) => format!("{ages:?}"),
            Given::Number(number) => number.to_string(),
        };
        let _ = writeln!(toml, "{question} = {value}");
    }
    for (name, expected) in [("must", &family.must), ("must-not", &family.must_not), ("may", &family.may)] {
        if !expected.0.is_empty() {
            let _ = writeln!(toml, "\n[{name}]");
        }
        for (product, why) in &expected.0 {
            let _ = writeln!(toml, "{product} = {}", quoted(why));
        }
    }
    toml
}
