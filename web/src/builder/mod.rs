//! Makes the site: compiles the islands, renders the pages, compresses and serves them.

mod assets;
mod compress;
mod folder;
mod hosts;
pub mod javascript;
mod offline;
mod progress;
mod serve;
mod toolchain;

use std::{
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use clap::Parser;
use engine::{
    Explorer, bundle,
    catalogue::{Catalogue, Sources},
    diagnostic::render::{self, human::Colour},
    search::Phrases,
};

use crate::pages::{self, Site};
use assets::{Bundles, Files};
use folder::Folder;
use progress::Progress;

/// Build the public site and serve it
#[derive(Parser)]
#[command(
    name = "cargo site",
    bin_name = "cargo site",
    after_help = "Examples:
  cargo site                          build, then serve at http://127.0.0.1:8080
  cargo site --port 3000              the same at another port
  cargo site --no-serve --out public  only build, into the folder `public`"
)]
struct Arguments {
    /// Where to serve the site
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Only build
    #[arg(long)]
    no_serve: bool,
    /// The folder to build into; replaced if it holds an earlier build
    #[arg(long, default_value = "dist", value_name = "DIR")]
    out: PathBuf,
    /// The folder with the catalogue
    #[arg(long, default_value = "catalogue", value_name = "DIR")]
    catalogue: PathBuf,
}

/// Runs `cargo site`.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            anstream::eprintln!("\x1b[1;31merror\x1b[0m: {cause:#}");
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    build(arguments)?;
    if arguments.no_serve {
        return Ok(());
    }
    serve::serve(&arguments.out, arguments.port)
}

fn build(arguments: &Arguments) -> Result<()> {
    let start = Instant::now();
    let progress = Progress::new();

    let folder = Folder::prepare(&arguments.out)?;
    let step = progress.step("catalogue");
    let catalogue = catalogue(&arguments.catalogue)?;
    step.done(&format!("{} products", catalogue.products.len()));

    let step = progress.step("islands");
    let islands = javascript::islands()?;
    step.done(&kilobytes(islands.wasm.len()));

    let step = progress.step("bundles");
    let bundles = bundle::write_searchers(&catalogue)?
        .into_iter()
        .map(|(language, searcher)| {
            Ok(Bundles {
                language,
                searcher,
                phrases: Phrases::write(&catalogue, language)?,
                screener: bundle::write_screener(&catalogue, language)?,
                details: bundle::Details::write(&catalogue, language)?,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    let sizes: Vec<_> =
        bundles.iter().map(|one| format!("{} {}", one.language, kilobytes(one.searcher.len()))).collect();
    step.done(&sizes.join(", "));

    let step = progress.step("pages");
    let rendering = Instant::now();
    let mut files = Files::default();
    let assets = assets::add(&mut files, islands, bundles);
    let site = Site::new(Explorer::new(catalogue)?, assets);
    let pages = pages::all(&site);
    let count = pages.len();
    ensure_all_different(&pages)?;
    offline::add(&mut files, site.catalogue(), &site.assets, &pages);
    hosts::add(&mut files, &site, &pages);
    for page in pages {
        files.add_page(&page.address, page.html);
    }
    step.done(&format!("{count} in {}", seconds(rendering.elapsed())));

    let step = progress.step("compression");
    let compressing = Instant::now();
    let compressed = compress::all(&files);
    step.done(&format!("{} files in {}", compressed.len(), seconds(compressing.elapsed())));

    let step = progress.step("writing");
    folder.write(&compressed)?;
    step.done(&arguments.out.display().to_string());

    for line in compress::report(&compressed) {
        progress::note(&line);
    }
    progress::note(&format!("built in {}", seconds(start.elapsed())));
    Ok(())
}

/// Two pages at one address would hide one of them: an id or a word in an address is used twice.
fn ensure_all_different(pages: &[pages::Page]) -> Result<()> {
    let mut seen = std::collections::BTreeSet::new();
    for page in pages {
        ensure!(
            seen.insert(page.address.as_str()),
            "two pages would stand at {}: give the category or the page another word in its address",
            page.address
        );
    }
    Ok(())
}

fn catalogue(path: &std::path::Path) -> Result<Catalogue> {
    let sources = Sources::read(path)?;
    Catalogue::load(&sources)
        .or_else(|faults| {
            let text = render::human::render(&faults, &sources, &path.to_string_lossy(), Colour::On);
            anstream::eprint!("{text}");
            bail!("the catalogue can not be used: {}", render::count(&faults))
        })
        .context("no site was built")
}

fn kilobytes(bytes: usize) -> String {
    format!("{} KB", bytes.div_ceil(1000))
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
