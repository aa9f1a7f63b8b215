//! What a card says of an appointment, but for the name and what changes by the minute.

use app_domain::agenda::Appointment;
use app_domain::rows::Rows;

use super::appointment_marks::SmallMark;
use super::stage::Stage;
use super::text::Text;

/// What a card says of an appointment, but for the name and what changes by the minute.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct CardWords {
    /// "9:00".
    pub(super) time: String,
    /// "Igiene".
    pub(super) kind: &'static str,
    /// "45 min".
    pub(super) minutes: String,
    /// "Igiene 1 · Marini".
    pub(super) place: String,
}

impl CardWords {
    /// The words of an appointment.
    pub(super) fn of(row: &Appointment, text: &Text, rows: &impl Rows) -> Self {
        let chair = rows.chair(row.place.chair).map(|chair| chair.name.as_str());
        let clinician = rows
            .clinician(row.place.clinician)
            .map(|clinician| clinician.surname.as_str());
        Self {
            time: text.common.clock(row.start().time()),
            kind: (text.common.kind)(row.kind),
            minutes: text.common.minutes(row.place.minutes),
            place: chair.into_iter().chain(clinician).collect::<Vec<_>>().join(" · "),
        }
    }

    /// "Rossi Maria, attende 3′, 9:00, Igiene, rischio clinico": what is read aloud where the card itself is the button. It
    /// begins with what is seen, so that whoever speaks to the machine can say what they see.
    pub(super) fn label_as_seen(&self, name: &str, stage: Stage, marks: &[SmallMark], text: &Text) -> String {
        let mut label = format!("{name}, {}, {}, {}", stage.words(text), self.time, self.kind);
        for mark in marks {
            label.push_str(", ");
            label.push_str(mark.word(text));
        }
        label
    }

    /// "Rossi Maria, Igiene, 9:00, arrivato, attende 3′, rischio clinico": what is read aloud.
    pub(super) fn label(&self, name: &str, stage: Stage, marks: &[SmallMark], text: &Text) -> String {
        let mut label = format!("{name}, {}, {}, {}", self.kind, self.time, stage.spoken(text));
        for mark in marks {
            label.push_str(", ");
            label.push_str(mark.word(text));
        }
        label
    }
}
