//! The fields of each table. What each means is explained in `mappings/aurora.toml`.

mod parts;

use serde::Deserialize;

use parts::Inner;
pub use parts::{DayColumn, FullName, NameOrder, NameSplit, OppositionColumn, Span};

use super::source::Source;

/// A set of fields, for what is alike in all of them.
pub trait ColumnSet {
    /// Every field that has a source, by its key.
    fn sources(&self) -> Vec<(&'static str, &Source)>;
}

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident {
        $(needs { $($(#[$need_doc:meta])* $need:ident),* $(,)? })?
        $(may { $($(#[$may_doc:meta])* $may:ident),* $(,)? })?
        $(and { $($(#[$and_doc:meta])* $and:ident: $kind:ty),* $(,)? })?
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($($(#[$need_doc])* pub $need: Source,)*)?
            $($($(#[$may_doc])* #[serde(default)] pub $may: Option<Source>,)*)?
            $($($(#[$and_doc])* #[serde(default)] pub $and: $kind,)*)?
        }

        impl ColumnSet for $name {
            fn sources(&self) -> Vec<(&'static str, &Source)> {
                let needed: Vec<(&'static str, &Source)> = vec![$($((stringify!($need), &self.$need)),*)?];
                let optional: Vec<(&'static str, Option<&Source>)> =
                    vec![$($((stringify!($may), self.$may.as_ref())),*)?];
                let given = optional.into_iter().filter_map(|(key, source)| Some((key, source?)));
                let inner: Vec<Vec<(&'static str, &Source)>> =
                    vec![$($(self.$and.inner().into_iter().map(|source| (stringify!($and), source)).collect()),*)?];
                needed.into_iter().chain(given).chain(inner.into_iter().flatten()).collect()
            }
        }
    )+};
}

columns! {
    /// Chairs.
    ChairColumns {
        needs {
            /// What other tables call the chair.
            code,
        }
        may {
            /// Name on the screen; without it the code.
            name,
        }
    }

    /// Dentists and hygienists.
    ClinicianColumns {
        needs {
            /// What other tables call the clinician.
            code,
        }
        may {
            /// Surname.
            surname,
            /// Name.
            name,
            /// Dentist or hygienist.
            profession,
            /// Colour of the clinician in the agenda.
            colour,
        }
        and {
            /// Surname and name in one column.
            full_name: Option<FullName>,
        }
    }

    /// Opening hours.
    HoursColumns {
        may {
            /// The chair; empty = every chair.
            chair,
            /// The day of the week.
            weekday,
        }
        and {
            /// Pairs of columns with the first open minute and the first that is no longer open.
            spans: Vec<Span>,
            /// Columns that hold the spans of one day as text.
            days: Vec<DayColumn>,
        }
    }

    /// Days of closure.
    ClosureColumns {
        needs {
            /// First closed day.
            from,
        }
        may {
            /// Last closed day; without it the first.
            to,
            /// Why.
            reason,
        }
    }

    /// Patients.
    PatientColumns {
        needs {
            /// What other tables call the patient.
            code,
        }
        may {
            /// Surname.
            surname,
            /// Name.
            name,
            /// `F` or `M`.
            sex,
            /// Birth date.
            born,
            /// Place of birth.
            birth_place,
            /// Tax code (`codice fiscale`).
            tax_code,
            /// Mobile number.
            mobile,
            /// Landline number.
            landline,
            /// Several numbers in one column.
            phones,
            /// E-mail address.
            email,
            /// Street and number.
            address,
            /// Postal code.
            postal_code,
            /// Town.
            town,
            /// Province.
            province,
            /// Code of who pays; empty = the patient.
            payer,
            /// Preferred channel.
            preferred_channel,
            /// Consent to recalls.
            recall_consent,
            /// The dentist.
            dentist,
            /// The hygienist.
            hygienist,
            /// Months between two hygienes; 0 = disabled; empty = 6.
            hygiene_interval_months,
            /// Recall date set by hand.
            hygiene_fixed,
            /// Whether in care.
            standing,
            /// Note on how to reach or receive the patient.
            note,
        }
        and {
            /// Surname and name in one column.
            full_name: Option<FullName>,
            /// Oppositions to being contacted.
            oppositions: Vec<OppositionColumn>,
        }
    }

    /// Plans of care.
    PlanColumns {
        needs {
            /// What other tables call the plan.
            code,
            /// The patient.
            patient,
        }
        may {
            /// Who signed it.
            clinician,
            /// Title.
            title,
            /// Day of the signature.
            signed,
            /// Day on which it was presented.
            presented,
            /// Active, finished or stopped.
            state,
        }
    }

    /// Visits.
    AppointmentColumns {
        needs {
            /// Identifier.
            id,
            /// The chair.
            chair,
            /// The clinician.
            clinician,
            /// The patient.
            patient,
        }
        may {
            /// Day.
            date,
            /// Hour of the start.
            time,
            /// Day and hour of the start in one column.
            start,
            /// Length in minutes, or as `h:mm`.
            minutes,
            /// Hour, or day and hour, of the end.
            end,
            /// What for.
            kind,
            /// How far it has come.
            status,
            /// What the patient said about coming, where that is a column of its own.
            confirmation,
            /// When it was called off.
            cancelled_at,
            /// Why it was called off.
            cancelled_reason,
            /// Whether the patient would come earlier.
            as_soon_as_possible,
            /// The plan.
            plan,
            /// Note.
            note,
        }
    }

    /// Steps of plans and single acts.
    ActColumns {
        needs {
            /// Identifier; acts of one day go by it.
            id,
            /// Code of what is done.
            code,
        }
        may {
            /// The patient; without the column that of the plan.
            patient,
            /// The plan.
            plan,
            /// Place among the steps.
            position,
            /// What is done, in words.
            description,
            /// Tooth or arch.
            tooth,
            /// Who did it or will.
            clinician,
            /// To do, done, declined; without the column done where there is a day.
            status,
            /// Day on which it was done.
            done,
            /// Price.
            price,
            /// Discount, an amount or (`unit = "percent"`) a percentage of the price.
            discount,
            /// What the patient answered.
            answer,
            /// Days that must pass between the step before it and this one.
            gap_days,
        }
    }

    /// Payments and refunds.
    PaymentColumns {
        needs {
            /// Identifier.
            id,
            /// Who is credited.
            patient,
            /// Value date.
            date,
        }
        may {
            /// The plan.
            plan,
            /// How much. A minus makes it a refund.
            amount,
            /// How much was given back, where that is a column of its own.
            refunded,
            /// Payment or refund.
            kind,
            /// How it was paid.
            method,
        }
    }

    /// Instalments.
    InstalmentColumns {
        needs {
            /// The plan.
            plan,
            /// Due day.
            due,
            /// How much.
            amount,
        }
        may {
            /// Number within the plan; without the column they are counted.
            number,
        }
    }

    /// Contacts.
    ContactColumns {
        needs {
            /// Identifier.
            id,
            /// Who was called.
            patient,
            /// What came of it.
            outcome,
        }
        may {
            /// Day.
            date,
            /// Hour.
            time,
            /// Day and hour in one column.
            at,
            /// How; without it by phone.
            channel,
            /// What it was about; without it something else.
            topic,
            /// Who called.
            by,
            /// Day (and hour) of what was promised.
            promised_for,
            /// Amount that was promised.
            promised_amount,
        }
    }
    /// Rows that Richiamo has written whole.
    RecordColumns {
        needs {
            /// What identifies the row.
            id,
            /// The row, as devices read it.
            row,
        }
    }
}
