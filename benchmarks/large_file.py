"""How long anything stands still while the largest diary is read and shown, served and static.

`python -m benchmarks.large_file` chooses a backup of 60 MB (ten years, four long notes a day) in Restore, in
Chromium, and waits for what would change. Meanwhile the page notes the longest time in which it could do
nothing, and requests to the server note the longest in which that answered no other window. Prints both,
with what the same watches note while nothing is read, which is the computer's own share; exits with 1 if the
median of the readings is above 0.2 s. The static app's Python has a thread of its own, not the page's.
"""

import argparse
import http.client
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Self
from uuid import uuid4

from playwright.sync_api import Browser, sync_playwright

from benchmarks._counting_server import CountingServer
from benchmarks.start import USABLE, free_port, running, wait_for_port
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.records import Records
from homecare.exchange.backup import backup
from homecare.exchange.backup.backup import Backup

MOST_S = 0.2
IDLE_S = 3.0
GIVE_UP_S = 300.0
LAST = datetime(2026, 11, 22, 20, tzinfo=UTC)
SENTENCE = "Stairs hurt in the morning, better after the walk, worse again after the shift."
ENTRIES = 10 * 365 * 4
CHOOSE, SHOWN = "Choose a file", "Bring it back"
# A timer of 0 ms is late by as long as the page could do nothing.
WATCH = """() => {
  const line = new MessageChannel();
  let last = performance.now();
  window.homecareGap = 0;
  line.port1.onmessage = () => {
    const now = performance.now();
    window.homecareGap = Math.max(window.homecareGap, now - last);
    last = now;
    setTimeout(() => line.port2.postMessage(0), 5);
  };
  line.port2.postMessage(0);
}"""

TAKEN = "() => { const gap = window.homecareGap; window.homecareGap = 0; return gap; }"


def large_backup() -> bytes:
    """A backup of about 60 MB that a patient could have."""
    entries = []
    for n in range(ENTRIES):
        at = LAST - timedelta(days=n // 4, hours=3 * (n % 4))
        entries.append(
            DiaryEntry(id=str(uuid4()), at=at, created_at=at, edited_at=at, pain_now=4, notes=SENTENCE * 49)
        )
    records = Records(entries=tuple(entries))
    return backup.export(Backup(records=records, exported_at=LAST, app_version="0.1.0"))


@dataclass(slots=True)
class Still:
    """The longest standstills, in seconds, one per reading: of the server, of the page, of both when idle."""

    server: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    idle_server: list[float] = field(default_factory=list)
    idle_page: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)


class Answering:
    """Asks the server again and again while inside; `taken` gives the longest it took to answer."""

    def __init__(self, port: int) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=GIVE_UP_S)
        self._over = threading.Event()
        self._longest = 0.0
        self._asking = threading.Thread(target=self._ask)

    def __enter__(self) -> Self:
        self._asking.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._asking.join()
        self._line.close()

    def taken(self) -> float:
        """Seconds, since the last call."""
        longest, self._longest = self._longest, 0.0
        return longest

    def _ask(self) -> None:
        while not self._over.wait(0.01):
            began = time.perf_counter()
            self._line.request("HEAD", "/manifest.json")
            self._line.getresponse().read()
            self._longest = max(self._longest, time.perf_counter() - began)


def watched(browser: Browser, address: str, file: Path, server: Callable[[], float], still: Still) -> None:
    """Choose the file in a fresh profile, wait for its preview, and note what stood still."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(GIVE_UP_S * 1000)
    page.goto(f"{address}#/share/restore", wait_until="commit")
    while not page.evaluate(USABLE, CHOOSE):
        page.wait_for_timeout(20)
    page.wait_for_timeout(IDLE_S * 1000)  # the start's own work ends
    page.evaluate(WATCH)
    server()
    page.wait_for_timeout(IDLE_S * 1000)
    still.idle_page.append(page.evaluate(TAKEN) / 1000)
    still.idle_server.append(server())
    box = page.get_by_role("button", name=CHOOSE).bounding_box()
    assert box is not None
    with page.expect_file_chooser() as chooser:
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    began = time.perf_counter()
    chooser.value.set_files(file)
    while not page.evaluate(USABLE, SHOWN):
        if time.perf_counter() - began > GIVE_UP_S:
            raise SystemExit("large_file: the preview did not come")
        page.wait_for_timeout(50)
    still.took.append(time.perf_counter() - began)
    still.page.append(page.evaluate(TAKEN) / 1000)
    still.server.append(server())
    context.close()


def _told(form: str, still: Still, *, with_server: bool) -> float:
    """Print the medians; the longest that counts."""
    print(f"{form}: read in {median(still.took):.1f} s; longest standstills, medians of {len(still.took)}:")
    rows = [("page", still.page, still.idle_page)]
    if with_server:
        rows.append(("server", still.server, still.idle_server))
    for name, reading, idle in rows:
        print(f"  {name:7} {median(reading):.3f} s reading, {median(idle):.3f} s idle")
    return max(median(reading) for _name, reading, _idle in rows)


def main() -> int:
    """Measure and print; 1 if anything stood still too long."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--times", type=int, default=3, help="readings of each form")
    args = words.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    app = [sys.executable, "-m", "homecare"]
    served, static = Still(), Still()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder, port = Path(name), free_port()
        file = folder / "backup.json"
        file.write_bytes(large_backup())
        print(f"a backup of {file.stat().st_size / 1e6:.1f} MB")
        subprocess.run([*app, "pwa", "--output", str(folder / "site")], check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=chromium)
        serving = [*app, "serve", "--data", str(folder / "data"), "--no-browser", "--port", str(port)]
        with running(serving) as began, CountingServer(folder / "site") as site:
            wait_for_port(port, began)
            with Answering(port) as answering:
                for _ in range(args.times):
                    watched(browser, f"http://127.0.0.1:{port}/", file, answering.taken, served)
                    watched(browser, site.address, file, lambda: 0.0, static)
        browser.close()
    longest = max(_told("served", served, with_server=True), _told("static", static, with_server=False))
    print(f"longest {longest:.3f} s, bound {MOST_S}: {'kept' if longest <= MOST_S else 'BROKEN'}")
    return 0 if longest <= MOST_S else 1


if __name__ == "__main__":
    sys.exit(main())
