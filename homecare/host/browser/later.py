"""Packages that only exports and codes need, fetched when the first of them is imported."""

import sys
from collections.abc import Callable, Iterable
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path

ARCHIVE = Path("/later.zip")


class Later:
    """An import hook for the packages called `names`: it first gets their archive with `fetch`."""

    def __init__(self, names: Iterable[str], fetch: Callable[[], bytes]) -> None:
        self._names = frozenset(names)
        self._fetch = fetch

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Called by Python's import after every other finder has found nothing."""
        if name not in self._names or str(ARCHIVE) in sys.path:
            return None
        ARCHIVE.write_bytes(self._fetch())
        sys.path.append(str(ARCHIVE))
        return PathFinder.find_spec(name, None)


def import_later(names: str) -> None:
    """Make `names` (separated by spaces) importable from now on; the worker calls this once."""
    import page_bridge  # noqa: PLC0415  exists in the browser alone

    sys.meta_path.append(Later(names.split(), lambda: page_bridge.fetched("later.zip").to_bytes()))
