"""Session days of a condition: what was done and how much it hurt, one value per diary day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from homecare.domain.library.content import TodayContent, known_exercise
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.records import Records
from homecare.domain.records.session import ExerciseDone, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDay:
    """A diary day on which a condition's exercises were done.

    `pain` is the highest pain during exercise (NPRS), None when nobody said. `items` are the plan items
    done at least in part; `any_item` is True when a score was given without a session, so that nobody
    knows which. `loaded` is False for a day of stretches alone: the content counts no session then.
    `at` is the last instant of the day's sessions and scores.
    """

    day: date
    at: datetime
    pain: int | None
    items: frozenset[str]
    any_item: bool = False
    loaded: bool = True
    tingling_min: int | None = None
    swelling_up: bool = False
    entries: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()

    def concerns(self, item: str) -> bool:
        """Whether this day says something about a plan item."""
        return self.any_item or item in self.items


def session_days(condition: str, records: Records, content: TodayContent) -> tuple[SessionDay, ...]:
    """The session days of a condition, oldest first.

    A score in the diary that names no session belongs to the sessions of its day, or, when there are none,
    makes the day a session day itself. A score that names a session counts where that session counts.
    """
    sessions = [one for one in records.sessions if _items(one, condition)]
    own = {one.id: one.day for one in sessions}
    scored = [
        (own.get(one.session or "", one.day), one)
        for one in records.entries
        if one.pain_exercise is not None and (one.session is None or one.session in own)
    ]
    done: dict[date, list[Session]] = {}
    for session in sessions:
        done.setdefault(own[session.id], []).append(session)
    said: dict[date, list[DiaryEntry]] = {}
    for day, entry in scored:
        said.setdefault(day, []).append(entry)
    return tuple(
        _session_day(day, condition, done.get(day, []), said.get(day, []), content)
        for day in sorted({*done, *said})
    )


def _session_day(
    day: date,
    condition: str,
    sessions: Sequence[Session],
    scored: Sequence[DiaryEntry],
    content: TodayContent,
) -> SessionDay:
    scores: list[Session | DiaryEntry] = [*sessions, *scored]
    pains = [score.pain_exercise for score in scores if score.pain_exercise is not None]
    tingling = [one.tingling_min for one in sessions if one.tingling_min is not None]
    done = [
        exercise
        for session in sessions
        for exercise in session.exercises
        if exercise.condition == condition and exercise.outcome != "skipped"
    ]
    return SessionDay(
        day=day,
        at=max((score.at for score in scores), key=lambda at: at.astimezone(UTC)),
        pain=max(pains, default=None),
        items=frozenset(one.item for one in done),
        any_item=not sessions,
        loaded=not sessions or not all(_is_stretch(one, content) for one in done),
        tingling_min=max(tingling, default=None),
        swelling_up=any(one.swelling_up for one in sessions),
        entries=tuple(entry.id for entry in scored),
        sessions=tuple(one.id for one in sessions),
    )


def _items(session: Session, condition: str) -> set[str]:
    return {
        exercise.item
        for exercise in session.exercises
        if exercise.condition == condition and exercise.outcome != "skipped"
    }


def _is_stretch(done: ExerciseDone, content: TodayContent) -> bool:
    exercise = known_exercise(content, done.exercise)
    return exercise is not None and exercise.kind == "stretch"
