//! What patients ask for: a board by hour, who has each request in charge, and payments whose delay the manager decides.

mod asked_for;
mod delay_card;
mod hand_over;
mod new_request;
mod open_requests;
mod other_hour;
mod request_actions;
mod request_card;
mod request_facts;
mod requests_board;
mod requests_page;
mod solve_form;
mod text;

pub use new_request::request_path;
pub use open_requests::waiting_requests;
pub use requests_page::RequestsPage;
