//! The patient as every screen shows them: the header with flags and contacts.

pub mod phone;
pub mod text;

mod contact_links;
mod contacts_form;
mod flags;
mod patient_contacts;
mod patient_flags;
mod patient_header;
mod patient_picker;
mod patient_requests;
mod shown_name;

pub use contact_links::ContactLinks;
pub use contacts_form::ContactsForm;
pub use flags::Flag;
pub use patient_contacts::PatientContacts;
pub use patient_flags::PatientFlags;
pub use patient_header::{HeaderShape, PatientHeader};
pub use patient_picker::PatientPicker;
pub use patient_requests::PatientRequests;
pub use shown_name::{name_for, shown_name};
