//! Recording a payment, a refund or a waiver; asking for one that is beyond one's own budget.

use app_domain::calls::why;
use app_domain::care::PayablePlan;
use app_domain::command::Command;
use app_domain::id::{PatientId, PaymentId, PlanId, ReviewId};
use app_domain::money::Cents;
use app_domain::payments::{LARGEST, NewPayment, OLDEST_DAYS, PaymentEntry, waived_lately};
use app_domain::review::Decision;
use app_domain::rows::Rows;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use super::correct_payment::correction;
use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Segmented, Select, Toast, Tone, Undo, expect_toasts};
use crate::workspace::{Workspace, expect_workspace};

/// What the form records.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Payment,
    Refund,
    Waiver,
}

/// What the payment is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// Several plans come into question, and nobody has said which: money is not guessed.
    Unsaid,
    /// No plan.
    Nothing,
    /// This plan.
    Plan(PlanId),
}

impl Purpose {
    /// The one plan of which something is left to pay, if it is one.
    fn proposed(plans: &[PayablePlan]) -> Self {
        let mut unpaid = plans.iter().filter(|plan| plan.left > Cents(0));
        match (unpaid.next(), unpaid.next()) {
            (Some(only), None) => Self::Plan(only.plan),
            _ if plans.is_empty() => Self::Nothing,
            _ => Self::Unsaid,
        }
    }
}

/// What was typed, and what is wrong with it.
#[derive(Clone, Copy)]
struct Draft {
    workspace: Workspace,
    patient: PatientId,
    /// Made as the form opens, so that a double tap is one payment.
    number: PaymentId,
    kind: RwSignal<Kind>,
    amount: RwSignal<String>,
    day: RwSignal<String>,
    purpose: RwSignal<Purpose>,
    reason: RwSignal<String>,
    /// How much this person waives by themselves.
    most: Signal<Cents>,
    /// Whether what was typed is for somebody else to grant.
    asks: Memo<bool>,
    amount_error: RwSignal<Option<String>>,
    day_error: RwSignal<Option<String>>,
    purpose_error: RwSignal<Option<String>>,
    reason_error: RwSignal<Option<String>>,
}

impl Draft {
    /// An empty form, as of today.
    fn new(workspace: Workspace, patient: PatientId, plans: &[PayablePlan]) -> Self {
        let nothing = || RwSignal::new(None);
        let (kind, amount) = (RwSignal::new(Kind::Payment), RwSignal::new(String::new()));
        let viewer = workspace.viewer();
        let most = Signal::derive(move || {
            let who = viewer.read().as_ref().map(|who| (who.member.id, who.role));
            let Some((member, role)) = who else {
                return Cents(0);
            };
            let today = workspace.today().get();
            let waived = workspace.read(|rows| waived_lately(patient, member, today, rows));
            (workspace.budget(role).get().waive - waived).max(Cents(0))
        });
        let is_beyond = move || Cents::typed(&amount.read()).is_some_and(|amount| amount > most.get());
        Self {
            workspace,
            patient,
            number: PaymentId(workspace.new_id()),
            kind,
            amount,
            most,
            asks: Memo::new(move |_| kind.get() == Kind::Waiver && is_beyond()),
            day: RwSignal::new(workspace.today().get_untracked().to_string()),
            purpose: RwSignal::new(Purpose::proposed(plans)),
            reason: RwSignal::new(String::new()),
            amount_error: nothing(),
            day_error: nothing(),
            purpose_error: nothing(),
            reason_error: nothing(),
        }
    }

    /// First and last day that an entry may be of.
    fn days(self) -> (Date, Date) {
        let today = self.workspace.today().get();
        (today.saturating_sub(OLDEST_DAYS.days()), today)
    }

    /// What is to be recorded; `None` where something is wrong, which is said beside it.
    fn wanted(self) -> Option<NewPayment> {
        let words = &text(self.workspace.language().get_untracked()).payments;
        let amount = Cents::typed(&self.amount.get_untracked()).filter(|amount| *amount <= LARGEST);
        let (first, last) = untrack(|| self.days());
        let day = self.day.get_untracked().parse::<Date>().ok();
        let day = day.filter(|day| (first..=last).contains(day));
        let plan = match self.purpose.get_untracked() {
            Purpose::Unsaid => None,
            Purpose::Nothing => Some(None),
            Purpose::Plan(plan) => Some(Some(plan)),
        };
        let reason = self.reason.get_untracked();
        let entry = match self.kind.get_untracked() {
            Kind::Payment => Some(PaymentEntry::Payment),
            Kind::Refund | Kind::Waiver if reason.trim().is_empty() => None,
            Kind::Refund => Some(PaymentEntry::Refund { reason }),
            Kind::Waiver => Some(PaymentEntry::Waiver { reason }),
        };
        self.amount_error
            .set(amount.is_none().then(|| words.not_an_amount.to_owned()));
        self.day_error
            .set(day.is_none().then(|| (words.not_a_day)(OLDEST_DAYS)));
        self.purpose_error
            .set(plan.is_none().then(|| words.no_purpose.to_owned()));
        self.reason_error
            .set(entry.is_none().then(|| words.no_reason.to_owned()));
        Some(NewPayment {
            payment: self.number,
            patient: self.patient,
            plan: plan?,
            day: day?,
            amount: amount?,
            entry: entry?,
        })
    }
}

/// The plans that a payment may be for, in words, and that it is for none.
fn purposes(workspace: Workspace, plans: &[PayablePlan], proposed: Purpose) -> Vec<(Purpose, String)> {
    let language = workspace.language().get();
    let (words, common) = (&text(language).payments, crate::text::text(language));
    let named = plans.iter().map(|plan| {
        let left = why::amount(plan.left, language);
        let name = plan.presented.map_or_else(
            || (words.some_plan)(&left),
            |day| (words.plan_of)(&common.date(day), &left),
        );
        (Purpose::Plan(plan.plan), name)
    });
    let unsaid = (proposed == Purpose::Unsaid).then(|| (Purpose::Unsaid, words.choose.to_owned()));
    unsaid
        .into_iter()
        .chain(named)
        .chain([(Purpose::Nothing, words.no_plan.to_owned())])
        .collect()
}

/// Kind, amount, day, and the plan where one is known. What is recorded can be taken back at once, by an entry of its own.
#[component]
pub(super) fn PaymentForm(
    /// Whose.
    patient: PatientId,
    /// Called when the form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let words = move || &text(workspace.language().get()).payments;
    let common = move || crate::text::text(workspace.language().get());
    let care = workspace.care(patient);
    let plans = Memo::new(move |_| {
        let care = care.read();
        let money = care.as_ref().and_then(|care| care.money.as_ref());
        money.map(|money| money.plans.clone()).unwrap_or_default()
    });
    let draft = plans.with_untracked(|plans| Draft::new(workspace, patient, plans));
    let kinds = Signal::derive(move || {
        let [payment, refund, waiver, _] = words().kinds;
        vec![
            (Kind::Payment, payment.to_owned()),
            (Kind::Refund, refund.to_owned()),
            (Kind::Waiver, waiver.to_owned()),
        ]
    });
    let proposed = draft.purpose.get_untracked();
    let options = Signal::derive(move || purposes(workspace, &plans.read(), proposed));
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            // Fails only for what cannot have the focus: then it stays where it is.
            let _no_focus = field.focus();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(wanted) = draft.wanted() else { return };
        let (number, amount) = (wanted.payment, wanted.amount);
        let review = ReviewId(workspace.new_id());
        let command = Command::RecordPayment(wanted);
        let asks = draft.asks.get_untracked();
        workspace.last_refusal().set(None);
        workspace.act(if asks {
            Command::Ask {
                review,
                wish: Box::new(command),
            }
        } else {
            command
        });
        if workspace.last_refusal().with_untracked(Option::is_some) {
            return;
        }
        let words = untrack(words);
        if asks {
            toasts.show(Toast {
                text: words.told_asked.to_owned(),
                tone: Tone::Plain,
                undo: Some(Undo::new(move || {
                    workspace.act(Command::SettleReview {
                        review,
                        decision: Decision::Drop,
                        words: String::new(),
                    });
                })),
            });
            on_close.run(());
            return;
        }
        // Made now: two taps on the way back are one correction.
        let back = PaymentId(workspace.new_id());
        toasts.show(Toast {
            text: (words.told)(&why::amount(amount, workspace.language().get_untracked())),
            tone: Tone::Good,
            undo: Some(Undo::new(move || {
                if let Some(made) = workspace.read(|rows| rows.payment(number).cloned()) {
                    workspace.act(correction(workspace, back, &made, words.slip.to_owned()));
                }
            })),
        });
        on_close.run(());
    };
    let hint = move || {
        if draft.asks.get() {
            (words().beyond)(&why::amount(draft.most.get(), workspace.language().get()))
        } else if draft.kind.get() == Kind::Waiver {
            words().waiver_follows.to_owned()
        } else {
            words().follows.to_owned()
        }
    };
    view! {
        <form class="sheet__form" novalidate aria-label=move || words().form on:submit=submit>
            <Segmented
                name="payment-kind"
                label=Signal::derive(move || words().kind.to_owned())
                options=kinds
                chosen=draft.kind
                on_choose=move |kind| draft.kind.set(kind)
            />
            <div class="sheet__pair">
                <Field
                    id="payment-amount"
                    label=Signal::derive(move || words().amount.to_owned())
                    error=draft.amount_error
                >
                    <input
                        id="payment-amount"
                        class="input num"
                        inputmode="decimal"
                        autocomplete="off"
                        maxlength="16"
                        node_ref=field
                        required
                        aria-describedby="payment-amount-error"
                        bind:value=draft.amount
                    />
                </Field>
                <Field
                    id="payment-day"
                    label=Signal::derive(move || words().day.to_owned())
                    error=draft.day_error
                >
                    <input
                        id="payment-day"
                        class="input num"
                        type="date"
                        required
                        min=move || draft.days().0.to_string()
                        max=move || draft.days().1.to_string()
                        aria-describedby="payment-day-error"
                        bind:value=draft.day
                    />
                </Field>
            </div>
            <Show when=move || !plans.read().is_empty()>
                <Field
                    id="payment-plan"
                    label=Signal::derive(move || words().plan.to_owned())
                    error=draft.purpose_error
                >
                    <Select
                        id="payment-plan"
                        options
                        chosen=draft.purpose
                        on_choose=move |purpose| draft.purpose.set(purpose)
                    />
                </Field>
            </Show>
            <Show when=move || draft.kind.get() != Kind::Payment>
                <Field
                    id="payment-why"
                    label=Signal::derive(move || words().why.to_owned())
                    error=draft.reason_error
                >
                    <input
                        id="payment-why"
                        class="input"
                        maxlength="500"
                        autocomplete="off"
                        required
                        aria-describedby="payment-why-error"
                        bind:value=draft.reason
                    />
                </Field>
            </Show>
            <p class="field__hint">{hint}</p>
            <div class="sheet__actions">
                <Button kind=ButtonKind::Submit look=ButtonLook::Main>
                    {move || if draft.asks.get() { words().ask } else { words().write }}
                </Button>
                <Button look=ButtonLook::Quiet on:click=move |_| on_close.run(())>
                    {move || common().cancel}
                </Button>
            </div>
        </form>
    }
}
