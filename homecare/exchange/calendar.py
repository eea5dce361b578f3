"""Reminders for the phone's own calendar (RFC 5545): exercise times, the diary, aftercare following needling.

Each event keeps its UID, so that importing the file again changes events and doubles none. Exercise and
diary times repeat by the local clock for a year, also across a change of the clocks. Quiet hours hold here
as they do in the app: what it would not send is not in the file.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, Timezone

from homecare.domain.aftercare.aftercare import latest_needling
from homecare.domain.aftercare.reminders import ReminderDue, aftercare_reminders
from homecare.domain.evidence.evidence import Evidence, evidence_at
from homecare.domain.library.content import TodayContent
from homecare.domain.plan.item_state import items_now
from homecare.domain.records.records import Records
from homecare.domain.records.session import Slot
from homecare.domain.records.settings import Settings
from homecare.domain.safety.stress_fracture import may_be_shown
from homecare.domain.session.bouts import slots_of
from homecare.domain.today.daily_reminders import DIARY, EXERCISE, everyday_reminders
from homecare.wording import _
from homecare.wording.placeholders import fill
from homecare.wording.reminders import reminder_text, reminder_title

PRODUCT: Final = "-//homecare//homecare//EN"
REPEATS: Final = timedelta(days=365)
"""How long exercise and diary times repeat: a calendar nobody renews must fall silent."""
LENGTH: Final = timedelta(minutes=15)
"""How long an event is shown in the calendar; it says nothing about a dose."""
UNSENT: Final = ("on-screen-only", "done")


def calendar(records: Records, content: TodayContent, *, at: datetime, zone: tzinfo) -> bytes:
    """The reminders from the day of `at` on for a patient who is in `zone`; the same arguments, same bytes.

    `records` are those Today rests on. With an urgent red flag open
    there are no exercise times.
    """
    evidence = evidence_at(records, content, at, zone)
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _("homecare"))
    made.add("x-wr-timezone", _zone_name(zone))
    if _is_named(zone):
        day = at.astimezone(zone).date()
        first, last = date(day.year - 1, 1, 1), date(day.year + 3, 1, 1)
        made.add_component(Timezone.from_tzinfo(zone, _zone_name(zone), first, last))
    for event in (*_everyday(evidence), *_aftercare(evidence)):
        made.add_component(event)
    text: bytes = made.to_ical()
    return text


def _everyday(evidence: Evidence) -> list[Event]:
    """One repeating event per part of the day with something to do, and one for the diary."""
    settings = evidence.records.settings
    held = any(flag.urgency != "soon" for flag in evidence.flags)
    every = {} if held else _days_between(evidence)
    usual = _usual_day(evidence)
    owner = (
        min(evidence.records.plan, key=lambda plan_event: (plan_event.at, plan_event.id)).id
        if evidence.records.plan
        else ""
    )
    found = []
    for reminder in everyday_reminders(Records(settings=settings), every.keys(), usual, evidence.zone):
        if reminder.status in UNSENT:
            continue
        starts = _on(reminder.at, evidence)
        days = 1 if reminder.id == DIARY else _interval(reminder.id, every)
        event = _event(f"{owner}/{reminder.id}", [reminder], starts, evidence)
        until = (starts + REPEATS).astimezone(UTC)
        event.add("rrule", {"freq": "daily", "interval": days, "until": until})
        found.append(event)
    return found


def _interval(reminder: str, every: dict[Slot, int]) -> int:
    return next(days for slot, days in every.items() if EXERCISE + slot == reminder)


def _days_between(evidence: Evidence) -> dict[Slot, int]:
    """For each part of the day that the plans use, every how many days it does: 1 for daily."""
    every: dict[Slot, int] = {}
    for plan in evidence.plans.values():
        for item in items_now(plan, evidence):
            schedule = item.item.schedule
            days = schedule.n if schedule.pattern == "every_n_days" else 1
            if may_be_shown(item, evidence):
                every |= {slot: min(days, every.get(slot, days)) for slot in slots_of(schedule)}
    return every


def _usual_day(evidence: Evidence) -> datetime:
    """An instant of the first day, from now on, around which the clocks do not change."""
    days = (evidence.at + timedelta(days=ahead) for ahead in range(7))
    around = timedelta(days=2)
    calm = (day for day in days if (day - around).utcoffset() == (day + around).utcoffset())
    return next(calm, evidence.at)


def _on(usual: datetime, evidence: Evidence) -> datetime:
    """The same clock time on the diary day of now; small hours are those of the night after it."""
    night = timedelta(days=usual.hour < 4)
    return datetime.combine(evidence.day + night, usual.time(), tzinfo=evidence.zone)


def _aftercare(evidence: Evidence) -> list[Event]:
    """One event per message about the latest needling session: what quiet hours merged stays together."""
    needling = latest_needling(evidence.records, evidence.at)
    if needling is None:
        return []
    reminders = aftercare_reminders(
        needling,
        evidence.records,
        evidence.content.aftercare,
        evidence.plans,
        at=evidence.at,
        zone=evidence.zone,
        exercise_of=evidence.content.exercise,
    )
    messages: dict[tuple[datetime, frozenset[str]], list[ReminderDue]] = {}
    for reminder in reminders:
        if reminder.status not in UNSENT:
            together = frozenset((reminder.id, *reminder.with_reminders))
            messages.setdefault((reminder.at.astimezone(UTC), together), []).append(reminder)
    return [
        _event(f"{needling.id}/{message[0].id}", message, at.astimezone(evidence.zone), evidence)
        for (at, _together), message in messages.items()
    ]


def _event(name: str, message: Iterable[ReminderDue], starts: datetime, evidence: Evidence) -> Event:
    settings = evidence.records.settings
    title = "; ".join(reminder_title(reminder) for reminder in message)
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'homecare:{name}')}@homecare")
    event.add("dtstamp", evidence.at.astimezone(UTC))
    # Of an hour that comes twice, a local time names the first; only UTC can name the second.
    event.add("dtstart", starts.astimezone(UTC) if starts.fold or not _is_named(evidence.zone) else starts)
    event.add("duration", LENGTH)
    event.add("summary", title)
    event.add("description", _words(message, settings))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event


def _words(message: Iterable[ReminderDue], settings: Settings) -> str:
    return "\n".join(fill(reminder_text(reminder), settings) for reminder in message)


def _is_named(zone: tzinfo) -> bool:
    """Whether events can name the zone; times in UTC, or in a bare offset, are written in UTC."""
    return not isinstance(zone, timezone) and _zone_name(zone) not in ("UTC", "Etc/UTC", "GMT")


def _zone_name(zone: tzinfo) -> str:
    return str(getattr(zone, "key", None) or zone.tzname(None) or "UTC")
