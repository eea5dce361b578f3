"""Files as patients export them: believable histories, and histories with holes in them."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.serving import ROOT

Whole = dict[str, Any]


def homecare(*words: str) -> None:
    """Run the command; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", "homecare", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def exported(folder: Path, name: str, *, days: int, seed: int, until: str, form: str = "json") -> Path:
    """`name`.json in `folder`, exported on `until`; its diary stays beside it in `data-name`."""
    data, file = folder / f"data-{name}", folder / f"{name}.json"
    homecare("demo", "--days", str(days), "--seed", str(seed), "--until", until, "--data", str(data))
    homecare("export", "--format", form, "--output", str(file), "--data", str(data))
    made = {"exported_at" if form == "json" else "timestamp": f"{until}T12:00:00+01:00"}
    file.write_text(json.dumps(json.loads(file.read_bytes()) | made))
    return file


def changed(file: Path, name: str, change: Callable[[Whole], Whole]) -> Path:
    """The export with changed content, saved as `name` beside it."""
    there = file.parent / name
    there.write_text(json.dumps(change(json.loads(file.read_bytes()))))
    return there


def named(name: str) -> Callable[[Whole], Whole]:
    """The change that gives the patient this name."""
    return lambda whole: whole | {"patient": {**whole["patient"], "name": name}}
