//! Compressed copies of every file, for hosts that send them as they are.

use std::io::Write;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use super::assets::Files;

/// A file with its compressed copies.
pub(super) struct Compressed {
    pub path: String,
    pub plain: Vec<u8>,
    pub brotli: Vec<u8>,
    pub gzip: Vec<u8>,
}

/// Compresses every file, in the order of their paths.
pub(super) fn all(files: &Files) -> Vec<Compressed> {
    let mut compressed: Vec<_> = files
        .iter()
        .collect::<Vec<_>>()
        .par_iter()
        // A few files take longer than all others together.
        .with_max_len(1)
        .map(|(path, plain)| Compressed {
            path: path.clone(),
            plain: plain.clone(),
            brotli: brotli(plain, quality(path, plain.len())),
            gzip: gzip(plain),
        })
        .collect();
    compressed.sort_by(|a, b| a.path.cmp(&b.path));
    compressed
}

/// How hard to try, from 0 to 11: most for the small files that everybody loads. Of a bundle the last step would cost
/// twice the time for one percent, of the file with all pages ten times, of a page ten times for nothing.
fn quality(path: &str, bytes: usize) -> i32 {
    const LARGE: usize = 3_000_000;
    const LONG: usize = 100_000;
    match path.strip_prefix("assets/") {
        None if bytes < LONG => 7,
        None => 9,
        Some(_) if bytes > LARGE => 9,
        Some(name) if name.ends_with(".bin") => 10,
        Some(_) => 11,
    }
}

fn brotli(plain: &[u8], quality: i32) -> Vec<u8> {
    // A window as large as the file: more only costs time. For less than this the encoder takes another way, which is slower
    // and no better.
    const LEAST: u32 = 17;
    let window = (usize::BITS - plain.len().leading_zeros()).clamp(LEAST, 24);
    let parameters = BrotliEncoderParams {
        quality,
        lgwin: window.cast_signed(),
        size_hint: plain.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut compressed, &parameters)
        .expect("memory takes all that is written");
    compressed
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    // Without a time, so that the same file always gives the same copy.
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(plain).and_then(|()| encoder.finish()).expect("memory takes all that is written")
}

/// What a first visit costs over the wire: lines for the end of the build.
pub(super) fn report(files: &[Compressed]) -> Vec<String> {
    let size = |wanted: &dyn Fn(&str) -> bool| -> usize {
        files.iter().filter(|file| wanted(&file.path)).map(|file| file.brotli.len()).sum()
    };
    let styles = size(&|path| path.starts_with("assets/site-"));
    let icon = size(&|path| path.starts_with("assets/icon-"));
    let scripts = size(&|path| path.ends_with(".js"));
    let wasm = size(&|path| path.ends_with(".wasm"));
    let largest = |wanted: &dyn Fn(&str) -> bool| -> usize {
        let sizes = files.iter().filter(|file| wanted(&file.path)).map(|file| file.brotli.len());
        sizes.max().unwrap_or(0)
    };
    let bundle = largest(&|path| path.starts_with("assets/search-"));
    let of_check = largest(&|path| path.starts_with("assets/check-"));
    let (home, page) = (largest(&is_home), largest(&is_plain_page));
    vec![
        format!(
            "first visit to the search, brotli: at most {} (page {}, styles and icon {}, scripts {}, WebAssembly {}, bundle {})",
            kilobytes(home + styles + icon + scripts + wasm + bundle),
            kilobytes(home),
            kilobytes(styles + icon),
            kilobytes(scripts),
            kilobytes(wasm),
            kilobytes(bundle)
        ),
        format!("first visit to the rights check: the same with a bundle of {}", kilobytes(of_check)),
        format!(
            "first visit to any other page, brotli: at most {} (page {}, styles and icon {})",
            kilobytes(page + styles + icon),
            kilobytes(page),
            kilobytes(styles + icon)
        ),
    ]
}

fn is_home(path: &str) -> bool {
    path.ends_with("/index.html") && path.matches('/').count() == 1
}

fn is_plain_page(path: &str) -> bool {
    path.ends_with(".html") && !is_home(path)
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} KB", bytes as f64 / 1000.0)
}
