"""What was found damaged, missing or copied in a data folder, until the patient has confirmed it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from homecare.domain.records.recovery import Outcome, Recovery, recovery_document, recovery_of
from homecare.storage import generations, layout
from homecare.storage.envelope import Document

CONFIRMED = "confirmed"
_HEAD = b'{"homecare": {"schema"'


@dataclass(slots=True)
class Recoveries:
    """The recoveries that are written down, with those that this process sees for itself.

    A damaged file is written down when it is set aside, since nothing else tells of it afterwards. What is
    still there to be seen (a missing file, a copy, an unreadable record) is written down once confirmed.
    """

    rows: Callable[[], Mapping[str, Document]]
    seen: list[Recovery] = field(default_factory=list)

    def all(self) -> list[Recovery]:
        """Every recovery, confirmed or not, each once."""
        kept = [_recovery(row) for row in self.rows().values()]
        return list(dict.fromkeys([*kept, *self.seen]))

    def unread(self) -> list[Recovery]:
        """Those that nobody has confirmed."""
        rows = self.rows()
        return [recovery for recovery in self.all() if not rows.get(key_of(recovery), {}).get(CONFIRMED)]

    def row(self, recovery: Recovery, *, confirmed: bool = False) -> dict[str, Document]:
        """The row that writes a recovery down, by its key; one confirmed before is told again."""
        said = recovery_document(recovery)
        return {key_of(recovery): {**said, CONFIRMED: True} if confirmed else said}


def key_of(recovery: Recovery) -> str:
    """What tells two recoveries apart: the same damage found twice is told once."""
    parts = (recovery.file, recovery.outcome, recovery.kept_as, recovery.record)
    return sha256("\0".join(parts).encode()).hexdigest()[:32]


def lost(folder: Path, names: Iterable[str]) -> Iterator[Recovery]:
    """Of the files that there should be, those of which no generation is left."""
    for name in sorted(names):
        path = folder / name
        left = (path, generations.previous_of(path), generations.earlier_of(path))
        if not any(generation.exists() for generation in left):
            yield Recovery(file=name, outcome=Outcome.GONE)


def copies_beside(folder: Path) -> Iterator[Recovery]:
    """Files under other names that hold what homecare writes: a sync program left them, or a person.

    "2026-03 (1).json", "2026-03 (conflicted copy).json", "2026-03.sync-conflict-20260312-101010.json"
    """
    for place, inside in ((folder, ""), (folder / layout.DIARY, f"{layout.DIARY}/")):
        if not place.is_dir():
            continue
        for path in sorted(place.glob("*.json")):
            name = f"{inside}{path.name}"
            ours = layout.is_ours(name) or name in (layout.VERSION, layout.FILES, "commit.json")
            if not ours and path.is_file() and _begins_as_ours(path):
                yield Recovery(file=name, outcome=Outcome.COPY)


def as_here(folder: Path, recovery: Recovery) -> Recovery:
    """The recovery without the kept file when that is on another device: a backup brought it here."""
    here = not recovery.kept_as or (folder / recovery.kept_as).exists()
    return recovery if here else replace(recovery, kept_as="")


def _begins_as_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_HEAD)) == _HEAD
    except OSError:  # no business of ours, and no reason not to open the diary
        return False


def _recovery(row: Document) -> Recovery:
    return recovery_of({name: value for name, value in row.items() if name != CONFIRMED})
