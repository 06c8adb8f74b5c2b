//! Words of crisis put the right number on top, in the language of the reader, also when they are misspelt; harmless words
//! that look like them do not.

use engine::{Explorer, catalogue::Language, search::Request};

#[test]
fn who_is_in_danger_sees_the_right_number_and_nobody_else_does() {
    let explorer = Explorer::new(tests::catalogue()).expect("the catalogue can be indexed");
    let mut faults = Vec::new();
    let mut checked = 0;
    for line in include_str!("crisis.txt").lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<_> = line.split(" | ").collect();
        let [expected, language, typed] = parts[..] else { panic!("{line}: an id, a language, a question") };
        let language = Language::new(language).expect("a code of a language");
        // Both as somebody types and when the question is whole.
        for unfinished in [true, false] {
            let request = Request { unfinished, ..Request::new(typed, language) };
            let shown = explorer.search(&request).expect("it is short").crisis_lines;
            let ids: Vec<_> = shown.iter().map(|line| line.id.as_str()).collect();
            let is_right = if expected == "-" { ids.is_empty() } else { ids.contains(&expected) };
            if !is_right {
                faults.push(format!("{line}: {ids:?}"));
            }
            checked += 1;
        }
    }
    assert!(checked > 180, "{checked}");
    faults.dedup();
    assert!(faults.is_empty(), "{} of {checked}:\n{}", faults.len(), faults.join("\n"));
}
