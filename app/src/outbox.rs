//! What waits to be sent, and what was refused: the badge, the drawer, and the sentences of both.

pub mod describe;
mod describe_addenda;
mod describe_consent;
mod describe_patient;
mod describe_payment;
mod describe_practice;
mod describe_recall;
mod describe_request;
mod describe_risk;
pub mod outcome_words;
pub mod refusal;
pub mod text;

mod described_fields;
mod lookup;
mod open_drawer;
mod outbox_actions;
mod outbox_drawer;
mod outbox_entry;
mod row_standing;
mod standing;
mod sync_badge;

pub use describe_patient::field_value;
pub use described_fields::DescribedFields;
pub use lookup::Lookup;
pub use open_drawer::OpenDrawer;
pub use outbox_drawer::OutboxDrawer;
pub use row_standing::RowStanding;
pub use sync_badge::SyncBadge;
