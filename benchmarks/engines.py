"""The first screen in Firefox and WebKitGTK, against a bare Flet page in the same engine and run.

`python -m benchmarks.engines` opens, in turn, a Flet page of one text and one button the way Flet serves it,
and `homecare serve` on a folder with a history; both servers are running already. Each page has a browser
with a fresh profile. "Usable" is the moment a named button stands in the tree that screen readers use. Prints
the medians, and exits with 1 if homecare takes more than 1.15 times as long (the median of the pairs).
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks.start import USABLE, free_port, prepared, running, wait_for_port
from tests.engines.drivers import Engine, Firefox, WebKit

BOUND = 1.15
GIVE_UP_S = 120.0


def webkit(folder: Path) -> WebKit:
    """WebKit with a language that a bare Flet page starts in."""
    return WebKit(folder, language="en_GB.UTF-8")


ENGINES: Mapping[str, Callable[[Path], Engine]] = {"firefox": Firefox, "webkit": webkit}


def measured(name: str, address: str, button: str) -> float:
    """Seconds from going to the address until the button is there."""
    with tempfile.TemporaryDirectory() as folder:
        engine = ENGINES[name](Path(folder) / name)
        try:
            began = time.perf_counter()
            engine.go(address)
            while not engine.run(USABLE, button):
                if time.perf_counter() - began > GIVE_UP_S:
                    raise SystemExit(f"engines: waited {GIVE_UP_S:g} s for {button!r} in {name}")
                time.sleep(0.005)
            return time.perf_counter() - began
        finally:
            engine.close()


def compared(name: str, bare_address: str, address: str, *, pairs: int) -> float:
    """Print both medians in this engine; the median ratio of the pairs."""
    bare, ours = [], []
    for _ in range(pairs + 1):
        bare.append(measured(name, bare_address, "Press"))
        ours.append(measured(name, address, "Settings"))
    # The first pair also fills the file cache of the system.
    ratio = median(mine / other for mine, other in zip(ours[1:], bare[1:], strict=True))
    print(f"{name:8} bare Flet page {median(bare[1:]):6.3f} s, homecare {median(ours[1:]):6.3f} s")
    print(f"{'':8} ratio {ratio:.3f}, bound {BOUND}: {'kept' if ratio <= BOUND else 'BROKEN'}")
    return ratio


def main() -> int:
    """Measure and print; 1 if the bound is broken in an engine."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--pairs", type=int, default=5, help="openings of each, in turn")
    words.add_argument("--days", type=int, default=60, help="days of history; 0 for an empty folder")
    args = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        addresses = []
        for command in prepared(Path(folder), days=args.days):
            port = free_port()
            began = servers.enter_context(running([*command, str(port)]))
            wait_for_port(port, began)
            addresses.append(f"http://127.0.0.1:{port}/")
        ratios = [compared(engine, *addresses, pairs=args.pairs) for engine in ENGINES]
    return 0 if max(ratios) <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
