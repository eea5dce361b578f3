"""From starting the process to a usable first screen, against a bare Flet page in the same run.

`python -m benchmarks.start` starts, in turn, a Flet page of one text and one button the way Flet serves it,
and `homecare serve` on a folder with a history. "Usable" is the moment a named button stands in the tree
that screen readers use. Prints the medians, and exits with 1 if homecare takes more than 1.1 times as
long (the median of the pairs). Each start has a fresh browser profile; the browser itself is running already.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

BOUND = 1.1
GIVE_UP_S = 60.0
BARE = """
import sys
import flet as ft

def main(page):
    page.add(ft.Text("Hello"), ft.FilledButton("Press"))

ft.run(main, port=int(sys.argv[1]), view=ft.AppView.WEB_BROWSER, no_cdn=True)
"""
USABLE = """name => {
  document.querySelector("flt-semantics-placeholder")?.click();
  return [...document.querySelectorAll("flt-semantics-host [role=button]")]
    .some(button => (button.getAttribute("aria-label") || button.textContent).trim() === name);
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One start, in seconds since the process began."""

    answered: float
    usable: float


def measured(browser: Browser, command: Sequence[str], button: str) -> Start:
    """Start `command` with a free port as its last word and wait for `button`."""
    port = free_port()
    with running([*command, str(port)]) as began:
        wait_for_port(port, began)
        answered = time.perf_counter() - began
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
        while not page.evaluate(USABLE, button):
            _check(began, button)
            page.wait_for_timeout(5)
        usable = time.perf_counter() - began
        context.close()
    return Start(answered=answered, usable=usable)


@contextmanager
def running(command: Sequence[str]) -> Iterator[float]:
    """Run the command inside; gives when it began, by `time.perf_counter`."""
    # Neither program may open a window of its own.
    environment = {**os.environ, "FLET_FORCE_WEB_SERVER": "true"}
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield began
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for_port(port: int, began: float) -> None:
    """Wait until something answers there."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            _check(began, "an answer")
            time.sleep(0.002)
        else:
            return


def _check(began: float, awaited: str) -> None:
    if time.perf_counter() - began > GIVE_UP_S:
        raise SystemExit(f"start: waited {GIVE_UP_S:g} s for {awaited!r}")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _table(bare: list[Start], ours: list[Start]) -> float:
    rows = {"bare Flet page": bare, "homecare serve": ours}
    print(f"{'':16} {'answers':>9} {'usable':>9}   (medians of {len(ours)}, seconds)")
    for name, starts in rows.items():
        answered, usable = median(s.answered for s in starts), median(s.usable for s in starts)
        print(f"{name:16} {answered:9.3f} {usable:9.3f}")
    # Pair by pair: what slows the whole computer for a while slows both of a pair.
    ratio = median(mine.usable / other.usable for mine, other in zip(ours, bare, strict=True))
    print(f"ratio {ratio:.3f}, bound {BOUND}: {'kept' if ratio <= BOUND else 'BROKEN'}")
    return ratio


def prepared(folder: Path, *, days: int) -> tuple[list[str], list[str]]:
    """What serves the bare page and what serves homecare with this many days; both lack the port's number."""
    data, script = folder / "data", folder / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    app = [sys.executable, "-m", "homecare"]
    if days:
        filling = [*app, "demo", "--days", str(days), "--data", str(data)]
        subprocess.run(filling, check=True, stdout=subprocess.DEVNULL)
    return [sys.executable, str(script)], [*app, "serve", "--data", str(data), "--no-browser", "--port"]


def main() -> int:
    """Measure and print; 1 if the bound is broken."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--pairs", type=int, default=15, help="starts of each, in turn")
    words.add_argument("--days", type=int, default=60, help="days of history; 0 for an empty folder")
    words.add_argument("--button", default="Settings", help="a button of homecare's first screen")
    args = words.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bare_page, serving = prepared(Path(folder), days=args.days)
        browser = playwright.chromium.launch(executable_path=chromium)
        bare, ours = [], []
        for _ in range(args.pairs + 1):
            bare.append(measured(browser, bare_page, "Press"))
            ours.append(measured(browser, serving, args.button))
        browser.close()
    # The first pair also fills the file cache of the system.
    return 0 if _table(bare[1:], ours[1:]) <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
