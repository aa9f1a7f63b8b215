//! The address of the list of patients whose cycle of care an absence or a closure has stopped.

use app_domain::agenda::Displacement;

/// The name in the address.
pub const RESUME: &str = "riprendere";
const CLOSURE: &str = "studio";
const ABSENCE: &str = "clinico";

/// The call list, narrowed to whom one has stopped.
pub fn resume_path(by: Displacement) -> String {
    let named = match by {
        Displacement::Closure(id) => format!("{CLOSURE}_{id}"),
        Displacement::Absence(id) => format!("{ABSENCE}_{id}"),
        Displacement::Person(_) => return "/chiamate".to_owned(),
    };
    format!("/chiamate?{RESUME}={named}")
}

/// What has stopped them, as an address names it.
pub fn stopped_by(text: &str) -> Option<Displacement> {
    let (what, id) = text.split_once('_')?;
    match what {
        CLOSURE => id.parse().ok().map(Displacement::Closure),
        ABSENCE => id.parse().ok().map(Displacement::Absence),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use app_domain::id::{AbsenceId, ClosureId, MemberId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_has_stopped_them_is_read_back_from_the_address() {
        let id = Uuid::from_u128(7);
        for by in [
            Displacement::Closure(ClosureId(id)),
            Displacement::Absence(AbsenceId(id)),
        ] {
            let path = resume_path(by);
            let (_, text) = path.split_once('=').expect("a query");
            assert_eq!(stopped_by(text), Some(by));
        }
        assert_eq!(resume_path(Displacement::Person(MemberId(id))), "/chiamate");
        assert_eq!(stopped_by("studio_7"), None);
        assert_eq!(stopped_by("7"), None);
    }
}
