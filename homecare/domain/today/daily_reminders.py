"""The everyday reminders: exercise times, the diary's question, and a kind word after missed days."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import Final, Literal

from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.aftercare.soreness import elapsed
from homecare.domain.library.change import MissingDayGuide, Nudge
from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.local_time import (
    after_quiet_hours,
    day_start,
    diary_instant,
    moment,
    quiet_hours_of,
)
from homecare.domain.records.records import Records
from homecare.domain.records.session import SLOTS, Slot
from homecare.domain.records.settings import SLOT_TIMES

DIARY: Final = "diary"
EXERCISE: Final = "exercise-"
"""An exercise reminder's id is this and the part of the day: "exercise-morning"."""


def everyday_reminders(
    records: Records,
    slots_due: Collection[Slot],
    at: datetime,
    zone: tzinfo,
    *,
    free_from: Mapping[Slot, datetime] = MappingProxyType({}),
) -> tuple[ReminderDue, ...]:
    """The exercise and diary reminders of the diary day that `at` is in, earliest first.

    `slots_due` are the parts of this day with something to do; `zone` is where the patient is. Where the
    exercises of a part are held at its time, `free_from` says when they no longer are. A time inside quiet
    hours moves to their end. If that is another diary day, or the patient switched the reminder off, it is
    only shown on screen. A reminder is "done" once its session or the day's entry exists, and "missed" once
    the next one or the day is over. Titles and texts are left to the wording: these reminders are not
    clinical content.
    """
    day = diary_day(at.astimezone(zone))
    known = records.until(at)
    trained = {session.slot for session in known.sessions if session.day == day}
    usual = {slot: records.settings.exercise_times.get(slot, SLOT_TIMES[slot]) for slot in SLOTS}
    timed = sorted(
        (moment(free_from.get(slot) or diary_instant(day, usual[slot], zone)), slot)
        for slot in SLOTS
        if slot in slots_due
    )
    day_end = moment(day_start(day + timedelta(days=1), zone))
    ends = [*(later for later, _ in timed[1:]), day_end]
    found = [
        _reminder(EXERCISE + slot, due, end, done=slot in trained, records=records, at=at, zone=zone)
        for (due, slot), end in zip(timed, ends, strict=False)
    ]
    asked = moment(diary_instant(day, records.settings.diary_time, zone))
    wrote = any(entry.day == day for entry in known.entries)
    found.append(_reminder(DIARY, asked, day_end, done=wrote, records=records, at=at, zone=zone))
    return tuple(sorted(found, key=lambda reminder: (moment(reminder.at), reminder.kind == "diary")))


def missed_day_nudge(
    entries: Iterable[DiaryEntry], guide: MissingDayGuide, *, since: date, today: date
) -> Nudge | None:
    """The kind word for the days without an entry up to yesterday; None with an entry today or yesterday.

    `since` is the day the plan started: no day before it is missing. Of the content's nudges the one for the
    longest gap reached is shown, so a patient sees at most as many as there are (content/diary.toml,
    missing_days.nudges).
    """
    days = [entry.day for entry in entries if entry.day <= today]
    first_missing = max(days) + timedelta(days=1) if days else since
    missing = (today - max(first_missing, since)).days
    fitting = [nudge for nudge in guide.nudges[: guide.max_nudges] if nudge.after_missing_days <= missing]
    return fitting[-1] if fitting else None


def _reminder(
    name: str,
    due: datetime,
    end: datetime,
    *,
    done: bool,
    records: Records,
    at: datetime,
    zone: tzinfo,
) -> ReminderDue:
    send = after_quiet_hours(due, quiet_hours_of(records.settings), zone)
    status: Literal["waiting", "due", "done", "missed", "on-screen-only"]
    if done:
        status = "done"
    elif name in records.settings.reminders_off or elapsed(end, send) >= timedelta(0):
        status = "on-screen-only"
    elif elapsed(send, at) < timedelta(0):
        status = "waiting"
    else:
        status = "due" if elapsed(end, at) < timedelta(0) else "missed"
    shown = due.astimezone(zone) if status == "on-screen-only" else send
    kind: Literal["diary", "exercise"] = "diary" if name == DIARY else "exercise"
    return ReminderDue(id=name, kind=kind, at=shown, title="", text="", status=status)
