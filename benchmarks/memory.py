"""Whether memory grows with use: of the page and of Python, over screen changes and an hour of a session.

`python -m benchmarks.memory` serves the app in a time that runs 20 times as fast, and in one Chromium window
changes the screen 200 times, twice, then lets a guided session run for an hour. After each, both processes
are given time to tidy up and their resident memory is read. The first 200 changes fill every cache; the
bounds are for what comes after: at most 1.1 times, for the next 200 changes and for the hour. Exits with 1 if
one is broken. Linux only: memory is read from /proc.
"""

import argparse
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks._fast_server import DAYS
from benchmarks.start import free_port, wait_for_port
from tests.browser.screen import Screen

BOUND = 1.1
FACTOR = 20
HOUR_S = 3600.0
TIDY_S = 3.0
SCREENS = (
    ("/exercises", "Exercises"),
    ("/diary", "Add an entry"),
    ("/diary/new", "Add to the diary"),
    ("/aftercare", "Aftercare"),
    ("/settings", "Text size"),
    ("/share", "Full backup"),
    ("/aftercare/warning-signs", "Emergency"),
    ("/", "Last 7 days"),
)
"""A route and what its screen says."""
ONWARD = ["No", "I'm ready", "Go on", "Keep going", "Pain 2 of 10", "Save", "Back to Today"]
"""The buttons that lead through a session and on."""
TAP = """names => {
  for (const button of document.querySelectorAll("flt-semantics-host [role=button]")) {
    const name = (button.getAttribute("aria-label") || button.textContent).trim();
    const click = new MouseEvent("click", { bubbles: true, cancelable: true });
    if (names.includes(name)) button.dispatchEvent(click);
  }
}"""


def resident(process: int) -> float:
    """The memory of the process, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


class Watched:
    """The server's process and the page's, with what was read of them."""

    def __init__(self, server: int, page: Page, line: CDPSession, renderer: int) -> None:
        self._processes = {"Python": server, "page": renderer}
        self._page = page
        self._line = line
        self.read: list[dict[str, float]] = []

    def note(self, what: str) -> None:
        """Read both, after they had time to tidy up."""
        self._line.send("HeapProfiler.collectGarbage")
        self._page.wait_for_timeout(TIDY_S * 1000)
        self._line.send("HeapProfiler.collectGarbage")
        now = {name: resident(process) for name, process in self._processes.items()}
        metrics = self._line.send("Performance.getMetrics")["metrics"]
        now["JavaScript"] = next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize") / 1024**2
        self.read.append(now)
        print(f"  {what:24}" + "".join(f"{name} {mb:8.1f} MB  " for name, mb in now.items()), flush=True)


def change_screens(screen: Screen, count: int) -> None:
    """Go through the screens in turn, as by links, and wait for each."""
    for number in range(count):
        route, said = SCREENS[number % len(SCREENS)]
        screen.page.evaluate("(route) => { location.hash = route; }", route)
        screen.wait_for(said)


def begin_morning(days: Path, ahead: int) -> None:
    """Let the server's clock say nine in the morning, this many days ahead."""
    draft = days.with_suffix(".draft")
    draft.write_text(str(ahead), encoding="ascii")
    draft.replace(days)


def an_hour_of_session(screen: Screen, days: Path) -> int:
    """Guided sessions, each on a later morning, until an hour has passed on their clock; how many."""
    sessions = 0
    end = time.monotonic() + HOUR_S / FACTOR
    for morning in itertools.count(1):
        begin_morning(days, morning)
        for route in ("/", "/session"):
            screen.page.evaluate("(route) => { location.hash = route; }", route)
            screen.page.wait_for_timeout(TIDY_S * 1000)  # the app looks at the clock every 30 seconds
        sessions += screen.has("button", "I'm ready")
        while screen.route == "/session":
            if time.monotonic() > end:
                return sessions
            screen.page.evaluate(TAP, ONWARD)
            screen.page.wait_for_timeout(500)
    return sessions


def _renderer(line: CDPSession) -> int:
    """The process that shows the page; the browser keeps spare ones, which have done nothing."""
    processes = line.send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [process for process in processes if process["type"] == "renderer"]
    return int(max(renderers, key=lambda process: float(process["cpuTime"]))["id"])


def main() -> int:
    """Measure and print; 1 if a bound is broken."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--changes", type=int, default=200, help="screen changes of each round")
    args = words.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data, port = Path(folder) / "data", free_port()
        days = data.with_name(DAYS)
        begin_morning(days, 0)
        yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011  the patient's day
        filling = ["demo", "--days", "60", "--until", str(yesterday), "--data", str(data)]
        subprocess.run([sys.executable, "-m", "homecare", *filling], check=True, stdout=subprocess.DEVNULL)
        serving = [sys.executable, "-m", "benchmarks._fast_server", str(data), str(port), str(FACTOR)]
        server = subprocess.Popen(serving, stdout=subprocess.DEVNULL)
        try:
            wait_for_port(port, time.perf_counter())
            browser = playwright.chromium.launch(executable_path=chromium)
            page = browser.new_page(viewport={"width": 390, "height": 844})
            screen = Screen(page, f"http://127.0.0.1:{port}/")
            screen.open(sees="Last 7 days")
            line = page.context.new_cdp_session(page)
            line.send("Performance.enable")
            watched = Watched(server.pid, page, line, _renderer(browser.new_browser_cdp_session()))
            watched.note("first screen")
            for turn in ("first", "next"):
                change_screens(screen, args.changes)
                watched.note(f"{turn} {args.changes} changes")
            sessions = an_hour_of_session(screen, days)
            screen.page.evaluate("() => { location.hash = '/'; }")
            watched.note(f"an hour of {sessions} session(s)")
            browser.close()
        finally:
            server.terminate()
            server.wait(timeout=30)
    _first, before, *after = watched.read
    worst = max(now[name] / before[name] for now in after for name in ("Python", "page"))
    told = "kept" if worst <= BOUND else "BROKEN"
    print(f"growth after the caches are full {worst:.3f}, bound {BOUND}: {told}")
    return 0 if worst <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
