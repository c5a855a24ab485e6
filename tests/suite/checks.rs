//! A document that is not fit to file is found out, and one that is, however extreme, is not.

mod extremes;
mod faults;
mod form;
