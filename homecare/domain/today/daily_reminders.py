"""The everyday reminders: exercise times, the diary's question, and a kind word after missed days."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final, Literal

from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.aftercare.soreness import elapsed
from homecare.domain.library.change import MissingDayGuide, Nudge
from homecare.domain.records.diary import DAY_STARTS_AT, DiaryEntry
from homecare.domain.records.local_time import after_quiet_hours, local_instant, quiet_hours_of
from homecare.domain.records.records import Records
from homecare.domain.records.session import SLOTS, Slot
from homecare.domain.records.settings import SLOT_TIMES

DIARY: Final = "diary"
EXERCISE: Final = "exercise-"
"""An exercise reminder's id is this and the part of the day: "exercise-morning"."""
DAY_START: Final = time(DAY_STARTS_AT // timedelta(hours=1))


def everyday_reminders(
    records: Records, slots_due: Collection[Slot], at: datetime, zone: tzinfo
) -> tuple[ReminderDue, ...]:
    """The exercise and diary reminders of the diary day that `at` is in, earliest first.

    `slots_due` are the parts of this day with something to do; `zone` is where the patient is. A time inside
    quiet hours moves to their end, and is only shown on screen when that is another diary day. A reminder is
    "done" once its session or the day's entry exists, and "missed" once the next one or the day is over.
    Titles and texts are left to the wording: these reminders are not clinical content.
    """
    day = (at.astimezone(zone).replace(tzinfo=None) - DAY_STARTS_AT).date()
    known = records.until(at)
    trained = {session.slot for session in known.sessions if session.day == day}
    times = [
        (slot, records.settings.exercise_times.get(slot, SLOT_TIMES[slot]))
        for slot in SLOTS
        if slot in slots_due
    ]
    timed = sorted((_instant(day, clock, zone), slot) for slot, clock in times)
    day_end = _instant(day + timedelta(days=1), DAY_START, zone)
    ends = [*(later for later, _ in timed[1:]), day_end]
    found = [
        _reminder(EXERCISE + slot, due, end, done=slot in trained, records=records, at=at, zone=zone)
        for (due, slot), end in zip(timed, ends, strict=False)
    ]
    asked = _instant(day, records.settings.diary_time, zone)
    wrote = any(entry.day == day for entry in known.entries)
    found.append(_reminder(DIARY, asked, day_end, done=wrote, records=records, at=at, zone=zone))
    return tuple(sorted(found, key=lambda reminder: (reminder.at.astimezone(UTC), reminder.kind == "diary")))


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


def _instant(day: date, clock: time, zone: tzinfo) -> datetime:
    """A clock time of a diary day: before 04:00 it belongs to the night that follows."""
    calendar = day + timedelta(days=1) if clock < DAY_START else day
    return local_instant(calendar, clock, zone).astimezone(UTC)


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
    elif elapsed(end, send) >= timedelta(0):
        status = "on-screen-only"
    elif elapsed(send, at) < timedelta(0):
        status = "waiting"
    else:
        status = "due" if elapsed(end, at) < timedelta(0) else "missed"
    shown = due.astimezone(zone) if status == "on-screen-only" else send
    kind: Literal["diary", "exercise"] = "diary" if name == DIARY else "exercise"
    return ReminderDue(id=name, kind=kind, at=shown, title="", text="", status=status)
