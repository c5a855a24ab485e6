//! Free text as a person typed it: a blank line begins a paragraph, a line break
//! stays a line break.

use handlebars::{Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext};

use super::Tools;
use super::call::Call;
use crate::templates::recorder::Slot;

/// Between two paragraphs. A blank line would mean the same in most places, but not
/// inside a list item, which it would end.
const PARAGRAPH_BREAK: &str = "#parbreak();";

/// `{{paragraphs path}}`: free text, of which each paragraph is a value of its own.
pub(super) struct Paragraphs<'p>(pub Tools<'p>);

impl HelperDef for Paragraphs<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        _: &mut dyn Output,
    ) -> HelperResult {
        let Ok(call) = Call::read(helper, self.0) else {
            return Ok(());
        };
        let Ok(text) = call.text(0, "text") else {
            return Ok(());
        };
        let pointer = call.pointer();
        for (number, paragraph) in paragraphs(text).into_iter().enumerate() {
            if number > 0 {
                self.0.recorder.helper_text(call.site, PARAGRAPH_BREAK)?;
            }
            self.0
                .recorder
                .value(call.site, Slot::Paragraph(paragraph), pointer.clone())?;
        }
        Ok(())
    }
}

/// The paragraphs of a text: runs of lines that are not blank.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines() {
        match (line.trim().is_empty(), paragraphs.last_mut()) {
            (false, Some(open)) => open.push(line),
            (true, Some(open)) if !open.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    let written = paragraphs.into_iter().filter(|lines| !lines.is_empty());
    written.map(|lines| lines.join("\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_and_line_breaks_stay() {
        assert_eq!(paragraphs("\na\nb\n \t\n\nc\r\n"), ["a\nb", "c"]);
        assert!(paragraphs(" \n\n").is_empty());
    }
}
