"""Writes the site's folder, in full or not at all."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from homecare.host.host import HostError

MARK = "sw.js"
"""A folder that holds this file is taken for an earlier build and replaced."""


def base_path(given: str) -> str:
    """`given` as a path that begins and ends with a slash; raises HostError if it is none."""
    path = "/" + given.strip("/") + "/" if given.strip("/") else "/"
    if not re.fullmatch(r"(/[A-Za-z0-9._~-]+)*/", path) or "/../" in path or "/./" in path:
        raise HostError(f"{given!r} is not a path on a web host; give one such as /homecare/.")
    return path


def write_site(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files into `folder`; an earlier build there is replaced, anything else is left alone.

    Raises HostError if the folder holds something that is not an earlier build.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARK).is_file())):
        raise HostError(f"{folder} holds other things; choose a new or empty folder.")
    draft = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    for name, content in files.items():
        path = draft / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if folder.exists():
        shutil.rmtree(folder)
    draft.rename(folder)
