"""Everything a rule may look at: the patient's records as values."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PlanEvent
from homecare.domain.records.session import Session
from homecare.domain.records.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The records that a screen or a rule needs, each kind oldest first.

    Entries and sessions may be a window of the diary; needlings and plan events are always all of them.
    """

    entries: tuple[DiaryEntry, ...] = ()
    sessions: tuple[Session, ...] = ()
    needlings: tuple[Needling, ...] = ()
    plan: tuple[PlanEvent, ...] = ()
    settings: Settings = field(default_factory=Settings)

    def until(self, at: datetime) -> "Records":
        """Only what had happened by `at`: a rule asked about the past must not know the future."""
        at = at.astimezone(UTC)  # compared with every record: a zone would work out its offset each time
        return Records(
            entries=tuple(entry for entry in self.entries if entry.at <= at),
            sessions=tuple(session for session in self.sessions if session.at <= at),
            needlings=tuple(needling for needling in self.needlings if needling.at <= at),
            plan=tuple(event for event in self.plan if event.at <= at),
            settings=self.settings,
        )

    def of_the_plan(self) -> "Records":
        """Without free practice: what adherence, bouts and progress are counted from."""
        kept = tuple(session for session in self.sessions if not session.practice)
        return self if len(kept) == len(self.sessions) else replace(self, sessions=kept)
