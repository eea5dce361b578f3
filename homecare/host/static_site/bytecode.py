"""Python for the browser compiled ahead, if this computer can: it starts in less than half the time."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from homecare.host.host import HostError
from homecare.host.static_site.archive import unzipped, zipped

GIVE_UP_S = 600


def compiler() -> str | None:
    """A Node.js to run Pyodide while the site is built: on the PATH, or the one that Playwright brings."""
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
    """The files with each `.py` as the `.pyc` that Pyodide's Python loads in its place.

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
            raise HostError(f"Node.js could not compile the app ({' '.join(reason)}); use --no-compile.")
        made = unzipped((folder / "compiled.zip").read_bytes())
    others = {path: content for path, content in files.items() if path not in sources}
    return {**others, **made}
