//! What to ask, by reason: a few questions to put in one's own words. Nothing clinical is ever said to a family member.

use super::{Reason, ReasonDetail, RiskCategory};
use crate::language::Language;

/// The questions of a reason: those of the category for a clinical risk, the three health questions for hygiene, none
/// for the others.
pub fn questions(reason: &Reason, language: Language) -> &'static [&'static str] {
    match &reason.detail {
        ReasonDetail::ClinicalRisk(risk) => risk
            .episodes
            .first()
            .map_or(&[], |episode| risk_questions(episode.category, language)),
        ReasonDetail::HygieneRecall(_) => health_questions(language),
        _ => &[],
    }
}

/// The questions of a category of risk. One "yes" but to a question of comfort proposes to ask the clinician.
pub fn risk_questions(category: RiskCategory, language: Language) -> &'static [&'static str] {
    match (language, category) {
        (Language::Italian, RiskCategory::ExtendedProvisional) => &[
            "Il provvisorio si muove o si è staccato?",
            "Sente dolore o ha gonfiore?",
            "Fa fatica a masticare?",
        ],
        (Language::Italian, RiskCategory::FixedOrthodontics) => &[
            "Un attacco o un filo si è staccato?",
            "Qualcosa punge o ferisce?",
            "Le gengive sono gonfie o sanguinano?",
        ],
        (Language::Italian, RiskCategory::ImmediateLoadProvisional) => &[
            "Il provvisorio o l'impianto si muove?",
            "Sente dolore o ha gonfiore?",
            "Esce sangue o un liquido?",
        ],
        (Language::Italian, RiskCategory::DentureJustDelivered) => &[
            "C'è un punto che fa male o una piaga?",
            "La protesi si muove quando mangia o parla?",
            "Fa fatica a tenerla in bocca?",
        ],
        (Language::Italian, RiskCategory::RetreatmentWithoutCore) => &[
            "L'otturazione provvisoria si è rotta o è caduta?",
            "Sente dolore quando morde?",
            "Ha gonfiore o ha preso antidolorifici?",
        ],
        (Language::English, RiskCategory::ExtendedProvisional) => &[
            "Is the provisional loose, or has it come off?",
            "Any pain or swelling?",
            "Is chewing difficult?",
        ],
        (Language::English, RiskCategory::FixedOrthodontics) => &[
            "Has a bracket or a wire come off?",
            "Does anything prick or cut?",
            "Are the gums swollen or bleeding?",
        ],
        (Language::English, RiskCategory::ImmediateLoadProvisional) => &[
            "Does the provisional or the implant move?",
            "Any pain or swelling?",
            "Any bleeding or discharge?",
        ],
        (Language::English, RiskCategory::DentureJustDelivered) => &[
            "Is there a sore spot or an ulcer?",
            "Does the denture move when eating or talking?",
            "Is it hard to keep in?",
        ],
        (Language::English, RiskCategory::RetreatmentWithoutCore) => &[
            "Has the temporary filling broken or come out?",
            "Does it hurt to bite?",
            "Any swelling, or painkillers taken?",
        ],
    }
}

/// The three health questions of a hygiene call. Answers are yes or no; details go to the clinician, and one "yes"
/// proposes to ask one.
pub fn health_questions(language: Language) -> &'static [&'static str] {
    match language {
        Language::Italian => &[
            "Ha dolore o sensibilità?",
            "C'è qualcosa di rotto, che si muove o che sanguina?",
            "C'è qualcosa di nuovo nella salute o nei medicinali?",
        ],
        Language::English => &[
            "Any pain or sensitivity?",
            "Is anything broken, loose or bleeding?",
            "Is there anything new about health or medicines?",
        ],
    }
}
