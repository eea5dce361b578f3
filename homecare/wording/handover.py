"""What is handed over and taken in, in words."""

from datetime import datetime

from homecare.domain.records.diary import diary_day
from homecare.wording import _, ngettext


def restored_text(added: int, changed: int, left: int, removed: int) -> str:
    """What a restore did: "3 records added, 1 changed, 40 left as they were"."""
    parts = [
        ngettext("{n} record added", "{n} records added", added).format(n=added),
        ngettext("{n} changed", "{n} changed", changed).format(n=changed),
        ngettext("{n} left as it was", "{n} left as they were", left).format(n=left),
    ]
    if removed:
        parts.append(ngettext("{n} removed", "{n} removed", removed).format(n=removed))
    return ", ".join(parts)


def backup_age_text(last: datetime | None, at: datetime) -> str:
    """How old the last backup is: "Last backup: 3 days ago."."""
    if last is None:
        return _("No backup has been saved from this device yet.")
    days = (diary_day(at) - diary_day(last.astimezone(at.tzinfo))).days
    if days <= 0:
        return _("Last backup: today.")
    return ngettext("Last backup: {n} day ago.", "Last backup: {n} days ago.", days).format(n=days)


def counts_text(entries: int, sessions: int, needlings: int) -> str:
    """How much there is: "20 diary entries, 14 exercise sessions, 2 needling sessions"."""
    parts = [
        ngettext("{n} diary entry", "{n} diary entries", entries).format(n=entries),
        ngettext("{n} exercise session", "{n} exercise sessions", sessions).format(n=sessions),
    ]
    if needlings:
        parts.append(ngettext("{n} needling session", "{n} needling sessions", needlings).format(n=needlings))
    return ", ".join(parts)


def to_come_text(added: int, changed: int, left: int, removed: int) -> str:
    """What a restore would do, without what it would not: "3 to add, 40 stay as they are"."""
    parts = [
        (added, _("{n} to add")),
        (changed, _("{n} to change")),
        (left, ngettext("{n} stays as it is", "{n} stay as they are", left)),
        (removed, _("{n} to remove")),
    ]
    return ", ".join(phrase.format(n=n) for n, phrase in parts if n)
