"""The whole static app as a table of files: path within the folder to bytes."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from homecare.host.client_files import client_files, flet_web_dir
from homecare.host.host import HostError
from homecare.host.static_site.archive import tar_gz
from homecare.host.static_site.packages import Shipped, licences, module_files
from homecare.host.static_site.page import page

TEMPLATES = Path(__file__).parent / "web"
PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")

ENGINE = (
    '"userAgentData" in navigator && WebAssembly.validate('
    "new Uint8Array([0,97,115,109,1,0,0,0,1,5,1,95,1,120,0])) "
    '? "skwasm" : "canvaskit"'
)
"""JavaScript for page and service worker: which of Flutter's two drawing engines this browser gets.

Skwasm wants a Chromium with garbage-collected WebAssembly; every other browser draws with CanvasKit.
"""

DRAWING = {
    "skwasm": ("main.dart.mjs", "main.dart.wasm", "canvaskit/skwasm.js", "canvaskit/skwasm.wasm"),
    "canvaskit": ("main.dart.js", "canvaskit/canvaskit.js", "canvaskit/canvaskit.wasm"),
}
"""The files of each engine; a browser keeps only its own."""

UNUSED = ("canvaskit/chromium/canvaskit.js", "canvaskit/chromium/canvaskit.wasm")
"""Files of the served app for a Chromium that cannot use Skwasm; such a one takes the common CanvasKit."""

LATER = ("assets/NOTICES", "licences.txt")
"""Shipped and not kept on the device: licence texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticApp:
    """What to build from.

    `package` is the folder of our own package, `left_out` the names within it that the browser does not need
    (folders end in "/"), `shipped` the installed distributions that it imports, `entry` the module with
    `warm` and `start`, `base_url` the path that the site will be hosted below.
    """

    package: Path
    left_out: tuple[str, ...]
    shipped: tuple[Shipped, ...]
    entry: str
    base_url: str = "/"


def site_files(app: StaticApp) -> dict[str, bytes]:
    """Every file of the site, the page and the service worker last; the same inputs give the same bytes.

    Raises HostError when an installed package that is needed is missing.
    """
    files = {
        path.removeprefix("/"): file.read()
        for path, file in client_files().items()
        if path not in ("/", "/index.html")
    }
    for name in UNUSED:
        del files[name]
    pyodide = flet_web_dir() / "pyodide"
    files |= {f"pyodide/{name}": (pyodide / name).read_bytes() for name in PYODIDE}
    files["app.tar.gz"] = tar_gz(module_files(app.package, app.left_out, app.shipped))
    files["licences.txt"] = licences(app.shipped)
    files["python-worker.js"] = _filled("python-worker.js", ENTRY=app.entry, LOCK=_lock(pyodide))
    shell = page(base_url=app.base_url, engine=ENGINE, scripts=[_text("bridge.js"), _text("boot.js")])
    version = _version({**files, "": shell.encode()})
    files["index.html"] = page(
        base_url=app.base_url,
        engine=ENGINE,
        scripts=[_text("bridge.js"), _filled("boot.js", VERSION=version).decode()],
    ).encode("utf-8")
    files["sw.js"] = _service_worker(files, version)
    return files


def _service_worker(files: Mapping[str, bytes], version: str) -> bytes:
    """The service worker with the path and hash of every file; the page goes by the name of its folder."""
    hashes = {path or "": integrity(content) for path, content in sorted(files.items())}
    hashes[""] = hashes.pop("index.html")
    drawing = {engine: {name: hashes.pop(name) for name in names} for engine, names in DRAWING.items()}
    later = {name: hashes.pop(name) for name in LATER}
    return _filled(
        "sw.js",
        VERSION=version,
        ENGINE=ENGINE,
        FILES=json.dumps(hashes, indent=1),
        DRAWING=json.dumps(drawing, indent=1),
        LATER=json.dumps(later, indent=1),
    )


def integrity(content: bytes) -> str:
    """The hash of a file in the form browsers check: `sha256-...`."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode("ascii")


def _version(files: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for path, content in sorted(files.items()):
        whole.update(f"{path}\0{len(content)}\0".encode())
        whole.update(content)
    whole.update(_text("sw.js").encode())
    return whole.hexdigest()[:16]


def _lock(pyodide: Path) -> str:
    """Pyodide's table of packages without any package: none is loaded from elsewhere."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    return json.dumps({"info": lock["info"], "packages": {}})


def _text(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _filled(name: str, **values: str) -> bytes:
    """A template with each `{{NAME}}` replaced; raises HostError if one has no value."""
    text = re.sub(r"\{\{([A-Z]+)\}\}", lambda found: values.get(found[1], found[0]), _text(name))
    if "{{" in text:
        raise HostError(f"{name} has a place that nothing fills.")
    return text.encode("utf-8")
