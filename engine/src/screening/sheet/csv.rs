//! A sheet as CSV (RFC 4180), for a spreadsheet.

use super::Sheet;

pub(super) fn render(sheet: &Sheet) -> String {
    try_render(sheet).expect("memory takes all that is written, and texts are UTF-8")
}

fn try_render(sheet: &Sheet) -> Result<String, Box<dyn std::error::Error>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record([
        "id",
        "name",
        "category",
        "verdict",
        "received",
        "reason",
        "asks",
        "documents",
        "contact",
        "phone",
        "url",
        "score",
    ])?;
    for entry in sheet.entries() {
        writer.write_record([
            entry.id.as_str(),
            &entry.name,
            &entry.category,
            &entry.verdict,
            if entry.received { "yes" } else { "no" },
            &entry.reason,
            &entry.asks.join("; "),
            &entry.documents.join("; "),
            &entry.contact,
            entry.phone.as_deref().unwrap_or_default(),
            entry.url.as_deref().unwrap_or_default(),
            &format!("{:.3}", entry.score),
        ])?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}
