"""The two needling sessions of a made-up history, their soreness, and what was done with the reminders."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from homecare.demo.chance import Chance, made_id
from homecare.domain.aftercare.sending import sendings
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.reminders import ReminderId
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.local_time import local_instant
from homecare.domain.records.needling import (
    ChecklistAnswer,
    NeedledMuscle,
    Needling,
    ReminderMark,
    ReminderStatus,
)
from homecare.domain.records.settings import Settings

ENDED: Final = time(10, 30)
DAYS_APART: Final = 14
MUSCLES: Final = (("gastrocnemius", "flexor-digitorum-brevis"), ("soleus", "quadratus-plantae"))
"""A calf muscle and a sole muscle in each session."""
SORENESS: Final = ((270, 2, 3), (590, 4, 6), (1452, 3, 4), (2898, 1, 2), (4800, 0, 0))
"""Minutes after the session, least and most soreness then: a peak on the first day, gone after three."""
NOT_WANTED: Final = ReminderId.HEAT
"""The one reminder that is put away."""


def needling_days(first: date, until: date) -> tuple[date, date]:
    """The days of both sessions: the later one is the day before `until`.

    The earlier one lies two weeks before it, on the first day of a shorter history, or before the history
    of a very short one.
    """
    later = until - timedelta(days=1)
    earlier = later - timedelta(days=DAYS_APART)
    if earlier <= first and (later - first).days >= 4:
        earlier = first
    return earlier, later


def needlings_on(
    key: str, days: Iterable[date], side: str, guide: AftercareGuide, *, until: datetime, zone: tzinfo
) -> tuple[Needling, ...]:
    """A needling session on each of these days, with the marks made on its reminders by `until`."""
    found = []
    for number, day in enumerate(sorted(days)):
        at = local_instant(day, ENDED, zone)
        chance = Chance(f"{key}/needling/{number}")
        plain = Needling(
            id=made_id(key, "needling", number),
            at=at,
            created_at=at,
            edited_at=at,
            muscles=tuple(NeedledMuscle(muscle=name, side=side) for name in MUSCLES[number]),
            zone=getattr(zone, "key", ""),
            needles_used_count=chance.whole(3, 6),
            all_needles_out_checked=True,
            local_twitch=True,
            reaction_in_clinic="none",
            aftercare_given=True,
            heat_allowed=True,
            checklist=tuple(
                ChecklistAnswer(item=item.id, yes=item.if_answer == "no") for item in guide.checklist
            ),
        )
        found.append(_marked(plain, guide, until=until, zone=zone, chance=chance))
    return tuple(found)


def soreness_entries(
    key: str, needlings: Iterable[Needling], *, since: datetime, until: datetime
) -> tuple[DiaryEntry, ...]:
    """The soreness scores after each session that were given from `since` to `until`."""
    found = []
    for needling in needlings:
        chance = Chance(f"{key}/soreness/{needling.id}")
        for minutes, least, most in SORENESS:
            at = _later(needling.at, minutes)
            score = chance.whole(least, most)
            if since.astimezone(UTC) <= at.astimezone(UTC) < until.astimezone(UTC):
                found.append(
                    DiaryEntry(
                        id=made_id(key, "soreness", f"{needling.id}/{minutes}"),
                        at=at,
                        created_at=at,
                        edited_at=at,
                        needling_soreness=score,
                        needling=needling.id,
                    )
                )
    return tuple(found)


def _later(at: datetime, minutes: int) -> datetime:
    return (at.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(at.tzinfo)


def _marked(
    needling: Needling,
    guide: AftercareGuide,
    *,
    until: datetime,
    zone: tzinfo,
    chance: Chance,
) -> Needling:
    """The session with every reminder but one marked as done, a few minutes after it came."""
    rules = [rule for rule in guide.reminders if rule.kind != "question"]
    marks = []
    for sending in sendings(needling, rules, guide, Settings(), zone):
        if sending.send is None:
            continue
        made = _later(sending.send, chance.whole(2, 35))
        status: ReminderStatus = "dismissed" if sending.rule.id == NOT_WANTED else "done"
        if made.astimezone(UTC) < until.astimezone(UTC):
            marks.append(ReminderMark(reminder=sending.rule.id, status=status, at=made))
    return _with_marks(needling, tuple(marks))


def _with_marks(needling: Needling, marks: tuple[ReminderMark, ...]) -> Needling:
    edited = max((mark.at for mark in marks), key=lambda at: at.astimezone(UTC), default=needling.at)
    return replace(needling, marks=marks, edited_at=edited)
