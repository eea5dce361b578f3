"""Reminders for the phone's own calendar (RFC 5545): exercise times, diary, aftercare, a clinic's review.

Exercise times are those at which Today will offer exercises if the patient does what it asks. They are found
by asking its rules for each coming day; quiet hours hold here as they do in the app. Each event keeps its UID
from file to file, its SEQUENCE rises when it changes, and one that no longer holds is handed out once more as
cancelled.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from homecare.domain.aftercare.aftercare import latest_needling
from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.evidence.evidence import Evidence, evidence_at
from homecare.domain.library.content import TodayContent
from homecare.domain.records.local_time import day_start, moment
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.records.session import Slot
from homecare.domain.records.settings import Settings
from homecare.domain.safety.after_needling import reminders_after
from homecare.domain.safety.alerts import alerts_at, pressing
from homecare.domain.today.coming import planned_parts
from homecare.domain.today.daily_reminders import DIARY, everyday_reminders
from homecare.exchange.calendar_series import Rule, Series, as_series
from homecare.exchange.handed_out import Handed, HandedOut
from homecare.exchange.time_zone import tzid, vtimezone
from homecare.wording import _
from homecare.wording.placeholders import fill
from homecare.wording.reminders import reminder_text, reminder_title
from homecare.wording.report import gap_lines

PRODUCT: Final = "-//homecare//homecare//EN"
COMING_WEEKS: Final = 12
"""Times that follow no rule are written one by one for so long."""
MONTHS_AHEAD: Final = 12
"""A rule ends with the last day of the month so many months ahead: a calendar nobody renews falls silent."""
LENGTH: Final = timedelta(minutes=15)
"""How long an event is shown in the calendar; it says nothing about a dose."""
REVIEW_AT: Final = time(9)
SENT: Final = ("waiting", "due", "snoozed")
NOTHING: Final = HandedOut()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One event: what it is called in the folder, its words, and its times."""

    name: str
    title: str
    text: str
    first: datetime
    series: Series | None = None

    @property
    def ends(self) -> datetime:
        """Its last time."""
        return self.first if self.series is None else self.series.last


def calendar(
    records: Records,
    content: TodayContent,
    *,
    at: datetime,
    zone: tzinfo,
    neutral: bool | None = None,
    before: HandedOut = NOTHING,
    remember: Callable[[HandedOut], None] | None = None,
    gaps: Sequence[Recovery] = (),
) -> bytes:
    """The reminders from `at` on for a patient who is in `zone`; the same arguments, same bytes.

    `records` are those Today rests on. `before` is what earlier files of this folder held; `remember` is told
    what they and this one hold. `neutral` calls every event "Reminder", for a calendar that others can see;
    None does as the last file did. `gaps` are missing records that these reminders would rest on: the
    calendar's own description says so.
    """
    evidence = evidence_at(records, content, at, zone)
    evidence = replace(evidence, pressing=pressing(alerts_at(evidence)))
    owner = before.owner or _oldest(records)
    planned = {
        _uid(owner, event.name): event
        for event in (*_everyday(evidence), *_aftercare(evidence), *_reviews(evidence))
    }
    neutral = before.neutral if neutral is None else neutral
    if neutral:
        planned = {uid: _neutral(event) for uid, event in planned.items()}
    planned = {uid: _as_before(event, before.events.get(uid)) for uid, event in planned.items()}
    handed = _handed(planned, before, at)
    if remember is not None:
        remember(HandedOut(owner=owner, neutral=neutral, events=handed))
    name = tzid(zone, at)
    made = _empty(evidence, name, gaps)
    for uid, event in planned.items():
        made.add_component(_event(uid, event, handed[uid], evidence, name))
    for uid, last in handed.items():
        if uid not in planned:
            made.add_component(_cancelled(uid, last, evidence, name))
    text: bytes = made.to_ical(sorted=False)
    return text


def _empty(evidence: Evidence, name: str | None, gaps: Sequence[Recovery]) -> Calendar:
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _("homecare"))
    if gaps:
        missing = "\n".join(line.text for line in gap_lines(gaps))
        made.add("description", missing)  # RFC 7986, section 5.2
        made.add("x-wr-caldesc", missing)  # what calendars read that do not know it
    if name is not None:
        year = evidence.day.year
        first, last = datetime(year - 1, 1, 1, tzinfo=UTC), datetime(year + 3, 1, 1, tzinfo=UTC)
        made.add("x-wr-timezone", name)
        made.add_component(vtimezone(evidence.zone, name, first, last))
    return made


def _everyday(evidence: Evidence) -> Iterator[Planned]:
    """The times of the exercises and of the diary: each a rule where one says exactly these times."""
    last = _last_day(evidence.day)
    weeks_end = evidence.day + timedelta(weeks=COMING_WEEKS)
    for reminders in _times(evidence, last).values():
        title, text = reminder_title(reminders[0]), fill(reminder_text(reminders[0]), _settings(evidence))
        name = reminders[0].id
        series, alone = as_series([reminder.at.astimezone(evidence.zone) for reminder in reminders], last)
        if series is not None and series.first.date() > weeks_end:
            alone = [reminder.at.astimezone(evidence.zone) for reminder in reminders]
            series = None
        if series is not None:
            series = _from_today(series, evidence)
            yield Planned(name=name, title=title, text=text, first=series.first, series=series)
        for once in alone:
            if once.date() < weeks_end:
                yield Planned(name=f"{name}/{once.date()}", title=title, text=text, first=once)


def _from_today(series: Series, evidence: Evidence) -> Series:
    """A daily series from today on, also once its time of today has passed: it is the same all day long."""
    yesterday = series.first - timedelta(days=1)
    passed = moment(yesterday) <= moment(evidence.at) and yesterday.date() >= evidence.day
    return replace(series, first=yesterday) if series.rule == Rule() and passed else series


def _times(evidence: Evidence, last: date) -> dict[str, list[ReminderDue]]:
    """Every everyday reminder that will be sent after now, up to the diary day `last`, by its id."""
    days = (last - evidence.day).days + 1
    parts: dict[date, dict[Slot, datetime]] = {}
    for part in planned_parts(evidence, days=days):
        parts.setdefault(part.day, {})[part.slot] = part.at
    wrote = any(entry.day == evidence.day for entry in evidence.records.entries)
    found: dict[str, list[ReminderDue]] = {}
    for ahead in range(days):
        day = evidence.day + timedelta(days=ahead)
        slots = parts.get(day, {})
        sent = everyday_reminders(
            Records(settings=_settings(evidence)),
            slots,
            day_start(day, evidence.zone),
            evidence.zone,
            free_from=slots,
        )
        for reminder in sent:
            done = reminder.id == DIARY and ahead == 0 and wrote
            if reminder.status in SENT and moment(reminder.at) > moment(evidence.at) and not done:
                found.setdefault(reminder.id, []).append(reminder)
    return found


def _last_day(day: date) -> date:
    """The last day of the month a year ahead, so that a rule ends alike in every file of a month."""
    months = day.year * 12 + day.month + MONTHS_AHEAD
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


def _aftercare(evidence: Evidence) -> list[Planned]:
    """One event per message about the latest needling session: what quiet hours merged stays together."""
    needling = latest_needling(evidence.records, evidence.at)
    if needling is None:
        return []
    messages: dict[tuple[datetime, frozenset[str]], list[ReminderDue]] = {}
    for reminder in reminders_after(needling, evidence):
        if reminder.status in SENT:
            together = frozenset((reminder.id, *reminder.with_reminders))
            messages.setdefault((moment(reminder.at), together), []).append(reminder)
    return [
        Planned(
            name=f"{needling.id}/{message[0].id}",
            title="; ".join(reminder_title(reminder) for reminder in message),
            text="\n".join(fill(reminder_text(reminder), _settings(evidence)) for reminder in message),
            first=at.astimezone(evidence.zone),
        )
        for (at, _together), message in messages.items()
    ]


def _reviews(evidence: Evidence) -> Iterator[Planned]:
    """The day on which each clinician's plan wants the patient seen, while it is to come.

    It is often just after the plan's last day, so a plan that has run out still asks for it.
    """
    for plan in evidence.plans.values():
        wanted = plan.prescription or plan.lapsed
        if wanted is None or wanted.review is None:
            continue
        first = datetime.combine(wanted.review, REVIEW_AT, evidence.zone)
        if moment(first) > moment(evidence.at):
            yield Planned(
                name=f"review/{plan.condition}",
                title=_("Review at {clinic}").format(clinic=wanted.clinic or _("your clinic")),
                text=_("Your clinic wants to see you around today. Call them if you have no appointment."),
                first=first,
            )


def _neutral(event: Planned) -> Planned:
    return replace(event, title=_("Reminder"), text=_("Open homecare."))


def _as_before(event: Planned, last: Handed | None) -> Planned:
    """A series that goes on as it was handed out keeps its first time: then nothing about it has changed."""
    if last is None or event.series is None or last.rule != _rule_text(event.series):
        return event
    first = datetime.fromisoformat(last.first).astimezone(event.first.tzinfo)
    times = {moment(time) for time in event.series.rule.times(first, event.first)}
    if moment(first) > moment(event.first) or moment(event.first) not in times:
        return event
    return replace(event, first=first, series=replace(event.series, first=first))


def _handed(planned: dict[str, Planned], before: HandedOut, at: datetime) -> dict[str, Handed]:
    """What has been handed out with this file: these events, and those that are taken back."""
    found = {}
    for uid, event in planned.items():
        fresh = Handed(
            sequence=0,
            changed_at=moment(at).isoformat(),
            first=moment(event.first).isoformat(),
            ends=moment(event.ends).isoformat(),
            title=event.title,
            digest=_digest(event),
            rule="" if event.series is None else _rule_text(event.series),
        )
        last = before.events.get(uid)
        if last is not None and (last.digest, last.cancelled) == (fresh.digest, False):
            found[uid] = last
        else:
            found[uid] = fresh if last is None else replace(fresh, sequence=last.sequence + 1)
    for uid, last in before.events.items():
        if uid in found or datetime.fromisoformat(last.ends) <= moment(at):
            continue
        gone = replace(
            last, sequence=last.sequence + 1, changed_at=moment(at).isoformat(), digest="", cancelled=True
        )
        found[uid] = last if last.cancelled else gone
    return found


def _digest(event: Planned) -> str:
    said = [event.title, event.text, moment(event.first).isoformat()]
    if event.series is not None:
        said += [_rule_text(event.series), *(moment(time).isoformat() for time in event.series.left_out)]
        said.append(moment(event.series.last).isoformat())
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


def _rule_text(series: Series) -> str:
    return f"{series.rule.every} {' '.join(map(str, series.rule.weekdays))} {series.first:%H:%M}"


def _event(uid: str, planned: Planned, handed: Handed, evidence: Evidence, name: str | None) -> Event:
    event = _head(uid, planned.title, handed, evidence)
    event.add("dtstart", _written(planned.first, name))
    event.add("duration", LENGTH)
    if planned.series is not None:
        event.add("rrule", planned.series.rule.parts(planned.series.last))
        if planned.series.left_out:
            event.add("exdate", [_written(time, name) for time in planned.series.left_out])
    event.add("description", planned.text)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", planned.title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event


def _cancelled(uid: str, handed: Handed, evidence: Evidence, name: str | None) -> Event:
    event = _head(uid, handed.title, handed, evidence)
    first = datetime.fromisoformat(handed.first).astimezone(evidence.zone)
    event.add("dtstart", _written(first, name))
    event.add("duration", LENGTH)
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    return event


def _head(uid: str, title: str, handed: Handed, evidence: Evidence) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("summary", title)
    event.add("sequence", handed.sequence)
    event.add("dtstamp", evidence.at.astimezone(UTC))
    event.add("last-modified", datetime.fromisoformat(handed.changed_at).astimezone(UTC))
    return event


def _written(time: datetime, name: str | None) -> datetime:
    """A time as the file writes it: by the local clock, or in UTC where that would not be clear."""
    # Of an hour that comes twice, a local time names the first; only UTC can name the second.
    return time.astimezone(UTC) if name is None or time.fold else time


def _uid(owner: str, name: str) -> str:
    return f"{uuid5(NAMESPACE_URL, f'homecare:{owner}/{name}')}@homecare"


def _oldest(records: Records) -> str:
    """What tells patients apart where no folder does: their first decision, needling session or entry."""
    for group in (records.plan, records.needlings, records.entries):
        if group:
            return min((moment(record.at), record.id) for record in group)[1]
    return ""


def _settings(evidence: Evidence) -> Settings:
    return evidence.records.settings
