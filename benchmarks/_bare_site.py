"""A Flet page of one text and one button as static files, built the way Flet itself does it."""

import io
import shutil
import tarfile
from importlib import metadata
from pathlib import Path

from flet.controls.types import RouteUrlStrategy, WebRenderer
from flet_web import get_package_web_dir
from flet_web.patch_index import patch_font_manifest_json, patch_index_html, patch_manifest_json

PROGRAM = """
import flet as ft

def main(page):
    page.add(ft.Text("Hello"), ft.FilledButton("Press"))

ft.run(main)
"""
PACKAGES = ("flet", "repath", "six", "msgpack")
"""What a program that imports Flet needs in a browser: Flet's own requirements there."""


def build_bare(folder: Path) -> None:
    """Fill `folder` with every file of Flet's web client and the program, so that no other host is asked."""
    shutil.copytree(get_package_web_dir(), folder)
    patch_index_html(
        index_path=str(folder / "index.html"),
        base_href="/",
        app_name="hello",
        pyodide=True,
        pyodide_script_path="main.py",
        pyodide_version="local",
        app_package_url="app.tar.gz",
        web_renderer=WebRenderer.AUTO,
        route_url_strategy=RouteUrlStrategy.HASH,
        no_cdn=True,
    )
    # The worker uses the address as it is, and a module's address needs a path, not just a name.
    page = (folder / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(
        page.replace('"pyodide/pyodide.mjs"', '"/pyodide/pyodide.mjs"'), encoding="utf-8"
    )
    patch_manifest_json(str(folder / "manifest.json"), app_name="hello")
    patch_font_manifest_json(str(folder / "assets" / "FontManifest.json"))
    with tarfile.open(folder / "app.tar.gz", "w:gz") as archive:
        _add(archive, "main.py", PROGRAM.encode("utf-8"))
        for package in PACKAGES:
            for file in metadata.files(package) or ():
                path = file.as_posix()
                if not path.startswith("..") and "__pycache__" not in path and not path.endswith(".so"):
                    _add(archive, f"__pypackages__/{path}", Path(str(file.locate())).read_bytes())


def _add(archive: tarfile.TarFile, path: str, content: bytes) -> None:
    entry = tarfile.TarInfo(path)
    entry.size = len(content)
    archive.addfile(entry, io.BytesIO(content))
