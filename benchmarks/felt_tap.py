"""What a finger feels: from a tap to what it asked for, against a bare Flet page in the same run.

`python -m benchmarks.felt_tap` opens a Flet page of one button and one text, and `homecare serve` with a
month and with ten years of diary. In turn it taps the bare button until its text has changed, a pain number
on Today until "Saved" stands there, and the Diary tab until its screen is shown. Times are taken in the page,
by the tree that screen readers use. Prints median and 95th percentile; exits with 1 where a median of
homecare's is more than 2 times the bare page's, or more than 1.2 times as long with ten years of diary.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.start import GIVE_UP_S, USABLE, free_port, prepared, running, wait_for_port

MOST_OF_BARE = 2.0
MOST_OF_MONTH = 1.2
HISTORIES = {"a month": 30, "ten years": 3650}
BARE = """
import sys
import flet as ft

def main(page):
    said = ft.Text("0")
    def press():
        said.value = str(int(said.value) + 1)
        page.update()
    page.add(said, ft.FilledButton("Press", on_click=press))

ft.run(main, port=int(sys.argv[1]), view=ft.AppView.WEB_BROWSER, no_cdn=True)
"""
FELT = """([role, name, shown]) => new Promise((done, fail) => {
  const host = document.querySelector("flt-semantics-host");
  const said = (node) => (node.getAttribute("aria-label") || node.textContent || "").trim();
  const all = (rule) => [...host.querySelectorAll(rule)];
  const button = all(`[role=${role}]`).find((node) => said(node).startsWith(name));
  if (!button) return fail(new Error(`no ${role} ${name} among ${all(`[role=${role}]`).map(said)}`));
  const spoken = "[role=button], [role=heading], h1, h2, span, flt-semantics";
  const there = () => all(spoken).some((node) => said(node) === shown);
  const began = performance.now();
  const look = () => {
    if (!there()) return;
    watch.disconnect();
    done(performance.now() - began);
  };
  const watch = new MutationObserver(look);
  watch.observe(host, { subtree: true, childList: true, attributes: true, characterData: true });
  setTimeout(() => { watch.disconnect(); fail(new Error(`${shown} never came`)); }, 20000);
  button.click();
})"""


@dataclass(kw_only=True)
class Felt:
    """Milliseconds from taps to what they asked for."""

    taps: dict[str, list[float]] = field(default_factory=dict)

    def tap(self, page: Page, kind: str, role: str, name: str, shown: str) -> None:
        """Tap, and note how long it took under this kind."""
        self.taps.setdefault(kind, []).append(page.evaluate(FELT, [role, name, shown]))

    def median(self, kind: str) -> float:
        """The middle of one kind."""
        return median(self.taps[kind])

    def row(self, kind: str) -> str:
        """Median and 95th percentile."""
        return f"{self.median(kind):8.0f} {quantiles(self.taps[kind], n=20)[-1]:8.0f}"


def opened(browser: Browser, port: int, button: str) -> Page:
    """A phone on this port, once it shows the button."""
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
    began = time.perf_counter()
    while not page.evaluate(USABLE, button):
        if time.perf_counter() - began > GIVE_UP_S:
            raise SystemExit(f"felt_tap: waited {GIVE_UP_S:g} s for {button!r}")
        page.wait_for_timeout(20)
    page.wait_for_timeout(1000)
    return page


def one_round(number: int, bare: tuple[Page, Felt], ours: dict[str, tuple[Page, Felt]]) -> None:
    """Each page is tapped once in turn: what slows the computer for a while slows all of them."""
    page, felt = bare
    felt.tap(page, "button", "button", "Press", str(number + 1))
    score, before = (3, 6) if number % 2 else (6, 3)
    for page, felt in ours.values():
        instead = f" instead of {before}" if number else ""
        felt.tap(page, "pain", "button", f"Pain {score} of 10", f"Saved: pain {score} of 10{instead}")
        felt.tap(page, "tab", "tab", "Diary", "Add an entry")
        felt.tap(page, "back", "tab", "Today", "Something is wrong?")


def main() -> int:
    """Measure and print; 1 if a bound is broken."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--rounds", type=int, default=20, help="taps of each kind")
    args = words.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright, ExitStack() as stack:
        folder = Path(made)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium)
        bare = opened(browser, _serving(stack, [sys.executable, str(folder / "bare.py")]), "Press"), Felt()
        ours = {}
        for name, days in HISTORIES.items():
            place = folder / name.replace(" ", "-")
            place.mkdir()
            _bare, serve = prepared(place, days=days)
            ours[name] = opened(browser, _serving(stack, serve), "Settings"), Felt()
        for number in range(args.rounds):
            one_round(number, bare, ours)
        browser.close()
    return _table(bare[1], {name: felt for name, (_page, felt) in ours.items()})


def _serving(stack: ExitStack, command: list[str]) -> int:
    port = free_port()
    began = stack.enter_context(running([*command, str(port)]))
    wait_for_port(port, began)
    return port


def _table(bare: Felt, ours: dict[str, Felt]) -> int:
    print(f"{'':28} {'median':>8} {'95 %':>8}   (milliseconds)")
    print(f"{'bare Flet page, button':28} {bare.row('button')}")
    broken = False
    month = next(iter(ours.values()))
    for kind, words in (("pain", "pain number to Saved"), ("tab", "Diary tab"), ("back", "Today tab")):
        for name, felt in ours.items():
            of_bare = felt.median(kind) / bare.median("button")
            of_month = felt.median(kind) / month.median(kind)
            broken = broken or of_bare > MOST_OF_BARE or of_month > MOST_OF_MONTH
            print(
                f"{f'{words}, {name}':28} {felt.row(kind)}   {of_bare:.2f} of bare "
                f"(at most {MOST_OF_BARE:g}), {of_month:.2f} of a month (at most {MOST_OF_MONTH:g})"
            )
    print("BROKEN" if broken else "kept")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
