"""What the browser gets of Python: the interpreter, its library, our package and what that imports."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from homecare.host.server.client_files import flet_web_dir
from homecare.host.static_site.archive import gzipped, tar_gz, unzipped, zipped
from homecare.host.static_site.bytecode import compiled
from homecare.host.static_site.imported import reachable
from homecare.host.static_site.packages import Shipped, distribution_files, package_files
from homecare.host.static_site.templates import filled

INTERPRETER = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")

LATER = "host/browser/later.py"
"""The module of our package that the worker itself imports."""

APP, LIBRARY = "app/", "lib/python314.zip/"
"""Where the two lie in the browser: this is what a traceback names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What runs in the browser.

    `package` is the folder of our own package: the modules `wanted` (paths; folders end in "/") and what they
    import are shipped, and all that is no Python except `left_out`. `entry` is the module with `warm` and
    `start`. `shipped` are the installed distributions that these import; `node` is the Node.js to compile
    with, None for sources.
    """

    package: Path
    wanted: tuple[str, ...]
    left_out: tuple[str, ...]
    shipped: tuple[Shipped, ...]
    entry: str
    node: str | None = None


def python_files(program: Program) -> dict[str, bytes]:
    """The files of the site that make up Python. Raises HostError if something needed is missing."""
    pyodide = flet_web_dir() / "pyodide"
    everything = unzipped((pyodide / "python_stdlib.zip").read_bytes())
    app = package_files(program.package, program.left_out, (*program.wanted, LATER))
    app |= distribution_files(shipped for shipped in program.shipped if not shipped.later)
    later = distribution_files(shipped for shipped in program.shipped if shipped.later)
    library = reachable(everything, _sources(app))
    at_once = set(_top_level(library))
    for path, content in reachable(everything, _sources(app, later)).items():
        # A package cannot lie in two places.
        (library if _top_level([path])[0] in at_once else later)[path] = content
    at_start = _placed(APP, app) | _placed(LIBRARY, library)
    if program.node:
        at_start = compiled(at_start, program.node, pyodide, filled("compile.mjs", LOCK=_lock(pyodide)))
    return {
        **{f"pyodide/{name}": (pyodide / name).read_bytes() for name in INTERPRETER},
        "pyodide/library.bin": gzipped(zipped(_below(LIBRARY, at_start), compressed=False)),
        "app.bin": tar_gz(_below(APP, at_start)),
        # Sources, since they are half the size and an export may take a moment.
        "later.zip": zipped(later, compressed=True),
        "python-worker.js": filled(
            "python-worker.js", ENTRY=program.entry, LOCK=_lock(pyodide), LATER=" ".join(_top_level(later))
        ),
    }


def _sources(*groups: Mapping[str, bytes]) -> Iterable[bytes]:
    return (content for files in groups for path, content in files.items() if path.endswith(".py"))


def _placed(prefix: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {prefix + path: content for path, content in files.items()}


def _below(prefix: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path.removeprefix(prefix): content for path, content in files.items() if path.startswith(prefix)}


def _top_level(files: Iterable[str]) -> list[str]:
    return sorted({path.split("/")[0].removesuffix(".py") for path in files})


def _lock(pyodide: Path) -> str:
    """Pyodide's table of packages without any package: none is loaded from elsewhere."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    return json.dumps({"info": lock["info"], "packages": {}})
