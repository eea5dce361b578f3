"""The static site, built once for all tests that only look at it."""

from pathlib import Path

import pytest

from homecare.__main__ import main
from tests.shared import made_once


def built(folder: Path) -> Path:
    """The site in `folder`, with Python's sources: compiling takes long and is tried in the browser."""
    assert main(["pwa", "--output", str(folder), "--no-compile"]) == 0
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a site: path to content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="session")
def site() -> Path:
    """The site of this source tree; nothing may be changed in it."""
    return made_once("site-uncompiled", built)
