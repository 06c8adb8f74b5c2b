//! Every text in every language.

use super::Checker;

rule! {
    /// A text is missing in one of the languages of the catalogue, or a list has fewer lines in one than in another.
    ///
    /// Whoever reads that language then sees another one, or less. Translate the meaning, not the words; short sentences.
    "missing-translation", Warning, check
}

fn check(checker: &mut Checker<'_>) {
    let languages = checker.catalogue.settings.languages.clone();
    for product in &checker.catalogue.products {
        let file = product.file();
        let ask = product.audience.as_ref().map(|audience| ("for.ask", &audience.ask));
        for &language in &languages {
            for (key, text) in [("name", &product.name), ("summary", &product.summary)] {
                if text.get(language).is_none() {
                    checker.report(&file, key, format!("`{key}` is missing in `{language}`"), "translate it");
                }
            }
            let lists = [("steps", &product.steps), ("documents", &product.documents)].into_iter().chain(ask);
            for (key, lists) in lists {
                let most = lists.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
                let has = lists.get(language).map_or(0, Vec::len);
                if has < most {
                    checker.report(
                        &file,
                        key,
                        format!("`{key}` has {has} lines in `{language}`, but {most} in another language"),
                        "translate the lines that are missing",
                    );
                }
            }
            if product.phrases.get(language).is_none_or(Vec::is_empty) {
                checker.report(
                    &file,
                    "phrases",
                    format!("there are no phrases in `{language}`"),
                    "write how people ask for it in that language",
                );
            }
        }
    }
}
