"""A page that runs our Python in a browser without a screen, so that it can be killed or measured."""

import io
import zipfile
from importlib import metadata
from pathlib import Path

from homecare.host.server.client_files import flet_web_dir
from tests.browser.static.hosting import WebHost
from tests.serving import ROOT

PACKAGES = ("tinydb", "cattrs", "attrs", "python-dateutil", "six", "typing-extensions")
"""The packages that storage imports."""
FOLDERS = ("homecare", "tests/crash", "tests/storage", "benchmarks")
PAGE = b"""<!doctype html><title>python</title><script>
const worker = new Worker("python_page.js" + location.search, { type: "module" });
worker.onmessage = ({ data }) => console.log(`said ${data}`);
worker.onerror = (event) => console.log(`failed ${event.message}`);
</script>"""
SAID = "said "
"""Starts each line that Python writes to the page's console."""


def python_host() -> WebHost:
    """Serves the page; `address_of` gives its address."""
    script = (Path(__file__).parent / "python_page.js").read_bytes()
    page = {"python.html": PAGE, "python_page.js": script, "modules.zip": _modules()}
    return WebHost(flet_web_dir(), page)


def address_of(host: WebHost, module: str, name: str) -> str:
    """The address at which `run(name, report)` of the module is run."""
    return f"{host.address}python.html?module={module}&name={name}"


def _modules() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder in FOLDERS:
            for path in (ROOT / folder).rglob("*.py"):
                archive.write(path, path.relative_to(ROOT))
        for package in PACKAGES:
            for file in metadata.files(package) or ():
                if file.suffix == ".py":
                    archive.write(str(file.locate()), file.as_posix())
    return packed.getvalue()
