//! Subscribing to a value that is not looked at.

use leptos::prelude::*;

/// Runs the surrounding memo or effect again whenever a value changes that it does not look at itself.
///
/// `Track::track` would not do: a memo learns what it depends on when it is first computed, so that one which nobody reads is
/// never told of anything, and tells nobody.
pub fn heed(source: impl With) {
    source.with(|_| ());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memo_that_nobody_else_reads_is_heeded() {
        let owner = Owner::new();
        owner.set();
        let source = RwSignal::new(1);
        let memo = Memo::new(move |_| source.get());
        let seen = Memo::new(move |_| {
            heed(memo);
            source.get_untracked()
        });
        assert_eq!(seen.get_untracked(), 1);
        source.set(2);
        assert_eq!(seen.get_untracked(), 2);
    }
}
