//! English words of the calls.

use app_domain::calls::Cause;

use super::{CardText, DayText, FollowsText, ListText, NarrowText, PanelText, Text, ViewsText};

/// English.
pub static EN: Text = Text {
    list: LIST,
    card: CARD,
    panel: PANEL,
    follows: FOLLOWS,
    answers: super::answers::ENGLISH,
    settling: super::settling::ENGLISH,
    cause,
};

const LIST: ListText = ListText {
    title: "Calls",
    segments: "Which patients",
    to_call: "To call",
    to_review: "To review",
    excluded: "Left out",
    filter: "Filter by reason",
    filters: [
        "All",
        "Answers",
        "Risk",
        "Promises",
        "Confirmations",
        "Hygiene",
        "To re-place",
        "Balance/Instalments",
        "Suspended cycles",
        "Missed visits",
        "Plans",
        "How it went",
        "Checks",
    ],
    rows: "Patients, the most urgent first",
    is_calling: |who| format!("{who} is calling"),
    no_phone: "No phone",
    left_out: |reason, cause| format!("{reason}: {cause}"),
    empty_title: "Nobody to call",
    empty_note: "Every reason of today is settled. Who comes back to the list shows here by itself.",
    none_to_review: "Nobody to review",
    none_excluded: "Nobody left out",
    none_here: "Nobody with this reason",
    all: "Show all",
    pick: "Choose whom to call",
    pick_note: "J and K to move, Enter to open the card.",
    put_off: "Put off",
    none_put_off: "Nobody put off",
    comes_back: |sentence, when| format!("{sentence}, back on the list {when}"),
    at_hour: |hour| format!("at {hour}"),
    narrow: NarrowText {
        title: "Filters",
        stopped: "Cycles to resume",
        stopped_by_closure: |why| format!("Cycles to resume, practice closed: {why}"),
        stopped_by_absence: |who| format!("Cycles to resume, absence of {who}"),
        chosen: "Chosen filters",
        remove: |filter| format!("{filter}: remove the filter"),
        clinician: "Dentist or hygienist",
        any_clinician: "Everybody",
        never_reached: "Never reached",
        language: "Language",
        any_language: "Any",
        in_language: |language| format!("Speak {language}"),
        my_promises: "My promises",
        nobody: "Nobody with these filters",
    },
    views: ViewsText {
        title: "My views",
        shared: "The practice’s views",
        name: "Save this list as",
        hint: "Stays in this browser, for you only. Do not name patients.",
        hint_shared: "Seen by whoever uses the list, on every device. Do not name patients.",
        for_all: "For the whole practice",
        keep: "Save",
        forget: |name| format!("Delete the view “{name}”"),
        strike: |name| format!("Take the view “{name}” from everybody"),
        by: |who| format!("by {who}"),
    },
    day: DayText {
        title: "Today’s calls",
        reached: |count| format!("{count} spoken to"),
        booked: |count| format!("· {count} booked"),
        mine: "You",
        all: "Whole practice",
        rows: [
            "People called",
            "People spoken to",
            "Visits booked",
            "Calls back promised",
            "Questions to clinicians",
        ],
    },
};

const CARD: CardText = CardText {
    label: |who| format!("Call to {who}"),
    position: |place, all| format!("{place} of {all}"),
    back: "Back to the list",
    next: "Who is next",
    last: "The list ends here",
    gone: "This patient is not visible",
    gone_note: "Not among the data of this device, or not visible in your role.",
    reach: super::reach::ENGLISH,
    ways: "How to reach them",
    call_number: |number| format!("Call {number}"),
    opposed: "opposes it",
    opposed_for: |purposes| format!("opposes it for {purposes}"),
    purposes: ["recalls", "care", "administration", "satisfaction"],
    no_phone: "No phone",
    no_phone_note: "Ask for it at the next visit, or write an e-mail if there is an address.",
    take: "Take the call",
    timer: "Length of the call",
    taken: |who, since| format!("{who} has been calling since {since}."),
    taken_note: "If you go on, both calls stay, marked as double.",
    go_on: "Go on knowingly",
    offline: "Without a network the others cannot see that you are calling.",
    reasons: "Why to call",
    include: |reason| format!("The outcome is about: {reason}"),
    since: |day| format!("On the list since {day}."),
    last_contact: |when, outcome| format!("Last contact {when}: “{outcome}”."),
    last_outcome: |outcome| format!("Last time: “{outcome}”."),
    questions: |count| format!("{count} questions to ask"),
    days_ago: |days| match days {
        0 => "today".into(),
        1 => "yesterday".into(),
        days => format!("{days} days ago"),
    },
    ask: "Ask, in your own words:",
    yes_proposes: "There is a yes: propose to hear the clinician.",
    places_for: |kind| format!("Next free places: {kind}"),
    no_places: "No free place in the next days.",
    outcomes: "How it went",
    all_well: "All well",
    confirms: "Confirms",
    book: "Book",
    book_at: |when| format!("Book {when}"),
    ask_at: |when| format!("Ask for {when}"),
    move_to: |when| format!("Move to {when}"),
    moved: |when| format!("Visit moved to {when}."),
    call_back: "Call back at…",
    no_answer: "No answer",
    busy: "Busy",
    other: "Other outcome",
    one_by_one: "One reason at a time",
    said_so_far: "Said so far",
    outcome_of: |topics| format!("Outcome of: {topics}"),
    take_back: |said| format!("Take back “{said}”"),
    end_call: |count| match count {
        1 => "End with 1 outcome".into(),
        count => format!("End with {count} outcomes"),
    },
    said: |outcome| format!("Said: {outcome}"),
    second_visit: "A call carries one visit: end it, then book the other.",
    corrected_of: "What you correct",
    problem: "Has a problem",
    voicemail: "Voicemail",
    family: "A family member answers",
    wrong_number: "Wrong number",
    discretion: "Nothing clinical and nothing about money is said to a family member: only to call the practice back.",
    no_reason: "No reason on the list: the call counts as “other”.",
    until: |when| format!(", until {when}"),
    held: "Not today",
    earlier: "Earlier attempts",
    no_attempts: "No attempt so far.",
    double: "double call",
    double_notice: |calls| format!("Called twice today: {calls}. Both count."),
    imported: "from the former software",
    take_over: "Take the call over…",
    take_over_now: "Take it",
    word_to: |who| format!("A word to {who}"),
    taken_from_you: |who| format!("{who} has taken the call."),
    kept_by: |who, hand_offs| match hand_offs {
        0 => format!("Promised by {who}."),
        1 => format!("The promise is {who}’s now (1 hand-over)."),
        count => format!("The promise is {who}’s now ({count} hand-overs)."),
    },
    hand_over: "Hand over…",
    recall: "Date and interval of the recall",
    books: "Payments and books on the sheet",
    say: |words| format!("To say: “{words}”"),
    asked: |question| format!("Asked the clinician: “{question}”"),
    answered: |who, advice, words| {
        let words = if words.is_empty() {
            String::new()
        } else {
            format!(" “{words}”")
        };
        format!("{who} answered: {advice}.{words}")
    },
    delay_decided: [
        |who, words| {
            let said = if words.is_empty() {
                String::new()
            } else {
                format!(": “{words}”")
            };
            format!("Delay granted by {who}{said}")
        },
        |who, words| {
            let said = if words.is_empty() {
                String::new()
            } else {
                format!(": “{words}”")
            };
            format!("Delay not granted by {who}{said}")
        },
    ],
    delay_waits: "The delay awaits the office manager",
    family_too: "In the family, to call too",
    handed: |from, to, word| {
        let word = if word.is_empty() {
            String::new()
        } else {
            format!(": “{word}”")
        };
        format!("Promise handed from {from} to {to}{word}")
    },
    settled: |who, what, words| match words {
        "" => format!("{who}: {what}"),
        words => format!("{who}: {what} «{words}»"),
    },
    was_written: |was, who| format!("Before: {was}. Corrected by {who}."),
    correct: "Correct the outcome",
    correcting: |call| format!("You are correcting: {call}. Choose how it really went."),
    resumed: |at| format!("Answers and notes of {at} are here again: the call had not been written down."),
    start_over: "Start over",
    corrected: "Outcome corrected; what it was stays in sight.",
    read_only: "Your role may read calls, not record them.",
};

const PANEL: PanelText = PanelText {
    call_back: "When to call back",
    another_time: "Another time",
    promised: "What you promise, besides calling back",
    promised_like: "e.g. an answer about the estimate",
    until_when: "By when",
    promise: "Promise",
    past: "This hour is past.",
    book: "Which place",
    kind: "Kind of visit",
    anybody: "Anybody",
    clinician: "With whom",
    another_place: "Another day and hour",
    why_there: "Why outside hours",
    reason_hint: "It stays with the visit",
    asks_hint: "It is outside hours: with this reason you ask the office manager",
    choose_place: "Choose this hour",
    problem: "Who answers, and by when",
    problem_note: "The clinician gets the question; the patient leaves the list until the answer or the chosen hour.",
    until: "By",
    other: "Other outcome",
    question: "What the patient reports",
    said_yes_to: |questions| format!("Yes to: {questions}"),
    later: "Not before",
    delay: "Put the payment off until…",
    delay_within: |day| {
        format!(
            "Until {day} you grant it yourself, at once. Beyond, the office manager decides by noon of the next working day."
        )
    },
    delay_asks: "The office manager decides, by noon of the next working day.",
    pay: "Pays by when",
    amount: "How much (if said), €",
    not_an_amount: "Write an amount, for example 120 or 120.50.",
    another_day: "Another day",
    not_a_later_day: "Choose a day after today.",
    write: "Write down",
    oppose: "What the patient does not want",
    purpose: "For what",
    of_this_call: "for what this call is about",
    by_channel: "How not to make contact",
    no_channel: "In no way",
    oppose_note: "It holds at once, on all devices.",
    hand_over: "To whom the promise goes",
    word: "A word (if needed)",
    i_take_it: "I keep it",
    handed_over: |who| format!("The promise is {who}’s now."),
};

const FOLLOWS: FollowsText = FollowsText {
    all_well: "That is all for today.",
    all_well_risk: "The next check counts from today.",
    problem: |until| format!("The clinician answers by {until}; then back on the list."),
    confirms: "Visit confirmed.",
    booked: |when| format!("Visit booked {when}."),
    asked_for: |until| format!("Asked of the office manager, who decides by {until}: there is no visit yet."),
    call_back: |until| format!("Promised: back on the list half an hour before {until}."),
    retry: |day, from, to| format!("We try again {day}, between {from} and {to}."),
    retry_today: "Stays on the list: it may be tried again today.",
    wrong_number: "Off the list until the number is corrected.",
    several: |count| format!("{count} outcomes written in one call; the rest stays on the list."),
    other: "Recorded.",
};

fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Deceased => "deceased",
        Cause::MovedAway => "moved away",
        Cause::Opposed => "does not want to be contacted for this",
        Cause::ConsentDenied => "denied consent to recalls",
        Cause::Disabled => "recall turned off",
        Cause::Inactive => "no longer in our care",
        Cause::Review => "reported deceased or moved: to be checked",
        Cause::WrongNumber => "wrong number: to be corrected",
        Cause::Disputed => "amount disputed",
        Cause::PromisedToPay => "promised to pay",
        Cause::Closed => "does not want to go on",
        Cause::ClosedByPractice => "closed by the practice",
        Cause::VisitBooked => "visit already booked in a call",
        Cause::CallBackPromised => "promised to be called back",
        Cause::AwaitingManager => "awaits the office manager",
        Cause::AwaitingClinician => "awaits the clinician’s answer",
        Cause::Thinking => "is thinking about it",
        Cause::FiveAttempts => "five tries without an answer: decide how to go on",
        Cause::SpokenToday => "already spoken to today",
        Cause::TriedToday => "already tried today",
        Cause::ThreeInSevenDays => "three tries in seven days",
    }
}
