//! Whoever sets documents in type: Typst in this very process, or in processes of its own.
//!
//! Only plain data passes this door, a [`Job`] on the way in, a [`Typeset`], a [`Layout`]
//! or [`Trouble`] on the way out, so that processes with limits of their own can stand
//! behind it and no other room needs to know.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;

use super::confined::Confined;
use super::laid_out::lay_out;
use super::memory::Memory;
use super::pool::Pool;
use super::wire::Wanted;
use super::{Fonts, Job, Kind, Limits, Trouble, Typeset};
use crate::assets::Layered;
use crate::diagnostics::characters::hidden;
use crate::diagnostics::{Diagnostic, code};
use crate::pages::Layout;

/// A handle to the typesetter, shared by all documents of a run; cloning is free.
#[derive(Clone, Debug)]
pub struct Typesetter {
    fonts: Fonts,
    /// Without workers, Typst runs in this process.
    workers: Option<Arc<Pool>>,
}

impl Typesetter {
    /// A typesetter with the fonts of these assets and no others. It works in this process:
    /// no document may come near it whose templates are not trusted.
    ///
    /// # Errors
    /// `S09` where a file that should be a font is none.
    pub fn new(assets: &Layered) -> Result<Self, Diagnostic> {
        let fonts = Fonts::load(assets)?;
        Ok(Typesetter {
            fonts,
            workers: None,
        })
    }

    /// The same typesetter, working in processes that can do nothing else and are stopped
    /// at these limits: as many as there are jobs, each started when it is needed.
    /// The program is one whose `main` calls [`worker::serve`](super::worker::serve) when
    /// its first argument is [`worker::COMMAND`](super::worker::COMMAND).
    ///
    /// # Errors
    /// `S09` for fonts of more than 64 MiB that do not travel inside the program.
    pub fn in_workers(
        self,
        program: &Path,
        jobs: NonZeroUsize,
        limits: Limits,
    ) -> Result<Self, Diagnostic> {
        let pool = Pool::new(program, &self.fonts, jobs, limits).map_err(|_| {
            let message = "the fonts of the folder are more than 64 MiB";
            Diagnostic::new(&code::typesetting::FONT_FILE, message)
                .help("keep the fonts that a theme names, and take the others away")
        })?;
        Ok(Typesetter {
            workers: Some(Arc::new(pool)),
            ..self
        })
    }

    /// The families of fonts that a document can be set in.
    pub fn families(&self) -> BTreeSet<String> {
        let families = self.fonts.book().families();
        families.map(|(family, _)| family.to_owned()).collect()
    }

    /// The pages of a document and its PDF.
    ///
    /// # Errors
    /// All that Typst refused or warned of in the step that failed, laying out or export;
    /// in workers, a limit that was reached.
    pub fn typeset(&self, job: &Job) -> Result<Typeset, Vec<Trouble>> {
        if let Some(workers) = &self.workers {
            return workers.answer(job, Wanted::Pdf);
        }
        let thread = Confined::new()?;
        let laid_out = lay_out(job, &self.fonts, &thread, &mut Memory::default())?;
        Ok(Typeset {
            layout: laid_out.layout(),
            pdf: laid_out.export(&thread)?,
        })
    }

    /// The pages of a document, for whoever needs no PDF.
    ///
    /// # Errors
    /// All that Typst refused or warned of, and every file of the job that it may not have;
    /// in workers, a limit that was reached.
    pub fn lay_out(&self, job: &Job) -> Result<Layout, Vec<Trouble>> {
        if let Some(workers) = &self.workers {
            return workers
                .answer(job, Wanted::Pages)
                .map(|typeset| typeset.layout);
        }
        let thread = Confined::new()?;
        let laid_out = lay_out(job, &self.fonts, &thread, &mut Memory::default())?;
        Ok(laid_out.layout())
    }

    /// The characters of a text for which no font has a shape, each once, in the order of the
    /// text: what a document with this text would be refused for.
    pub fn without_shape(&self, text: &str) -> Vec<Trouble> {
        let is_set = |c: &char| {
            let is_selector = matches!(c, '\u{FE00}'..='\u{FE0F}');
            !c.is_whitespace() && hidden(*c).is_none() && !is_selector
        };
        let lacks = |c: &char| !self.fonts.have(*c);
        let mut known = BTreeSet::new();
        let lacking = text.chars().filter(is_set).filter(lacks);
        let lacking: Vec<char> = lacking.filter(|c| known.insert(*c)).collect();
        let trouble = |c| Trouble::new(Kind::MissingGlyph(c), "a character without a shape");
        lacking.into_iter().map(trouble).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_has_is_known_before_a_page_is_set() -> Result<(), Diagnostic> {
        let typesetter = Typesetter::new(&Layered::builtin())?;
        let lacking = |text| -> Vec<Kind> {
            let troubles = typesetter.without_shape(text).into_iter();
            troubles.map(|trouble| trouble.kind).collect()
        };
        assert_eq!(
            lacking("Ŵyn, “ël” – 5 € ❤\u{FE0F}😀 محمد ਸਿੰਘ রহমান\u{AD}\u{200B}\n"),
            []
        );
        let rune = 'ᚠ';
        assert_eq!(lacking("Love ᚠᚠ"), [Kind::MissingGlyph(rune)]);
        Ok(())
    }
}
