//! The server in process, and people who act through what it offers to everybody.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use app_domain::id::PracticeId;
use app_domain::practice::Member;
use app_domain::role::Role;
use app_domain::time::Instant;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use jiff::civil::date;
use server::accounts::{Login, NewMember, NewPassword, fresh_id};
use server::clock::{Clock, Hand};
use server::router::{AppState, router};
use server::session::Transport;
use server::store::Store;
use server::store::practice::{NewPractice, insert_practice};
use tempfile::TempDir;
use tower::ServiceExt as _;

/// The password of everybody whom [`TestApp::add`] adds.
pub const PASSWORD: &str = "cavallo batteria graffetta";

/// Where browsers believe to be.
pub const HOST: &str = "127.0.0.1:3000";

/// A server over a store of its own.
pub struct TestApp {
    pub state: AppState,
    pub hand: Hand,
    router: Router,
    _folder: Option<TempDir>,
}

impl TestApp {
    /// Over a new SQLite file, on a Monday at 9:30.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::open(&format!("sqlite:{}", folder.path().join("test.db").display())).await;
        let app = Self::over(store.expect("a new database")).await;
        Self {
            _folder: Some(folder),
            ..app
        }
    }

    /// Over a store of any engine; a practice is begun where there is none.
    pub async fn over(store: Store) -> Self {
        let (clock, hand) = Clock::fixed(Instant::from_civil(date(2026, 11, 23).at(9, 30, 0, 0)));
        let known = store.practices().await.expect("practices").first().copied();
        let practice = match known {
            Some(practice) => practice,
            None => begin_practice(&store, &clock).await,
        };
        let state = AppState::start(store, clock, practice, Transport::Loopback)
            .await
            .expect("a state");
        Self {
            router: router(state.clone()),
            state,
            hand,
            _folder: None,
        }
    }

    /// Adds a person to the practice, whose password is [`PASSWORD`].
    pub async fn add(&self, login: &str, roles: &[Role]) -> Member {
        self.add_to(self.state.practice, login, roles).await
    }

    /// Adds a person to any practice.
    pub async fn add_to(&self, practice: PracticeId, login: &str, roles: &[Role]) -> Member {
        let login: Login = login.parse().expect("a login name");
        let password = NewPassword::parse(PASSWORD, &login).expect("a good password");
        let (name, roles) = (format!("Nome di {login}"), roles.to_vec());
        let new = NewMember {
            name,
            roles,
            clinician: None,
            login,
            password,
        };
        self.state
            .accounts
            .add_member(practice, new)
            .await
            .expect("a new member")
    }

    /// Begins another practice in the same database.
    pub async fn another_practice(&self) -> PracticeId {
        begin_practice(&self.state.store, &self.state.clock).await
    }

    /// A browser in which nobody is signed in.
    pub fn browser(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            cookies: BTreeMap::new(),
            peer: IpAddr::from([127, 0, 0, 1]),
        }
    }

    /// A browser in which a person has signed in.
    pub async fn signed_in(&self, login: &str) -> Browser {
        let mut browser = self.browser();
        let answer = browser.sign_in(login, PASSWORD).await;
        assert_eq!(
            answer.status,
            StatusCode::FOUND,
            "{login} cannot sign in: {}",
            answer.body
        );
        browser
    }

    /// The routes, to be served on a real socket.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// What the router says of itself, with every path in it.
    pub fn table(&self) -> String {
        format!("{:?}", self.router)
    }
}

async fn begin_practice(store: &Store, clock: &Clock) -> PracticeId {
    let fresh = || fresh_id(clock.now()).expect("randomness");
    let id = PracticeId(fresh());
    let mut tx = store.begin().await.expect("a transaction");
    let new = NewPractice {
        id,
        name: "Prova",
        window_from: date(2026, 10, 26),
        log_epoch: fresh(),
    };
    insert_practice(&mut tx, &new).await.expect("a new practice");
    tx.commit().await.expect("a commit");
    id
}

/// A browser: it keeps cookies, and says where its requests come from.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    pub peer: IpAddr,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// A header's text; empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

impl Browser {
    /// Looks at a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = Request::get(path).header(header::ACCEPT, "text/html,*/*;q=0.8");
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// Sends a form, as a browser without scripts does from a page that sends no referrer.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header(header::ACCEPT, "text/html,*/*;q=0.8")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, "null")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(encode(fields))).expect("a request"))
            .await
    }

    /// Calls a server function, as the program in the browser does.
    pub async fn call(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, format!("http://{HOST}"));
        self.send(request.body(Body::from(encode(fields))).expect("a request"))
            .await
    }

    /// Sends a request with a method and nothing else.
    pub async fn ask(&mut self, method: Method, path: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ORIGIN, format!("http://{HOST}"));
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// Signs in through the form.
    pub async fn sign_in(&mut self, login: &str, password: &str) -> Answer {
        self.submit("/api/sign-in", &[("login", login), ("password", password)])
            .await
    }

    /// Whether anybody is signed in here: the sign-in page sends such a person on.
    pub async fn is_signed_in(&mut self) -> bool {
        self.get("/accedi").await.status == StatusCode::SEE_OTHER
    }

    /// Sends any request, with this browser's cookies, and keeps those that come back.
    pub async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let headers = request.headers_mut();
        headers
            .entry(header::HOST)
            .or_insert(HOST.parse().expect("a host"));
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            headers.insert(header::COOKIE, cookies.join("; ").parse().expect("cookies"));
        }
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::from((self.peer, 50_000))));
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router answers");
        let (parts, body) = response.into_parts();
        self.keep(&parts.headers);
        let bytes = body.collect().await.expect("a body").to_bytes();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie");
            let (name, rest) = cookie.split_once('=').expect("a cookie has a name");
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() || cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

fn encode(fields: &[(&str, &str)]) -> String {
    let escape = |text: &str| -> String {
        let byte = |byte: &u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(*byte).to_string(),
            b' ' => String::from("+"),
            other => format!("%{other:02X}"),
        };
        text.as_bytes().iter().map(byte).collect()
    };
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect();
    pairs.join("&")
}
