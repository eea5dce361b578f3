"""What a served app finds when it starts."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.browser.static.standing_in import StaticServer, is_asked_for
from tests.fixed_host import MONDAY_MORNING, Clock
from tests.serving import REAL_APP, ROOT, Server
from tests.shared import made_once


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """The app to serve, its time and zone, and how many days of believable history its folder holds.

    With `runs` the clock runs from `at`; otherwise it stands still until the test moves it.
    """

    app: str = REAL_APP
    at: datetime = MONDAY_MORNING
    zone: str = "Europe/Berlin"
    runs: bool = False
    demo_days: int = 0


def start(setup: Setup, folder: Path) -> Server:
    """Serve the app as `setup` says, with its data below `folder`."""
    data = folder / "data"
    clock = Clock(folder / "clock.json")
    clock.set(setup.at, zone=setup.zone, runs=setup.runs)
    if setup.demo_days:
        _fill(data, days=setup.demo_days, until=f"{clock.now():%Y-%m-%d}")
    else:
        data.mkdir(mode=0o700)
    return StaticServer(data, clock) if is_asked_for() else Server(data, clock, app=setup.app)


def _fill(data: Path, *, days: int, until: str) -> None:
    """Copy a made-up history that every module of the run with the same days shares."""
    made = made_once(f"demo-{days}-{until}", lambda draft: _make_up(draft, days=days, until=until))
    shutil.copytree(made, data)


def _make_up(data: Path, *, days: int, until: str) -> None:
    words = ["demo", "--days", str(days), "--until", until, "--data", str(data)]
    done = subprocess.run(
        [sys.executable, "-m", "homecare", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
