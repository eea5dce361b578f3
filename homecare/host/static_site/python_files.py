"""The Python that the browser gets: the interpreter, its library, our package and what that imports."""

import gzip
import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from homecare.host.host import HostError
from homecare.host.server.client_files import flet_web_dir
from homecare.host.static_site.packages import Shipped, distribution_files, package_files, reachable
from homecare.host.static_site.page import filled
from homecare.sentences import N_

INTERPRETER = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")

LATER = "host/browser/later.py"
"""The module of our package that the worker itself imports."""

APP, LIBRARY = "app/", "lib/python314.zip/"
"""Where the two are in the browser; tracebacks show these paths."""

GIVE_UP_S = 600

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time given to every file in a zip: the earliest that the format knows, so that builds are the same."""


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
    """All files of the site that make up Python. Raises HostError if something needed is missing."""
    pyodide = flet_web_dir() / "pyodide"
    everything = unzipped((pyodide / "python_stdlib.zip").read_bytes())
    app = package_files(program.package, program.left_out, (*program.wanted, LATER))
    app |= distribution_files(shipped for shipped in program.shipped if not shipped.later)
    later = distribution_files(shipped for shipped in program.shipped if shipped.later)
    library = reachable(everything, _sources(app))
    at_once = set(_top_level(library))
    for path, content in reachable(everything, _sources(app, later)).items():
        # A package must not be split between two places.
        (library if _top_level([path])[0] in at_once else later)[path] = content
    at_start = _placed(APP, app) | _placed(LIBRARY, library)
    if program.node:
        at_start = compiled(at_start, program.node, pyodide, filled("compile.mjs", LOCK=_lock(pyodide)))
    return {
        **{f"pyodide/{name}": (pyodide / name).read_bytes() for name in INTERPRETER},
        "pyodide/library.bin": gzipped(zipped(_below(LIBRARY, at_start), compressed=False)),
        "app.bin": tar_gz(_below(APP, at_start)),
        # Sources: half the size of compiled files, and an export may take a moment.
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
    """Pyodide's table of packages, emptied, so that it never loads one from elsewhere."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    return json.dumps({"info": lock["info"], "packages": {}})


def compiler() -> str | None:
    """A Node.js to run Pyodide during the build: the one on the PATH, or the one that Playwright brings."""
    found = shutil.which("node")
    if found:
        return found
    try:
        files = metadata.files("playwright") or []
    except metadata.PackageNotFoundError:
        return None
    drivers = [Path(str(file.locate())) for file in files if file.name in ("node", "node.exe")]
    return next((str(driver) for driver in drivers if os.access(driver, os.X_OK)), None)


def compiled(files: Mapping[str, bytes], node: str, pyodide: Path, script: bytes) -> dict[str, bytes]:
    """The files with each `.py` replaced by the `.pyc` that Pyodide's Python loads.

    Docstrings are left out, except of modules that read them. Raises HostError if Node fails.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = {path: content for path, content in files.items() if path.endswith(".py")}
        (folder / "source.zip").write_bytes(zipped(sources, compressed=False))
        (folder / "compile.mjs").write_bytes(script)
        words = [node, str(folder / "compile.mjs"), str(pyodide), name]
        run = subprocess.run(words, capture_output=True, timeout=GIVE_UP_S, check=False)  # noqa: S603
        if run.returncode:
            reason = run.stderr.decode("utf-8", errors="replace").strip().splitlines()[-1:]
            raise HostError(
                N_("Node.js could not compile the app ({reason}); use --no-compile."), reason=" ".join(reason)
            )
        made = unzipped((folder / "compiled.zip").read_bytes())
    others = {path: content for path, content in files.items() if path not in sources}
    return {**others, **made}


def tar_gz(files: Mapping[str, bytes]) -> bytes:
    """The files by path as a gzipped tar; sorted, without times and owners, so that builds are the same."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path, content in sorted(files.items()):
            entry = tarfile.TarInfo(path)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return gzipped(plain.getvalue())


def zipped(files: Mapping[str, bytes], *, compressed: bool) -> bytes:
    """The files by path as a zip that Python can import from."""
    packed = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(packed, "w") as archive:
        for path, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(path, LONG_AGO), content, how, 9)
    return packed.getvalue()


def unzipped(packed: bytes) -> dict[str, bytes]:
    """The files of a zip by path, folders left out."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def gzipped(plain: bytes) -> bytes:
    """`plain`, compressed without a timestamp."""
    return gzip.compress(plain, compresslevel=9, mtime=0)
