//! The commands of `rights` as people run them: what they print, and how they end.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

const CATALOGUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalogue");

fn rights(catalogue: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rights"))
        .arg("--catalogue")
        .arg(catalogue)
        .args(arguments)
        .output()
        .expect("rights can be run")
}

/// Runs `rights` on the real catalogue: its exit code, and what it printed.
fn run(arguments: &[&str]) -> (i32, String, String) {
    told(&rights(CATALOGUE.as_ref(), arguments))
}

fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

/// A copy of a few files of the catalogue, to break.
fn copy(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let sources = engine::catalogue::Sources::read(CATALOGUE.as_ref()).expect("the catalogue can be read");
    for (path, text) in sources.iter() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file stands in a folder")).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn a_search_shows_what_helps_and_whom_to_call() {
    let (code, out, _) = run(&["search", "money problems", "--lang", "en", "--explain"]);
    assert_eq!(code, 0);
    for part in
        ["Debt mediation", "056 24 42 22", "people ask for it like this", "score", "themes: geldproblemen"]
    {
        assert!(out.contains(part), "`{part}` is missing:\n{out}");
    }
}

#[test]
fn a_search_as_json_has_its_fields() {
    let (code, out, _) = run(&["search", "schuldne", "--json", "--limit", "2"]);
    let answer: serde_json::Value = serde_json::from_str(&out).expect("the output is JSON");
    assert_eq!(code, 0);
    assert_eq!(answer["hits"].as_array().map(Vec::len), Some(2));
    assert_eq!(answer["corrections"][0]["meant"], "schulden");
    for field in ["id", "name", "summary", "category", "apply_at", "phone", "score", "reason"] {
        assert!(answer["hits"][0].get(field).is_some(), "{field}");
    }
}

#[test]
fn a_category_that_is_none_is_refused_with_the_right_ones() {
    let (code, _, error) = run(&["search", "huur", "--category", "hausing"]);
    assert_eq!(code, 2);
    assert!(error.contains("did you mean `housing`?") && error.contains("income, children"), "{error}");
}

#[test]
fn a_language_that_is_none_is_refused_with_the_right_ones() {
    let (code, _, error) = run(&["show", "leefloon", "--lang", "de"]);
    assert_eq!(code, 2);
    assert!(error.contains("nl, fr, en"), "{error}");
}

#[test]
fn a_question_that_is_too_long_is_refused() {
    let (code, _, error) = run(&["search", &"geld ".repeat(2_000)]);
    assert_eq!(code, 2);
    assert!(error.contains("10000 letters"), "{error}");
}

#[test]
fn a_product_is_shown_with_all_it_has() {
    let (code, out, _) = run(&["show", "verhoogde-tegemoetkoming"]);
    assert_eq!(code, 0);
    for part in [
        "Verhoogde tegemoetkoming",
        "Wat kun je doen?",
        "Wie kan je helpen?",
        "Is het iets voor jou?",
        "nog niet bevestigd",
    ] {
        assert!(out.contains(part), "`{part}` is missing:\n{out}");
    }
}

#[test]
fn a_product_that_is_none_gets_a_hint() {
    let (code, _, error) = run(&["show", "leeflon"]);
    assert_eq!(code, 2);
    assert!(error.contains("did you mean `leefloon`?"), "{error}");
}

#[test]
fn the_catalogue_is_right() {
    let (code, out, error) = run(&["check"]);
    assert_eq!(code, 0, "{out}{error}");
    assert!(out.contains("nothing to mend") && out.contains("products       378"), "{out}");
    assert_eq!(error, "", "progress is only for terminals");
}

#[test]
fn a_broken_catalogue_ends_with_1_and_all_its_faults() {
    let folder = copy("broken");
    let product = folder.join("products/income/leefloon.toml");
    let text = fs::read_to_string(&product).unwrap();
    fs::write(&product, text.replace("importance = 5", "importance = 7").replace("\"high\"", "\"hihg\""))
        .unwrap();
    fs::write(folder.join("themes/schulden.toml"), "name = ").unwrap();
    let (code, out, _) = told(&rights(&folder, &["check"]));
    assert_eq!(code, 1);
    for part in ["number-out-of-range", "did you mean `high`?", "schulden.toml:1", "errors"] {
        assert!(out.contains(part), "`{part}` is missing:\n{out}");
    }
    let (code, github, _) = told(&rights(&folder, &["check", "--format", "github"]));
    assert_eq!(code, 1);
    assert!(github.starts_with("::error file="), "{github}");
    let (code, json, _) = told(&rights(&folder, &["check", "--format", "json"]));
    assert_eq!(code, 1);
    let faults: serde_json::Value = serde_json::from_str(&json).expect("the output is JSON");
    assert!(
        faults.as_array().is_some_and(|faults| faults.iter().any(|fault| fault["rule"] == "unknown-word"))
    );
    let (code, _, error) = told(&rights(&folder, &["search", "huur"]));
    assert_eq!(code, 1);
    assert!(error.contains("number-out-of-range"), "{error}");
}

#[test]
fn a_folder_without_a_catalogue_gets_advice() {
    let (code, _, error) = told(&rights(Path::new(env!("CARGO_TARGET_TMPDIR")), &["check"]));
    assert_eq!(code, 2);
    assert!(error.contains("catalogue.toml") && error.contains("--catalogue DIR"), "{error}");
}

#[test]
fn an_export_has_every_product() {
    let (code, out, _) = run(&["export", "--format", "json"]);
    let export: serde_json::Value = serde_json::from_str(&out).expect("the output is JSON");
    assert_eq!(code, 0);
    assert_eq!(export["format"], 1);
    assert_eq!(export["products"].as_array().map(Vec::len), Some(378));
}

#[test]
fn help_has_examples() {
    for command in ["search", "show", "check", "export"] {
        let (code, out, _) = run(&[command, "--help"]);
        assert_eq!(code, 0);
        assert!(out.contains("Examples:"), "{command}: {out}");
    }
}

/// Runs `rights` and types these lines.
fn typed(catalogue: &Path, arguments: &[&str], lines: &[&str]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rights"))
        .arg("--catalogue")
        .arg(catalogue)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("rights can be run");
    let mut input = child.stdin.take().expect("its input is ours");
    input.write_all((lines.join("\n") + "\n").as_bytes()).expect("it reads");
    drop(input);
    told(&child.wait_with_output().expect("it ends"))
}

/// Answers to `rights new product`, with one that is refused at first.
const NEW_PRODUCT: [&str; 36] = [
    "Buurtkoffie",
    "Café de quartier",
    "Neighbourhood coffee",
    "Buurt Koffie",
    "",
    "leisure",
    "service",
    "local",
    "ocmw-kortrijk",
    "ocmw kortrijk",
    "walk-in",
    "9",
    "2",
    "mensen-leren-kennen",
    "",
    "lives-in-belgium",
    "Elke week samen koffie drinken in je buurt.",
    "Prendre un café ensemble chaque semaine dans votre quartier.",
    "Have coffee together every week in your neighbourhood.",
    "Ga naar het wijkcentrum.",
    "Vraag wanneer er koffie is.",
    "",
    "Allez au centre de quartier.",
    "Demandez quand il y a du café.",
    "",
    "Go to the community centre.",
    "Ask when there is coffee.",
    "",
    "koffie met de buren",
    "een babbel in de wijk",
    "",
    "un café avec les voisins",
    "",
    "coffee with the neighbours",
    "",
    "",
];

#[test]
fn a_new_product_is_written_after_a_few_questions_and_is_right() {
    let folder = copy("new");
    let (code, out, error) = typed(&folder, &["new", "product"], &NEW_PRODUCT);
    assert_eq!(code, 0, "{out}{error}");
    assert!(out.contains("An id is small letters") && out.contains("from 1 to 5"), "{out}");
    assert!(folder.join("products/leisure/buurtkoffie.toml").is_file(), "{out}");
    let (code, out, error) = told(&rights(&folder, &["check"]));
    assert_eq!(code, 0, "{out}{error}");
    let (_, out, _) = told(&rights(&folder, &["search", "koffie met de buren", "--limit", "1"]));
    assert!(out.contains("buurtkoffie"), "{out}");
}

#[test]
fn a_new_product_that_is_not_finished_is_not_written() {
    let folder = copy("unfinished");
    let (code, _, error) = typed(&folder, &["new", "product"], &NEW_PRODUCT[..12]);
    assert_eq!(code, 2);
    assert!(error.contains("nothing was written"), "{error}");
    assert!(!folder.join("products/leisure/buurtkoffie.toml").exists());
}

#[test]
fn generated_files_are_up_to_date() {
    let (code, out, _) = run(&["generate", "--check"]);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn generated_files_that_are_not_up_to_date_are_named() {
    let folder = copy("stale").join("catalogue");
    fs::create_dir_all(&folder).unwrap();
    for part in ["catalogue.toml", "profile.toml", "organisations", "products", "themes"] {
        fs::rename(folder.with_file_name(part), folder.join(part)).unwrap();
    }
    let (code, out, _) = told(&rights(&folder, &["generate"]));
    assert!(code == 0 && out.contains("written: "), "{out}");
    let owners = fs::read_to_string(folder.with_file_name(".github/CODEOWNERS")).unwrap();
    assert!(
        owners.contains("/catalogue/products/income/leefloon.* @ocmw-kortrijk/ocmw-kortrijk\n"),
        "{owners}"
    );
    fs::write(folder.join("RULES.md"), "old").unwrap();
    let (code, out, _) = told(&rights(&folder, &["generate", "--check"]));
    assert!(code == 1 && out.contains("RULES.md") && !out.contains("CODEOWNERS"), "{out}");
}

const FAMILY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/families/single-mother-newborn.toml");

#[test]
fn a_family_is_screened_with_reasons_and_whom_to_call() {
    let (code, out, _) = run(&["screen", FAMILY, "--lang", "en", "--explain"]);
    assert_eq!(code, 0);
    for part in [
        "Look at these first",
        "may be for you, because",
        "Also see if this is true:",
        "056 24 42 22",
        "For everyone",
        "You have this already",
        "likelihood",
    ] {
        assert!(out.contains(part), "`{part}` is missing:\n{out}");
    }
}

#[test]
fn a_screening_has_a_form_for_every_reader() {
    let (_, html, _) = run(&["screen", FAMILY, "--format", "html", "--lang", "fr"]);
    assert!(
        html.starts_with("<!DOCTYPE html><html lang=\"fr\">") && html.contains("Droits et aides pour"),
        "{html}"
    );
    let (_, markdown, _) = run(&["screen", FAMILY, "--format", "markdown"]);
    assert!(
        markdown.starts_with("# Rechten en hulp voor: ") && markdown.contains("\n## Kijk hier eerst naar\n"),
        "{markdown}"
    );
    let (_, json, _) = run(&["screen", FAMILY, "--format", "json"]);
    let sheet: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(sheet["top"].as_array().map(Vec::len), Some(10));
    assert!(
        sheet["received"].as_array().is_some_and(|have| have.iter().any(|entry| entry["id"] == "leefloon"))
    );
    let (_, csv, _) = run(&["screen", FAMILY, "--format", "csv"]);
    assert_eq!(csv.matches("\r\n").count(), 379, "a head and 378 products");
    assert!(csv.starts_with("id,name,category,verdict,received,reason"), "{csv}");
}

#[test]
fn two_screenings_are_compared() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let older = folder.join("older.toml");
    let text = fs::read_to_string(FAMILY).unwrap();
    let without = text.lines().filter(|line| !line.starts_with("children =")).collect::<Vec<_>>().join("\n");
    fs::write(&older, without.replace("[answers]", "[answers]\nchildren = []")).unwrap();
    let (code, out, error) = run(&["screen", "--compare", older.to_str().unwrap(), FAMILY]);
    assert_eq!(code, 0, "{error}");
    assert!(
        out.contains("Dit komt erbij")
            && out.contains("Basisbedrag Groeipakket")
            && out.contains("not-for-you → for-you"),
        "{out}"
    );
    let (code, out, _) = run(&["screen", "--compare", FAMILY, FAMILY]);
    assert!(code == 0 && out.contains("Er verandert niets."), "{out}");
    let (code, _, error) = run(&["screen", FAMILY, FAMILY]);
    assert!(code == 2 && error.contains("--compare"), "{error}");
}

#[test]
fn a_family_file_with_faults_is_refused_with_the_place() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faulty.toml");
    fs::write(&path, "who = \"x\"\n[answers]\nchildrn = [430]\n").unwrap();
    let (code, _, error) = run(&["screen", path.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(error.contains("faulty.toml:3") && error.contains("did you mean `children`?"), "{error}");
}

#[test]
fn an_interview_asks_saves_goes_on_and_goes_back() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("interview.toml");
    let _ = fs::remove_file(&path);
    let file = path.to_str().unwrap();
    // A wrong answer, why, skip and back; then one answer, and stop.
    let (code, out, error) =
        typed(CATALOGUE.as_ref(), &["interview", file, "--who", "Jan"], &["x", "?", "s", "b", "0", "q"]);
    assert_eq!(code, 0, "{out}{error}");
    assert!(out.contains("`x` is not a number") && out.contains("saved: "), "{out}");
    let saved = fs::read_to_string(&path).unwrap();
    assert!(saved.starts_with("who = \"Jan\"\n") && saved.lines().count() == 5, "{saved}");

    // Everything else skipped leads to the end, and what was answered is still there.
    let (code, out, error) = typed(CATALOGUE.as_ref(), &["interview", file], &["s"; 60]);
    assert_eq!(code, 0, "{out}{error}");
    assert!(out.contains("nog 1 vraag") && out.contains("Kijk hier eerst naar"), "{out}");
    assert_eq!(fs::read_to_string(&path).unwrap(), saved);
}

#[test]
fn an_interview_keeps_what_else_stands_in_the_file() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kept.toml");
    fs::copy(FAMILY, &path).unwrap();
    let (code, out, error) = typed(CATALOGUE.as_ref(), &["interview", path.to_str().unwrap()], &["q"]);
    assert_eq!(code, 0, "{out}{error}");
    let table = |path: &Path| fs::read_to_string(path).unwrap().parse::<toml::Table>().expect("it is TOML");
    assert_eq!(table(&path), table(FAMILY.as_ref()));
}

/// Runs git in a folder, as somebody.
fn git(folder: &Path, arguments: &[&str]) {
    let status = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=x", "-c", "user.email=x@example.org"])
        .args(arguments)
        .status()
        .expect("git can be run");
    assert!(status.success(), "git {arguments:?}");
}

#[test]
fn the_impact_of_a_change_is_told_by_family() {
    let folder = copy("impact");
    git(&folder, &["init", "--quiet", "--initial-branch", "main"]);
    git(&folder, &["add", "--all"]);
    git(&folder, &["commit", "--quiet", "--message", "before"]);
    let families = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/families");
    let impact = |format: &str| {
        told(&rights(&folder, &["impact", "--base", "main", "--families", families, "--format", format]))
    };
    let (code, out, error) = impact("human");
    assert!(code == 0 && out.starts_with("0 of "), "{out}{error}");

    let product = folder.join("products/income/leefloon.toml");
    let text = fs::read_to_string(&product).unwrap();
    // Its example families would refuse the change, as they should.
    fs::remove_file(folder.join("products/income/leefloon.families.toml")).unwrap();
    fs::write(&product, text.replace("not = [\"has-only-no-residence-right\"]", "not = [\"has-debts\"]"))
        .unwrap();
    let (_, out, _) = impact("human");
    assert!(out.contains("- leefloon: for-you → not-for-you"), "{out}");
    let (_, out, _) = impact("markdown");
    assert!(out.contains("| family | gains | loses |") && out.contains("`leefloon`"), "{out}");
    let (_, out, _) = impact("json");
    let json: serde_json::Value = serde_json::from_str(&out).expect("it is JSON");
    assert!(json["affected"].as_array().is_some_and(|affected| !affected.is_empty()), "{out}");
    let (code, _, error) =
        told(&rights(&folder, &["impact", "--base", "no-such-branch", "--families", families]));
    assert!(code == 2 && error.contains("no-such-branch"), "{error}");
}

#[test]
fn a_profile_that_the_site_has_saved_is_screened() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("saved");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("profile.json");
    let profile = r#"{ "who": "moeder", "answers": { "municipality": "kortrijk", "children": [0], "income-sources": [] }, "has": ["leefloon"] }"#;
    fs::write(&path, profile).unwrap();
    let path_text = path.to_string_lossy();
    let (code, out, error) = run(&["screen", &path_text, "--format", "json"]);
    assert_eq!(code, 0, "{error}");
    let sheet: serde_json::Value = serde_json::from_str(&out).expect("the output is JSON");
    assert_eq!(sheet["who"], "moeder");
    let received: Vec<_> =
        sheet["received"].as_array().expect("a list").iter().map(|one| &one["id"]).collect();
    assert_eq!(received, ["leefloon"]);

    fs::write(&path, r#"{ "answers": { "pets": true }, "needs": ["honger"], "has": ["geld"] }"#).unwrap();
    let (code, _, error) = run(&["screen", &path_text]);
    assert_eq!(code, 2);
    for part in ["profile.json", "no question `pets`", "no theme `honger`", "no product `geld`"] {
        assert!(error.contains(part), "`{part}` is missing: {error}");
    }
    fs::write(&path, &profile[..40]).unwrap();
    let (code, _, error) = run(&["screen", &path_text]);
    assert_eq!(code, 2);
    assert!(error.contains("not whole JSON"), "{error}");
}

#[test]
fn what_a_family_has_opens_what_comes_with_it() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("has");
    fs::create_dir_all(&folder).unwrap();
    let (before, after) = (folder.join("before.toml"), folder.join("after.toml"));
    let answers = "\n[answers]\nmunicipality = \"kortrijk\"\nadults = [40]\nincome = \"modest\"\nincome-sources = [\"wage\"]\nhealth-insurance = [\"member\"]\n";
    fs::write(&before, format!("who = \"gezin\"\n{answers}")).unwrap();
    fs::write(&after, format!("who = \"gezin\"\nhas = [\"verhoogde-tegemoetkoming\"]\n{answers}")).unwrap();
    let (code, out, error) =
        run(&["screen", "--compare", &before.to_string_lossy(), &after.to_string_lossy(), "--lang", "en"]);
    assert_eq!(code, 0, "{error}");
    assert!(out.contains("New") && out.contains("NMBS"), "{out}");
}
