"""Which Python files the browser gets: our package, and the installed packages it imports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from homecare.host.host import HostError

NEVER = re.compile(
    r"(^|/)(__pycache__|tests?|testing|[^/]*\.(dist|egg)-info)/|\.(pyc|pyi|so|pyd|dll|c|h|pyx|typed)$|^\.\."
)
"""Paths that are of no use in a browser: caches, tests, type stubs and compiled modules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """An installed distribution and the parts of it that are left out (path prefixes within it)."""

    name: str
    left_out: tuple[str, ...] = ()


def module_files(package: Path, left_out: tuple[str, ...], shipped: tuple[Shipped, ...]) -> dict[str, bytes]:
    """Path on Python's search path to content, of our `package` and of every distribution.

    Raises HostError for a distribution that is not installed.
    """
    files = dict(_own(package, left_out))
    for one in shipped:
        files |= dict(_of_distribution(one))
    return files


def licences(shipped: tuple[Shipped, ...]) -> bytes:
    """The licence files of the distributions in one text, as their licences ask."""
    texts = []
    for one in shipped:
        found = _distribution(one.name)
        for file in found.files or ():
            if re.search(r"-info/.*(licen[cs]e|copying|notice|authors)", str(file), re.IGNORECASE):
                text = Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
                texts.append(f"{found.name} {found.version}\n\n{text.strip()}\n")
    return ("\n" + "-" * 80 + "\n\n").join(texts).encode("utf-8")


def _own(package: Path, left_out: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package).as_posix()
        if path.is_file() and not NEVER.search(name) and not name.startswith(left_out):
            yield f"{package.name}/{name}", path.read_bytes()


def _of_distribution(one: Shipped) -> Iterator[tuple[str, bytes]]:
    for file in _distribution(one.name).files or ():
        name = file.as_posix()
        if not NEVER.search(name) and not name.startswith(one.left_out or ("\0",)):
            yield name, Path(str(file.locate())).read_bytes()


def _distribution(name: str) -> metadata.Distribution:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise HostError(f"the package {name} is missing; install homecare again.") from None
