//! English words of what waits for a person.

use app_domain::patient::PatientField;
use app_domain::review::Device;

use super::Text;

/// English.
pub static EN: Text = Text {
    title: "To review",
    settled: "Decided lately",
    hidden: |role| format!("A change made as {role}"),
    made: |who, when, device| format!("{who} · {when} · {device}"),
    device: |device| match device {
        Device::Phone => "phone",
        Device::Tablet => "tablet",
        Device::Computer => "computer",
    },
    other_role: |who, role| {
        format!(
            "{who} made it as {role}, a role that they no longer had when it arrived: it was not applied."
        )
    },
    beyond: |who, why| format!("{why} {who} asks to do it all the same."),
    grant: "Grant",
    refuse: "Do not grant",
    granted: |who, when| format!("Granted by {who}, {when}."),
    not_granted: |who, when| format!("Not granted by {who}, {when}."),
    with_words: |became, words| format!("{became} “{words}”"),
    say: "A word for who asks (if needed)",
    by_when: |when| format!("To be decided by {when}"),
    late: |when| format!("It was to be decided by {when}: it is late"),
    news_settled: |what, became| format!("{what}: {became}"),
    others_decide: "Those who may decide it see it already.",
    others_will_see: "Those who may decide it will see it once it is sent.",
    free_places: "Next free places",
    no_free_place: "No free place in the next two months.",
    overbook: "Put it there all the same…",
    overbook_reason: "Why two in one place",
    overbook_now: "Overbook",
    which_value: "Which one holds?",
    present_value: "present value",
    other_value: |who, when| format!("written by {who}, {when}"),
    no_value: "none",
    do_it: "Do it now",
    drop: "Give it up",
    done: |who, when| format!("Done by {who}, {when}."),
    dropped: |who, when| format!("Given up by {who}, {when}."),
    news: |what| format!("{what} It waits for review, with what you typed."),
    news_other_role: |role| {
        format!("What you did as {role} was not applied: it is set aside, and those who may decide it will.")
    },
    ghost: "place taken",
    ghost_waits: "to decide",
    ghost_label: |what, who, why| format!("To review: {what}, asked for by {who}: {why}"),
    field: |field| match field {
        PatientField::Mobile(_) => "Mobile",
        PatientField::Landline(_) => "Landline",
        PatientField::Email(_) => "E-mail",
        PatientField::Born(_) => "Birth date",
        PatientField::Times(_) => "Times that suit",
        PatientField::Language(_) => "Language",
        PatientField::RecallConsent(_) => "Consent to recalls",
    },
};
