"""The open screens: one session per browser tab, kept for a while after the tab has closed."""

import asyncio
import logging
from datetime import UTC, datetime

import flet as ft
from flet.components.hooks.use_effect import EffectHook
from flet.messaging.session import Session

from homecare.host.server.page_questions import questions_of

RESUME_S = 2 * 60 * 60
"""How long a session waits for its tab to come back, in seconds: a phone may well sleep for an hour."""

MOST_WAITING = 8
"""How many sessions without a tab are kept; those left longest ago are closed first."""

SWEEP_S = 10.0
"""How often to look for sessions that have waited too long, in seconds."""

CLOSING_S = 0.5
"""How long all `on_close` handlers together may take when the server stops, in seconds."""

_log = logging.getLogger("homecare.host")


class Sessions:
    """The sessions of this process by id.

    A tab that closes raises its page's `on_disconnect` at once. When its session ends for good (after
    RESUME_S, when more than MOST_WAITING wait, or when the server stops) the page's `on_close` is raised:
    cancel a session's own tasks there, because Flet unmounts nothing. Effects are cancelled here.
    """

    def __init__(self, *, resume_s: int = RESUME_S, sweep_s: float = SWEEP_S) -> None:
        self._resume_s = resume_s
        self._sweep_s = sweep_s
        self._by_id: dict[str, Session] = {}

    def add(self, session: Session) -> None:
        """Keep a new session."""
        self._by_id[session.id] = session

    def waiting(self, session_id: str) -> Session | None:
        """The session with this id if its tab has closed; None if it is unknown or still open elsewhere."""
        session = self._by_id.get(session_id)
        return session if session is not None and session.expires_at is not None else None

    async def leave(self, session: Session) -> None:
        """Note that the tab of `session` has closed, and start its waiting time."""
        await session.disconnect(self._resume_s)
        left = sorted(
            (session for session in self._by_id.values() if session.expires_at is not None),
            key=lambda other: other.expires_at or datetime.now(UTC),
        )
        for old in left[: max(0, len(left) - MOST_WAITING)]:
            self._end(old)

    async def sweep(self) -> None:
        """Keep closing sessions whose waiting time is over; never returns."""
        while True:
            await asyncio.sleep(self._sweep_s)
            now = datetime.now(UTC)
            for session in list(self._by_id.values()):
                if session.expires_at is not None and now > session.expires_at:
                    self._end(session)

    async def end_all(self) -> None:
        """Close every session and give their `on_close` handlers a moment."""
        before = asyncio.all_tasks()
        for session in list(self._by_id.values()):
            self._end(session)
        started = asyncio.all_tasks() - before
        if started:
            await asyncio.wait(started, timeout=CLOSING_S)

    def _end(self, session: Session) -> None:
        self._by_id.pop(session.id, None)
        questions_of(session).end()
        try:
            close(session)
        except Exception:
            _log.exception("a session did not close cleanly")


def close(session: Session) -> None:
    """Close a session for good, and cancel what its components began with `use_effect`.

    Flet lets such a task run on: it would wake to draw on a screen that is no longer there.
    """
    for control in list(session.index.values()):
        if isinstance(control, ft.Component):
            for hook in control._state.hooks:
                if isinstance(hook, EffectHook):
                    hook.cancel()  # type: ignore[no-untyped-call]
    session.close()  # type: ignore[no-untyped-call]
