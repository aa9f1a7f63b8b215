//! The table of `domain.md`, "Who may do what", line by line.

use crate::role::Role;

/// What the table has a line for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Entity {
    /// Identity and contacts of a patient.
    Identity,
    /// Appointments.
    Appointments,
    /// The clinical note of a visit.
    ClinicalNote,
    /// Calls, attempts, promises.
    Calls,
    /// Episodes of clinical risk.
    RiskEpisode,
    /// Questions put to a clinician.
    Escalation,
    /// Diagnosis and clinical content of a plan.
    PlanContent,
    /// Sequence of visits and organisation of a plan.
    PlanSequence,
    /// What the patient answers to a step.
    PlanAnswer,
    /// Consent to treatment.
    TreatmentConsent,
    /// Contact consents and oppositions.
    ContactConsent,
    /// Estimate and instalments.
    Estimate,
    /// Payments.
    Payments,
    /// Indicators.
    Indicators,
    /// Team and shifts.
    Team,
    /// Users, roles, devices.
    Users,
    /// Access log.
    AccessLog,
    /// Templates and settings.
    Settings,
}

impl Entity {
    /// Every line of the table.
    pub const ALL: [Self; 18] = [
        Self::Identity,
        Self::Appointments,
        Self::ClinicalNote,
        Self::Calls,
        Self::RiskEpisode,
        Self::Escalation,
        Self::PlanContent,
        Self::PlanSequence,
        Self::PlanAnswer,
        Self::TreatmentConsent,
        Self::ContactConsent,
        Self::Estimate,
        Self::Payments,
        Self::Indicators,
        Self::Team,
        Self::Users,
        Self::AccessLog,
        Self::Settings,
    ];
}

/// How much of an entity a role may see.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Read {
    /// `–`: nothing, not even that it exists.
    Nothing,
    /// `G`: sums and counts, no rows.
    Aggregates,
    /// Whether there is any: due yes/no, missing yes/no.
    Whether,
    /// `r`: the minimal projection.
    Minimal,
    /// What is one's own.
    Own,
    /// `ª`: everything, of patients with whom there is a relation.
    Related,
    /// `R`: everything.
    All,
}

/// What a role may change of an entity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Write {
    /// Nothing.
    Nothing,
    /// Proposes, asks or reports: somebody else decides.
    Proposes,
    /// What is one's own: own visits, own cases, own calls.
    Own,
    /// Everything.
    All,
}

/// What a role may see and change of an entity, anywhere.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Grant {
    /// What it may see.
    pub read: Read,
    /// What it may change.
    pub write: Write,
}

/// A cell of the table.
const fn cell(read: Read, write: Write) -> Grant {
    Grant { read, write }
}

/// What a role may see and change of an entity.
pub const fn grant(role: Role, entity: Entity) -> Grant {
    let row = row(entity);
    match role {
        Role::FrontDesk => row[0],
        Role::RemoteSecretary => row[1],
        Role::CaseManager => row[2],
        Role::OfficeManager => row[3],
        Role::Dentist => row[4],
        Role::Hygienist => row[5],
        Role::Owner => row[6],
    }
}

/// A line of the table, in the order of [`Role::ALL`].
const fn row(entity: Entity) -> [Grant; 7] {
    const NONE: Grant = cell(Read::Nothing, Write::Nothing);
    const SUMS: Grant = cell(Read::Aggregates, Write::Nothing);
    const WHETHER: Grant = cell(Read::Whether, Write::Nothing);
    const MINIMAL: Grant = cell(Read::Minimal, Write::Nothing);
    const OWN: Grant = cell(Read::Own, Write::Nothing);
    const READ: Grant = cell(Read::All, Write::Nothing);
    const WRITE: Grant = cell(Read::All, Write::All);
    const WRITE_OWN: Grant = cell(Read::All, Write::Own);
    const ASKS: Grant = cell(Read::Minimal, Write::Proposes);
    match entity {
        Entity::Identity => [
            WRITE,
            cell(Read::Related, Write::Proposes),
            cell(Read::Related, Write::All),
            MINIMAL,
            READ,
            READ,
            MINIMAL,
        ],
        Entity::Appointments => [WRITE, WRITE, WRITE_OWN, WRITE, WRITE_OWN, WRITE_OWN, READ],
        Entity::ClinicalNote => [
            NONE,
            NONE,
            MINIMAL,
            NONE,
            WRITE,
            cell(Read::Own, Write::Own),
            NONE,
        ],
        Entity::Calls => [WRITE, WRITE, WRITE_OWN, WRITE, READ, READ, SUMS],
        Entity::RiskEpisode => [MINIMAL, MINIMAL, MINIMAL, SUMS, WRITE, READ, NONE],
        Entity::Escalation => [ASKS, ASKS, ASKS, NONE, WRITE, WRITE_OWN, NONE],
        Entity::PlanContent => [
            NONE,
            NONE,
            READ,
            NONE,
            WRITE,
            cell(Read::All, Write::Proposes),
            NONE,
        ],
        Entity::PlanSequence => [MINIMAL, MINIMAL, WRITE, SUMS, WRITE, READ, NONE],
        Entity::PlanAnswer => [
            NONE,
            NONE,
            cell(Read::All, Write::Proposes),
            SUMS,
            WRITE,
            READ,
            SUMS,
        ],
        Entity::TreatmentConsent => [
            WHETHER,
            WHETHER,
            cell(Read::Whether, Write::Proposes),
            SUMS,
            WRITE,
            cell(Read::Own, Write::Own),
            SUMS,
        ],
        Entity::ContactConsent => [WRITE, WRITE, WRITE, READ, READ, READ, READ],
        Entity::Estimate => [
            MINIMAL,
            WHETHER,
            cell(Read::All, Write::Proposes),
            WRITE,
            MINIMAL,
            NONE,
            READ,
        ],
        Entity::Payments => [WRITE, WHETHER, WHETHER, WRITE, NONE, NONE, READ],
        Entity::Indicators => [NONE, NONE, OWN, READ, OWN, OWN, READ],
        Entity::Team => [OWN, OWN, OWN, WRITE, OWN, OWN, WRITE],
        Entity::Users => [OWN, OWN, OWN, cell(Read::Own, Write::Proposes), OWN, OWN, WRITE],
        Entity::AccessLog => [NONE, NONE, NONE, MINIMAL, OWN, NONE, READ],
        Entity::Settings => [
            NONE,
            NONE,
            NONE,
            WRITE,
            cell(Read::Minimal, Write::Proposes),
            NONE,
            WRITE,
        ],
    }
}
