"""A TinyDB storage in one small, checked file: a cut save leaves the old file whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tinydb.storages import Storage

from homecare.domain.records.recovery import Outcome, Recovery
from homecare.sentences import N_
from homecare.storage import generations
from homecare.storage.envelope import Content, DamagedError, Document, Encoder, Tables, claimed_schema, decode
from homecare.storage.errors import LaterVersionError
from homecare.storage.lock import Lock, no_lock
from homecare.storage.migrations import CURRENT, Schema


@dataclass(slots=True)
class _Seen:
    """What was last read or written, known again by the file's first line."""

    first_line: bytes
    content: Content


class JsonFile(Storage):
    """The tables of one file, saved by draft, fsync and replace, with the generation before kept.

    Reading checks the file; a damaged one is replaced by its previous generation, or set aside when that
    is no good either, and `tell` is called. What was read stays in memory until the first line of the
    file (generation and checksum) changes, so another process's save is seen by the next read. Records
    are read-only: replace them, do not change them in place.

    The lock must be held from the read to the write of a change; `lock` is entered for a recovery.
    Raises LaterVersionError for a file of a later schema version, and OSError as the system does.
    """

    def __init__(
        self,
        path: Path,
        *,
        name: str = "",
        lock: Lock = no_lock,
        schema: Schema = CURRENT,
        tell: Callable[[Recovery], None] = lambda recovery: None,
    ) -> None:
        self.path = path
        self.name = name or path.name
        self._lock = lock
        self._schema = schema
        self._tell = tell
        self._encoder = Encoder()
        self._seen = _Seen(b"", Content(schema=schema.version))
        self._held = False
        self._pending: Content | None = None
        self._staged = b""

    def read(self) -> Tables | None:
        """The tables on disk, or as the changes held back leave them; None when there are none."""
        content = self._pending or self.content()
        return dict(content.tables) or None

    def write(self, data: Mapping[str, Mapping[str, Document]]) -> None:
        """Save the tables as the next generation, on disk when this returns unless changes are held back."""
        self._pending = Content(
            schema=self._schema.version,
            generation=(self._pending or self._seen.content).generation + (0 if self._pending else 1),
            tables=self._encoder.adopt(data),
        )
        if not self._held:
            try:
                self.stage()
                generations.promote([self.path])
                self.settle()
            finally:
                self.forget()

    def hold(self) -> None:
        """Keep the coming writes in memory until they are staged and settled, or forgotten."""
        self._held = True

    def stage(self) -> bool:
        """Write the held-back changes beside the file; False if there were none."""
        if self._pending is None:
            return False
        self._staged = self._encoder.encode(self._pending)
        generations.recycle(self.path)
        generations.write_draft(self.path, self._staged)
        return True

    def settle(self) -> None:
        """Note that what was staged is now in place, and so is what is on disk."""
        if self._pending is not None:
            self._seen = _Seen(self._staged[: self._staged.index(b"\n") + 1], self._pending)
        self.forget()

    def forget(self) -> None:
        """Drop the held-back changes."""
        self._held, self._pending, self._staged = False, None, b""

    def content(self) -> Content:
        """What is on disk, read again only when it has changed."""
        try:
            return self._read_changed()
        except DamagedError:
            with self._lock():
                try:
                    return self._read_changed()  # another process may have recovered it by now
                except DamagedError:
                    return self._recover()

    def _read_changed(self) -> Content:
        try:
            with self.path.open("rb") as file:
                first_line = file.readline()
                if first_line == self._seen.first_line and first_line:
                    return self._seen.content
                text = first_line + file.read()
        except FileNotFoundError:
            if any(path.exists() for path in self._older()):
                raise DamagedError("The file is gone.") from None
            self._seen = _Seen(b"", Content(schema=self._schema.version))
            return self._seen.content
        self._seen = _Seen(first_line, self._current(decode(text)))
        return self._seen.content

    def _current(self, content: Content) -> Content:
        self._refuse_later(content.schema)
        tables = self._schema.migrated(content.tables, content.schema)
        return replace(content, tables=self._encoder.adopt(tables))

    def _refuse_later(self, schema: int) -> None:
        """Refuse a later schema even if the checksum fails: a later version may compute it otherwise."""
        if schema > self._schema.version:
            raise LaterVersionError(
                N_("{path} was written by a later version of homecare; please install that version."),
                self.path,
            )

    def _first_line(self) -> bytes:
        try:
            with self.path.open("rb") as file:
                return file.readline()
        except FileNotFoundError:
            return b""

    def _older(self) -> tuple[Path, Path]:
        return generations.previous_of(self.path), generations.earlier_of(self.path)

    def _recover(self) -> Content:
        """Go back to the latest good generation, or start empty; the damaged file is kept either way."""
        good = next((whole for path in self._older() if (whole := self._good(path))), None)
        if good is None:
            self._refuse_later(claimed_schema(self._first_line()))
        kept = generations.set_aside(self.path, named=self.path)
        if good is None:
            for path in self._older():
                kept = generations.set_aside(path, named=self.path) or kept
        content = Content(
            schema=self._schema.version,
            generation=good.generation + 2 if good else 1,
            tables=good.tables if good else {},
        )
        folder = self.name.removesuffix(self.path.name)
        recovery = Recovery(
            file=self.name,
            outcome=Outcome.PREVIOUS_GENERATION if good else Outcome.SET_ASIDE,
            kept_as=f"{folder}{kept.name}" if kept else "",
            records=content.records,
        )
        text = self._encoder.encode(content)
        generations.write_draft(self.path, text)
        # Told before the file looks whole again: a process that ends in between finds the damage once more.
        self._tell(recovery)
        generations.restore(self.path)
        self._seen = _Seen(text[: text.index(b"\n") + 1], content)
        return content

    def _good(self, path: Path) -> Content | None:
        try:
            return self._current(decode(path.read_bytes()))
        except (DamagedError, FileNotFoundError):
            return None
