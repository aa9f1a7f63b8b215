//! Which questions wait for the person who looks.

use app_domain::calls::Attempt;
use app_domain::policy::may_answer_question;
use leptos::prelude::*;

use crate::heed::heed;
use crate::workspace::Workspace;

/// Whether the viewer answers questions at all.
pub fn sees_questions(workspace: Workspace) -> Memo<bool> {
    let viewer = workspace.viewer();
    Memo::new(move |_| viewer.read().as_ref().is_some_and(|who| who.role.is_clinician()))
}

/// Questions that nobody has answered, put to this person first, then those that they may answer for a colleague; the
/// earliest hour first.
pub fn open_questions(workspace: Workspace) -> Memo<Vec<Attempt>> {
    let questions = workspace.questions();
    let viewer = workspace.viewer();
    Memo::new(move |_| {
        heed(viewer);
        let Some(actor) = workspace.actor() else {
            return Vec::new();
        };
        let mut open: Vec<Attempt> = questions
            .read()
            .iter()
            .filter(|asked| asked.answer.is_none())
            .cloned()
            .collect();
        open.retain(|asked| may_answer_question(&actor, asked));
        open.sort_by_key(|asked| {
            let (whom, until) = asked.asks().unzip();
            (whom != actor.clinician, until, asked.id)
        });
        open
    })
}
