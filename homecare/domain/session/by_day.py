"""Session days of a condition: what was done and how much it hurt, one value per diary day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from homecare.domain.library.content import TodayContent, known_exercise
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.plan import PlanEvent, plans_at
from homecare.domain.records.records import Records
from homecare.domain.records.session import ExerciseDone, Session, highest_pain


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDay:
    """A diary day on which a condition's exercises were done.

    `pain` is the highest pain during exercise (NPRS), None when nobody said. `items` are the plan items
    done at least in part, and those in `pained`: skipped or cut short because of pain. `any_item` is True
    when a score was given without a session, so that nobody knows which was done: `items` then are those of
    the phase the plan was in. `loaded` is False for a day of stretches alone: the content counts no session
    then. `at` is the last instant of the day's sessions and scores.
    """

    day: date
    at: datetime
    pain: int | None
    items: frozenset[str]
    pained: frozenset[str] = frozenset()
    any_item: bool = False
    loaded: bool = True
    tingling_min: int | None = None
    swelling_up: bool = False
    numb_spread: bool = False
    entries: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()

    def concerns(self, item: str) -> bool:
        """Whether this day says something about a plan item."""
        return item in self.items


def session_days(condition: str, records: Records, content: TodayContent) -> tuple[SessionDay, ...]:
    """The session days of a condition, oldest first.

    A score in the diary that names no session belongs to the sessions of its day, or, when there are none,
    makes the day a session day itself. A score that names a session counts where that session counts; where
    the session served two conditions and each exercise was asked, a condition counts its own exercises. A
    session counts also where every exercise was skipped because of pain: its score says how much.
    """
    sessions = [session for session in records.sessions if _items(session, condition)]
    own = {session.id: session.day for session in sessions}
    scored = [
        (own.get(entry.session or "", entry.day), entry)
        for entry in records.entries
        if entry.pain_exercise is not None and (entry.session is None or entry.session in own)
    ]
    done: dict[date, list[Session]] = {}
    for session in sessions:
        done.setdefault(own[session.id], []).append(session)
    said: dict[date, list[DiaryEntry]] = {}
    for day, entry in scored:
        said.setdefault(day, []).append(entry)
    return tuple(
        _session_day(day, condition, done.get(day, []), said.get(day, []), content, events=records.plan)
        for day in sorted({*done, *said})
    )


def _session_day(
    day: date,
    condition: str,
    sessions: Sequence[Session],
    scored: Sequence[DiaryEntry],
    content: TodayContent,
    *,
    events: Sequence[PlanEvent],
) -> SessionDay:
    scores: list[Session | DiaryEntry] = [*sessions, *scored]
    pains = [*(session.pain_for(condition) for session in sessions), *_said_besides(sessions, scored)]
    tingling = [session.tingling_min for session in sessions if session.tingling_min is not None]
    tried = [
        exercise
        for session in sessions
        for exercise in session.exercises
        if exercise.condition == condition and exercise.tells
    ]
    at = max((score.at for score in scores), key=lambda at: at.astimezone(UTC))
    return SessionDay(
        day=day,
        at=at,
        pain=max((pain for pain in pains if pain is not None), default=None),
        items=(
            frozenset(exercise.item for exercise in tried)
            if sessions
            else _prescribed_at(condition, at, events, content)
        ),
        pained=frozenset(exercise.item for exercise in tried if exercise.stopped_by_pain),
        any_item=not sessions,
        loaded=not sessions or not all(_is_stretch(exercise, content) for exercise in tried),
        tingling_min=max(tingling, default=None),
        swelling_up=any(session.swelling_up for session in sessions),
        numb_spread=any(session.numb_spread for session in sessions),
        entries=tuple(entry.id for entry in scored),
        sessions=tuple(session.id for session in sessions),
    )


def _items(session: Session, condition: str) -> set[str]:
    return {
        exercise.item for exercise in session.exercises if exercise.condition == condition and exercise.tells
    }


def _said_besides(sessions: Sequence[Session], scored: Sequence[DiaryEntry]) -> Iterator[int | None]:
    """The diary's scores of a day, without those that only repeat a session's highest of two conditions."""
    by_exercise = {session.id: session for session in sessions if highest_pain(session.exercises) is not None}
    for entry in scored:
        session = by_exercise.get(entry.session or "")
        highest = session.pain_exercise if session is not None else None
        if highest is None or entry.pain_exercise is None or entry.pain_exercise > highest:
            yield entry.pain_exercise


def _prescribed_at(
    condition: str, at: datetime, events: Sequence[PlanEvent], content: TodayContent
) -> frozenset[str]:
    """The items of the phase a condition's plan was in at an instant, for any variant; empty without one."""
    plan = plans_at(events, at).get(condition)
    if plan is None:
        return frozenset()
    if plan.prescription is not None:
        return frozenset(plan.prescription.exercises())
    phases = [phase for phase in content.condition(condition).phases if phase.id == plan.phase]
    return frozenset(item.exercise for phase in phases for item in phase.items)


def _is_stretch(done: ExerciseDone, content: TodayContent) -> bool:
    exercise = known_exercise(content, done.exercise)
    return exercise is not None and exercise.kind == "stretch"
