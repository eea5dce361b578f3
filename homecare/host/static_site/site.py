"""The whole static app as a table of files: path within the folder to bytes."""

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from homecare.host.host import HostError
from homecare.host.server.client_files import client_files
from homecare.host.static_site.icon_font import subset
from homecare.host.static_site.packages import licences
from homecare.host.static_site.page import filled, page, template
from homecare.host.static_site.python_files import Program, python_files
from homecare.sentences import N_

ENGINE = (
    '"userAgentData" in navigator && WebAssembly.validate('
    "new Uint8Array([0,97,115,109,1,0,0,0,1,5,1,95,1,120,0])) "
    '? "skwasm" : "canvaskit"'
)
"""JavaScript for page and service worker: which of Flutter's two drawing engines this browser gets.

Skwasm needs a Chromium with garbage-collected WebAssembly; every other browser draws with CanvasKit.
"""

DRAWING = {
    "skwasm": ("main.dart.mjs", "main.dart.wasm", "canvaskit/skwasm.js", "canvaskit/skwasm.wasm"),
    "canvaskit": ("main.dart.js", "canvaskit/canvaskit.js", "canvaskit/canvaskit.wasm"),
}
"""The files of each engine; a browser keeps only its own."""

LOADER = "flutter_bootstrap.js"
ICONS = "assets/fonts/MaterialIcons-Regular.otf"
FONTS = "assets/FontManifest.json"
APPLE_ICONS = "assets/packages/cupertino_icons/assets/CupertinoIcons.ttf"

UNUSED = ("canvaskit/chromium/canvaskit.js", "canvaskit/chromium/canvaskit.wasm", APPLE_ICONS, "icon.png")
"""Used only by the served app or a native build. A Chromium without Skwasm takes the common CanvasKit."""

LATER = ("assets/NOTICES", "licences.txt")
"""Licence texts: shipped, but not kept on the device."""

SCRIPTS = "assets/fonts/noto"
"""How the paths of fonts for other scripts and emoji begin: kept on the device from their first use on."""

MARK = "sw.js"
"""A folder that contains this file counts as an earlier build and is replaced."""


def site_files(program: Program, *, base_url: str) -> dict[str, bytes]:
    """Every file of the site, to be hosted below `base_url`; the same inputs give the same bytes.

    Raises HostError when something that is needed is missing.
    """
    files = {path.removeprefix("/"): file.read() for path, file in client_files().items() if path != "/"}
    for name in UNUSED:
        del files[name]
    files |= _fonts(files, program)
    files[LOADER] = _loader(files[LOADER])
    files["manifest.json"] = _manifest(files["manifest.json"], base_url)
    files |= python_files(program)
    files["licences.txt"] = licences(program.shipped)
    scripts = [template("boot.js")]
    files["index.html"] = page(base_url=base_url, engine=ENGINE, scripts=scripts).encode("utf-8")
    version = _version(files)
    scripts[-1] = filled("boot.js", VERSION=version).decode("utf-8")
    files["index.html"] = page(base_url=base_url, engine=ENGINE, scripts=scripts).encode("utf-8")
    files["sw.js"] = _service_worker(files, version)
    return files


def integrity(content: bytes) -> str:
    """The hash of a file in the form browsers check: `sha256-...`."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode("ascii")


def _loader(served: bytes) -> bytes:
    """Flutter's loader, told to use the one common CanvasKit: it would look for a build made for Chromium."""
    place = b"multiViewEnabled: flet.multiView,"
    if place not in served:
        raise HostError(N_("Flutter's loader is not the one this version of homecare knows."))
    return served.replace(place, place + b' canvasKitVariant: "full",')


def _manifest(served: bytes, base_url: str) -> bytes:
    """The manifest with an identity of its own, so that two apps on one host stay apart."""
    return json.dumps({**json.loads(served), "id": base_url}, indent=2, ensure_ascii=False).encode("utf-8")


def _fonts(files: Mapping[str, bytes], program: Program) -> dict[str, bytes]:
    """The icon font cut to what the screens name, and the list of fonts without Apple's icons."""
    screens = (path.read_bytes() for path in sorted(program.package.rglob("*.py")))
    fonts = [font for font in json.loads(files[FONTS]) if "CupertinoIcons" not in font["family"]]
    return {ICONS: subset(files[ICONS], screens), FONTS: json.dumps(fonts).encode("utf-8")}


def _service_worker(files: Mapping[str, bytes], version: str) -> bytes:
    """The service worker with the path and hash of every file; the page's path is that of its folder."""
    hashes = {path: integrity(content) for path, content in sorted(files.items())}
    hashes[""] = hashes.pop("index.html")
    drawing = {engine: {name: hashes.pop(name) for name in names} for engine, names in DRAWING.items()}
    later = {name: hashes.pop(name) for name in LATER}
    scripts = {name: hashes.pop(name) for name in list(hashes) if name.startswith(SCRIPTS)}
    tables = {"FILES": hashes, "DRAWING": drawing, "LATER": later}
    written = {name: json.dumps(table, indent=1, sort_keys=True) for name, table in tables.items()}
    # One hash for hundreds of fonts: theirs would make the service worker three times as long.
    fonts = hashlib.sha256(json.dumps(scripts, sort_keys=True).encode()).hexdigest()[:16]
    return filled("sw.js", VERSION=version, ENGINE=ENGINE, SCRIPTS=SCRIPTS, FONTS=fonts, **written)


def _version(files: Mapping[str, bytes]) -> str:
    """A name for exactly these files and the service worker that keeps them."""
    whole = hashlib.sha256(template("sw.js").encode("utf-8"))
    for path, content in sorted(files.items()):
        whole.update(f"{path}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:16]


def base_path(given: str) -> str:
    """`given` as a path that begins and ends with a slash; raises HostError if it is not a path."""
    path = "/" + given.strip("/") + "/" if given.strip("/") else "/"
    if not re.fullmatch(r"(/[A-Za-z0-9._~-]+)*/", path) or "/../" in path or "/./" in path:
        raise HostError(
            N_("{given!r} is not a path on a web host; give one such as /homecare/."), given=given
        )
    return path


def check_output(folder: Path) -> None:
    """Raise HostError if the folder holds something that is not an earlier build."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARK).is_file())):
        raise HostError(N_("{folder} holds other things; choose a new or empty folder."), folder=folder)


def write_site(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files into `folder`; an earlier build there is replaced, anything else is left alone.

    Raises HostError if the folder holds something that is not an earlier build.
    """
    folder = folder.absolute()
    check_output(folder)
    draft = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    for name, content in files.items():
        path = draft / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if folder.exists():
        shutil.rmtree(folder)
    draft.rename(folder)
