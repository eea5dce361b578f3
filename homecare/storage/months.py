"""Records kept by the month of their diary day, one small file per month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

from homecare.documents import Record
from homecare.sentences import N_
from homecare.storage.errors import AlreadyStoredError
from homecare.storage.folder import Change
from homecare.storage.layout import month_file, months_between
from homecare.storage.typed_table import TypedTable


class Dated(Protocol):
    """A record with an id, a diary day and a time of its last edit."""

    @property
    def id(self) -> str:
        """The id, unique among all records."""
        ...

    @property
    def day(self) -> date:
        """The diary day it belongs to."""
        ...

    @property
    def at(self) -> datetime:
        """The instant it is about."""
        ...

    @property
    def edited_at(self) -> datetime:
        """When it was last edited."""
        ...


D = TypeVar("D", bound=Dated)


@dataclass(slots=True)
class MonthlyRecords(Generic[D]):
    """The records of one kind in the month files; a look-up by id starts where the record is likely to be."""

    records: TypedTable[D]

    def addition(self, record: D) -> Iterator[Change]:
        """The change that stores a new record. Raises AlreadyStoredError when its month has its id."""
        if self.records.holds(month_file(record.day), record.id):
            raise AlreadyStoredError(N_("This record is stored already."), self.records.folder.path)
        yield self._put(record)

    def replacement(self, record: D) -> Iterator[Change]:
        """The changes that store a record in the place of the one with its id. Raises NoSuchRecordError."""
        old = self.records.where(record.id, self._likely(record.day))
        yield self._put(record)
        if old != month_file(record.day):
            yield self.records.removal(old, record.id)

    def places(self) -> dict[str, list[str]]:
        """The files that have each record, by its id."""
        found: dict[str, list[str]] = {}
        for file in self.records.folder.months():
            for id_ in self.records.folder.documents(file, self.records.table):
                found.setdefault(id_, []).append(file)
        return found

    def moves(self, records: Iterable[D]) -> Iterator[Change]:
        """The changes that store records and remove those with their ids from other months."""
        places = self.places()
        for record in records:
            put = self._put(record)
            yield put
            others = (file for file in places.get(record.id, ()) if file != put.file)
            yield from (self.records.removal(file, record.id) for file in others)

    def remove(self, id_: str, day: date | None = None) -> D | None:
        """Remove a record and return it (None when it was unreadable). Raises NoSuchRecordError."""
        with self.records.folder.locked():
            file = self.records.where(id_, self._likely(day))
            removed = self.records.one(file, id_)
            self.records.folder.change([self.records.removal(file, id_)])
        return removed

    def removal(self, record: D) -> Iterator[Change]:
        """The change that removes a record. Raises NoSuchRecordError."""
        yield self.records.removal(self.records.where(record.id, self._likely(record.day)), record.id)

    def one(self, id_: str, day: date | None = None) -> D | None:
        """The record with this id, None when there is none (or it cannot be read)."""
        for file in self._likely(day):
            if self.records.holds(file, id_):
                return self.records.one(file, id_)
        return None

    def between(self, first: date, last: date) -> list[D]:
        """The records of these diary days, both included, oldest first."""
        low, high = months_between(first, last)
        files = [file for file in self.records.folder.months() if low <= file <= high]
        return [edit for edit in self._newest_edits(files) if first <= edit.day <= last]

    def all(self) -> list[D]:
        """Every record, oldest first."""
        return self._newest_edits(self.records.folder.months())

    def is_empty(self) -> bool:
        """Whether there is no record at all."""
        months = reversed(self.records.folder.months())
        return not any(self.records.folder.documents(file, self.records.table) for file in months)

    def _newest_edits(self, files: list[str]) -> list[D]:
        """The records of the files. After a recovery two months may hold one id: the newest edit counts."""
        found: dict[str, D] = {}
        for file in files:
            for record in self.records.values(file):
                if record.id not in found or record.edited_at >= found[record.id].edited_at:
                    found[record.id] = record
        return sorted(found.values(), key=lambda record: (record.at, record.id))

    def _likely(self, day: date | None) -> Iterator[str]:
        """The month files, the month of `day` first, then the newest."""
        hint = month_file(day) if day else None
        if hint:
            yield hint
        for file in reversed(self.records.folder.months()):
            if file != hint:
                yield file

    def _put(self, record: D) -> Change:
        assert isinstance(record, Record)  # noqa: S101 - every dated record is one
        return self.records.put(month_file(record.day), record)
