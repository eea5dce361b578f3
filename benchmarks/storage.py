"""What a save and a start cost after ten years, against named baselines measured in the same run.

`python -m benchmarks.storage` prints the medians and their ratios, and exits with 1 if a bound fails:
one insert at 10,950 entries (three a day for ten years) costs at most 1.3 times one at 30 entries, and at
most 4 times one of SQLite (write-ahead log, synchronous full); a start that reads what Today needs costs
at most 1.3 times a start when empty. Measurements of all baselines are interleaved, so that a busy machine
slows them alike; the ratios are of medians. The files are made in the current folder, which should be on a
disk, not in memory.
"""

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from uuid import uuid4

from tinydb import TinyDB, where

from homecare.documents import document_of
from homecare.domain.records.diary import DiaryEntry
from homecare.storage.store import Store

TEN_YEARS, MONTH = 10_950, 30
LAST = datetime(2026, 11, 22, 20, tzinfo=UTC)
NOTE = "Stairs hurt in the morning, better after the walk."
START = """
import sys
from datetime import date
from pathlib import Path
from homecare.storage.store import Store
Store.open(Path(sys.argv[1])).records(date(2026, 9, 23), date(2026, 11, 22))
"""

Timed = Callable[[], float]


def entry_at(at: datetime) -> DiaryEntry:
    """A day's usual entry."""
    return DiaryEntry(
        id=str(uuid4()),
        at=at,
        created_at=at,
        edited_at=at,
        pain_now=4,
        pain_worst=6,
        stiffness_min=15,
        quality=("dull", "stiff"),
        footwear="trainers",
        notes=NOTE,
    )


def diary(count: int) -> list[DiaryEntry]:
    """The latest `count` entries of a diary with three a day."""
    return [entry_at(LAST - timedelta(days=n // 3, hours=6 * (n % 3))) for n in range(count)]


def timed(act: Callable[[], object]) -> float:
    """How long `act` takes, in milliseconds."""
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def ours(folder: Path, count: int) -> Timed:
    """One insert into our store of `count` entries; it is removed again, so that the store keeps its size."""
    store = Store.open(folder)
    store.apply(diary(count))

    def insert() -> float:
        entry = entry_at(LAST)
        took = timed(lambda: store.add_entry(entry))
        store.remove_entry(entry.id, day=entry.day)
        return took

    return insert


def stock_tinydb(path: Path, count: int) -> Timed:
    """One insert into stock TinyDB, in one file."""
    database = TinyDB(path)
    database.insert_multiple(document_of(entry) for entry in diary(count))

    def insert() -> float:
        document = document_of(entry_at(LAST))
        took = timed(lambda: database.insert(document))
        database.remove(where("id") == document["id"])
        return took

    return insert


def sqlite(path: Path, count: int) -> Timed:
    """One insert into SQLite: write-ahead log, synchronous full, one JSON text per entry, keyed by id."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("pragma journal_mode = wal")
    database.execute("pragma synchronous = full")
    database.execute("create table entries (id text primary key, at text, document text)")
    database.execute("create index by_time on entries (at)")
    put = "insert into entries values (?, ?, ?)"
    rows = ((entry.id, entry.at.isoformat(), json.dumps(document_of(entry))) for entry in diary(count))
    database.execute("begin")
    database.executemany(put, rows)
    database.execute("commit")

    def insert() -> float:
        entry = entry_at(LAST)

        def act() -> None:
            database.execute(put, (entry.id, entry.at.isoformat(), json.dumps(document_of(entry))))

        took = timed(act)
        database.execute("delete from entries where id = ?", (entry.id,))
        return took

    return insert


def start(folder: Path) -> Timed:
    """A new process that opens the store and reads what Today needs."""
    words = [sys.executable, "-c", START, str(folder)]
    return lambda: timed(lambda: subprocess.run(words, check=True))


def measured(acts: dict[str, Timed], rounds: int) -> dict[str, list[float]]:
    """The times of each act, one of each per round, after one round that does not count."""
    for act in acts.values():
        act()
    times: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            times[name].append(act())
    return times


def main() -> int:
    """Print the table; 1 if a bound fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.storage")
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--starts", type=int, default=15)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as made:
        folder = Path(made)
        saves = measured(
            {
                "ours, 30": ours(folder / "small", MONTH),
                "ours, 10,950": ours(folder / "large", TEN_YEARS),
                "sqlite, 10,950": sqlite(folder / "sqlite.db", TEN_YEARS),
                "tinydb, 30": stock_tinydb(folder / "small.json", MONTH),
            },
            asked.rounds,
        )
        saves |= measured({"tinydb, 10,950": stock_tinydb(folder / "large.json", TEN_YEARS)}, 5)
        Store.open(folder / "empty")
        starts = measured(
            {"empty": start(folder / "empty"), "ten years": start(folder / "large")}, asked.starts
        )
    for title, table in (("one insert", saves), ("start with what Today needs", starts)):
        print(f"{title}, median ms")
        for name, times in table.items():
            print(f"  {name:16} {median(times):9.3f}")
    bounds = [
        ("insert at 10,950 / at 30", saves["ours, 10,950"], saves["ours, 30"], 1.3),
        ("insert at 10,950 / SQLite", saves["ours, 10,950"], saves["sqlite, 10,950"], 4.0),
        ("start with ten years / empty", starts["ten years"], starts["empty"], 1.3),
    ]
    broken = 0
    for name, times, baseline, bound in bounds:
        ratio = median(times) / median(baseline)
        broken += ratio > bound
        print(f"{name:30} {ratio:5.2f}  (at most {bound}){'  FAILED' if ratio > bound else ''}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
