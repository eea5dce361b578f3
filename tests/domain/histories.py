"""Histories for property tests: entries, sessions, decisions, journeys and clock changes in any order."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import NeedledMuscle, Needling
from homecare.domain.records.plan import (
    ClearanceGiven,
    ConditionStarted,
    DoseDecided,
    PhaseEntered,
    PlanEvent,
    RedFlagCleared,
    Screened,
    SelfChecked,
)
from homecare.domain.records.records import Records
from homecare.domain.records.session import ExerciseDone, Session
from tests.domain.care_plan import in_order, stamp

ZONES = [
    ZoneInfo(name) for name in ("Europe/London", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu")
]
START = datetime(2026, 3, 20, 8, tzinfo=UTC)
"""Nine days before the clocks change in London."""
DAYS = 24

PLANS = [
    ("plantar-fasciitis", "pf-1", None, ("short-foot-seated", "calf-stretch-straight")),
    ("plantar-fasciitis", "pf-2", None, ("heel-raise-towel", "short-foot-standing")),
    ("achilles-tendinopathy", "at-mid-2-slow", "mid-portion", ("heel-raise-single", "seated-heel-raise")),
    ("nerve-entrapment", "ne-1", "tibial", ("tibial-nerve-slider", "short-foot-seated")),
    ("stress-fracture", "sf-2", None, ("ankle-pumps", "straight-leg-raise")),
    ("shin-splints", "ss-1", None, ("band-up", "short-foot-seated")),
]
CLEARANCES = {"ne-1": "ne-checked", "sf-2": "sf-mobility", "at-mid-2-slow": "at-choose-slow"}
FLAGS = ["common-pe", "common-dvt", "pf-night", "ne-drop", "sf-night"]

pains = st.integers(0, 10)
maybe = st.none() | pains


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """An instant of the history, by the clock of wherever the patient was."""
    minutes = draw(st.integers(0, DAYS * 24 * 60))
    return (START + timedelta(minutes=minutes)).astimezone(draw(st.sampled_from(ZONES)))


@st.composite
def asked(draw: st.DrawFn) -> datetime:
    """When Today is asked: mostly late enough for something to have happened."""
    minutes = draw(st.integers(4 * 24 * 60, (DAYS + 1) * 24 * 60))
    return (START + timedelta(minutes=minutes)).astimezone(draw(st.sampled_from(ZONES)))


@st.composite
def entries(draw: st.DrawFn) -> DiaryEntry:
    return DiaryEntry(
        **stamp(draw(moments()), draw(st.integers(0, 10**9))),
        pain_now=draw(pains),
        pain_worst=draw(maybe),
        pain_first_step=draw(maybe),
        pain_next_morning=draw(maybe),
        pain_exercise=draw(maybe),
        exercises_done=draw(st.sampled_from([None, "all", "some", "none"])),
    )


@st.composite
def sessions(draw: st.DrawFn, condition: str, items: tuple[str, ...]) -> Session:
    at = draw(moments())
    outcome: Any = draw(st.sampled_from(["done", "done", "skipped"]))
    return Session(
        **stamp(at, draw(st.integers(0, 10**9))),
        ended_at=(at.astimezone(UTC) + timedelta(minutes=10)).astimezone(at.tzinfo),
        slot=draw(st.sampled_from(["morning", "evening"])),
        pain_exercise=draw(st.sampled_from([None, 0, 0, 1, 1, 2, 4, 7])),
        exercises=tuple(
            ExerciseDone(
                condition=condition, item=item, exercise=item, side="left", sets_planned=1, outcome=outcome
            )
            for item in draw(st.sampled_from([items, items[:1], items[1:]]))
        ),
    )


def cleared(condition: str, phase: str, at: datetime) -> ClearanceGiven:
    name = CLEARANCES.get(phase, "none")
    return ClearanceGiven(
        **stamp(at, -4), condition=condition, clearance=name, by="Dr Reed", given_on=at.date()
    )


@st.composite
def decisions(  # noqa: PLR0911 - one return per kind of decision
    draw: st.DrawFn, condition: str, phase: str, items: tuple[str, ...]
) -> PlanEvent:
    at = stamp(draw(moments()), draw(st.integers(0, 10**9)))
    kind = draw(st.sampled_from(["screen", "flag", "flag cleared", "clearance", "check", "dose", "phase"]))
    match kind:
        case "screen":
            return Screened(**at)
        case "flag":
            return Screened(**at, yes=(draw(st.sampled_from(FLAGS)),))
        case "flag cleared":
            by = draw(st.sampled_from(["", "Dr Reed"]))
            return RedFlagCleared(**at, flags=tuple(FLAGS), by=by)
        case "clearance":
            return cleared(condition, phase, at["at"])
        case "check":
            return SelfChecked(**at, condition=condition, check="pf-two-foot-rise", yes=draw(st.booleans()))
        case "phase":
            return PhaseEntered(**at, condition=condition, phase=phase)
        case _:
            return DoseDecided(
                **at,
                condition=condition,
                item=items[0],
                advice=draw(st.sampled_from(["progress", "ease-off"])),
                accepted=draw(st.booleans()),
                level=draw(st.sampled_from(["easier", "as-planned", "harder"])),
            )


@st.composite
def needlings(draw: st.DrawFn) -> Needling:
    return Needling(
        **stamp(draw(moments()), draw(st.integers(0, 10**9))),
        muscles=(NeedledMuscle(muscle=draw(st.sampled_from(["soleus", "gastrocnemius"])), side="left"),),
    )


@st.composite
def histories(draw: st.DrawFn) -> Records:
    """A plan that was started and screened, and up to a few dozen records in any order."""
    condition, phase, variant, items = draw(st.sampled_from(PLANS))
    start = ConditionStarted(
        **stamp(START.astimezone(ZONES[0]), -1),
        condition=condition,
        phase=phase,
        variant=variant,
        side="left",
        pain_first_step=draw(maybe),
    )
    screened = Screened(**stamp(START.astimezone(ZONES[0]), -2))
    calm = draw(st.sampled_from([True, True, False]))
    events = draw(st.lists(decisions(condition, phase, items), max_size=2 if calm else 8))
    if calm and phase in CLEARANCES:
        events.append(cleared(condition, phase, START.astimezone(ZONES[0])))
    return Records(
        entries=in_order(
            draw(st.lists(entries(), max_size=2 if calm else 10)) + (steady(draw) if calm else [])
        ),
        sessions=in_order(
            draw(st.lists(sessions(condition, items), max_size=2 if calm else 8))
            + (practised(condition, items) if calm else [])
        ),
        needlings=in_order(draw(st.lists(needlings(), max_size=1 if calm else 3))),
        plan=in_order([start, screened, *events]),
    )


def steady(draw: st.DrawFn) -> list[DiaryEntry]:
    """A morning of every day, so that lights become final and steps come into reach."""
    zone = ZONES[0]
    rise = draw(st.sampled_from([0, 0, 0, 1]))
    bad = draw(st.sampled_from([(), (), (6, 7), (6, 7, 11, 12)]))
    return [
        DiaryEntry(
            **stamp((START + timedelta(days=day)).astimezone(zone), -100 - day),
            pain_first_step=1 + rise * (day % 5 == 4),
            pain_next_morning=1 + rise * (day % 5 == 4),
            pain_worst=6 if day in bad else 2,
            exercises_done="all",
        )
        for day in range(DAYS)
    ]


def practised(condition: str, items: tuple[str, ...]) -> list[Session]:
    """A session without pain on every evening."""
    return [
        Session(
            **stamp((START + timedelta(days=day, hours=11)).astimezone(ZONES[0]), -200 - day),
            ended_at=(START + timedelta(days=day, hours=12)).astimezone(ZONES[0]),
            slot="evening",
            pain_exercise=0,
            exercises=tuple(
                ExerciseDone(condition=condition, item=item, exercise=item, side="left", sets_planned=1)
                for item in items
            ),
        )
        for day in range(DAYS)
    ]
