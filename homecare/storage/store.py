"""The patient's records on disk: everything the app may read or save."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from homecare.documents import Record
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PlanEvent
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.records.session import Session
from homecare.domain.records.settings import Settings, plain_patient
from homecare.storage import layout
from homecare.storage.envelope import Document
from homecare.storage.folder import ONLY, Change, DataFolder, Fingerprint, fingerprint_of
from homecare.storage.lock import Lock
from homecare.storage.migrations import CURRENT, Schema
from homecare.storage.months import MonthlyRecords
from homecare.storage.recoveries import as_here
from homecare.storage.typed_table import SingleDocument, TypedTable


class Store:
    """One patient's data folder.

    A method that saves returns when the change is on disk, and raises a StorageError with nothing changed
    otherwise. Every read sees what other windows and commands have saved by then.
    """

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._entries = MonthlyRecords(TypedTable(folder, layout.ENTRIES, DiaryEntry))
        self._sessions = MonthlyRecords(TypedTable(folder, layout.SESSIONS, Session))
        self._needlings = TypedTable(folder, "needlings", Needling)
        self._plan = TypedTable(folder, "plan", PlanEvent)
        self._settings = TypedTable(folder, "settings", Settings)
        self._patient = SingleDocument(folder, layout.PATIENT)
        self._progress = SingleDocument(folder, layout.PROGRESS)
        self._calendar = SingleDocument(folder, layout.CALENDAR)

    @classmethod
    def open(cls, folder: Path, *, lock: Lock | None = None, schema: Schema = CURRENT) -> "Store":
        """The store in `folder`, which is made when missing, for its owner only.

        `lock` keeps other writers out (a lock file when None). Raises LaterVersionError, leaving the
        folder untouched, or UnwritableError.
        """
        return cls(DataFolder(folder, lock=lock, schema=schema))

    @property
    def recovered(self) -> list[Recovery]:
        """What was found damaged, missing or copied and nobody has confirmed; by any process, ever."""
        return [as_here(self._folder.path, recovery) for recovery in self._folder.recoveries.unread()]

    @property
    def gaps(self) -> list[Recovery]:
        """Every recovery by which records may be missing, confirmed or not: exports carry them."""
        return [recovery for recovery in self._folder.recoveries.all() if recovery.is_gap]

    def confirm_recovered(self) -> None:
        """Keep that the patient has read what was found, so that it is not told again."""
        with self._folder.locked():
            unread = self._folder.recoveries.unread()
            self._folder.change(self._recovery_changes(unread, confirmed=True))

    def add_entry(self, entry: DiaryEntry) -> None:
        """Save a new diary entry. Raises AlreadyStoredError."""
        self._folder.change(self._entries.addition(entry))

    def replace_entry(self, entry: DiaryEntry) -> None:
        """Save an edited entry in the place of the one with its id. Raises NoSuchRecordError."""
        self._folder.change(self._entries.replacement(entry))

    def remove_entry(self, entry_id: str, *, day: date | None = None) -> DiaryEntry | None:
        """Remove an entry and return it; with its diary day it is found sooner. Raises NoSuchRecordError."""
        return self._entries.remove(entry_id, day)

    def entry(self, entry_id: str, *, day: date | None = None) -> DiaryEntry | None:
        """The entry with this id, None when there is none; with its diary day it is found sooner."""
        return self._entries.one(entry_id, day)

    def entries_between(self, first_day: date, last_day: date) -> list[DiaryEntry]:
        """The entries of these diary days, both included, oldest first."""
        return self._entries.between(first_day, last_day)

    def all_entries(self) -> list[DiaryEntry]:
        """Every entry, oldest first."""
        return self._entries.all()

    def add_session(
        self, session: Session, *, entry: DiaryEntry | None = None, was_under_way: bool = False
    ) -> None:
        """Save a new session, and the new diary entry that came with it, all or nothing.

        `was_under_way` forgets the guided session under way in the same step. Raises AlreadyStoredError.
        """
        entries = iter(()) if entry is None else self._entries.addition(entry)
        over = [self._progress.change(None)] if was_under_way else []
        self._folder.change(chain(self._sessions.addition(session), entries, over))

    def replace_session(
        self,
        session: Session,
        *,
        entry: DiaryEntry | None = None,
        without: Sequence[DiaryEntry] = (),
    ) -> None:
        """Save an edited session in the place of the one with its id, and its diary entry, new or edited.

        The entries in `without` are removed in the same step. Raises NoSuchRecordError.
        """
        entries = iter(()) if entry is None else self._entries.moves([entry])
        gone = chain.from_iterable(self._entries.removal(old) for old in without)
        self._folder.change(chain(self._sessions.replacement(session), entries, gone))

    def remove_session(self, session: Session, *, entries: Sequence[DiaryEntry] = ()) -> None:
        """Remove a session and the diary entries that came with it. Raises NoSuchRecordError."""
        gone = chain.from_iterable(self._entries.removal(entry) for entry in entries)
        self._folder.change(chain(self._sessions.removal(session), gone))

    def session(self, session_id: str, *, day: date | None = None) -> Session | None:
        """The session with this id, None when there is none."""
        return self._sessions.one(session_id, day)

    def sessions_between(self, first_day: date, last_day: date) -> list[Session]:
        """The sessions of these diary days, both included, oldest first."""
        return self._sessions.between(first_day, last_day)

    def all_sessions(self) -> list[Session]:
        """Every session, oldest first."""
        return self._sessions.all()

    def needlings(self) -> list[Needling]:
        """Every needling session, oldest first."""
        return sorted(
            self._needlings.values(layout.NEEDLINGS), key=lambda needling: (needling.at, needling.id)
        )

    def save_needling(self, needling: Needling) -> None:
        """Save a needling session, new or in the place of the one with its id."""
        self._folder.change([self._needlings.put(layout.NEEDLINGS, needling)])

    def plan_events(self) -> list[PlanEvent]:
        """Every decision of the plan, oldest first."""
        return sorted(self._plan.values(layout.PLAN), key=lambda event: (event.at, event.created_at))

    def add_plan_events(self, *events: PlanEvent) -> None:
        """Save decisions of the plan, all of them or none."""
        self._folder.change([self._plan.put(layout.PLAN, event) for event in events])

    def settings(self) -> Settings:
        """The patient's choices; the defaults until something was saved."""
        return self._settings.one(layout.SETTINGS, ONLY) or Settings()

    def save_settings(self, settings: Settings) -> None:
        """Save the patient's choices."""
        self._folder.change([self._settings.put(layout.SETTINGS, settings)])

    def patient(self) -> dict[str, object]:
        """What the patient said about themselves (plain values by name); empty until then."""
        return plain_patient(self._patient.read() or {})

    def save_patient(self, patient: Document) -> None:
        """Save what the patient said about themselves."""
        self._folder.change([self._patient.change(plain_patient(patient))])

    def progress(self) -> dict[str, object] | None:
        """How far the guided session under way has come (plain values), None when none is under way."""
        return self._progress.read()

    def save_progress(self, progress: Document) -> None:
        """Save how far the guided session under way has come."""
        self._folder.change([self._progress.change(progress)])

    def calendar(self) -> dict[str, object]:
        """What calendar files made from this folder hold (plain values); empty until there was one."""
        return self._calendar.read() or {}

    def save_calendar(self, handed_out: Document) -> None:
        """Save what calendar files made from this folder hold."""
        self._folder.change([self._calendar.change(handed_out)])

    def clear_progress(self) -> None:
        """Forget the guided session under way."""
        self._folder.change([self._progress.change(None)])

    def records(self, first_day: date, last_day: date) -> Records:
        """What the rules look at: entries and sessions of these diary days, all needlings, plan, settings."""
        return Records(
            entries=tuple(self.entries_between(first_day, last_day)),
            sessions=tuple(self.sessions_between(first_day, last_day)),
            needlings=tuple(self.needlings()),
            plan=tuple(self.plan_events()),
            settings=self.settings(),
        )

    def apply(
        self,
        records: Sequence[Record],
        *,
        patient: Document | None = None,
        gaps: Iterable[Recovery] = (),
        replacing: bool = False,
    ) -> None:
        """Save many records, new or in the place of those with their ids: all of them or none.

        `gaps` are what the backup they come from says is missing from it.

        With `replacing`, every other record is removed in the same step, the session under way too.
        """
        entries = self._entries.moves(record for record in records if isinstance(record, DiaryEntry))
        sessions = self._sessions.moves(record for record in records if isinstance(record, Session))
        others = [self._single(record) for record in records if not isinstance(record, DiaryEntry | Session)]
        about = [] if patient is None else [self._patient.change(patient)]
        if replacing and (handed_out := self._calendar.read()):
            about.append(self._calendar.change(handed_out))  # events handed out must still be taken back
        known = set() if replacing else set(self.gaps)
        missing = self._recovery_changes([gap for gap in gaps if gap not in known], confirmed=False)
        self._folder.change(chain(entries, sessions, others, about, missing), emptying=replacing)

    def erase_everything(self) -> None:
        """Remove every record, every earlier generation and every damaged file that was kept."""
        self._folder.erase()

    def revision(self) -> Fingerprint:
        """A fingerprint that changes when any window or command has saved; cheap enough to ask often."""
        return fingerprint_of(self._folder.path)

    def is_empty(self) -> bool:
        """Whether there is no entry, session, needling session or decision of a plan."""
        if self.needlings() or self.plan_events():
            return False
        return self._entries.is_empty() and self._sessions.is_empty()

    def _recovery_changes(self, found: Iterable[Recovery], *, confirmed: bool) -> Iterator[Change]:
        for recovery in found:
            for key, row in self._folder.recoveries.row(recovery, confirmed=confirmed).items():
                yield Change(file=layout.RECOVERIES, table=layout.RECOVERIES_TABLE, id=key, document=row)

    def _single(self, record: Record) -> Change:
        if isinstance(record, Settings):
            return self._settings.put(layout.SETTINGS, record)
        if isinstance(record, Needling):
            return self._needlings.put(layout.NEEDLINGS, record)
        return self._plan.put(layout.PLAN, record)
