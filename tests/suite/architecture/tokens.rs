//! Rust in words and signs, so that neither a comment nor a text in quotes counts as code.

/// A word of the language or a name, `::`, or any other sign.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Word(String),
    Then,
    Sign(char),
}

impl Token {
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(self, Token::Word(own) if own == word)
    }
}

/// The code of a file without comments, texts and whatever stands only for tests.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut rest = text;
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let quoted = quoted(rest);
        let length = if first.is_whitespace() {
            first.len_utf8()
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if quoted > 0 {
            found.push(Token::Sign('"'));
            quoted
        } else if rest.starts_with("::") {
            found.push(Token::Then);
            2
        } else if is_of_word(first) {
            let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
            found.push(Token::Word(rest[..end].to_owned()));
            end
        } else {
            found.push(Token::Sign(first));
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    without_tests(&found)
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// How long the text or character in quotes is that stands here; 0 for none.
fn quoted(rest: &str) -> usize {
    let plain = rest.strip_prefix('b').unwrap_or(rest);
    if let Some(raw) = plain.strip_prefix('r') {
        let hashes = "#".repeat(raw.len() - raw.trim_start_matches('#').len());
        if let Some(text) = raw[hashes.len()..].strip_prefix('"') {
            let end = format!("\"{hashes}");
            let inside = text.find(&end).map_or(text.len(), |at| at + end.len());
            return rest.len() - text.len() + inside;
        }
    }
    let Some(mark) = plain.chars().next().filter(|mark| "\"'".contains(*mark)) else {
        return 0;
    };
    let is_lifetime =
        mark == '\'' && !plain.starts_with("'\\") && plain.chars().nth(2) != Some('\'');
    let mut escaped = false;
    let end = plain.char_indices().skip(1).find(|(_, sign)| {
        let ends = *sign == mark && !escaped;
        escaped = *sign == '\\' && !escaped;
        ends
    });
    match end {
        Some((at, _)) if !is_lifetime => rest.len() - plain.len() + at + 1,
        _ => 0,
    }
}

/// Leaves out each item that stands behind `#[cfg(test)]`.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match only_for_tests(&tokens[at..]) {
            Some(length) => at += length,
            None => {
                kept.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    kept
}

/// How many tokens the item has that stands only for tests and begins here.
fn only_for_tests(tokens: &[Token]) -> Option<usize> {
    let mark = mark_of_tests();
    let item = tokens.strip_prefix(mark.as_slice())?;
    let mut depth = 0;
    let end = item.iter().position(|token| {
        match token {
            Token::Sign('{' | '[' | '(') => depth += 1,
            Token::Sign('}' | ']' | ')') => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(token, Token::Sign(';' | '}'))
    });
    Some(mark.len() + end.map_or(item.len(), |end| end + 1))
}

fn mark_of_tests() -> [Token; 7] {
    let word = |text: &str| Token::Word(text.to_owned());
    let sign = Token::Sign;
    [
        sign('#'),
        sign('['),
        word("cfg"),
        sign('('),
        word("test"),
        sign(')'),
        sign(']'),
    ]
}
