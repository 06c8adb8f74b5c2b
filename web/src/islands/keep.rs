//! Where a profile is kept: in this tab, on this device if its owner wants so, in a link, in a file. Nowhere else.

use std::collections::BTreeSet;

use engine::{
    catalogue::{Catalogue, Id, Question},
    screening::Profile,
};
use serde_json::{Value, json};

use super::browser::{self, Place};

/// The key under which browsers keep it.
const KEY: &str = "rights-check";

/// The word before a profile in a link: `/nl/rechtencheck/#profile=…`.
const IN_LINK: &str = "profile=";

/// A profile, and the questions that were skipped.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Kept {
    pub profile: Profile,
    pub passed: BTreeSet<Id<Question>>,
}

/// What there was when the page opened.
#[derive(Default)]
pub(super) struct Found {
    pub kept: Kept,
    /// Whether it is kept on this device.
    pub on_device: bool,
    /// Why the profile in the link, or the one that was kept, can not be used.
    pub fault: Option<String>,
}

/// Whether the address holds a profile.
pub(super) fn is_linked() -> bool {
    browser::fragment().is_some_and(|fragment| fragment.starts_with(IN_LINK))
}

/// Whether there is a profile to be found.
pub(super) fn is_kept() -> bool {
    is_linked() || [Place::Tab, Place::Device].into_iter().any(|place| browser::kept(place, KEY).is_some())
}

/// Looks for a profile: in the link first, then in this tab, then on this device.
pub(super) fn find(catalogue: &Catalogue) -> Found {
    let in_link = browser::fragment().and_then(|fragment| fragment.strip_prefix(IN_LINK).map(str::to_owned));
    if let Some(encoded) = in_link {
        let text = js_sys::decode_uri_component(&encoded).ok().and_then(|text| text.as_string());
        let mut found = Found::default();
        match read(catalogue, &text.unwrap_or_default()) {
            Ok(kept) => {
                // In this tab only: it may be of somebody else than what is on this device. Kept before it leaves the
                // address: a page that is loaded again between the two would lose it.
                keep(&kept, false);
                found.kept = kept;
            }
            Err(why) => found.fault = Some(why),
        }
        // It must not stay in the address bar, where the next person sees it.
        browser::show_address(&browser::here());
        return found;
    }
    let on_device = browser::kept(Place::Device, KEY);
    let mut found = Found { on_device: on_device.is_some(), ..Found::default() };
    if let Some(text) = browser::kept(Place::Tab, KEY).or(on_device) {
        match read(catalogue, &text) {
            Ok(kept) => found.kept = kept,
            Err(why) => found = Found { fault: Some(why), ..Found::default() },
        }
    }
    found
}

/// Keeps a profile in this tab, and on this device if its owner wants so.
pub(super) fn keep(kept: &Kept, on_device: bool) {
    let text = write(kept);
    if kept.profile.is_empty() && kept.passed.is_empty() {
        browser::forget(Place::Tab, KEY);
    } else {
        browser::keep(Place::Tab, KEY, &text);
    }
    if on_device {
        browser::keep(Place::Device, KEY, &text);
    }
}

/// Forgets what is kept on this device.
pub(super) fn forget_on_device() {
    browser::forget(Place::Device, KEY);
}

/// A link that holds the profile in the part of the address that reaches no server.
pub(super) fn link(address: &str, profile: &Profile) -> String {
    format!("{address}#{IN_LINK}{}", js_sys::encode_uri_component(&profile.to_json().to_string()))
}

/// The text of a file that holds the profile, which `rights screen` reads too.
pub(super) fn file(profile: &Profile) -> String {
    serde_json::to_string_pretty(&profile.to_json()).unwrap_or_default() + "\n"
}

fn write(kept: &Kept) -> String {
    let mut value = kept.profile.to_json();
    if let Value::Object(parts) = &mut value
        && !kept.passed.is_empty()
    {
        parts.insert("passed".to_owned(), json!(kept.passed));
    }
    value.to_string()
}

/// Reads what one of these has written, or says what is wrong with it.
pub(super) fn read(catalogue: &Catalogue, text: &str) -> Result<Kept, String> {
    let value: Value = serde_json::from_str(text).map_err(|why| why.to_string())?;
    let profile = Profile::from_json(catalogue, &value)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    // Questions that were skipped and are not asked any more do not matter.
    let passed = value.get("passed").and_then(Value::as_array).into_iter().flatten();
    let passed =
        passed.filter_map(Value::as_str).filter(|id| catalogue.question(id).is_some()).map(Id::new).collect();
    Ok(Kept { profile, passed })
}
