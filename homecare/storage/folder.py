"""The data folder: its files and tables, who may write, and changes that happen as one."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from homecare.domain.records.recovery import Recovery
from homecare.sentences import N_
from homecare.storage import commit, generations, layout
from homecare.storage.envelope import Document, is_whole
from homecare.storage.errors import UnwritableError, in_plain_words
from homecare.storage.json_file import JsonFile
from homecare.storage.lock import Lock, file_lock
from homecare.storage.migrations import CURRENT, Schema
from homecare.storage.recoveries import Recoveries, copies_beside, lost


class RecordTable(Table):
    """Records of one kind, by id; several of them change in one write."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB numbers documents; ours bring their id

    def change(self, documents: Mapping[str, Document | None]) -> None:
        """Put each document in the place of the one with its id; None removes it."""

        def updater(table: dict[Any, Mapping[str, object]]) -> None:
            for key, document in documents.items():
                if document is None:
                    table.pop(key, None)
                else:
                    table[key] = document

        self._update_table(updater)

    def documents(self) -> dict[str, Document]:
        """Every document of the table by its id, read-only, as on disk now."""
        return dict(self._read_table())


ONLY = "only"
"""The id under which the only record of its kind is stored, such as the settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One record put into a table of a file (in the place of the one with its id), or removed from it.

    `file` is a path inside the folder, such as "diary/2026-11.json"; `document` is None to remove.
    """

    file: str
    table: str
    id: str
    document: Document | None = None


class DataFolder:
    """A folder of small TinyDB files with one lock; `recoveries` says what was found damaged or missing.

    Opening makes the folder, for its owner only, and refuses one of a later version before touching it.
    """

    def __init__(self, path: Path, *, lock: Lock | None = None, schema: Schema = CURRENT) -> None:
        self.path = path
        self.recoveries = Recoveries(self._rows)
        self._marker = path / commit.MARKER
        self._lock = lock or file_lock(path)
        self._schema = schema
        self._files: dict[str, tuple[JsonFile, TinyDB]] = {}
        with in_plain_words(path):
            if path.exists() and not path.is_dir():
                raise UnwritableError(
                    N_("{path} is a file, so it cannot hold the diary; choose a folder."), path
                )
            self._refuse_foreign_files()
            self._file(layout.VERSION)[0].content()
            self._make(path)
        self._finish_commit()
        with in_plain_words(path):
            self.recoveries.seen = [*lost(path, self._known_files()), *copies_beside(path)]

    def documents(self, file: str, table: str) -> dict[str, Document]:
        """The records of one table by id, read-only, as on disk now; empty where there is no such file."""
        self._finish_commit()
        with in_plain_words(self.path):
            return self._table(file, table).documents()

    def months(self) -> list[str]:
        """The diary files there are, oldest month first."""
        return [name for name in self._data_files() if name.startswith(layout.DIARY)]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock, so that nobody else changes the folder; system errors become StorageErrors."""
        with in_plain_words(self.path), self._lock():
            yield

    def change(self, changes: Iterable[Change], *, emptying: bool = False) -> None:
        """Make all the changes or none, on disk when this returns; `emptying` removes all other records.

        `changes` is iterated under the lock, so a generator may look at what is stored.
        """
        grouped: dict[str, dict[str, dict[str, Document | None]]] = {}
        with self.locked():
            self._finish_commit()
            if emptying:
                grouped = {name: {} for name in self._data_files()}
            for change in changes:
                grouped.setdefault(change.file, {}).setdefault(change.table, {})[change.id] = change.document
            self._write_version()
            for recovery in lost(self.path, self._known_files() & grouped.keys()):
                self._keep(recovery)  # once the file is there again, nothing else says that it was gone
            files = [self._file(name)[0] for name in grouped]
            try:
                staged = self._stage(grouped, emptying=emptying)
                if staged:
                    commit.commit(self.path, drafts=staged)
                for file in files:
                    file.settle()
                self._list_files(grouped)
            finally:
                for file in files:
                    file.forget()

    def erase(self) -> None:
        """Remove every record, every previous generation and every damaged file set aside."""
        with self.locked():
            self._finish_commit()
            names = [*self._data_files(), layout.FILES, layout.VERSION]
            for name in names:  # first what frees room: the marker needs some, on a full disk too
                generations.wipe_older(self.path / name)
            commit.commit(self.path, wiped=names)
            self.recoveries.seen.clear()

    def _stage(
        self, grouped: dict[str, dict[str, dict[str, Document | None]]], *, emptying: bool
    ) -> list[str]:
        """Write the drafts of changed files, and name them; on any error no draft is left."""
        staged = []
        try:
            for name, tables in grouped.items():
                file, database = self._file(name)
                file.hold()
                if emptying:
                    database.drop_tables()
                for table, documents in tables.items():
                    self._table(name, table).change(documents)
                if self._stage_file(file):
                    staged.append(name)
        except BaseException:
            for name in grouped:
                generations.draft_of(self.path / name).unlink(missing_ok=True)
            raise
        return staged

    def _stage_file(self, file: JsonFile) -> bool:
        try:
            return file.stage()
        except FileNotFoundError:  # the first file of its folder
            self._make(file.path.parent)
            return file.stage()

    def _make(self, folder: Path) -> None:
        """Make a folder that only its owner can read, and flush its name to disk, unless it exists."""
        if not folder.is_dir():
            folder.mkdir(mode=generations.OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
            generations.fsync_folder(folder.parent)

    def _write_version(self) -> None:
        """Say which version wrote the folder; raises LaterVersionError when a later one has by now."""
        file, _ = self._file(layout.VERSION)
        content = file.content()
        if not content.generation or content.schema < self._schema.version:
            file.write(content.tables)

    def _known_files(self) -> set[str]:
        """The files that hold records, as they are listed; none in a folder that only 0.1.0 has saved in."""
        return set(self._table(layout.FILES, layout.FILES_TABLE).documents())

    def _list_files(self, changed: Iterable[str]) -> None:
        """List files that are new, once they are there, so that one that is taken away later is missed.

        A process killed before it, or a full disk, leaves a file unlisted: the next change lists it.
        """
        known = self._known_files()
        if not known.issuperset(changed):  # else nothing is new, and no save pays for looking
            there = set(self._data_files())  # of some only a draft, which a killed process left
            names = sorted(known | there - {missing.file for missing in lost(self.path, there)})
            with suppress(OSError):
                self._file(layout.FILES)[0].write({layout.FILES_TABLE: {name: {} for name in names}})

    def _rows(self) -> dict[str, Document]:
        return self.documents(layout.RECOVERIES, layout.RECOVERIES_TABLE)

    def _keep(self, recovery: Recovery) -> None:
        """Write a recovery down now: it is told until somebody has read it, whoever opens the folder."""
        file = self._file(layout.RECOVERIES)[0]
        tables = file.read() or {}
        rows = dict(tables.get(layout.RECOVERIES_TABLE, {}))
        file.write({**tables, layout.RECOVERIES_TABLE: {**rows, **self.recoveries.row(recovery)}})

    def _finish_commit(self) -> None:
        if self._marker.exists():
            with self.locked():
                commit.finish(self.path)

    def _refuse_foreign_files(self) -> None:
        """Raise UnwritableError for a folder where another program keeps files with the names of ours."""
        if (self.path / layout.VERSION).exists() or not self.path.is_dir():
            return
        for name in self._data_files():
            path = self.path / name
            if (
                path.exists()
                and not generations.previous_of(path).exists()
                and not is_whole(path.read_bytes())
            ):
                raise UnwritableError(
                    N_("{path} belongs to something else; choose a folder for homecare alone."), path
                )

    def _data_files(self) -> list[str]:
        """The names of all files that hold records, in whatever generation they are left."""
        found = set()
        for folder in (self.path, self.path / layout.DIARY):
            if folder.is_dir():
                for path in folder.iterdir():
                    inside = "" if folder == self.path else f"{layout.DIARY}/"
                    found.add(f"{inside}{path.name.partition('.json')[0]}.json")
        return sorted(name for name in found if layout.is_ours(name))

    def _table(self, file: str, table: str) -> RecordTable:
        database = self._file(file)[1]
        found = database.table(table)
        assert isinstance(found, RecordTable)  # noqa: S101 - narrows what TinyDB's types leave open
        return found

    def _file(self, name: str) -> tuple[JsonFile, TinyDB]:
        if name not in self._files:
            tell = {layout.RECOVERIES: self.recoveries.seen.append, layout.FILES: _say_nothing}.get(
                name, self._keep
            )
            file = JsonFile(self.path / name, name=name, lock=self._lock, schema=self._schema, tell=tell)
            database = TinyDB(storage=lambda: file)
            database.table_class = RecordTable
            self._files[name] = (file, database)
        return self._files[name]


def _say_nothing(recovery: Recovery) -> None:
    """A damaged list of files loses no record: the next save writes it anew."""


Fingerprint = tuple[tuple[str, int, int, int], ...]
"""Name, file number, time and size of every file."""


def fingerprint_of(folder: Path) -> Fingerprint:
    """A fingerprint of a data folder that changes when any process has saved; no file is opened.

    It does not rest on the clock alone: each of three generations in a row is a file of its own.
    """
    found = []
    for place in (folder, folder / layout.DIARY):
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.name.endswith(".json"):
                        stat = entry.stat()
                        found.append((entry.name, stat.st_ino, stat.st_mtime_ns, stat.st_size))
        except FileNotFoundError:
            continue
    return tuple(sorted(found))
