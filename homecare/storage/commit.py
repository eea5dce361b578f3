"""Changes to several files that happen all together or not at all.

First every draft is written, then one small marker file that names them. From that instant the change counts
as made. Then the drafts take their places and the marker goes. Whoever finds a marker finishes the work.
"""

from contextlib import suppress
from pathlib import Path

from homecare.storage import generations
from homecare.storage.envelope import Content, DamagedError, Document, Encoder, decode
from homecare.storage.migrations import CURRENT

MARKER = "commit.json"


def commit(folder: Path, *, drafts: list[str] | None = None, wiped: list[str] | None = None) -> None:
    """Put the written `drafts` of these files in place and wipe others; all of it is on disk on return.

    Files are named by their path inside `folder`. On an OSError nothing stored has changed.
    """
    drafts, wiped = drafts or [], wiped or []
    paths = [folder / name for name in drafts]
    if len(paths) == 1 and not wiped:
        generations.promote(paths)
        return
    marker = folder / MARKER
    try:
        tables: dict[str, dict[str, Document]] = {
            "drafts": {name: {} for name in drafts},
            "wiped": {name: {} for name in wiped},
        }
        content = Content(schema=CURRENT.version, tables=Encoder().adopt(tables))
        generations.write_draft(marker, Encoder().encode(content))
        generations.promote([marker])
    except OSError:
        for path in paths:
            generations.draft_of(path).unlink(missing_ok=True)
        raise
    try:
        generations.promote(paths)
    except OSError:
        _remove(marker)
        raise
    _wipe(folder, wiped)
    with suppress(OSError):  # the change is made; the next process removes the marker
        _remove(marker)


def finish(folder: Path) -> None:
    """Finish a change to several files that was cut short after its marker was written, if any.

    The lock must be held. A marker that cannot be read is kept aside, and its drafts are not used.
    """
    marker = folder / MARKER
    try:
        tables = decode(marker.read_bytes()).tables
    except FileNotFoundError:
        return
    except DamagedError:
        generations.set_aside(marker, named=marker)
        _remove(marker)
        return
    waiting = [folder / name for name in tables["drafts"]]
    generations.promote([path for path in waiting if generations.draft_of(path).exists()], decided=True)
    _wipe(folder, list(tables["wiped"]))
    _remove(marker)


def _wipe(folder: Path, names: list[str]) -> None:
    paths = [folder / name for name in names]
    for path in paths:
        generations.wipe(path)
    for parent in {path.parent for path in paths}:
        generations.fsync_folder(parent)


def _remove(marker: Path) -> None:
    """Remove the marker for good. If it came back, its old change would overwrite later ones."""
    marker.unlink(missing_ok=True)
    generations.fsync_folder(marker.parent)
