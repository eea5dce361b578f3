"""Makers of needling sessions, soreness scores and plans for the tests of aftercare."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homecare.content.library import Library
from homecare.domain.library.exercise import Exercise
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import NeedledMuscle, Needling, ReminderMark
from homecare.domain.records.plan import ConditionPlan

LONDON = ZoneInfo("Europe/London")
EVENING = datetime(2026, 3, 10, 20, tzinfo=LONDON)
"""The session of the worked example in the content."""


LIBRARY = Library()
GUIDE = LIBRARY.aftercare


def after(at: datetime, hours: float) -> datetime:
    """The instant this many hours later, in real elapsed time."""
    return (at.astimezone(UTC) + timedelta(hours=hours)).astimezone(at.tzinfo)


def needled(
    *muscles: str, at: datetime = EVENING, side: str = "left", name: str = "n1", **more: Any
) -> Needling:
    """A needling session that ended `at`."""
    chosen = muscles or ("gastrocnemius",)
    more = {"heat_allowed": True, **more}
    return Needling(
        id=name,
        at=at,
        created_at=at,
        edited_at=at,
        muscles=tuple(NeedledMuscle(muscle=muscle, side=side) for muscle in chosen),
        **more,
    )


def sore(score: int, hours: float, *, since: datetime = EVENING, needling: str | None = "n1") -> DiaryEntry:
    """A soreness score given some hours after a session."""
    at = after(since, hours)
    return DiaryEntry(
        id=f"sore-{hours:g}", at=at, created_at=at, edited_at=at, needling_soreness=score, needling=needling
    )


def marked(reminder: str, status: Any, at: datetime, until: datetime | None = None) -> ReminderMark:
    """What the patient did with a reminder."""
    return ReminderMark(reminder=reminder, status=status, at=at, until=until)


def planned(condition: str, *, variant: str | None = None) -> Mapping[str, ConditionPlan]:
    """Only this condition's plan, just started."""
    plan = ConditionPlan(
        condition=condition,
        side="left",
        variant=variant,
        begun_at=EVENING,
        started_at=EVENING,
        phase="first",
        phase_since=EVENING,
    )
    return {condition: plan}


def exercise(name: str, *, kind: Any = "strength", targets: tuple[str, ...] = ("gastrocnemius",)) -> Exercise:
    """An exercise that trains these muscles."""
    return Exercise(
        id=name,
        name=name.replace("-", " ").capitalize(),
        kind=kind,
        weight_bearing=True,
        postures=("standing",),
        needs=(),
        position="standing",
        equipment=(),
        steps=("Stand.", "Rise.", "Lower."),
        cues=("Slowly.",),
        mistakes=(),
        targets=targets,
        contraindications=("A fresh tear.",),
        alt_start="Standing.",
        alt_end="On tiptoe.",
        pictures=("start.svg", "end.svg"),
        source="consensus",
    )
