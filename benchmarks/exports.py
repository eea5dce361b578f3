"""What ten years cost to export and to restore, against plain libraries that write or read the same bytes.

`python -m benchmarks.exports` prints the medians and their ratios, and exits with 1 if a bound fails: each
export of ten years takes at most 3 times what `json.dumps` or `csv.writer` takes for the same bytes; reading
and checking a backup at most 20 times what `json.loads` alone takes; storing it is given beside it. Each
export is measured in turn with its baseline, so that a busy machine slows both alike.
"""

import argparse
import csv
import gc
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from homecare.content.library import Library
from homecare.demo.history import demo_history
from homecare.domain.records.records import Records
from homecare.exchange.backup.backup import Backup, export, read
from homecare.exchange.backup.merge import merge
from homecare.exchange.fhir.bundle import fhir_bytes
from homecare.exchange.report.csv_table import table
from homecare.handover.records import all_records
from homecare.storage.store import Store

TEN_YEARS_DAYS = 3650
ZONE = ZoneInfo("Europe/Berlin")
MADE = datetime(2026, 11, 22, 18, tzinfo=UTC)
EXPORT_BOUND, READ_BOUND = 3.0, 20.0

Act = Callable[[], object]


def ten_years(library: Library) -> Backup:
    """A history as the demo makes it."""
    made = demo_history(days=TEN_YEARS_DAYS, seed=1, until=date(2026, 11, 22), zone=ZONE, library=library)
    records = Records(
        entries=made.entries,
        sessions=made.sessions,
        needlings=made.needlings,
        plan=made.plan_events,
        settings=made.settings,
    )
    return Backup(records=records, exported_at=MADE, app_version="0")


def plain_json(data: bytes) -> Act:
    """`json.dumps` to these bytes."""
    whole = json.loads(data)
    return lambda: json.dumps(whole, ensure_ascii=False).encode()


def plain_csv(data: bytes) -> Act:
    """`csv.writer` to these bytes."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    def write() -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        return text.getvalue().encode("utf-8-sig")

    return write


def restore_into(folder: Path, data: bytes) -> None:
    """What `homecare restore` does, into an empty folder."""
    store = Store.open(folder)
    preview = merge(all_records(store), read(data), patient={})
    store.apply(preview.records, patient=preview.patient)


def timed(act: Act) -> float:
    """How long `act` takes, in milliseconds."""
    gc.collect()
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def in_turn(ours: Act, plain: Act, rounds: int) -> tuple[float, float]:
    """The medians of both, one of each per round, after one round that does not count."""
    ours(), plain()
    both = [(timed(ours), timed(plain)) for _ in range(rounds)]
    return median(seconds for seconds, _ in both), median(seconds for _, seconds in both)


def main() -> int:
    """Print the table; 1 if a bound fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports")
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    library = Library()
    backup = ten_years(library)
    data = export(backup)
    backup = read(data)  # as the folder gives them: each record on its own
    whole = backup.records
    exports: dict[str, tuple[Act, Callable[[bytes], Act]]] = {
        "JSON / json.dumps": (lambda: export(backup), plain_json),
        "CSV / csv.writer": (lambda: table(whole.entries), plain_csv),
        "FHIR / json.dumps": (lambda: fhir_bytes(whole, library, MADE, ZONE), plain_json),
    }
    rows = []
    for name, (ours, plain) in exports.items():
        made = ours()
        assert isinstance(made, bytes)
        rows.append((name, len(made), *in_turn(ours, plain(made), rounds), EXPORT_BOUND))
    rows.append(
        (
            "read / json.loads",
            len(data),
            *in_turn(lambda: read(data), lambda: json.loads(data), rounds),
            READ_BOUND,
        )
    )
    print(f"ten years: {len(whole.entries)} entries, {len(whole.sessions)} sessions; medians in ms")
    broken = 0
    for name, size, ours_ms, plain_ms, bound in rows:
        ratio = ours_ms / plain_ms
        broken += ratio > bound
        told = "  FAILED" if ratio > bound else ""
        sizes = f"{size / 1e6:6.1f} MB {ours_ms:8.1f} {plain_ms:8.1f}"
        print(f"  {name:18} {sizes} {ratio:6.2f}  (at most {bound:g}){told}")
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as made_folder:
        took = timed(lambda: restore_into(Path(made_folder) / "new", data))
        print(f"  restore into an empty folder {took:9.1f}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
