//! Whoever sets documents in type: today Typst in this very process.
//!
//! Only plain data passes this door, a [`Job`] on the way in, a [`Typeset`], a [`Layout`]
//! or [`Trouble`] on the way out, so that processes with limits of their own can stand
//! behind it and no other room needs to know.

use super::laid_out::lay_out;
use super::{Fonts, Job, Trouble, Typeset};
use crate::assets::Layered;
use crate::diagnostics::Diagnostic;
use crate::pages::Layout;

/// A handle to the typesetter, shared by all documents of a run; cloning is free.
#[derive(Clone, Debug)]
pub struct Typesetter {
    fonts: Fonts,
}

impl Typesetter {
    /// A typesetter with the fonts of these assets and no others.
    ///
    /// # Errors
    /// `S09` where a file that should be a font is none.
    pub fn new(assets: &Layered) -> Result<Self, Diagnostic> {
        let fonts = Fonts::load(assets)?;
        Ok(Typesetter { fonts })
    }

    /// The pages of a document and its PDF.
    ///
    /// # Errors
    /// All that Typst refused or warned of in the step that failed, laying out or export.
    pub fn typeset(&self, job: &Job) -> Result<Typeset, Vec<Trouble>> {
        let laid_out = lay_out(job, &self.fonts)?;
        Ok(Typeset {
            layout: laid_out.layout(),
            pdf: laid_out.export()?,
        })
    }

    /// The pages of a document, for whoever needs no PDF.
    ///
    /// # Errors
    /// All that Typst refused or warned of, and every file of the job that it may not have.
    pub fn lay_out(&self, job: &Job) -> Result<Layout, Vec<Trouble>> {
        let laid_out = lay_out(job, &self.fonts)?;
        Ok(laid_out.layout())
    }
}
