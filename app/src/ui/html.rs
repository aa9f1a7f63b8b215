//! Markup as text, for what is drawn by the thousand: the browser reads it in one go where elements one by one take several
//! times as long. What people wrote goes through [`escaped`], always.

/// Text as it may stand in markup, between elements and in quoted attributes.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_people_wrote_stays_what_they_wrote() {
        let name = r#"D'Amico <b onclick="x">&amp;"#;
        let safe = escaped(name);
        assert_eq!(safe, "D&#39;Amico &lt;b onclick=&quot;x&quot;&gt;&amp;amp;");
        assert!(!safe.contains(['<', '>', '"', '\'']));
    }
}
