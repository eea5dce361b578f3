"""Which Python files the browser gets: our package, and the installed packages it imports."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from homecare.host.host import HostError
from homecare.host.static_site.imported import reachable

NEVER = re.compile(
    r"(^|/)(__pycache__|tests?|testing|[^/]*\.(dist|egg)-info)/|\.(pyc|pyi|so|pyd|dll|c|h|pyx|typed)$|^\.\."
)
"""Paths that are of no use in a browser: caches, tests, type stubs and compiled modules."""

TERMS = ("License-Expression", "License")
LICENCE = re.compile(r"-info/.*(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """An installed distribution that the app imports in a browser.

    `left_out` are path prefixes within it; `later` says that it is only fetched when it is first imported.
    """

    name: str
    left_out: tuple[str, ...] = ()
    later: bool = False


def package_files(package: Path, left_out: tuple[str, ...], wanted: tuple[str, ...]) -> dict[str, bytes]:
    """Path on Python's search path to content: the modules `wanted`, what they import, and what is no module.

    `package` is a source or installed folder; `left_out` are path prefixes within it. A wanted name that ends
    in a slash is a folder of it, for modules that are imported by name while the app runs.
    """
    names = ((path, path.relative_to(package).as_posix()) for path in sorted(package.rglob("*")))
    files = {
        f"{package.name}/{name}": path.read_bytes()
        for path, name in names
        if path.is_file() and not NEVER.search(name) and not name.startswith(left_out)
    }
    modules = {path: content for path, content in files.items() if path.endswith(".py")}
    named = [path for path in modules if path.startswith(tuple(f"{package.name}/{name}" for name in wanted))]
    imported = reachable(modules, (modules[path] for path in named), always=None).keys() | named
    return {path: content for path, content in files.items() if path in imported or path not in modules}


def distribution_files(shipped: Iterable[Shipped]) -> dict[str, bytes]:
    """Path on Python's search path to content, of the distributions; HostError if one is not installed."""
    return {
        file.as_posix(): Path(str(file.locate())).read_bytes()
        for one in shipped
        for file in _distribution(one.name).files or ()
        if not NEVER.search(file.as_posix()) and not file.as_posix().startswith(one.left_out or ("\0",))
    }


INTERPRETER = """Pyodide and CPython

Pyodide: Mozilla Public License 2.0, source at github.com/pyodide/pyodide. CPython: Python Software Foundation
License 2, source at github.com/python/cpython.
"""


def licences(shipped: Iterable[Shipped]) -> bytes:
    """The licence files of the distributions and a word on the interpreter's, in one text."""
    texts = [INTERPRETER]
    for one in shipped:
        found = _distribution(one.name)
        files = [file for file in found.files or () if LICENCE.search(file.as_posix())]
        texts_of_it = [
            Path(str(file.locate())).read_text(encoding="utf-8", errors="replace") for file in files
        ]
        terms = [found.metadata[key] for key in TERMS if key in found.metadata]
        whole = "\n\n".join(text.strip() for text in texts_of_it) or " ".join(terms)
        texts.append(f"{found.name} {found.version}\n\n{whole}\n")
    return ("\n" + "-" * 80 + "\n\n").join(texts).encode("utf-8")


def _distribution(name: str) -> metadata.Distribution:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise HostError(f"the package {name} is missing; install homecare again.") from None
