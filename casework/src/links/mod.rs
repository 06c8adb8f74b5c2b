//! Whether the addresses in a catalogue still lead somewhere.

mod collect;
mod fetch;

use std::{collections::BTreeMap, sync::Mutex, thread, time::Duration};

use engine::diagnostic::{Diagnostic, Severity};

pub(crate) use collect::{Link, collect};
use fetch::{Fetcher, Outcome};

/// How to go about it.
pub(crate) struct Manners {
    /// How many sites to ask at the same time. One site is never asked two things at once.
    pub sites: usize,
    /// How long to leave a site alone between two questions.
    pub pause: Duration,
    /// How long to wait for an answer.
    pub patience: Duration,
    /// How often to try an address that gives no clear answer.
    pub attempts: u32,
}

impl Default for Manners {
    fn default() -> Self {
        Self { sites: 16, pause: Duration::from_millis(500), patience: Duration::from_secs(20), attempts: 3 }
    }
}

/// Follows every link and tells which do not lead where they should. `done` is called after each.
pub(crate) fn follow(links: &[Link], manners: &Manners, done: impl Fn(&Link) + Sync) -> Vec<Diagnostic> {
    let mut sites: BTreeMap<&str, Vec<&Link>> = BTreeMap::new();
    for link in links {
        sites.entry(link.site()).or_default().push(link);
    }
    // The sites with the most links first, so that no long row is left for the end.
    let mut rows: Vec<_> = sites.into_values().collect();
    rows.sort_by_key(Vec::len);
    let rows = Mutex::new(rows);
    let found = Mutex::new(Vec::new());
    let fetcher = Fetcher::new(manners);
    thread::scope(|scope| {
        for _ in 0..manners.sites {
            scope.spawn(|| {
                // The guard is dropped before the row is followed, so that others can take the next one.
                while let Some(row) = { rows.lock().expect("no follower panics").pop() } {
                    for (at, link) in row.into_iter().enumerate() {
                        if at > 0 {
                            thread::sleep(manners.pause);
                        }
                        let diagnostics = report(link, &fetcher.follow(&link.address));
                        found.lock().expect("no follower panics").extend(diagnostics);
                        done(link);
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap_or_default();
    engine::diagnostic::sort(&mut found);
    found
}

/// What to tell an editor of a link, in each place where it stands.
fn report(link: &Link, outcome: &Outcome) -> Vec<Diagnostic> {
    let address = &link.address;
    let (severity, message, help) = match outcome {
        Outcome::Alive => return Vec::new(),
        Outcome::Gone(status) => (
            Severity::Error,
            format!("the page is not there any more (answer {status}): {address}"),
            "look for the new address on the site, or leave the line out",
        ),
        Outcome::NoSite(cause) => (
            Severity::Error,
            format!("the site can not be found ({cause}): {address}"),
            "look whether the organisation has a new site, or leave the line out",
        ),
        Outcome::HomePage => (
            Severity::Warning,
            format!("the address leads to the home page of the site now: {address}"),
            "look for the page on the site and write its new address",
        ),
        Outcome::Unclear(cause) => (
            Severity::Warning,
            format!("no clear answer ({cause}): {address}"),
            "open it in a browser; if it works there, leave it as it is",
        ),
    };
    let diagnostic = |place: &engine::diagnostic::Place| {
        let mut diagnostic = Diagnostic::error("dead-link", place.clone(), message.clone()).help(help);
        diagnostic.severity = severity;
        diagnostic
    };
    link.places.iter().map(diagnostic).collect()
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        net::TcpListener,
        sync::atomic::{AtomicUsize, Ordering},
        time::Instant,
    };

    use engine::diagnostic::Place;
    use tiny_http::{Header, Method, Response, Server, StatusCode};

    use super::*;

    /// A site of its own for each test: what it answers is decided by the path.
    fn serve() -> String {
        let server = Server::http("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", server.server_addr());
        thread::spawn(move || {
            let busy = AtomicUsize::new(0);
            for request in server.incoming_requests() {
                let status = match request.url() {
                    "/gone" => 404,
                    "/broken" => 500,
                    // Busy the first time, then fine.
                    "/busy" if busy.fetch_add(1, Ordering::SeqCst) == 0 => 503,
                    "/no-head" if *request.method() == Method::Head => 405,
                    "/moved" | "/removed" => 301,
                    _ => 200,
                };
                let mut response = Response::new(StatusCode(status), Vec::new(), io::empty(), Some(0), None);
                if status == 301 {
                    let to = if request.url() == "/moved" { "/new" } else { "/" };
                    response.add_header(Header::from_bytes("Location", to).expect("a header"));
                }
                // A client that went away is no concern of the server.
                let _ = request.respond(response);
            }
        });
        address
    }

    fn link(address: &str) -> Link {
        Link {
            address: address.to_owned(),
            places: vec![Place { file: "products/income/leefloon.toml".to_owned(), span: 0..3 }],
        }
    }

    fn quick() -> Manners {
        Manners { pause: Duration::ZERO, patience: Duration::from_secs(5), ..Manners::default() }
    }

    /// The severity and message for each path of a site.
    fn told(paths: &[&str]) -> Vec<(Severity, String)> {
        let site = serve();
        let links: Vec<_> = paths.iter().map(|path| link(&format!("{site}{path}"))).collect();
        let found = follow(&links, &quick(), |_| {});
        found.into_iter().map(|found| (found.severity, found.message.replace(&site, ""))).collect()
    }

    #[test]
    fn a_page_that_answers_is_not_mentioned_however_it_answers() {
        assert_eq!(told(&["/", "/page", "/busy", "/no-head", "/moved"]), []);
    }

    #[test]
    fn a_page_that_is_gone_is_an_error() {
        let error = (Severity::Error, "the page is not there any more (answer 404): /gone".to_owned());
        assert_eq!(told(&["/gone", "/page"]), [error]);
    }

    #[test]
    fn a_broken_server_and_a_redirect_to_the_home_page_are_warnings() {
        assert_eq!(
            told(&["/broken", "/removed"]),
            [
                (Severity::Warning, "no clear answer (answer 500): /broken".to_owned()),
                (
                    Severity::Warning,
                    "the address leads to the home page of the site now: /removed".to_owned()
                ),
            ]
        );
    }

    #[test]
    fn a_server_that_is_not_there_is_told_in_every_place() {
        // The port was free a moment ago and nobody listens on it.
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
        let mut link = link(&format!("http://127.0.0.1:{port}/"));
        link.places.push(Place { file: "organisations/vdab.toml".to_owned(), span: 0..0 });
        let found = follow(&[link], &Manners { attempts: 1, ..quick() }, |_| {});
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].severity, Severity::Error);
        assert_eq!(found[0].place.file, "organisations/vdab.toml");
    }

    #[test]
    fn a_site_is_left_alone_between_two_questions() {
        let site = serve();
        let links: Vec<_> = (0..3).map(|at| link(&format!("{site}/{at}"))).collect();
        let manners = Manners { pause: Duration::from_millis(60), ..quick() };
        let (start, counted) = (Instant::now(), AtomicUsize::new(0));
        follow(&links, &manners, |_| {
            counted.fetch_add(1, Ordering::SeqCst);
        });
        assert_eq!(counted.into_inner(), 3);
        assert!(start.elapsed() >= Duration::from_millis(120), "{:?}", start.elapsed());
    }
}
