//! A type of its own for the identity of each thing, so that one cannot be passed for another.

/// Declares identities: UUIDs on the wire and in the database (version 7, made where the thing is made).
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl core::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A practice: the tenant.
    PracticeId,
    /// A person at work in the practice.
    MemberId,
    /// A person who is or was cared for.
    PatientId,
    /// A dentist or a hygienist, as the agenda knows them.
    ClinicianId,
    /// A column of the agenda.
    ChairId,
    /// Days on which the practice is closed.
    ClosureId,
    /// A time in which a clinician is away.
    AbsenceId,
    /// A note about a day.
    DayNoteId,
    /// A visit of a patient.
    AppointmentId,
    /// A plan of care.
    PlanId,
    /// A step of a plan, or a single act outside any plan.
    ActId,
    /// An episode of clinical risk: the act that opened it, or what a clinician has opened by hand.
    EpisodeId,
    /// A payment or a refund.
    PaymentId,
    /// A due part of the price of a plan.
    InstalmentId,
    /// One conversation or try to reach a patient.
    AttemptId,
    /// Something a patient asked.
    RequestId,
    /// A view of the call list that is shared.
    SharedViewId,
    /// A change that waits for a person to decide.
    ReviewId,
}
