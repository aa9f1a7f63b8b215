//! What the others are told that this person looks at.

use app_sync::presence::LookingAt;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::workspace::expect_workspace;

/// Tells the others what the address shows: a day of the agenda, or the call of a patient. Draws nothing.
#[component]
pub fn Looks() -> impl IntoView {
    let workspace = expect_workspace();
    let path = use_location().pathname;
    let today = workspace.today();
    let looking_at = Memo::new(move |_| looking_at(&path.read(), today.get()));
    Effect::new(move || workspace.look_at(looking_at.get()));
}

/// What an address shows. What is no day shows today, as the agenda does.
fn looking_at(path: &str, today: Date) -> Option<LookingAt> {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let (section, named) = (parts.next()?, parts.next());
    match section {
        // A week or a month is no day.
        "agenda" if parts.next().is_some() => None,
        "agenda" => Some(LookingAt::Day {
            day: named.and_then(|day| day.parse().ok()).unwrap_or(today),
        }),
        "chiamate" => Some(LookingAt::Call {
            patient: named?.parse().ok()?,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use app_domain::id::PatientId;
    use app_sync::presence::LookingAt;
    use jiff::civil::date;

    use super::looking_at;

    #[test]
    fn the_address_says_what_is_looked_at() {
        let today = date(2026, 11, 23);
        let day = |day| Some(LookingAt::Day { day });
        assert_eq!(looking_at("/agenda", today), day(today));
        assert_eq!(looking_at("/agenda/2026-12-01", today), day(date(2026, 12, 1)));
        assert_eq!(looking_at("/agenda/tomorrow", today), day(today));
        let patient: PatientId = "00000000-0000-0003-0000-000000000001".parse().unwrap();
        let call = Some(LookingAt::Call { patient });
        assert_eq!(looking_at(&format!("/chiamate/{patient}"), today), call);
        assert_eq!(looking_at("/agenda/settimana/2026-11-23", today), None);
        for path in ["/", "/chiamate", "/chiamate/x", "/elsewhere/2026-12-01"] {
            assert_eq!(looking_at(path, today), None, "{path}");
        }
    }
}
