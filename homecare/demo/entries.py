"""The diary of a made-up history: a morning entry, an evening entry, now and then only one of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta, tzinfo
from typing import Final

from homecare.demo.chance import Chance, made_id
from homecare.demo.course import CourseDay
from homecare.domain.library.scales import WEEK
from homecare.domain.records.diary import DiaryEntry, Site
from homecare.domain.records.local_time import local_instant
from homecare.domain.records.session import Session, Slot

MORNING: Final = time(6, 50)
EVENING: Final = time(20, 30)
WORDS: Final = (("aching",), ("sharp",), ("aching", "tight"), ("stabbing",), ("stiff", "aching"))
FOOTWEAR: Final = ("supportive-shoe", "trainers", "trainers", "flat-or-thin", "supportive-shoe")
MEDICINE: Final = "Paracetamol 500 mg"
NOTES: Final = (
    "Long day on my feet.",
    "Heel was fine until the walk home.",
    "New insoles.",
    "Walked to the shops and back.",
    "Better than last week.",
    "Stood in the kitchen all afternoon.",
)
BAD: Final = 5
SIDE: Final = "R"


def entries_of(
    key: str,
    today: CourseDay,
    sessions: Sequence[Session],
    slots: Sequence[Slot],
    *,
    trained_yesterday: bool,
    zone: tzinfo,
) -> list[DiaryEntry]:
    """The entries of a day; none if the diary was not kept that day.

    `sessions` are those of the day and `slots` the parts of the day in which something was due.
    """
    chance = Chance(f"{key}/entries/{today.index}")
    found = []
    if today.morning:
        found.append(_morning(key, today, chance, zone, trained_yesterday=trained_yesterday))
    if today.evening:
        found.append(_evening(key, today, chance, zone, exercises=_exercises_done(sessions, slots)))
    return found


def _morning(
    key: str, today: CourseDay, chance: Chance, zone: tzinfo, *, trained_yesterday: bool
) -> DiaryEntry:
    at = local_instant(today.day, MORNING, zone) + timedelta(minutes=chance.whole(0, 18))
    return DiaryEntry(
        id=made_id(key, "morning", today.index),
        at=at,
        created_at=at,
        edited_at=at,
        pain_first_step=today.first_step,
        pain_next_morning=today.first_step if trained_yesterday else None,
        pain_now=max(0, today.first_step - chance.whole(1, 2)),
        stiffness_min=min(25, 5 * round(today.first_step * chance.between(0.3, 0.8))),
        sleep_h=chance.whole(12, 17) / 2,
        sleep_woken=today.first_step >= BAD and today.index % WEEK == 2,
        location=(Site(region="heel-under", side=SIDE, pain=today.first_step),) if today.index == 0 else (),
    )


def _evening(key: str, today: CourseDay, chance: Chance, zone: tzinfo, *, exercises: str) -> DiaryEntry:
    at = local_instant(today.day, EVENING, zone) + timedelta(minutes=chance.whole(0, 45))
    medicine = MEDICINE if today.worst >= BAD and chance.likely(0.5) else ""
    entry = DiaryEntry(
        id=made_id(key, "evening", today.index),
        at=at,
        created_at=at,
        edited_at=at,
        pain_now=min(today.pain_now, today.worst),
        pain_worst=today.worst,
        exercises_done=exercises,
        medication=medicine,
        notes=chance.one_of(NOTES) if chance.likely(0.18) else "",
        steps=50 * chance.whole(60, 180) if chance.likely(0.7) else None,
        standing_h=chance.whole(4, 15) / 2,
        walk_min=5 * chance.whole(2, 12),
        footwear=chance.one_of(FOOTWEAR) if chance.likely(0.4) else None,
    )
    if today.worst == 0:
        return entry
    return replace(
        entry,
        location=_sites(today, chance),
        carried_forward=today.index > 0 and not today.flare,
        quality=chance.one_of(WORDS) if chance.likely(0.5) else (),
    )


def _sites(today: CourseDay, chance: Chance) -> tuple[Site, ...]:
    heel = Site(region="heel-under", side=SIDE, pain=today.worst)
    if today.worst > 2 and chance.likely(0.3):
        return heel, Site(region="arch", side=SIDE, pain=today.worst - 2)
    return (heel,)


def _exercises_done(sessions: Sequence[Session], slots: Sequence[Slot]) -> str:
    """What the evening entry says of the exercises, from the day's sessions."""
    whole = {session.slot for session in sessions if not session.ended_early}
    begun = any(exercise.outcome != "skipped" for session in sessions for exercise in session.exercises)
    if whole >= set(slots):
        return "all"
    return "some" if begun else "none"
