//! The frame of the signed-in app: router, navigation, top bar, what concerns the whole page.
//!
//! A page is `<TopBar …/>`, then `<main id="main" tabindex="-1">`, then perhaps `<aside class="side">`: they are cells of
//! one grid (`style/layout.css`), which has three shapes.

mod after_paint;
mod app;
mod calls_route;
mod device_choice;
mod first_load_state;
mod frame_windows;
mod home;
mod lost_page;
mod nav_bar;
mod page_banners;
mod password_form;
mod person_menu;
mod refusal_toasts;
mod role_choice;
mod shell;
mod shortcuts;
mod sign_out_choice;
mod sign_out_question;
pub mod text;
mod top_bar;

pub use after_paint::AfterPaint;
pub use app::App;
pub use calls_route::sees_calls;
pub use frame_windows::FrameWindows;
pub use shortcuts::on_key;
pub use top_bar::TopBar;
