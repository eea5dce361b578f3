"""Copies of the content folder for tests to edit."""

import shutil
from pathlib import Path

from homecare.content.library import CONTENT


def copied_content(tmp_path: Path) -> Path:
    """A copy of all content files that a test may change."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


def edited(folder: Path, file: str, old: str, new: str) -> Path:
    """`folder` after the first `old` in `file` became `new`."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder
