//! Organisations: who grants a product, and where one asks for it.

use super::{
    Id, Phone, Translated, Url,
    record::{keyword, record},
};

record! {
    /// An organisation: `organisations/<id>.toml`.
    pub struct Organisation given {
        /// The name of its file.
        id: Id<Organisation>,
    } keys {
        /// What kind of organisation it is.
        kind: OrganisationKind,
        /// Its number, as people dial it in Belgium; left out if no source gives one.
        phone: Option<Phone>,
        /// Its home page, or its page about the help it offers.
        url: Option<Url>,
        /// Where the facts come from.
        source: Option<String>,
        /// Doubts, for editors.
        note: Option<String>,
        /// What people call it.
        name: Translated<String>,
    }
}

keyword! {
    /// What kind of organisation it is.
    pub enum OrganisationKind {
        /// A service of the federal government.
        Federal = "federal",
        /// A service of the Flemish government.
        Flemish = "flemish",
        /// A service of the province.
        Provincial = "provincial",
        /// A service of the municipality or its OCMW.
        Local = "local",
        /// A non-profit organisation.
        Ngo = "ngo",
        /// A health insurance fund.
        HealthFund = "health-fund",
        /// Any other: an employer, a bank, a school.
        Other = "other",
    }
}
