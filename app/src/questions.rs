//! What only a clinician can answer: the questions that calls put to them, and the patients at risk whom nobody reaches.

mod at_risk;
mod declined;
mod open_questions;
mod question_card;
mod questions_page;
mod text;

pub use open_questions::{open_questions, sees_questions};
pub use questions_page::QuestionsPage;
