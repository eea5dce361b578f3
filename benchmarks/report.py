"""What the clinician's page costs with ten years of diary behind it, against a diary of one month.

`python -m benchmarks.report` prints the medians and their ratios, and exits with 1 if a bound fails. At most
1.5 times as long after ten years as after one month take: reading the records, making the report on the usual
28 days and writing it as PDF; `homecare export` of a page on all ten years, from start to end; and writing
that page alone. As HTML, where next to nothing but the rules takes time, the usual page is compared with a
season of 120 days, which fills every window the rules look at. Reading and reporting on all ten years inside
a process that runs already goes through 120 times as many records: it has a bound of its own. Each is
measured in turn with its baseline, so that a busy machine slows both alike; the ratios are of medians.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from homecare.content.library import Library
from homecare.demo.history import demo_history
from homecare.domain.records.records import Records
from homecare.domain.report.report import Period, Report, report, usual_period
from homecare.exchange.report.html import report_html
from homecare.exchange.report.pdf import report_pdf
from homecare.handover.records import records_for_report
from homecare.storage.store import Store

LAST = date(2026, 11, 22)
ZONE = ZoneInfo("Europe/London")
MADE = datetime(2026, 11, 22, 18, tzinfo=ZONE)
MONTH, SEASON, TEN_YEARS = 28, 120, 3_650
BOUND, WHOLE_BOUND = 1.5, 3.5
LIBRARY = Library()

Act = Callable[[], object]


def filled(folder: Path, days: int) -> Store:
    """A data folder with a history as the demo makes it."""
    made = demo_history(days=days, seed=1, until=LAST, zone=ZONE, library=LIBRARY)
    store = Store.open(folder)
    store.apply([*made.entries, *made.sessions, *made.needlings, *made.plan_events])
    return store


def page_of(store: Store, period: Period) -> Report:
    """The report as `homecare export` makes it."""
    records: Records = records_for_report(store, period, MADE)
    return report(records, LIBRARY, period, MADE, ZONE, share_notes=True)


def timed(act: Act) -> float:
    """How long `act` takes, in milliseconds."""
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def in_turn(ours: Act, base: Act, rounds: int) -> tuple[float, float]:
    """The medians of both, one of each per round, after one round that does not count."""
    ours(), base()
    both = [(timed(ours), timed(base)) for _ in range(rounds)]
    return median(seconds for seconds, _ in both), median(seconds for _, seconds in both)


def export(folder: Path, period: Period) -> None:
    """`homecare export` of the page on a period, as a process of its own."""
    words = [sys.executable, "-m", "homecare", "export", "--format", "pdf", "--notes", "--output", os.devnull]
    words += ["--from", f"{period.first}", "--to", f"{period.last}", "--data", str(folder)]
    subprocess.run(words, check=True)


def rows_of(folder: Path) -> dict[str, tuple[Act, Act, float]]:
    """What is measured, against what, and the bound of the ratio; the diaries are made in `folder`."""
    usual = usual_period(LAST)
    decade = Period(first=LAST - timedelta(days=TEN_YEARS - 1), last=LAST)
    old, season, new = (filled(folder / str(days), days) for days in (TEN_YEARS, SEASON, MONTH))
    page, long_page = page_of(new, usual), page_of(old, decade)
    return {
        "usual page, PDF": (
            lambda: report_pdf(page_of(old, usual)),
            lambda: report_pdf(page_of(new, usual)),
            BOUND,
        ),
        "usual page / a season": (
            lambda: report_html(page_of(old, usual)),
            lambda: report_html(page_of(season, usual)),
            BOUND,
        ),
        "ten years, export": (
            lambda: export(folder / str(TEN_YEARS), decade),
            lambda: export(folder / str(MONTH), usual),
            BOUND,
        ),
        "ten years, write PDF": (lambda: report_pdf(long_page), lambda: report_pdf(page), BOUND),
        "ten years, all of it": (
            lambda: report_pdf(page_of(old, decade)),
            lambda: report_pdf(page_of(new, usual)),
            WHOLE_BOUND,
        ),
    }


def main() -> int:
    """Print the table; 1 if a bound fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report")
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    broken = 0
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as made_folder:
        rows = rows_of(Path(made_folder))
        print(f"{'':22} {'ten years':>10} {'baseline':>10}  ratio (medians in ms)")
        for name, (ours, base, bound) in rows.items():
            ours_ms, base_ms = in_turn(ours, base, rounds)
            ratio = ours_ms / base_ms
            broken += ratio > bound
            told = "  FAILED" if ratio > bound else ""
            print(f"{name:22} {ours_ms:10.1f} {base_ms:10.1f} {ratio:6.2f}  (at most {bound:g}){told}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
