"""`python -m tests.crash.static --kills 50`: kills browsers that save; exits with 1 if anything was lost."""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import BrowserContext, Error, Page, Playwright, sync_playwright

from tests.browser.static.browser_storage import copy_out
from tests.browser.static.python_page import SAID, address_of, python_host
from tests.crash.killer import Tally, faults_in

LONGEST_LIFE_S = 1.0
"""Seconds from the first reported save to the kill."""
START_S = 90.0


def kill_browsers(folder: Path, program: str, *, kills: int, seed: int) -> Tally:
    """Kill `kills` browsers at random instants while they save, and read after each what was kept."""
    chance = random.Random(seed)
    tally = Tally()
    saved: set[str] = set()
    web = python_host()
    with sync_playwright() as playwright:
        while len(tally.faults) < 20:
            with _browser(playwright, program, folder / "profile") as (context, kill):
                page = context.new_page()
                page.goto(f"{web.address}version.json")
                tally.faults += faults_in(copy_out(page, folder / "kept"), saved)
                if tally.kills == kills:
                    break
                name = f"{seed}-{tally.kills}"
                ids = _saved_until_killed(page, address_of(web, "tests.crash.saver", name), chance, kill)
                saved |= ids
                tally.kills += 1
                tally.saved += len(ids)
    web.stop()
    return tally


def _saved_until_killed(page: Page, address: str, chance: random.Random, kill: "Kill") -> set[str]:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    end = time.monotonic() + START_S
    try:
        while time.monotonic() < end:
            page.wait_for_timeout(5)
            if any(line.startswith(SAID) for line in said):
                end = min(end, time.monotonic() + chance.uniform(0, LONGEST_LIFE_S))
                page.wait_for_timeout(max(0.0, (end - time.monotonic()) * 1000))
                break
        kill()
        while not page.is_closed():  # what it reported by then is still on its way
            page.wait_for_timeout(20)
    except Error:
        pass
    ids = {line.removeprefix(SAID) for line in said if line.startswith(SAID)}
    if not ids:
        raise AssertionError(f"the browser saved nothing; it said {said}")
    return ids


class Kill:
    """Kills the browser whose command line contains `mark`, at once."""

    def __init__(self, mark: str) -> None:
        self._mark = mark.encode()

    def __call__(self) -> None:
        for words in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                if self._mark in words.read_bytes():
                    os.kill(int(words.parent.name), signal.SIGKILL)
            except OSError:
                continue


@contextmanager
def _browser(playwright: Playwright, program: str, profile: Path) -> Iterator[tuple[BrowserContext, Kill]]:
    mark = f"--homecare-kills={uuid4()}"
    context = playwright.chromium.launch_persistent_context(profile, executable_path=program, args=[mark])
    context.set_default_timeout(15_000)
    yield context, Kill(mark)
    Kill(mark)()


def main() -> int:
    """Run the kills that the command line asks for, in a folder of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.static", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--chromium", default=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        tally = kill_browsers(Path(made), asked.chromium, kills=asked.kills, seed=asked.seed)
    print(f"{tally.kills} kills, {tally.saved} records reported as saved, {len(tally.faults)} faults")
    for fault in tally.faults:
        print(f"  {fault}")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
