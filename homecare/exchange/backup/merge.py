"""What restoring a backup would add, change and leave, worked out before anything is written.

Records are merged by id, and of two with one id the newest edit wins; at the same instant the one on this
device stays. Settings and what the patient said about themselves carry no time: the backup's are taken
into a folder that holds no records yet, or when everything is replaced; else those on this device stay.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import TypeVar

from homecare.documents import Record
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PlanEvent
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.records.session import Session
from homecare.exchange.backup.backup import Backup

D = TypeVar("D", DiaryEntry, Session, Needling, PlanEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many records of a kind a restore adds, changes, leaves as they are, and removes."""

    added: int = 0
    changed: int = 0
    left: int = 0
    removed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            added=self.added + other.added,
            changed=self.changed + other.changed,
            left=self.left + other.left,
            removed=self.removed + other.removed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """A restore, ready to be stored: `store.apply(preview.records, patient=..., replacing=...)`.

    `records` are those to write, settings included when they change; `patient` None leaves what is there.
    `gaps` are what the backup says is missing from it.
    """

    replacing: bool
    entries: Counts
    sessions: Counts
    needlings: Counts
    plan: Counts
    settings_change: bool
    records: tuple[Record, ...]
    patient: Mapping[str, object] | None = None
    gaps: tuple[Recovery, ...] = ()

    @property
    def total(self) -> Counts:
        """All kinds together."""
        return self.entries + self.sessions + self.needlings + self.plan


def merge(
    current: Records, incoming: Backup, *, patient: Mapping[str, object], replacing: bool = False
) -> MergePreview:
    """What restoring `incoming` into a folder that holds `current` and `patient` would do.

    `current` must be all records of the folder. With `replacing` the folder then holds the backup alone.
    """
    theirs = incoming.records
    entries = _compared(current.entries, theirs.entries, replacing)
    sessions = _compared(current.sessions, theirs.sessions, replacing)
    needlings = _compared(current.needlings, theirs.needlings, replacing)
    plan = _compared(current.plan, theirs.plan, replacing)
    empty = not (current.entries or current.sessions or current.needlings or current.plan)
    takes_choices = replacing or empty
    settings_change = takes_choices and theirs.settings != current.settings
    choices = (theirs.settings,) if takes_choices else ()
    return MergePreview(
        replacing=replacing,
        entries=entries[0],
        sessions=sessions[0],
        needlings=needlings[0],
        plan=plan[0],
        settings_change=settings_change,
        records=(*entries[1], *sessions[1], *needlings[1], *plan[1], *choices),
        gaps=incoming.gaps,
        patient=incoming.patient if takes_choices and (replacing or incoming.patient != patient) else None,
    )


def _compared(current: Iterable[D], incoming: Iterable[D], replacing: bool) -> tuple[Counts, list[D]]:
    """The counts of a kind, and its records to write: all of the backup's when everything is replaced."""
    known = {entry.id: entry for entry in current}
    kept: list[D] = []
    added = changed = left = 0
    for record in incoming:
        old = known.pop(record.id, None)
        if old is None:
            added += 1
        elif record != old and (
            replacing or record.edited_at.astimezone(UTC) > old.edited_at.astimezone(UTC)
        ):
            changed += 1
        else:
            left += 1
            if not replacing:
                continue
        kept.append(record)
    left_alone, removed = (0, len(known)) if replacing else (len(known), 0)
    return Counts(added=added, changed=changed, left=left + left_alone, removed=removed), kept
