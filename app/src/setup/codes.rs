//! Codes of acts, as people type them.

use app_domain::calls::LONGEST_RISK_CODE;

/// The codes of a text, as they are written in the table. One that is far too long is cut: it is none anyway.
pub(super) fn codes(text: &str) -> Vec<String> {
    text.split(|one: char| one.is_whitespace() || matches!(one, ',' | ';'))
        .filter(|code| !code.is_empty())
        .map(|code| code.chars().take(2 * LONGEST_RISK_CODE).collect::<String>())
        .map(|code| code.to_uppercase())
        .collect()
}
