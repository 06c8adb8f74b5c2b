//! Files for hosts and search engines: headers in the forms common static hosts read, the list of pages, and who may read it.

use std::fmt::Write;

use super::assets::Files;
use crate::{
    headers::{self, ASK_EACH_TIME, KEEP_FOR_EVER},
    pages::{Page, Site},
};

pub(super) fn add(files: &mut Files, site: &Site, pages: &[Page]) {
    files.add("/_headers", for_netlify().into_bytes());
    files.add("/.htaccess", for_apache().into_bytes());
    files.add("/nginx-headers.conf", for_nginx().into_bytes());
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(sitemap) = site.whole("/sitemap.xml") {
        let _ = writeln!(robots, "Sitemap: {sitemap}");
        files.add("/sitemap.xml", site_map(site, pages).into_bytes());
    }
    files.add("/robots.txt", robots.into_bytes());
}

/// Read by Netlify, Cloudflare Pages and others.
fn for_netlify() -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in headers::all() {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let _ = write!(
        text,
        "  cache-control: {ASK_EACH_TIME}\n\n/assets/*\n  ! cache-control\n  cache-control: {KEEP_FOR_EVER}\n"
    );
    text
}

/// Read by Apache with `mod_headers`.
fn for_apache() -> String {
    let mut text = "ErrorDocument 404 /404.html\nAddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n\n<IfModule mod_headers.c>\n".to_owned();
    for (name, value) in headers::all() {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    let _ = write!(
        text,
        "  Header set cache-control \"{ASK_EACH_TIME}\"\n  Header set cache-control \"{KEEP_FOR_EVER}\" \"expr=%{{REQUEST_URI}} =~ m#^/assets/#\"\n</IfModule>\n"
    );
    text
}

/// To be included in a `server` block of nginx, with `brotli_static on; gzip_static on; error_page 404 /404.html;`.
fn for_nginx() -> String {
    let mut text = String::new();
    for (name, value) in headers::all() {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text + "# Beside this file: location /assets/ { expires max; }\n"
}

/// The pages that search engines may show: <https://www.sitemaps.org/protocol.html>.
fn site_map(site: &Site, pages: &[Page]) -> String {
    let mut text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".to_owned();
    for page in pages.iter().filter(|page| page.listed) {
        if let Some(address) = site.whole(&page.address) {
            let _ = writeln!(text, "<url><loc>{address}</loc></url>");
        }
    }
    text + "</urlset>\n"
}
