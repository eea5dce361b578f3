"""Files of the data folder as values: the records of one kind, or the one plain document of a file."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from homecare.documents import Record, document_of, record_of
from homecare.domain.records.recovery import Outcome, Recovery
from homecare.sentences import N_
from homecare.storage.envelope import Document
from homecare.storage.errors import NoSuchRecordError
from homecare.storage.folder import ONLY, Change, DataFolder
from homecare.storage.migrations import within_years

R = TypeVar("R")


@dataclass(slots=True)
class TypedTable(Generic[R]):
    """The records of one kind; a record that cannot be read is reported once and left in its file."""

    folder: DataFolder
    table: str
    kind: type[R]
    _known: dict[tuple[str, str], tuple[Document, R | None]] = field(default_factory=dict)

    def values(self, file: str) -> list[R]:
        """Every record of a file."""
        documents = self.folder.documents(file, self.table)
        return [record for key in documents if (record := self._value(file, key, documents[key])) is not None]

    def one(self, file: str, id_: str) -> R | None:
        """The record with this id, None when the file has none."""
        document = self.folder.documents(file, self.table).get(id_)
        return None if document is None else self._value(file, id_, document)

    def holds(self, file: str, id_: str) -> bool:
        """Whether the file has a record with this id, readable or not."""
        return id_ in self.folder.documents(file, self.table)

    def put(self, file: str, record: Record) -> Change:
        """The change that stores `record` in `file`, under its id if it has one."""
        document = document_of(record)
        return Change(file=file, table=self.table, id=str(document.get("id", ONLY)), document=document)

    def removal(self, file: str, id_: str) -> Change:
        """The change that removes a record from `file`."""
        return Change(file=file, table=self.table, id=id_)

    def where(self, id_: str, files: Iterable[str]) -> str:
        """The first of `files` that has the record. Raises NoSuchRecordError when none has."""
        for file in files:
            if self.holds(file, id_):
                return file
        raise NoSuchRecordError(N_("This record is not in the diary any more."), self.folder.path)

    def _value(self, file: str, key: str, document: Document) -> R | None:
        known = self._known.get((file, key))
        if known is not None and known[0] is document:
            return known[1]
        value = self._read(document)
        if value is None:
            self.folder.recoveries.seen.append(
                Recovery(file=file, outcome=Outcome.UNREADABLE_RECORD, record=key)
            )
        self._known[file, key] = (document, value)
        return value

    def _read(self, document: Document) -> R | None:
        with suppress(ValueError):
            return record_of(self.kind, document)
        with suppress(ValueError, LookupError, OverflowError):
            return record_of(self.kind, within_years(document, self.table))
        return None


@dataclass(frozen=True, slots=True)
class SingleDocument:
    """The document of one file; its table has the file's name."""

    folder: DataFolder
    file: str

    def read(self) -> dict[str, object] | None:
        """The document as on disk now, None when there is none."""
        found = self.folder.documents(self.file, self._table).get(ONLY)
        return None if found is None else dict(found)

    def change(self, document: Document | None) -> Change:
        """The change that saves `document`; None removes the one there is."""
        return Change(file=self.file, table=self._table, id=ONLY, document=document)

    @property
    def _table(self) -> str:
        return self.file.removesuffix(".json")
