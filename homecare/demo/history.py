"""A made-up history to try the app with: the same arguments give the same records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from homecare.demo.course import CourseDay, course
from homecare.demo.entries import entries_of
from homecare.demo.needlings import needling_days, needlings_on, soreness_entries
from homecare.demo.plan import DemoPlan, decide, rise_on, start_plan
from homecare.demo.questionnaires import answered_in
from homecare.demo.sessions import planned_slots, sessions_of
from homecare.domain.library.content import TodayContent
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.local_time import local_instant
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PlanEvent, Side
from homecare.domain.records.session import SLOTS, Session
from homecare.domain.records.settings import Settings

CONDITION: Final = "plantar-fasciitis"
SIDE: Final[Side] = "right"
LAST_MORNING_OVER: Final = time(8, 30)
"""Nothing on the last day is later than this: the rest of the day is still to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoHistory:
    """The records of a made-up history, each kind oldest first."""

    entries: tuple[DiaryEntry, ...] = ()
    sessions: tuple[Session, ...] = ()
    needlings: tuple[Needling, ...] = ()
    plan_events: tuple[PlanEvent, ...] = ()
    settings: Settings = field(default_factory=lambda: Settings(heat_allowed=True))


def demo_history(*, days: int, seed: int, until: date, zone: tzinfo, library: TodayContent) -> DemoHistory:
    """A believable history of `days` diary days ending on `until`, by the clocks of `zone`.

    One condition, most days with entries, sessions done, skipped and cut short, and two needling sessions,
    the later one the day before `until`. The last day has only its morning. Raises ValueError for less
    than one day.
    """
    if days < 1:
        raise ValueError("A history needs at least one day.")
    key = f"{seed}/{days}/{until.isoformat()}"
    first = until - timedelta(days=days - 1)
    now = local_instant(until, LAST_MORNING_OVER, zone)
    needled = needling_days(first, until)
    needlings = needlings_on(key, needled, SIDE, library.aftercare, until=now, zone=zone)
    past = course(key, days, first, set(needled))
    condition = library.condition(CONDITION)
    plan = start_plan(key, library, condition, SIDE, first, zone=zone, first_step=past[0].first_step)
    entries, sessions = _day_by_day(key, past, plan, needlings, zone)
    answered = answered_in(key, past, plan.events, library.questionnaires, zone)
    start = local_instant(first, time(0), zone)
    entries += soreness_entries(key, needlings, since=start, until=now)
    return DemoHistory(
        entries=_by_time(entries),
        sessions=tuple(sessions),
        needlings=needlings,
        plan_events=tuple(sorted((*plan.events, *answered), key=lambda event: _moment(event.at))),
    )


def _day_by_day(
    key: str, past: Sequence[CourseDay], plan: DemoPlan, needlings: Sequence[Needling], zone: tzinfo
) -> tuple[list[DiaryEntry], list[Session]]:
    """What was written on each day, and what the plan decides as the days go by: `plan` grows with it."""
    entries: list[DiaryEntry] = []
    sessions: list[Session] = []
    scores: dict[date, int] = {}
    worst: dict[date, DiaryEntry] = {}
    done: dict[str, set[date]] = {}
    for today in past:
        last = today.index == len(past) - 1
        if today.index:
            decide(plan, past[: today.index + 1], scores, worst)
        of_day = sessions_of(
            plan,
            today,
            needlings,
            done,
            only=("morning",) if last else SLOTS,
            resting=rise_on(today, past[: today.index]) >= plan.profile.rise_red_min,
        )
        yesterday = today.day - timedelta(days=1)
        written = entries_of(
            key,
            today,
            of_day,
            planned_slots(plan),
            trained_yesterday=yesterday in scores,
            zone=zone,
        )
        pains = [session.pain_exercise for session in of_day if session.pain_exercise is not None]
        if pains:
            scores[today.day] = max(pains)
        worst |= {entry.day: entry for entry in written if entry.pain_worst is not None}
        sessions += of_day
        entries += written
    return entries, sessions


def _by_time(entries: Iterable[DiaryEntry]) -> tuple[DiaryEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: _moment(entry.at)))


def _moment(at: datetime) -> datetime:
    return at.astimezone(UTC)
