//! English words of the outbox.

use crate::workspace::StorageTrouble;
use app_domain::calls::{ReasonKind, Topic};
use app_domain::care::PlanAnswer;

use super::{DescribeText, DrawerText, OutcomeText, RefusalText, Text};

/// English.
pub static EN: Text = Text {
    drawer: DRAWER,
    describe: DESCRIBE,
    addenda: super::addenda::ENGLISH,
    practice: super::practice::ENGLISH,
    request: super::request::ENGLISH,
    consent: super::consent::ENGLISH,
    payment: super::payment::ENGLISH,
    recall: super::recall::ENGLISH,
    risk: super::risk::ENGLISH,
    standing: super::standing::ENGLISH,
    outcome: OUTCOME,
    topic,
    refusal: REFUSAL,
};

const DRAWER: DrawerText = DrawerText {
    live: "live",
    loading: "loading…",
    as_of: |hour| format!("as of {hour}"),
    to_send: |count| format!("{count} to send"),
    saving: "saving…",
    to_settle: |count| format!("{count} to settle"),
    to_review: |count| format!("{count} to review"),
    open: |state| format!("State of the data: {state}. Open the changes to send"),
    title: "Changes on this device",
    close: "Close",
    empty: "Everything is sent. What waits for the network, and what did not work, shows here.",
    refused: "Did not work",
    waiting: "Waiting",
    writing: "being written",
    unkept: "in this page only",
    kept: "kept on this device",
    sent: "being sent",
    accepted: "received",
    asked_at: |when| format!("done {when}"),
    refused_at: |when| format!("answered {when}"),
    seen: "Seen",
    other_place: "Choose another place",
    open_card: "Open the call card",
    open_absences: "Open absences and closures",
    open_requests: "Open the requests",
    open_sheet: "Open the sheet",
    open_setup: "Open the settings",
    open_day: "Open that day",
    offline_note: "No network: go on working, it is sent by itself as soon as it is back.",
    too_old: "The server has a new version: load the page again. What is not sent is not lost.",
    rescued: |count| {
        let what = if count == 1 {
            "1 change was".to_owned()
        } else {
            format!("{count} changes were")
        };
        format!("{what} handed to the server to be looked at.")
    },
    trouble: |trouble| match trouble {
        StorageTrouble::CacheNotKept => {
            "There is no room for the agenda on this device: without a network you can work as long as the page stays open."
        }
        StorageTrouble::OutboxNotKept => {
            "This device cannot keep the latest changes: do not close the page before they are sent."
        }
        StorageTrouble::NothingKept => {
            "This browser keeps nothing: if you close the page before it is sent, the changes are lost."
        }
    },
    unreadable: |count| {
        let what = if count == 1 {
            "1 change on this device cannot be read".to_owned()
        } else {
            format!("{count} changes on this device cannot be read")
        };
        format!("{what}: nothing is deleted, tell whoever administers the practice.")
    },
};

const DESCRIBE: DescribeText = DescribeText {
    mark: |mark, who| format!("{who}: {mark}"),
    undo_mark: |mark, who| format!("{who}: “{mark}” taken back"),
    moves: |who| format!("Visit of {who} moved"),
    books: |who| format!("Visit booked for {who}"),
    cancels: |who| format!("Visit of {who} called off"),
    corrects: |who| format!("Visit of {who} corrected"),
    earlier: |who| format!("{who} would come earlier"),
    lab: [
        |who| format!("No laboratory work needed: {who}"),
        |who| format!("Awaits the laboratory: {who}"),
        |who| format!("Laboratory work has arrived: {who}"),
    ],
    not_earlier: |who| format!("{who} does not wait for an earlier place any more"),
    endings: [
        "awaited",
        "gone home",
        "missed",
        "called off by the patient",
        "called off by the practice",
    ],
    by: "How",
    reason: "Reason",
    confirmation: |who| format!("Confirmation of the visit of {who}"),
    call: |who| format!("Call to {who}"),
    edits: |field, who| format!("{field} of {who} changed"),
    asks: |what| format!("Asked of the manager: {what}"),
    settles: |what| format!("Decided: {what}"),
    was: "Was",
    becomes: "Written",
    nothing: "none",
    consents: ["never asked", "given", "denied"],
    fields: [
        "Mobile number",
        "Landline number",
        "E-mail address",
        "Birth date",
        "Consent to recalls",
        "Times that suit",
        "Language",
    ],
    decisions: ["given up", "done", "put elsewhere"],
    decision: "Decision",
    said: "A word for who asked",
    claim: |who| format!("Calling {who}"),
    release: |who| format!("No longer calling {who}"),
    visit: "Visit",
    from: "From",
    to: "To",
    place: "Place",
    kind: "For",
    note: "Note",
    overbooking: "Why there all the same",
    answer: "Answer",
    channel: "Channel",
    unknown_patient: "a patient no longer visible",
    unknown_visit: "a visit no longer visible",
    unknown: "no longer visible",
    marks: ["arrival", "in the chair", "care done", "gone", "missed"],
    not_asked: "not asked yet",
    asked: |channel| format!("asked ({channel})"),
    confirmed: "confirmed",
    asked_to_move: "asks to move",
};

const OUTCOME: OutcomeText = OutcomeText {
    problem_name: "has a problem…",
    call_back_name: "call back at…",
    later_name: "not before…",
    pays_name: "promises to pay…",
    do_not_contact_name: "does not want to be contacted…",
    all_well: "all well",
    problem: "has a problem",
    problem_until: |until| format!("has a problem, the clinician answers by {until}"),
    confirms: "confirms the visit",
    asks_to_move: "asks to move",
    booked: "visit booked",
    call_back: |until| format!("call back {until}"),
    later: |until| format!("not before {until}"),
    asks_for_place: "would come outside hours, asked of the office manager",
    answers_plan: "has answered the plan",
    answered: |answer, count| {
        let steps = if count == 1 { "step" } else { "steps" };
        match answer {
            PlanAnswer::Accepted => format!("accepts {count} {steps}"),
            PlanAnswer::Thinking => format!("is thinking about {count}"),
            PlanAnswer::Postponed => format!("postpones {count}"),
            PlanAnswer::Declined => format!("declines {count}"),
        }
    },
    answers_plan_name: "answers the plan…",
    thinking: "is thinking",
    no_answer: "no answer",
    busy: "busy",
    voicemail: "voicemail",
    family: "a family member answered",
    wrong_number: "wrong number",
    promises_to_pay: |by| format!("promises to pay by {by}"),
    asks_delay: |day| format!("asks to put the payment off until {day}"),
    delay_name: "asks for more time to pay…",
    asks_to_spread: "asks to spread the payment",
    disputes: "disputes the amount",
    declines: "does not want to go on",
    do_not_contact: "does not want to be contacted",
    deceased: "reported deceased",
    moved_away: "reported moved away",
};

const REFUSAL: RefusalText = RefusalText {
    not_found: [
        "It is gone, or not visible in your role.",
        "Look the patient up again: a colleague may have removed or moved the visit.",
    ],
    not_allowed: [
        "Your role may not do this.",
        "Ask the front desk or the office manager; what you wrote stays here.",
    ],
    chair_taken: |who, chair, when| format!("Place taken by {who} ({chair}, {when})."),
    clinician_taken: |clinician, who, when| format!("{clinician} is already with {who} ({when})."),
    both_taken: |who, chair, clinician, when| {
        format!("{who} is already in {chair} with {clinician} ({when}).")
    },
    patient_taken: |who, when| format!("{who} already has a visit at that time ({when})."),
    somebody: "another patient",
    place_todo: "Choose another place: the next free ones are on the card.",
    patient_todo: "Choose another time, or move the other visit.",
    outside_hours: [
        "The chair is not open at that time.",
        "Choose an opening hour, or another chair.",
    ],
    closed: |day, reason| format!("The practice is closed on {day}: {reason}."),
    holiday: |day| format!("{day} is a national holiday: the practice is closed."),
    away: |who, until| format!("{who} is away until {until}."),
    away_todo: "Choose another time, or another clinician.",
    set_meanwhile: [
        "Somebody else has set it otherwise meanwhile.",
        "Look at how it is now and change it again if need be.",
    ],
    closed_todo: "Choose another day.",
    not_a_place: [
        "Not a place of the agenda: steps of 5 minutes, within one day.",
        "Correct the time and the length.",
    ],
    past: |start| format!("{start} is past."),
    past_todo: "Choose a place from now on.",
    too_early: |start| format!("The visit begins {start}: it is too early."),
    too_early_todo: "Mark it once the visit has begun.",
    wrong_state: |state| format!("The visit is already {state}."),
    wrong_state_wanted: |state, wanted| format!("The visit is already {state}: “{wanted}” cannot be marked."),
    wrong_state_todo: "Look at the agenda: a colleague may have marked it. If it is a mistake, undo the last mark.",
    states: [
        "booked",
        "waiting",
        "in the chair",
        "done",
        "gone",
        "missed",
        "cancelled",
    ],
    moved: |place| format!("A colleague moved the visit meanwhile: it is now {place}."),
    moved_todo: "Look at the new place and, if need be, move it from there.",
    cancelled_by_patient: "The visit was called off by the patient.",
    cancelled_by_practice: "The visit was called off by the practice.",
    cancelled_todo: "Book a new visit.",
    claimed: |who, since, until| {
        format!("{who} has been calling this patient since {since} (until {until} at most).")
    },
    claimed_todo: "Go to the next one, or go on knowingly.",
    colleague: "A colleague",
    reason_missing: [
        "It needs a reason.",
        "Write the reason: whoever reads it later must understand why.",
    ],
    more_than_owed: |owed| format!("For this the patient owes {owed}."),
    more_than_owed_todo: "Write an amount that is not more.",
    beyond_budget: |most| format!("This role grants up to {most} by itself."),
    beyond_todo: "The manager decides it.",
    already: [
        "This was already recorded, with other content.",
        "Look at the attempts of the patient and, if something is missing, record it again.",
    ],
    unfit: [
        "The outcome does not fit one of the chosen reasons.",
        "Choose the reasons it is about, or another outcome.",
    ],
    field_changed: |now| format!("Another value was written meanwhile: {now}."),
    field_todo: "See which one holds, and correct it again if need be.",
    day_is_over: [
        "The day of the call is over.",
        "An outcome is corrected on its own day: write a new call down.",
    ],
    unfit_value: [
        "The field cannot hold this value.",
        "Check the number, address or date.",
    ],
    settled: |who, when| format!("{who} has already decided it, {when}."),
    settled_todo: "Nothing more is needed.",
    needs_server: [
        "This cannot be done without a network.",
        "Try again once online; you can go on with the rest.",
    ],
};

fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Reason(ReasonKind::ClinicalRisk) => "Clinical risk",
        Topic::Reason(ReasonKind::Balance) => "Balance",
        Topic::Reason(ReasonKind::Instalment) => "Instalment",
        Topic::Reason(ReasonKind::SuspendedCycle) => "Suspended cycle",
        Topic::Reason(ReasonKind::HygieneRecall) => "Hygiene",
        Topic::Reason(ReasonKind::Promise) => "Promise",
        Topic::Reason(ReasonKind::Confirm) => "Confirmation",
        Topic::Reason(ReasonKind::PlanAwaiting) => "Plan awaiting an answer",
        Topic::Reason(ReasonKind::MissedVisit) => "Missed visit",
        Topic::Reason(ReasonKind::Displaced) => "To re-place",
        Topic::Reason(ReasonKind::Answered) => "Clinician’s answer",
        Topic::Reason(ReasonKind::Satisfaction) => "How it went",
        Topic::Reason(ReasonKind::CheckRecall) => "Periodic check",
        Topic::Other => "Other",
    }
}
