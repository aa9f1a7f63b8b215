//! A practice made up by a seed: histories and calls without any sense but with every kind of fact in them.

pub mod attempts;
pub mod dice;
pub mod history;

use std::collections::BTreeMap;

use app_domain::agenda::{Absence, Appointment, AppointmentKind, DayNote, VisitType};
use app_domain::autonomy::Budget;
use app_domain::calls::{
    Attempt, CallSettings, CheckRule, Claim, FollowUp, Recall, RecallType, RiskCategory, RiskRule, RiskTable,
    SharedView,
};
use app_domain::care::{Care, History};
use app_domain::digest::digest;
use app_domain::id::{
    AbsenceId, AppointmentId, AttemptId, ChairId, ClinicianId, ClosureId, DayNoteId, MemberId, PatientId,
    PaymentId, PlanId, RequestId, ReviewId, SharedViewId,
};
use app_domain::patient::Patient;
use app_domain::payments::RecordedPayment;
use app_domain::practice::{Chair, Clinician, Closure, Member, Practice};
use app_domain::requests::Request;
use app_domain::review::Review;
use app_domain::risk_marks::RiskMarks;
use app_domain::role::Role;
use app_domain::rows::Rows;
use app_domain::treatment_consent::TreatmentConsent;
use jiff::civil::{Date, date};

use attempts::{a_campaign, an_attempt};
use dice::Dice;
use history::a_history;

/// Monday 23 November 2026.
pub const TODAY: Date = date(2026, 11, 23);
/// First day of the window.
pub const WINDOW_FROM: Date = date(2026, 11, 16);

/// Rows in plain maps.
#[derive(Clone, Default)]
pub struct World {
    pub patients: BTreeMap<PatientId, Patient>,
    pub care: BTreeMap<PatientId, Care>,
    pub recalls: BTreeMap<PatientId, Recall>,
    pub risk_marks: BTreeMap<PatientId, RiskMarks>,
    pub appointments: BTreeMap<AppointmentId, Appointment>,
    pub attempts: BTreeMap<AttemptId, Attempt>,
    pub closures: Vec<Closure>,
    pub settings: Option<CallSettings>,
    pub risk_rules: Vec<RiskRule>,
}

impl World {
    /// Families of one to three people.
    pub fn random(seed: u64, families: usize) -> Self {
        let mut dice = Dice::new(seed);
        let mut world = Self {
            closures: vec![a_closure(&mut dice)],
            // Not every practice asks how it went.
            settings: (seed % 3 != 1).then(|| CallSettings {
                follow_up: FollowUp::On,
                checks: checks(seed),
                ..CallSettings::usual()
            }),
            risk_rules: risk_rules(seed),
            ..Self::default()
        };
        let table = RiskTable::of(&world);
        let checks = CallSettings::of(&world).checks;
        for _ in 0..families {
            let payer = PatientId(dice.uuid());
            let people = 1 + dice.below(3);
            let family: Vec<History> = (0..people)
                .map(|index| a_history(&mut dice, payer, index, world.patients.len()))
                .collect();
            for care in digest(&family, &table, &checks, TODAY, WINDOW_FROM) {
                world.care.insert(care.patient, care);
            }
            for history in family {
                world.take_in(history, &mut dice);
            }
        }
        world
    }

    fn take_in(&mut self, history: History, dice: &mut Dice) {
        let id = history.patient.id;
        let window = history
            .appointments
            .into_iter()
            .filter(|visit| visit.start().date() >= WINDOW_FROM);
        self.appointments.extend(window.map(|visit| (visit.id, visit)));
        self.recalls.extend(history.recall.map(|set| (id, set)));
        self.patients.insert(id, history.patient);
        for _ in 0..dice.below(7) {
            let attempt = an_attempt(dice, id);
            self.attempts.insert(attempt.id, attempt);
        }
        for attempt in a_campaign(dice, id) {
            self.attempts.insert(attempt.id, attempt);
        }
    }

    pub fn ids(&self) -> Vec<PatientId> {
        self.patients.keys().copied().collect()
    }
}

/// Some practices check one category otherwise, and let another act open it too.
/// What one practice in three recalls for beside hygiene.
fn checks(seed: u64) -> Vec<CheckRule> {
    let rule = |recall, code: &str, every_months| CheckRule {
        recall,
        codes: vec![code.to_owned()],
        every_months,
    };
    let all = [
        rule(RecallType::OrthodonticCheck, "ORTO-BOND", 2),
        rule(RecallType::ImplantCheck, "PROV-CI", 6),
        rule(RecallType::DentureCheck, "PM-CONSEGNA", 12),
    ];
    all.into_iter().filter(|_| seed.is_multiple_of(3)).collect()
}

fn risk_rules(seed: u64) -> Vec<RiskRule> {
    let set = |category| RiskRule {
        opens: vec!["PROV-EST".to_owned(), "VISITA".to_owned()],
        check_every_days: 3,
        ..RiskRule::usual(category)
    };
    (seed % 2 == 1)
        .then(|| set(RiskCategory::ExtendedProvisional))
        .into_iter()
        .collect()
}

fn a_closure(dice: &mut Dice) -> Closure {
    let from = dice.day(3, 6);
    Closure {
        id: ClosureId(dice.uuid()),
        from,
        to: from,
        reason: "Corso".to_owned(),
    }
}

impl Rows for World {
    fn practice(&self) -> Option<&Practice> {
        None
    }
    fn chair(&self, _: ChairId) -> Option<&Chair> {
        None
    }
    fn chairs(&self) -> impl Iterator<Item = &Chair> {
        [].iter()
    }
    fn clinician(&self, _: ClinicianId) -> Option<&Clinician> {
        None
    }
    fn clinicians(&self) -> impl Iterator<Item = &Clinician> {
        [].iter()
    }
    fn closures(&self) -> impl Iterator<Item = &Closure> {
        self.closures.iter()
    }
    fn closure(&self, id: ClosureId) -> Option<&Closure> {
        self.closures.iter().find(|closure| closure.id == id)
    }
    fn absences(&self) -> impl Iterator<Item = &Absence> {
        [].iter()
    }
    fn absence(&self, _: AbsenceId) -> Option<&Absence> {
        None
    }
    fn visit_type(&self, _: AppointmentKind) -> Option<&VisitType> {
        None
    }
    fn budget(&self, _: Role) -> Option<&Budget> {
        None
    }
    fn call_settings(&self) -> Option<&CallSettings> {
        self.settings.as_ref()
    }
    fn risk_rule(&self, category: RiskCategory) -> Option<&RiskRule> {
        self.risk_rules.iter().find(|rule| rule.category == category)
    }
    fn shared_view(&self, _: SharedViewId) -> Option<&SharedView> {
        None
    }
    fn day_note(&self, _: DayNoteId) -> Option<&DayNote> {
        None
    }
    fn member(&self, _: MemberId) -> Option<&Member> {
        None
    }
    fn patient(&self, id: PatientId) -> Option<&Patient> {
        self.patients.get(&id)
    }
    fn care(&self, patient: PatientId) -> Option<&Care> {
        self.care.get(&patient)
    }
    fn recall(&self, patient: PatientId, check: Option<RecallType>) -> Option<&Recall> {
        // Nothing else is set by hand in this world.
        self.recalls.get(&patient).filter(|_| check.is_none())
    }
    fn risk_marks(&self, patient: PatientId) -> Option<&RiskMarks> {
        self.risk_marks.get(&patient)
    }
    fn appointment(&self, id: AppointmentId) -> Option<&Appointment> {
        self.appointments.get(&id)
    }
    fn appointments_on(&self, day: Date) -> impl Iterator<Item = &Appointment> {
        self.appointments
            .values()
            .filter(move |visit| visit.start().date() == day)
    }
    fn appointments_of(&self, patient: PatientId) -> impl Iterator<Item = &Appointment> {
        self.appointments
            .values()
            .filter(move |visit| visit.patient == patient)
    }
    fn attempt(&self, id: AttemptId) -> Option<&Attempt> {
        self.attempts.get(&id)
    }
    fn attempts_of(&self, patient: PatientId) -> impl Iterator<Item = &Attempt> {
        self.attempts
            .values()
            .filter(move |attempt| attempt.patient == patient)
    }
    fn claim(&self, _: PatientId) -> Option<&Claim> {
        None
    }
    fn request(&self, _: RequestId) -> Option<&Request> {
        None
    }
    fn treatment_consent(&self, _: PlanId) -> Option<&TreatmentConsent> {
        None
    }
    fn payment(&self, _: PaymentId) -> Option<&RecordedPayment> {
        None
    }
    fn payments_of(&self, _: PatientId) -> impl Iterator<Item = &RecordedPayment> {
        std::iter::empty()
    }
    fn review(&self, _: ReviewId) -> Option<&Review> {
        None
    }
}
