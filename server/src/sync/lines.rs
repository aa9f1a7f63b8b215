//! The lines of those for whom WebSockets are blocked: a socket of the hub whose frames wait until the next request of a
//! long poll takes them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app_sync::server::{Frame, SocketId};
use tokio::sync::{MutexGuard as AsyncMutexGuard, mpsc};
use tokio::time::Instant;

use super::room::LARGEST_FRAME;
use crate::session::SessionId;

/// A line on which nobody has listened for so long is dropped.
const LOST_AFTER: Duration = Duration::from_secs(30);

/// Lines of one session, at most: one a tab, and some that were just lost. Another one takes the place of the one that was
/// not listened on for longest.
const LINES_OF_A_SESSION: usize = 8;

/// The open lines, by their names. A name is random, and of use only together with the session that it was given to.
#[derive(Default)]
pub(super) struct Lines(Mutex<BTreeMap<String, Arc<Line>>>);

pub(super) struct Line {
    pub(super) socket: SocketId,
    session: SessionId,
    outgoing: tokio::sync::Mutex<mpsc::Receiver<Frame>>,
    heard: Mutex<Instant>,
}

/// The one request that listens on a line.
pub(super) struct Listening<'a> {
    line: &'a Line,
    outgoing: AsyncMutexGuard<'a, mpsc::Receiver<Frame>>,
}

impl Lines {
    /// Adds a line; answers the socket of the one whose place it takes, if there are too many.
    pub(super) fn add(
        &self,
        name: String,
        session: SessionId,
        (socket, outgoing): (SocketId, mpsc::Receiver<Frame>),
        now: Instant,
    ) -> Option<SocketId> {
        let mut lines = self.lock();
        let own = lines.iter().filter(|(_, line)| line.session == session);
        let too_many = own.clone().count() >= LINES_OF_A_SESSION;
        let oldest = own
            .filter(|_| too_many)
            .min_by_key(|(_, line)| line.heard())
            .map(|(name, _)| name.clone());
        let dropped = oldest.and_then(|name| lines.remove(&name));
        let line = Line {
            socket,
            session,
            outgoing: tokio::sync::Mutex::new(outgoing),
            heard: Mutex::new(now),
        };
        lines.insert(name, Arc::new(line));
        dropped.map(|line| line.socket)
    }

    /// A line of a session.
    pub(super) fn find(&self, name: &str, session: &SessionId) -> Option<Arc<Line>> {
        let lines = self.lock();
        let line = lines.get(name).filter(|line| line.session == *session);
        line.map(Arc::clone)
    }

    pub(super) fn remove(&self, name: &str) {
        self.lock().remove(name);
    }

    /// Drops the lines on which nobody has listened for long; answers their sockets.
    pub(super) fn sweep(&self, now: Instant) -> Vec<SocketId> {
        let mut lost = Vec::new();
        self.lock().retain(|_, line| {
            let is_lost = line.outgoing.try_lock().is_ok() && now - line.heard() >= LOST_AFTER;
            lost.extend(is_lost.then_some(line.socket));
            !is_lost
        });
        lost
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Arc<Line>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Line {
    /// Begins to listen; `None` where another request does already.
    pub(super) fn listen(&self) -> Option<Listening<'_>> {
        let outgoing = self.outgoing.try_lock().ok()?;
        Some(Listening { line: self, outgoing })
    }

    fn heard(&self) -> Instant {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listening<'_> {
    /// The next frames, once there is one; `None` once the hub has closed the line and everything was taken.
    pub(super) async fn frames(&mut self) -> Option<Vec<Frame>> {
        let first = self.outgoing.recv().await?;
        Some(self.with_what_waits(first))
    }

    /// What waits right now.
    pub(super) fn waiting(&mut self) -> Vec<Frame> {
        match self.outgoing.try_recv() {
            Ok(first) => self.with_what_waits(first),
            Err(_) => Vec::new(),
        }
    }

    /// An answer ends with the frame that makes it larger than the largest frame: what is left waits for the next one.
    fn with_what_waits(&mut self, first: Frame) -> Vec<Frame> {
        let mut size = first.len();
        let mut frames = vec![first];
        while size < LARGEST_FRAME
            && let Ok(frame) = self.outgoing.try_recv()
        {
            size += frame.len();
            frames.push(frame);
        }
        frames
    }
}

impl Drop for Listening<'_> {
    fn drop(&mut self) {
        *self.line.heard.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(
        lines: &Lines,
        number: u64,
        session: &SessionId,
        now: Instant,
    ) -> (mpsc::Sender<Frame>, Option<SocketId>) {
        let (frames, outgoing) = mpsc::channel(8);
        let dropped = lines.add(
            number.to_string(),
            session.clone(),
            (SocketId(number), outgoing),
            now,
        );
        (frames, dropped)
    }

    #[tokio::test]
    async fn a_line_is_its_sessions_only() {
        let (lines, now) = (Lines::default(), Instant::now());
        let (sara, marta) = (SessionId::for_tests("sara"), SessionId::for_tests("marta"));
        let _open = line(&lines, 1, &sara, now);
        assert!(lines.find("1", &sara).is_some());
        assert!(lines.find("1", &marta).is_none());
        assert!(lines.find("2", &sara).is_none());
    }

    #[tokio::test]
    async fn a_line_on_which_nobody_listens_is_dropped_after_half_a_minute() {
        let (lines, now) = (Lines::default(), Instant::now());
        let sara = SessionId::for_tests("sara");
        let _open = [line(&lines, 1, &sara, now), line(&lines, 2, &sara, now)];
        let listened = lines.find("2", &sara).expect("line 2");
        let listening = listened.listen().expect("nobody else listens");
        assert!(listened.listen().is_none(), "one at a time");
        assert_eq!(lines.sweep(now + LOST_AFTER - Duration::from_millis(1)), []);
        assert_eq!(lines.sweep(now + LOST_AFTER), [SocketId(1)]);
        drop(listening);
        assert_eq!(lines.sweep(Instant::now() + LOST_AFTER), [SocketId(2)]);
    }

    #[tokio::test]
    async fn a_session_has_so_many_lines_and_no_more() {
        let (lines, now) = (Lines::default(), Instant::now());
        let (sara, marta) = (SessionId::for_tests("sara"), SessionId::for_tests("marta"));
        let _other = line(&lines, 100, &marta, now);
        for number in 1..=8 {
            let at = now + Duration::from_secs(number);
            assert_eq!(line(&lines, number, &sara, at).1, None);
        }
        assert_eq!(line(&lines, 9, &sara, now).1, Some(SocketId(1)));
        assert!(lines.find("1", &sara).is_none());
        assert!(lines.find("9", &sara).is_some() && lines.find("100", &marta).is_some());
    }

    #[tokio::test]
    async fn an_answer_is_not_much_larger_than_the_largest_frame() {
        let (lines, now) = (Lines::default(), Instant::now());
        let sara = SessionId::for_tests("sara");
        let (frames, _) = line(&lines, 1, &sara, now);
        for _ in 0..3 {
            let frame: Frame = "x".repeat(LARGEST_FRAME * 2 / 3).into();
            frames.try_send(frame).expect("room for it");
        }
        drop(frames);
        let line = lines.find("1", &sara).expect("line 1");
        let mut listening = line.listen().expect("nobody else listens");
        assert_eq!(listening.frames().await.map(|frames| frames.len()), Some(2));
        assert_eq!(listening.frames().await.map(|frames| frames.len()), Some(1));
        assert_eq!(listening.frames().await, None);
    }
}
