"""The part of a library that a program can reach by import statements."""

import re
from collections.abc import Iterable, Iterator, Mapping

IMPORT = re.compile(
    r"^[ \t]*(?:from\s+([.\w]+)\s+import\s+(\([^)]*\)|[^#\n]*)|import\s+([^#\n;]+))", re.MULTILINE
)
"""An import statement, wherever it stands. A pattern, since the newer Python's syntax need not be ours."""

ALWAYS = re.compile(
    r"_pyodide/|pyodide/(?!console)|importlib/|zoneinfo/|json/(?!__main__|tool)|_sysconfigdata|encodings/(__init__|aliases|ascii|latin_1|utf_|idna|"
    r"punycode|raw_unicode|unicode_escape|cp437|cp1252|mac_roman)|(_strptime|_pydatetime|_weakrefset|copyreg|"
    r"io|os|site|abc|codecs|warnings|linecache|keyword|pickle|stringprep|ssl|socket|webbrowser)\.py$"
)
"""What Python and Pyodide load from their compiled parts, where no import statement can be read."""

NEVER = """
    _pyrepl asyncio.__main__ asyncio.windows_events asyncio.windows_utils curses doctest ensurepip ftplib
    getopt http.server idlelib json.__main__ json.tool lib2to3 multiprocessing pdb plistlib pydoc
    pyodide.console smtplib sqlite3 test tkinter turtle venv xmlrpc
"""
"""Modules that some module mentions for a use that a browser does not have."""


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
        for found in _found(library, _imports(library[path], module, is_package=is_package)):
            if found not in kept:
                kept.add(found)
                waiting.append(found)
    return {path: library[path] for path in sorted(kept)}


def _found(library: Mapping[str, bytes], modules: Iterable[str]) -> Iterator[str]:
    """The file of each module that the library has."""
    never = set(NEVER.split())
    for module in modules:
        if module in never or module.split(".")[0] in never:
            continue
        path = module.replace(".", "/")
        yield from (name for name in (f"{path}.py", f"{path}/__init__.py") if name in library)


def _imports(source: bytes, module: str, *, is_package: bool) -> set[str]:
    """The dotted names that `source` may import, each with the packages it lies in."""
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
    """`.words` as seen from `module`, written out."""
    plain = origin.lstrip(".")
    up = len(origin) - len(plain)
    if not up:
        return plain
    inside = module.split(".") if is_package else module.split(".")[:-1]
    start = inside[: len(inside) - up + 1]
    return ".".join([*start, plain] if plain else start)
