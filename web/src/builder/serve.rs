//! Serves the built site on this machine, as a static host would.

use std::{net::Ipv4Addr, path::Path};

use anyhow::{Context, Result};
use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
};
use tokio::net::TcpListener;
use tower_http::{
    services::{ServeDir, ServeFile},
    set_header::SetResponseHeaderLayer,
};

use crate::headers::{self, ASK_EACH_TIME, KEEP_FOR_EVER};

/// Serves a folder until the program is stopped.
pub(super) fn serve(folder: &Path, port: u16) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let address = (Ipv4Addr::LOCALHOST, port);
        let listener = TcpListener::bind(address).await.with_context(|| {
            format!("port {port} can not be used: another program may have it; choose one with --port")
        })?;
        eprintln!("http://{}/ (stop with Ctrl+C)", listener.local_addr()?);
        axum::serve(listener, router(folder)).with_graceful_shutdown(stopped()).await?;
        Ok(())
    })
}

fn router(folder: &Path) -> Router {
    let missing = ServeFile::new(folder.join("404.html")).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().not_found_service(missing);
    let cache =
        |value| SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static(value));
    // Names of assets change with their content; of everything else the browser must ask each time.
    let assets = ServeDir::new(folder.join("assets")).precompressed_br().precompressed_gzip();
    let files = Router::new()
        .nest_service("/assets", tower::ServiceBuilder::new().layer(cache(KEEP_FOR_EVER)).service(assets))
        .fallback_service(tower::ServiceBuilder::new().layer(cache(ASK_EACH_TIME)).service(files));
    headers::all().into_iter().fold(files, |files, (name, value)| {
        let value = HeaderValue::from_str(&value).expect("our headers are plain text");
        files.layer(SetResponseHeaderLayer::overriding(HeaderName::from_static(name), value))
    })
}

async fn stopped() {
    // Without a signal handler the program simply stops at once.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
