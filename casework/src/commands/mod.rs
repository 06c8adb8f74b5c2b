//! One file for each command: its arguments and what it does.

pub(crate) mod check;
pub(crate) mod count;
pub(crate) mod evaluate;
pub(crate) mod export;
pub(crate) mod generate;
pub(crate) mod impact;
pub(crate) mod interview;
pub(crate) mod links;
pub(crate) mod new;
pub(crate) mod screen;
pub(crate) mod search;
pub(crate) mod show;
