//! Asking for a place that is beyond what the person may take, and the news of it with a way back.

use app_domain::command::Command;
use app_domain::id::ReviewId;
use app_domain::review::Decision;
use leptos::prelude::*;

use super::act::{Acted, carry_out, tell};
use super::text::text;
use crate::ui::Toasts;
use crate::workspace::Workspace;

/// Asks whoever may grant it. The wish carries its reason.
pub(super) fn ask_for(workspace: Workspace, toasts: Toasts, wish: Command) -> Acted {
    let review = ReviewId(workspace.new_id());
    let wish = Box::new(wish);
    let asked = carry_out(workspace, Command::Ask { review, wish });
    if asked == Acted::Done {
        let news = text(workspace.language().get_untracked()).moving.asked.to_owned();
        let give_up = Command::SettleReview {
            review,
            decision: Decision::Drop,
            words: String::new(),
        };
        tell(workspace, toasts, news, vec![give_up]);
    }
    asked
}
