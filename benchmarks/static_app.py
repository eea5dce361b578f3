"""The static app against a bare Flet page built as static files, in the same run: download and start.

`python -m benchmarks.static_app` builds both sites, serves both with the same small server (gzip, ETag), and
opens them in turn: each pair has a fresh browser profile, in which the first start is the cold one and the
second the warm one. "Usable" is the moment a named button stands in the tree that screen readers use. The
download is every byte of a first visit, with all that the app then keeps for use without a network. Prints
medians and where the time goes; exits with 1 if the download is more than 1.15 times as large or a start
takes more than 0.9 times as long (the median of the pairs).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks._bare_site import build_bare
from benchmarks._counting_server import CountingServer
from benchmarks.start import GIVE_UP_S, USABLE

MOST_DOWNLOAD, MOST_START = 1.15, 0.9
QUIET_S = 4.0
"""A download is over when nothing was sent for this long, in seconds."""

NOTE_FIRST_FRAME = (
    """addEventListener("flutter-first-frame", () => performance.mark("first frame"), { once: true });"""
)
STAGES = """() => Object.fromEntries([
  ...performance.getEntriesByType("paint").filter(({ name }) => name === "first-contentful-paint"),
  ...performance.getEntriesByType("mark").filter(({ name }) => /^(first frame$|python:)/.test(name)),
].map(({ name, startTime }) => [name, startTime / 1000]))"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One of the two, as it is served, with the button that makes it usable and what was measured."""

    name: str
    server: CountingServer
    button: str
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    stages: list[Mapping[str, float]] = field(default_factory=list)
    downloads: list[int] = field(default_factory=list)


def visited(browser: Browser, site: Site) -> None:
    """A first and a second start in a fresh profile."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(NOTE_FIRST_FRAME)
    before = site.server.sent
    site.cold.append(_start(context, site, leave=False))
    site.server.wait_until_quiet(QUIET_S)
    site.downloads.append(site.server.sent - before)
    context.pages[0].close()
    site.warm.append(_start(context, site, leave=True))
    context.close()


def _start(context: BrowserContext, site: Site, *, leave: bool) -> float:
    page = context.new_page()
    began = time.perf_counter()
    page.goto(site.server.address, wait_until="commit")
    while not page.evaluate(USABLE, site.button):
        if time.perf_counter() - began > GIVE_UP_S:
            raise SystemExit(f"static_app: waited {GIVE_UP_S:g} s for {site.button!r} of {site.name}")
        page.wait_for_timeout(20)
    took = time.perf_counter() - began
    if leave:
        site.stages.append(page.evaluate(STAGES))
        page.close()
    return took


def _report(bare: Site, ours: Site) -> bool:
    """Print the table; True if every bound is kept."""
    print(f"\n{'':18}{'download':>12}{'cold':>9}{'warm':>9}   (medians of {len(ours.cold)}; MB and seconds)")
    rows = {
        site.name: [median(values) for values in (site.downloads, site.cold, site.warm)]
        for site in (bare, ours)
    }
    for name, (download, cold, warm) in rows.items():
        print(f"{name:18}{download / 1e6:12.2f}{cold:9.2f}{warm:9.2f}")
    # Pair by pair: what slows the whole computer for a while slows both of a pair.
    pairs = ((ours.downloads, bare.downloads), (ours.cold, bare.cold), (ours.warm, bare.warm))
    ratios = [
        median(mine / other for mine, other in zip(mine_all, other_all, strict=True))
        for mine_all, other_all in pairs
    ]
    bounds = (MOST_DOWNLOAD, MOST_START, MOST_START)
    print(f"{'ratio':18}{ratios[0]:12.3f}{ratios[1]:9.3f}{ratios[2]:9.3f}")
    print(f"{'bound':18}{bounds[0]:12.2f}{bounds[1]:9.2f}{bounds[2]:9.2f}")
    print("\nWhere a warm start goes (seconds since the page was asked for, medians):")
    for site in (bare, ours):
        names = sorted({name for stages in site.stages for name in stages})
        times = {name: median(stages[name] for stages in site.stages if name in stages) for name in names}
        told = ", ".join(f"{name} {at:.2f}" for name, at in sorted(times.items(), key=lambda step: step[1]))
        print(f"  {site.name}: {told}, usable {median(site.warm):.2f}")
    return all(ratio <= bound for ratio, bound in zip(ratios, bounds, strict=True))


def _options(words: Sequence[str]) -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--pairs", type=int, default=5, help="visits of each, in turn")
    options.add_argument("--button", default="Set up", help="a button of homecare's first screen")
    options.add_argument("--no-compile", action="store_true", help="measure the app with Python's sources")
    return options.parse_args(words)


def main(words: Sequence[str] = ()) -> int:
    """Measure and print; 1 if a bound is broken."""
    args = _options(words)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        build_bare(folder / "bare")
        building = [sys.executable, "-m", "homecare", "pwa", "--output", str(folder / "ours")]
        subprocess.run(building + ["--no-compile"] * args.no_compile, check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=chromium)
        with CountingServer(folder / "bare") as for_bare, CountingServer(folder / "ours") as for_ours:
            bare = Site(name="bare Flet page", server=for_bare, button="Press")
            ours = Site(name="homecare pwa", server=for_ours, button=args.button)
            for _ in range(args.pairs):
                visited(browser, bare)
                visited(browser, ours)
        browser.close()
    return 0 if _report(bare, ours) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
