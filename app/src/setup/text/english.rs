//! English words of how the practice is set up.

use app_domain::agenda::Colour;

use super::super::week_draft::DayProblem;
use super::Text;

/// English.
pub static EN: Text = Text {
    common: &crate::text::EN,
    title: "Settings of the practice",
    short_title: "Settings",
    chairs: "Chairs and hours",
    chairs_note: "Chairs are the columns of the agenda, in this order. A chair is hidden, never deleted.",
    hidden: "hidden",
    earlier: |name| format!("Move earlier: {name}"),
    later: |name| format!("Move later: {name}"),
    moved: |name, place, all| format!("{name}: column {place} of {all}"),
    edit: |name| format!("Change {name}"),
    hide: "Hide",
    show: "Show",
    of_chair: |what, name| format!("{what} {name}"),
    hide_question: |name, count| {
        let visits = if count == 1 {
            "There is 1 visit to come: it stays where it is".to_owned()
        } else {
            format!("There are {count} visits to come: they stay where they are")
        };
        format!(
            "{visits}, and the column of {name} is seen on days on which somebody comes. No new ones are proposed."
        )
    },
    hide_anyway: "Hide all the same",
    chair_hidden: |name| format!("{name}: hidden"),
    chair_shown: |name| format!("{name}: in the agenda again"),
    chair_kept: |name| format!("{name}: changed"),
    chair_added: |name| format!("{name}: added, with the hours of the first chair"),
    name: "Name",
    name_problem: "A name is needed, of 40 letters at most.",
    hours: "Opening hours",
    shut: "closed",
    from: |day, span| format!("{day}, span {span}: from"),
    to: |day, span| format!("{day}, span {span}: to"),
    remove: |day, span| format!("Remove span {span} of {day}"),
    add_span: "Hours",
    add_span_on: |day| format!("Add hours on {day}"),
    copy: |day| format!("Copy the hours of {day} to"),
    copy_to: "Copy to…",
    working_days: "Monday to Friday",
    every_day: "every day",
    take_hours: "Take the hours of another chair",
    choose: "Choose…",
    day_problem,
    meanwhile: |now| format!("Somebody else has changed it meanwhile. This is how it is now: {now}"),
    take_theirs: "Take what is there now",
    keep_mine: "Keep what I typed",
    refused_change: |what| format!("You asked for: {what}"),
    again: "Ask again",
    leave: "Leave it as it is now",
    add_chair: "Add a chair",
    add: "Add",
    new_chair_note: "It has the hours of the first chair: change them afterwards.",
    types: "Types of visit",
    types_note: "The length is what is proposed for new visits; those that are booked do not change.",
    length: |kind| format!("Usual length: {kind}"),
    colour: |kind| format!("Colour: {kind}"),
    colour_name,
    offered: "offered",
    offered_of: |kind| format!("{kind}: offered for new visits"),
    budgets: "Autonomy",
    budgets_note: "What each role grants by itself, without asking: it is written down. Beyond it, the office manager decides on the page of the requests.",
    delay: |days| match days {
        0 => "no delay".to_owned(),
        days => format!("delay up to {days} days"),
    },
    delay_of: |role| format!("Delay of a payment: {role}"),
    waive: |most| most.map_or_else(|| "no waiver".to_owned(), |most| format!("waiver up to {most}")),
    waive_of: |role| format!("Waiver: {role}"),
    outside: "outside hours too",
    inside: "within hours only",
    calls: super::calls::ENGLISH,
    risk: super::risk::ENGLISH,
    closures: "Closed days",
    closures_note: "Holidays, bridge days, works. Before you confirm a closure you see which visits have to move; national holidays are there already.",
    add_closure: "Add a closure",
    reopen: "Remove",
    reopen_it: |what| format!("Remove the closure: {what}"),
    reopened: |why| {
        format!(
            "Closure removed: {why}. Displaced visits go back to their places where these are still free."
        )
    },
    to_closures: "To absences and closures",
    refused: "Settings are not of this role",
    refused_text: "The office manager and the owner change them.",
    to_agenda: "Back to the agenda",
};

const fn day_problem(problem: DayProblem) -> &'static str {
    match problem {
        DayProblem::Unreadable => "An hour is missing.",
        DayProblem::Reversed => "A span ends before it begins.",
        DayProblem::Overlap => "Two spans overlap.",
    }
}

const fn colour_name(colour: Colour) -> &'static str {
    match colour {
        Colour::Petrol => "petrol",
        Colour::Blue => "blue",
        Colour::Violet => "violet",
        Colour::Rose => "rose",
        Colour::Orange => "orange",
        Colour::Ochre => "ochre",
        Colour::Green => "green",
        Colour::Grey => "grey",
    }
}
