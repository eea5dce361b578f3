"""Whether anyone has saved since the last look."""

import os
from pathlib import Path

from homecare.storage import layout

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
