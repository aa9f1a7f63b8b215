//! How this device stands with the server, in a word.

use app_sync::client::Link;
use app_sync::outbox::{OutboxRecord, OutboxState};

use super::text::DrawerText;

/// What the badge tells: the link, and what waits or was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Standing {
    /// How the device stands with the server.
    pub(super) link: Link,
    /// Changes on their way.
    pub(super) waiting: usize,
    /// Changes that a person has to settle.
    pub(super) refused: usize,
    /// Changes, of whomever, that wait for this person's decision.
    pub(super) to_review: usize,
}

/// What the colour of the badge says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Look {
    /// Live, nothing waits.
    Live,
    /// Live, something is on its way.
    Saving,
    /// As of an hour, or nothing yet.
    AsOf,
    /// A person is needed.
    Refused,
}

impl Standing {
    /// Counts the outbox.
    pub(super) fn of(link: Link, outbox: &[OutboxRecord], to_review: usize) -> Self {
        let refused = outbox.iter().filter(|record| is_refused(record)).count();
        Self {
            link,
            waiting: outbox.len() - refused,
            refused,
            to_review,
        }
    }

    /// What the colour says.
    pub(super) const fn look(self) -> Look {
        match (self.refused + self.to_review, self.link, self.waiting) {
            (1.., ..) => Look::Refused,
            (0, Link::Live, 0) => Look::Live,
            (0, Link::Live, _) => Look::Saving,
            _ => Look::AsOf,
        }
    }

    /// The words of the badge; `hour` is the practice's clock of an "as of".
    pub(super) fn words(self, text: &DrawerText, common: &crate::text::Text) -> String {
        let link = match self.link {
            Link::Loading => text.loading.to_owned(),
            Link::Live if self.waiting > 0 => text.saving.to_owned(),
            Link::Live => text.live.to_owned(),
            Link::AsOf(at) => (text.as_of)(&common.clock(at.civil().time())),
        };
        let waiting = match self.link {
            Link::Live => None,
            Link::Loading | Link::AsOf(_) => (self.waiting > 0).then(|| (text.to_send)(self.waiting)),
        };
        let refused = (self.refused > 0).then(|| (text.to_settle)(self.refused));
        let to_review = (self.to_review > 0).then(|| (text.to_review)(self.to_review));
        std::iter::once(link)
            .chain(waiting)
            .chain(refused)
            .chain(to_review)
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// Whether a person has to settle it.
pub(super) const fn is_refused(record: &OutboxRecord) -> bool {
    matches!(record.state, OutboxState::NeedsYou { .. })
}

#[cfg(test)]
mod tests {
    use app_domain::time::Instant;
    use app_sync::client::Link;
    use jiff::civil::date;

    use super::{Look, Standing};
    use crate::outbox::text::IT;

    fn words(link: Link, waiting: usize, refused: usize) -> String {
        Standing {
            link,
            waiting,
            refused,
            to_review: 0,
        }
        .words(&IT.drawer, &crate::text::IT)
    }

    #[test]
    fn the_badge_says_in_words_how_the_device_stands() {
        let ten = Instant::from_civil(date(2026, 11, 23).at(10, 2, 0, 0));
        assert_eq!(words(Link::Live, 0, 0), "dal vivo");
        assert_eq!(words(Link::Live, 2, 0), "salvataggio…");
        assert_eq!(words(Link::AsOf(ten), 3, 0), "alle 10:02 · 3 da inviare");
        assert_eq!(words(Link::AsOf(ten), 0, 1), "alle 10:02 · 1 da risolvere");
        assert_eq!(words(Link::Loading, 0, 0), "carico…");
        let reviewing = Standing {
            link: Link::Live,
            waiting: 0,
            refused: 0,
            to_review: 2,
        };
        assert_eq!(
            reviewing.words(&IT.drawer, &crate::text::IT),
            "dal vivo · 2 da rivedere"
        );
        assert_eq!(reviewing.look(), Look::Refused);
    }

    #[test]
    fn a_refusal_outweighs_everything_else() {
        assert_eq!(
            Standing {
                link: Link::Live,
                waiting: 4,
                refused: 1,
                to_review: 0,
            }
            .look(),
            Look::Refused
        );
    }
}
