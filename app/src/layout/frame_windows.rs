//! Windows of the frame that more than one place opens: the list of keys, and the question before the way out.

use app_sync::outbox::{OutboxRecord, OutboxState};
use leptos::prelude::*;

use crate::workspace::{Workspace, expect_workspace};

/// Which windows of the frame are open.
#[derive(Clone, Copy)]
pub struct FrameWindows {
    workspace: Workspace,
    shortcuts: RwSignal<bool>,
    sign_out: RwSignal<bool>,
    unsent: Memo<usize>,
}

impl FrameWindows {
    /// Puts them into the context, shut.
    pub(super) fn provide() {
        let workspace = expect_workspace();
        let outbox = workspace.outbox();
        let refused = |state: &OutboxState| matches!(state, OutboxState::NeedsYou { .. });
        let is_unsent = move |record: &&OutboxRecord| !refused(&record.state);
        provide_context(Self {
            workspace,
            unsent: Memo::new(move |_| outbox.read().iter().filter(is_unsent).count()),
            shortcuts: RwSignal::new(false),
            sign_out: RwSignal::new(false),
        });
    }

    /// Those of this page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The list of keys.
    pub fn shortcuts(self) -> RwSignal<bool> {
        self.shortcuts
    }

    /// The question before the way out.
    pub(super) fn sign_out_question(self) -> RwSignal<bool> {
        self.sign_out
    }

    /// Ends the session; asks first where something is not sent yet.
    pub fn sign_out(self) {
        if self.unsent.get_untracked() == 0 {
            self.workspace.sign_out();
        } else {
            self.sign_out.set(true);
        }
    }

    /// How many changes are not sent yet.
    pub(super) fn unsent(self) -> Memo<usize> {
        self.unsent
    }
}
