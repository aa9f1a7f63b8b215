//! The words of the public pages, in both languages. A word missing in one language does not compile.

use app_domain::language::Language;

use super::{Refused, WelcomeProblem};

/// The words of the public pages.
pub(super) struct Words {
    pub lang: &'static str,
    /// The other language: its code, and its name in itself.
    pub other: (&'static str, &'static str),
    pub sign_in_title: &'static str,
    pub sign_in_lead: &'static str,
    pub login: &'static str,
    pub password: &'static str,
    pub sign_in: &'static str,
    pub sign_in_help: &'static str,
    pub welcome_title: &'static str,
    pub welcome_lead: &'static str,
    pub practice: &'static str,
    pub practice_hint: &'static str,
    pub name: &'static str,
    pub name_hint: &'static str,
    pub login_hint: &'static str,
    pub password_hint: &'static str,
    pub again: &'static str,
    pub again_hint: &'static str,
    pub begin: &'static str,
    pub gone_title: &'static str,
    pub gone_lead: &'static str,
    pub gone_action: &'static str,
    pub refused: fn(&Refused) -> String,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::Italian => &IT,
            Language::English => &EN,
        }
    }
}

static IT: Words = Words {
    lang: "it",
    other: ("en", "English"),
    sign_in_title: "Accedi",
    sign_in_lead: "Agenda e chiamate dello studio.",
    login: "Nome utente",
    password: "Password",
    sign_in: "Accedi",
    sign_in_help: "Password dimenticata? La reimposta chi amministra lo studio.",
    welcome_title: "Benvenuto",
    welcome_lead: "Questo link crea una volta sola l’accesso di chi è titolare dello studio.",
    practice: "Nome dello studio",
    practice_hint: "Come è scritto sulla porta.",
    name: "Nome e cognome",
    name_hint: "Come lo leggeranno gli altri.",
    login_hint: "Lettere, cifre e . _ - @, per esempio anna.rossi",
    password_hint: "Almeno 12 caratteri. Va bene anche una frase.",
    again: "Password, di nuovo",
    again_hint: "Perché un errore di battitura non ti lasci fuori.",
    begin: "Crea l’accesso ed entra",
    gone_title: "Questo link non vale più",
    gone_lead: "È stato usato, è scaduto, o il server ne ha scritto uno nuovo. \
        Finché nessuno può accedere, il server ne scrive uno a ogni avvio.",
    gone_action: "Vai all’accesso",
    refused: refused_it,
};

static EN: Words = Words {
    lang: "en",
    other: ("it", "Italiano"),
    sign_in_title: "Sign in",
    sign_in_lead: "The practice’s agenda and calls.",
    login: "User name",
    password: "Password",
    sign_in: "Sign in",
    sign_in_help: "Forgotten your password? Whoever administers the practice can set a new one.",
    welcome_title: "Welcome",
    welcome_lead: "This link makes, once only, the sign-in of the practice’s owner.",
    practice: "Name of the practice",
    practice_hint: "As on the door.",
    name: "Name and surname",
    name_hint: "As the others will read it.",
    login_hint: "Letters, digits and . _ - @, for example anna.rossi",
    password_hint: "At least 12 characters. A sentence is fine.",
    again: "Password, once more",
    again_hint: "So that a slip of the finger does not lock you out.",
    begin: "Make the sign-in and enter",
    gone_title: "This link is good no longer",
    gone_lead: "It was used, has expired, or the server has printed a new one. \
        While nobody can sign in, the server prints one at every start.",
    gone_action: "Go to sign-in",
    refused: refused_en,
};

fn refused_it(refused: &Refused) -> String {
    let text = match refused {
        Refused::Wrong => "Nome utente o password non corretti. Controlla e riprova.",
        Refused::Wait { seconds: 1 } => "Troppi tentativi. Riprova fra un secondo.",
        Refused::Wait { seconds } => return format!("Troppi tentativi. Riprova fra {seconds} secondi."),
        Refused::SignedOut => "La sessione è finita: accedi di nuovo.",
        Refused::NotFound => "Non trovato.",
        Refused::Broken => {
            "Non è andata a buon fine. Riprova; se succede ancora, avvisa chi amministra lo studio."
        }
        Refused::Welcome { problem } => match problem {
            WelcomeProblem::Link => IT.gone_title,
            WelcomeProblem::PracticeMissing => "Scrivi il nome dello studio.",
            WelcomeProblem::NameMissing => "Scrivi il tuo nome.",
            WelcomeProblem::Login => "Da 2 a 64 caratteri: lettere, cifre e . _ - @",
            WelcomeProblem::LoginTaken => "Questo nome utente è già preso: scegline un altro.",
            WelcomeProblem::PasswordShort => "Troppo corta: servono almeno 12 caratteri.",
            WelcomeProblem::PasswordLong => "Troppo lunga: al massimo 256 caratteri.",
            WelcomeProblem::PasswordCommon => "È fra le prime che chiunque proverebbe: scegline un’altra.",
            WelcomeProblem::PasswordsDiffer => "Le due password sono diverse: scrivile di nuovo.",
        },
    };
    text.to_owned()
}

fn refused_en(refused: &Refused) -> String {
    let text = match refused {
        Refused::Wrong => "Wrong user name or password. Check and try again.",
        Refused::Wait { seconds: 1 } => "Too many tries. Try again in a second.",
        Refused::Wait { seconds } => return format!("Too many tries. Try again in {seconds} seconds."),
        Refused::SignedOut => "The session is over: sign in again.",
        Refused::NotFound => "Not found.",
        Refused::Broken => {
            "It did not work. Try again; if it goes on, tell whoever administers the practice."
        }
        Refused::Welcome { problem } => match problem {
            WelcomeProblem::Link => EN.gone_title,
            WelcomeProblem::PracticeMissing => "Give the name of the practice.",
            WelcomeProblem::NameMissing => "Give your name.",
            WelcomeProblem::Login => "2 to 64 characters: letters, digits and . _ - @",
            WelcomeProblem::LoginTaken => "That user name is taken: choose another.",
            WelcomeProblem::PasswordShort => "Too short: at least 12 characters are needed.",
            WelcomeProblem::PasswordLong => "Too long: 256 characters at most.",
            WelcomeProblem::PasswordCommon => "It is among the first that anybody would try: choose another.",
            WelcomeProblem::PasswordsDiffer => "The two passwords differ: type them again.",
        },
    };
    text.to_owned()
}
