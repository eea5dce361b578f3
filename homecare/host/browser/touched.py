"""Which files below a folder were written, renamed or removed since one last asked.

Python announces every such call to its audit hooks, so nothing needs to be searched: the answer takes as long
after ten years of diary as after a month.
"""

import os
import sys
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR


class Touched:
    """Notes paths from the moment it is made, for as long as Python runs: a hook cannot be taken away."""

    def __init__(self, folder: Path) -> None:
        self._start = f"{folder}/"
        self._names: set[str] = set()
        sys.addaudithook(self._hear)

    def take(self) -> set[str]:
        """The names inside the folder since the last call, which are now forgotten."""
        taken, self._names = self._names, set()
        return taken

    def note(self, *names: str) -> None:
        """Count these as touched."""
        self._names.update(names)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            if args[2] & _WRITING:
                self._touch(args[0])
        elif event == "os.remove":
            self._touch(args[0])
        elif event in ("os.rename", "os.link"):
            self._touch(args[0])
            self._touch(args[1])

    def _touch(self, path: object) -> None:
        if isinstance(path, str | os.PathLike):
            name = os.fspath(path)
            if isinstance(name, str) and name.startswith(self._start):
                self._names.add(name[len(self._start) :])
