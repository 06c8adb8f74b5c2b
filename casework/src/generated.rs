//! The files that are made from the code and the catalogue: schemas for editors' tools, the page of rules, the owners.

use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

use engine::{
    catalogue::{self, Catalogue, OrganisationKind, Url},
    checks::RULES,
};

/// A file that is made by a program.
pub(crate) struct Generated {
    /// Where it stands.
    pub path: PathBuf,
    /// What is in it.
    pub text: String,
}

/// Every generated file of the catalogue in this folder.
pub(crate) fn files(folder: &Path, catalogue: &Catalogue) -> Vec<Generated> {
    let mut files: Vec<_> = catalogue::schemas()
        .into_iter()
        .map(|(kind, schema)| Generated {
            path: folder.join(format!(".schemas/{kind}.json")),
            text: format!("{schema:#}\n"),
        })
        .collect();
    files.push(Generated { path: folder.join("RULES.md"), text: rules() });
    if let Some(owner) = catalogue.settings.edit_url.as_ref().and_then(github_owner) {
        let root = folder.parent().unwrap_or(folder);
        let name = folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        files.push(Generated {
            path: root.join(".github/CODEOWNERS"),
            text: owners(catalogue, owner, &format!("/{name}")),
        });
    }
    files
}

/// The help pages of all rules, one after the other.
fn rules() -> String {
    let mut page = "# The rules of the catalogue\n\n\
        `rights check` names the rule of every message. An error must be mended before the catalogue can be used; a warning\n\
        means that people are served worse; a note is good to know.\n\n\
        This page is made by `rights generate` from the comments on the rules.\n"
        .to_owned();
    for rule in RULES {
        let _ = writeln!(page, "\n## {} ({})\n", rule.name, rule.severity);
        for line in rule.explanation.lines() {
            page.push_str(line.trim());
            page.push('\n');
        }
    }
    page
}

/// The account on GitHub under whose repository the catalogue is edited.
fn github_owner(edit: &Url) -> Option<&str> {
    edit.as_str().strip_prefix("https://github.com/")?.split('/').next().filter(|owner| !owner.is_empty())
}

/// Who has to approve a change of which file. Organisations close to families have a team named after them; what
/// belongs to another is for the editors. GitHub takes the last line that fits.
fn owners(catalogue: &Catalogue, owner: &str, folder: &str) -> String {
    let mut lines =
        "# Who approves a change: the team of the organisation where people ask for the product.\n\
        # Made by `rights generate`.\n"
            .to_owned();
    let _ = writeln!(lines, "{folder}/ @{owner}/editors");
    let has_team = |id: &str| {
        catalogue.organisation(id).is_some_and(|organisation| {
            matches!(
                organisation.kind,
                OrganisationKind::Local | OrganisationKind::Ngo | OrganisationKind::Provincial
            )
        })
    };
    for organisation in &catalogue.organisations {
        if has_team(organisation.id.as_str()) {
            let id = &organisation.id;
            let _ = writeln!(lines, "{folder}/organisations/{id}.toml @{owner}/{id}");
        }
    }
    for product in &catalogue.products {
        if has_team(product.apply_at.as_str()) {
            // The star takes in the example families beside the product.
            let files = product.file().replace(".toml", ".*");
            let _ = writeln!(lines, "{folder}/{files} @{owner}/{}", product.apply_at);
        }
    }
    lines
}
