//! A heading at the foot of a page announces what is not there.

use super::proof::Proof;
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;
use crate::pages::{Part, Role, Run};

/// What a heading heads begins on its page.
pub(super) fn a_heading_stands_with_what_it_heads(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    let mut walk = Walk {
        proof,
        open: None,
        found,
    };
    walk.parts(proof.order.top(), false);
}

struct Walk<'a, 'p> {
    proof: &'p Proof<'a>,
    /// The heading that nothing has followed yet, and its page.
    open: Option<(&'a Run, usize)>,
    found: &'p mut Vec<Unplaced>,
}

impl<'a> Walk<'a, '_> {
    fn parts(&mut self, parts: &[Part<'a>], heading: bool) {
        for part in parts {
            match *part {
                Part::Text(run, page) if heading => self.open = Some((run, page)),
                Part::Text(_, page) => self.follow(page),
                Part::Element(element) => match self.proof.order.role(element) {
                    role if role.is_furniture() || *role == Role::Note => {}
                    // Nobody can tell from its tag on which page a picture stands.
                    Role::Figure => self.open = None,
                    role => {
                        let heading = heading || matches!(role, Role::Heading(_));
                        self.parts(self.proof.order.within(element), heading);
                    }
                },
            }
        }
    }

    fn follow(&mut self, page: usize) {
        if let Some((heading, its_page)) = self.open.take()
            && its_page < page
        {
            let what = "a heading stands alone at the foot of the page";
            let code = &document::HEADING_AT_FOOT;
            let mut unfit = self.proof.fault(code, its_page, heading, what);
            let help = "let the theme set headings in a block with `sticky: true`";
            unfit.help(help);
            self.found.push(unfit);
        }
    }
}
