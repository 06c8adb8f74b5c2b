//! The headers a host should send with the files, in one place for our own server, for the files that static hosts read,
//! and for the pages themselves.

/// What a page may load: its own files and nothing else. WebAssembly may be compiled; no script or style stands in a page.
const POLICY: &[&str] = &[
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
];

/// Only a header can forbid other sites to show ours in a frame.
const POLICY_ONLY_IN_HEADERS: &str = "frame-ancestors 'none'";

/// The Content Security Policy as it stands in a page, for hosts that send no headers.
pub fn policy_in_page() -> String {
    POLICY.join("; ")
}

/// Names and values of the headers for every file.
pub fn all() -> Vec<(&'static str, String)> {
    vec![
        ("content-security-policy", format!("{}; {POLICY_ONLY_IN_HEADERS}", policy_in_page())),
        ("x-content-type-options", "nosniff".to_owned()),
        // Nobody we link to learns what somebody searched for here.
        ("referrer-policy", "no-referrer".to_owned()),
        ("permissions-policy", "geolocation=(), camera=(), microphone=(), payment=(), usb=()".to_owned()),
        ("cross-origin-opener-policy", "same-origin".to_owned()),
        ("strict-transport-security", "max-age=31536000".to_owned()),
    ]
}

/// How long browsers may keep files whose names change with their content, and all others.
pub const KEEP_FOR_EVER: &str = "public, max-age=31536000, immutable";
/// See [`KEEP_FOR_EVER`].
pub const ASK_EACH_TIME: &str = "no-cache";
