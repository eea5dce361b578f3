"""When aftercare reminders are sent: quiet hours, merging and the limit of the first day.

The rules are those of content/aftercare.toml, quiet_hours; the numbers in brackets are theirs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo

from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.reminders import QuietHoursGuide, ReminderRule
from homecare.domain.records.local_time import after_quiet_hours, local_instant, quiet_hours_of
from homecare.domain.records.needling import Needling
from homecare.domain.records.settings import Settings

FIRST_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One reminder with the instant it is `due` and the one it is sent.

    `send` None: it is not sent, only shown on the aftercare screen. `moved`: quiet hours put it off.
    `message` are the ids of all reminders of the message it is sent in, in the order to show them.
    """

    rule: ReminderRule
    due: datetime
    send: datetime | None
    moved: bool
    message: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether it is a question: those go last in a message."""
        return self.rule.kind == "question"

    def too_late(self, at: datetime) -> bool:
        """Whether `at` is later than this reminder may be sent."""
        late = at.astimezone(UTC) - self.due.astimezone(UTC)
        return late > timedelta(minutes=self.rule.drop_if_late_by_min)


def due_time(rule: ReminderRule, needling: Needling, zone: tzinfo) -> datetime:
    """When a reminder is due, in `zone`, before quiet hours: after a time passed, or at a clock time (1)."""
    if rule.offset_min is not None:
        return (needling.at.astimezone(UTC) + timedelta(minutes=rule.offset_min)).astimezone(zone)
    if rule.local_time is None or rule.day_offset is None:
        raise ValueError(f"The reminder {rule.id} has no time.")
    return local_instant(needling.at.date() + timedelta(days=rule.day_offset), rule.local_time, zone)


def sendings(
    needling: Needling, rules: Sequence[ReminderRule], guide: AftercareGuide, settings: Settings, zone: tzinfo
) -> tuple[Sending, ...]:
    """These reminders of a needling session with their times, earliest first, questions last at one instant.

    `zone` is where the patient is now; `settings` has their quiet hours, and which reminders they want later
    or not at all. A cancelled session has none (8).
    """
    if needling.cancelled:
        return ()
    timed = [_as_wished(rule, due_time(rule, needling, zone), settings, zone) for rule in rules]
    limited = _limited(_merged(timed, guide.quiet_hours), needling, guide.quiet_hours)
    return tuple(sorted(limited, key=lambda sending: (_moment(sending.send or sending.due), sending.asks)))


def _as_wished(rule: ReminderRule, due: datetime, settings: Settings, zone: tzinfo) -> Sending:
    """The reminder when the patient wants it, outside quiet hours; never later than the content allows.

    Where a later time that is allowed falls into quiet hours and would be too late after them, the content's
    own time holds: later is not never.
    """
    later = timedelta(minutes=settings.reminders_later_min.get(rule.id, 0))
    wished = (due.astimezone(UTC) + later).astimezone(zone)
    sending = _sent_at(rule, due, wished, settings, zone)
    if sending.send is None and not sending.too_late(wished):
        sending = _sent_at(rule, due, due, settings, zone)
    return replace(sending, send=None) if rule.id in settings.reminders_off else sending


def _sent_at(
    rule: ReminderRule, due: datetime, wished: datetime, settings: Settings, zone: tzinfo
) -> Sending:
    """The reminder at a time, or when quiet hours are over; not sent when that is too late."""
    send = after_quiet_hours(wished, quiet_hours_of(settings), zone)
    moved = _moment(send) != _moment(wished)
    sending = Sending(rule=rule, due=due, send=send, moved=moved, message=(rule.id,))
    return replace(sending, send=None) if sending.too_late(send) else sending


def _merged(timed: Sequence[Sending], guide: QuietHoursGuide) -> list[Sending]:
    """One message out of reminders that quiet hours brought close together (5).

    Reminders that were close together from the start stay apart, as in the worked example. The message goes
    out when its last reminder does: a stretch or a question must not come before its time.
    """
    within = timedelta(minutes=guide.merge_within_min)
    left = sorted((sending for sending in timed if sending.send), key=lambda sending: _moment(sending.send))
    merged = [sending for sending in timed if sending.send is None]
    while left:
        first = left[0]
        near = [sending for sending in left if _moment(sending.send) - _moment(first.send) <= within]
        group = _together(near) if any(sending.moved for sending in near) else [first]
        left = left[len(group) :]
        merged.extend(_as_one_message(group))
    return merged


def _together(near: Sequence[Sending]) -> list[Sending]:
    """As many of these, from the first on, as may all wait for the last of them."""
    for size in range(len(near), 1, -1):
        last = near[size - 1].send
        if last is not None and not any(sending.too_late(last) for sending in near[:size]):
            return list(near[:size])
    return [near[0]]


def _as_one_message(group: Sequence[Sending]) -> list[Sending]:
    ordered = sorted(group, key=lambda sending: sending.asks)
    ids = tuple(sending.rule.id for sending in ordered)
    return [replace(sending, send=group[-1].send, message=ids) for sending in ordered]


def _limited(timed: Sequence[Sending], needling: Needling, guide: QuietHoursGuide) -> list[Sending]:
    """No more messages in the first 24 hours than allowed; what goes first is in the content's order (6)."""
    kept = list(timed)
    end = needling.at.astimezone(UTC) + FIRST_DAY
    for dropped in guide.drop_order:
        if len(_messages(kept, end)) <= guide.max_first_24h:
            break
        kept = [_without(sending, dropped, end) for sending in kept]
    return kept


def _messages(timed: Iterable[Sending], end: datetime) -> set[datetime]:
    return {_moment(sending.send) for sending in timed if sending.send and _moment(sending.send) < end}


def _without(sending: Sending, dropped: str, end: datetime) -> Sending:
    if sending.send is None or _moment(sending.send) >= end:
        return sending
    if sending.rule.id == dropped:
        return replace(sending, send=None, message=(dropped,))
    return replace(sending, message=tuple(rule_id for rule_id in sending.message if rule_id != dropped))


def _moment(at: datetime | None) -> datetime:
    """The instant in UTC, to compare by: local times that come twice compare wrongly."""
    if at is None:
        raise ValueError("A reminder that is not sent has no time.")
    return at.astimezone(UTC)
