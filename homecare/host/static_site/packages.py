"""Which Python files the browser gets: our package, and the installed packages it imports."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from homecare.host.host import HostError
from homecare.sentences import N_

NEVER = re.compile(
    r"(^|/)(__pycache__|tests?|testing|[^/]*\.(dist|egg)-info)/|\.(pyc|pyi|so|pyd|dll|c|h|pyx|typed)$|^\.\."
)
"""Paths of no use in a browser: caches, tests, type stubs and compiled modules."""

IMPORT = re.compile(
    r"^[ \t]*(?:from\s+([.\w]+)\s+import\s+(\([^)]*\)|[^#\n]*)|import\s+([^#\n;]+))", re.MULTILINE
)
"""An import statement anywhere in a file. A pattern, because Pyodide's Python may be newer than the one that
builds the site, which then could not parse its library."""

ALWAYS = re.compile(
    r"_pyodide/|pyodide/(?!console)|importlib/|zoneinfo/|json/(?!__main__|tool)|_sysconfigdata|encodings/(__init__|aliases|ascii|latin_1|utf_|idna|"
    r"punycode|raw_unicode|unicode_escape|cp437|cp1252|mac_roman)|(_strptime|_pydatetime|_weakrefset|copyreg|"
    r"io|os|site|abc|codecs|warnings|linecache|keyword|pickle|stringprep|ssl|socket|webbrowser)\.py$"
)
"""What Python and Pyodide import from their compiled parts, where no import statement can be read."""

UNUSED_LIBRARY = """
    _pyrepl asyncio.__main__ asyncio.windows_events asyncio.windows_utils curses doctest ensurepip ftplib
    getopt http.server idlelib json.__main__ json.tool lib2to3 multiprocessing pdb plistlib pydoc
    pyodide.console smtplib sqlite3 test tkinter turtle venv xmlrpc
"""
"""Modules that others import for uses that do not exist in a browser."""

TERMS = ("License-Expression", "License")
LICENCE = re.compile(r"-info/.*(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """An installed distribution that the app imports in a browser.

    `left_out` are path prefixes within it; with `later` it is fetched only when it is first imported.
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
        for package in shipped
        for file in _distribution(package.name).files or ()
        if not NEVER.search(file.as_posix()) and not file.as_posix().startswith(package.left_out or ("\0",))
    }


INTERPRETER = """Pyodide and CPython

Pyodide: Mozilla Public License 2.0, source at github.com/pyodide/pyodide. CPython: Python Software Foundation
License 2, source at github.com/python/cpython.
"""


def licences(shipped: Iterable[Shipped]) -> bytes:
    """The licence files of the distributions and a note on the interpreter's, in one text."""
    texts = [INTERPRETER]
    for package in shipped:
        found = _distribution(package.name)
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
        raise HostError(N_("the package {name} is missing; install homecare again."), name=name) from None


def reachable(
    library: Mapping[str, bytes], sources: Iterable[bytes], always: re.Pattern[str] | None = ALWAYS
) -> dict[str, bytes]:
    """The files of `library` that `sources` import, directly or by way of others of it, and `always`."""
    kept = {path for path in library if always and always.match(path)}
    for source in sources:
        kept |= set(_found(library, _imports(source, "", is_package=False)))
    waiting = list(kept)
    while waiting:
        path = waiting.pop()
        is_package = path.endswith("/__init__.py")
        module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for dependency in _found(library, _imports(library[path], module, is_package=is_package)):
            if dependency not in kept:
                kept.add(dependency)
                waiting.append(dependency)
    return {path: library[path] for path in sorted(kept)}


def _found(library: Mapping[str, bytes], modules: Iterable[str]) -> Iterator[str]:
    """The file of each of these modules, if the library has it."""
    never = set(UNUSED_LIBRARY.split())
    for module in modules:
        if module in never or module.split(".")[0] in never:
            continue
        path = module.replace(".", "/")
        yield from (name for name in (f"{path}.py", f"{path}/__init__.py") if name in library)


def _imports(source: bytes, module: str, *, is_package: bool) -> set[str]:
    """The dotted names that `source` may import, each with the packages that contain it."""
    named: set[str] = set()
    for origin, what, plain in IMPORT.findall(source.decode("utf-8", errors="replace")):
        if plain:
            named |= {word.split()[0] for word in plain.split(",") if word.split()}
            continue
        start = _absolute(origin, module, is_package=is_package)
        words = re.sub(r"#.*|[()\\]", " ", what).split(",")
        named |= {start, *(f"{start}.{word.split()[0]}" for word in words if word.split())}
    return {name.rsplit(".", cut)[0] for name in named for cut in range(name.count(".") + 1)}


def _absolute(origin: str, module: str, *, is_package: bool) -> str:
    """The relative import `origin`, made absolute as seen from `module`."""
    plain = origin.lstrip(".")
    up = len(origin) - len(plain)
    if not up:
        return plain
    inside = module.split(".") if is_package else module.split(".")[:-1]
    start = inside[: len(inside) - up + 1]
    return ".".join([*start, plain] if plain else start)
