//! Asks a site for a page and judges the answer.

use std::{thread, time::Duration};

use ureq::{
    Agent, Body, Error, ResponseExt,
    http::{Response, Uri, header::RETRY_AFTER},
};

use super::Manners;

/// What became of an address.
pub(super) enum Outcome {
    /// The page is there.
    Alive,
    /// The site says there is no such page.
    Gone(u16),
    /// There is no such site.
    NoSite(String),
    /// A page deeper in the site leads to its home page now, as sites do with pages they have dropped.
    HomePage,
    /// The site did not answer, or refused: it may still work for a reader.
    Unclear(String),
}

/// Asks sites for pages.
pub(super) struct Fetcher {
    agent: Agent,
    attempts: u32,
}

/// The longest to wait before trying again, whatever a site asks for.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

impl Fetcher {
    pub(super) fn new(manners: &Manners) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(manners.patience))
            .http_status_as_error(false)
            .user_agent(concat!("rights-links/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: config.into(), attempts: manners.attempts.max(1) }
    }

    /// Follows an address to where it leads, and tries again where the answer may be a passing one.
    pub(super) fn follow(&self, address: &str) -> Outcome {
        let mut outcome = Outcome::Unclear("not tried".to_owned());
        for attempt in 1..=self.attempts {
            let (found, wait) = self.ask(address);
            outcome = found;
            if !matches!(outcome, Outcome::Unclear(_)) {
                break;
            }
            if attempt < self.attempts {
                // Each time twice as long, so that a site in trouble gets air.
                thread::sleep(wait.unwrap_or(Duration::from_millis(500) * 2_u32.pow(attempt - 1)));
            }
        }
        outcome
    }

    /// Asks once; with how long the site wants us to wait before the next time.
    fn ask(&self, address: &str) -> (Outcome, Option<Duration>) {
        // The head of a page says enough, but some servers refuse to give it alone.
        let answer = match self.agent.head(address).call() {
            Ok(answer) if answer.status().as_u16() < 400 => Ok(answer),
            Ok(_) => self.agent.get(address).call(),
            Err(error) => Err(error),
        };
        match answer {
            Ok(answer) => (judge(address, &answer), wait_asked_for(&answer)),
            Err(error @ (Error::HostNotFound | Error::ConnectionFailed)) => {
                (Outcome::NoSite(error.to_string()), None)
            }
            Err(Error::Io(error)) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
                (Outcome::NoSite(error.to_string()), None)
            }
            Err(error) => (Outcome::Unclear(error.to_string()), None),
        }
    }
}

fn judge(address: &str, answer: &Response<Body>) -> Outcome {
    match answer.status().as_u16() {
        200..400 if leads_home(address, answer.get_uri()) => Outcome::HomePage,
        200..400 => Outcome::Alive,
        status @ (404 | 410) => Outcome::Gone(status),
        status => Outcome::Unclear(format!("answer {status}")),
    }
}

/// Whether an address with a path ended at the root of a site.
fn leads_home(address: &str, end: &Uri) -> bool {
    let is_root = |uri: &Uri| uri.path().trim_matches('/').is_empty() && uri.query().is_none();
    address.parse().is_ok_and(|start: Uri| !is_root(&start)) && is_root(end)
}

/// How long the site wants to be left alone, if it says so in seconds.
fn wait_asked_for(answer: &Response<Body>) -> Option<Duration> {
    let seconds = answer.headers().get(RETRY_AFTER)?.to_str().ok()?.parse().ok()?;
    Some(Duration::from_secs(seconds).min(LONGEST_WAIT))
}
