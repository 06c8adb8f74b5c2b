//! One file for each command: its arguments and what it does.

pub(crate) mod check;
pub(crate) mod export;
pub(crate) mod generate;
pub(crate) mod links;
pub(crate) mod new;
pub(crate) mod search;
pub(crate) mod show;
