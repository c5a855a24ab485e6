//! What a file names of others: its `use`s, with `{a, b}` taken apart, and the paths in its code.

use std::collections::BTreeSet;

use super::tokens::Token;

/// One name that a `use` brings into a file.
#[derive(Debug)]
pub(super) struct Import {
    /// As it is written, from its first name on; `*` may be its last.
    pub(super) path: Vec<String>,
    /// What it is called here.
    pub(super) name: String,
    /// Whether it is handed on (`pub use`).
    pub(super) shared: bool,
}

/// Every import of a file, and the tokens that are neither `use` nor the declaration of a
/// module.
pub(super) fn imports(tokens: &[Token]) -> (Vec<Import>, Vec<Token>) {
    let mut found = Vec::new();
    let mut others = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at..] {
            [first, next, ..] if first.is("use") && *next != Token::Sign('<') => {
                let before = at.checked_sub(1).map(|before| &tokens[before]);
                let shared =
                    before.is_some_and(|token| token.is("pub") || *token == Token::Sign(')'));
                at += 1;
                branch(tokens, &mut at, &[], shared, &mut found);
            }
            [first, Token::Word(_), Token::Sign(';'), ..] if first.is("mod") => at += 3,
            [first, ..] => {
                others.push(first.clone());
                at += 1;
            }
            [] => {}
        }
    }
    (found, others)
}

/// One branch of a `use`, up to its `,`, `}` or `;`.
fn branch(
    tokens: &[Token],
    at: &mut usize,
    stem: &[String],
    shared: bool,
    found: &mut Vec<Import>,
) {
    let mut path = stem.to_vec();
    loop {
        match tokens.get(*at) {
            Some(Token::Word(name)) => path.push(name.clone()),
            Some(Token::Sign('*')) => path.push("*".to_owned()),
            Some(Token::Sign('{')) => {
                while tokens.get(*at) != Some(&Token::Sign('}')) && *at < tokens.len() {
                    *at += 1;
                    if tokens.get(*at) != Some(&Token::Sign('}')) {
                        branch(tokens, at, &path, shared, found);
                    }
                }
                *at += 1;
                return;
            }
            _ => return,
        }
        *at += 1;
        if tokens.get(*at) != Some(&Token::Then) {
            break;
        }
        *at += 1;
    }
    if path.len() > 1 && path.last().is_some_and(|name| name == "self") {
        path.pop();
    }
    let mut name = path.last().cloned().unwrap_or_default();
    if let [renamed, Token::Word(other), ..] = &tokens[*at..]
        && renamed.is("as")
    {
        name.clone_from(other);
        *at += 2;
    }
    found.push(Import { path, name, shared });
}

/// Every path in code, and every single name that is not a field or a method.
pub(super) fn named_paths(tokens: &[Token]) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    let mut path: Vec<String> = Vec::new();
    let mut before = &Token::Sign(' ');
    for token in tokens {
        match token {
            // `$crate::` and `<T>::` begin no path of ours.
            Token::Word(_)
                if path.is_empty() && matches!(before, Token::Sign('.' | '$') | Token::Then) => {}
            Token::Word(name) if *before == Token::Then || path.is_empty() => {
                path.push(name.clone())
            }
            Token::Then => {}
            _ => {
                found.insert(std::mem::take(&mut path));
                path.extend(match token {
                    Token::Word(name) => Some(name.clone()),
                    _ => None,
                });
            }
        }
        before = token;
    }
    found.insert(path);
    found.remove(&Vec::new());
    found
}
