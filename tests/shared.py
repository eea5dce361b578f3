"""Things that are costly to make, made once for a run of the tests however many processes it has."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

FOLDER = "HOMECARE_TESTS_SHARED"
"""Environment variable: the folder that the processes of one run share."""


def begin() -> None:
    """Make the shared folder, in the process that starts the others."""
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="homecare-tests-")


def end() -> None:
    """Delete it again."""
    shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True)


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """What `make` writes to the path it is given; the first process that asks makes it, the others wait."""
    folder = Path(os.environ[FOLDER])
    made = folder / name / "made"
    with FileLock(folder / f"{name}.lock"):
        if not made.exists():
            draft = folder / name / "draft"
            shutil.rmtree(draft, ignore_errors=True)
            draft.parent.mkdir(exist_ok=True)
            make(draft)
            draft.rename(made)
    return made
