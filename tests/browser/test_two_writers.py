"""Two windows and the command line write to one folder: each shows what the others saved; nothing is lost."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest

from homecare.storage.store import Store
from tests.browser.chromium import Chromium
from tests.browser.conftest import _window
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.fixed_host import MONDAY_MORNING
from tests.serving import ROOT, Server


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=10)


@pytest.fixture
def second(chromium: Chromium, served: Server) -> Iterator[Screen]:
    """Another phone's window on the same folder."""
    yield from _window(chromium, served, width=390, height=844, touch=True)


def scores(served: Server) -> list[int]:
    day = MONDAY_MORNING.date()
    return sorted(entry.pain_now or 0 for entry in Store.open(served.folder).entries_between(day, day))


def test_a_score_from_the_command_line_appears_in_an_open_window(phone: Screen, served: Server) -> None:
    before = scores(served)
    phone.open("/diary/day/2026-03-02", sees="2 March")
    words = ["log", "--pain", "9", "--at", "2026-03-02T08:15:00+01:00", "--data", str(served.folder)]
    done = subprocess.run(
        [sys.executable, "-m", "homecare", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    phone.wait_for("08:15")
    assert scores(served) == sorted([*before, 9])


def test_two_windows_each_save_and_both_show_both(phone: Screen, second: Screen, served: Server) -> None:
    before = scores(served)
    phone.open("/", sees="How is your pain now?")
    second.open("/", sees="How is your pain now?")

    phone.tap("button", "Pain 2 of 10")
    phone.wait_until(lambda: len(scores(served)) == len(before) + 1, "the first score to be on disk")
    served.clock.set(MONDAY_MORNING + timedelta(minutes=2))  # within a minute it would correct the first
    second.tap("button", "Pain 6 of 10")
    second.wait_until(lambda: len(scores(served)) == len(before) + 2, "the second score to be on disk")

    assert scores(served) == sorted([*before, 2, 6])
    for screen in (phone, second):
        screen.open("/diary/day/2026-03-02", sees="2 March")
        for score in (2, 6):
            screen.wait_for(f"{score} of 10")
