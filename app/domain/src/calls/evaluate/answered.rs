//! What a clinician has answered, and nobody has told the patient yet.

use super::{Candidate, Case};
use crate::calls::{Advice, AnsweredDetail, Attempt, RankPlace, Reason, ReasonDetail};

impl Case<'_> {
    /// On the list from the answer until the patient is spoken to; not where the clinician calls.
    pub(super) fn answered(&self) -> Option<Candidate> {
        let waiting = |attempt: &&Attempt| {
            let (clinician, _) = attempt.asks()?;
            let answer = attempt.answer.as_ref()?;
            let is_told = self.log.spoken_after(answer.at);
            let is_for_the_caller = answer.advice != Advice::WillCall && answer.at <= self.now.instant;
            (is_for_the_caller && !is_told).then(|| (answer.clone(), attempt.id, clinician))
        };
        let (answer, attempt, clinician) = self
            .log
            .attempts()
            .filter_map(|attempt| waiting(&attempt))
            .min_by_key(|(answer, id, _)| (answer.at, *id))?;
        let at = answer.at;
        let detail = ReasonDetail::Answered(AnsweredDetail {
            attempt,
            clinician,
            answer,
        });
        Some(Candidate {
            reason: Reason {
                detail,
                since: at.civil().date(),
            },
            occurrence: at.civil(),
            place: RankPlace::Answered { at },
        })
    }
}
