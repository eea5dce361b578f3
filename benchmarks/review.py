"""What it costs to read ten thousand patients, a year each, against `json.loads` on the same files.

`python -m benchmarks.review [--files N]` writes that many exports into a temporary folder, made from a few
demo histories with ids of their own, and removes them afterwards: 4.8 GB, in TMPDIR where that is set. It
exits with 1 if a bound fails:

* the peak memory of all processes at 10,000 files is at most 1.2 times that at 100;
* a file takes at most 16 times the processor time of reading it and running `json.loads` on it, shared by
  the processes. A summary cannot be had for less than about 10: text to JSON within bounds takes 2.5 times
  `json.loads`, a thousand records checked as `restore` checks them 6, the rules of a summary 4. Processor
  time, since another program on the machine changes the time by the clock fivefold. The floor is measured
  half before and half after.
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from homecare.content.library import Library
from homecare.demo.history import demo_history
from homecare.domain.records.records import Records
from homecare.exchange.backup.backup import Backup, export

MANY, FEW = 10_000, 100
MEMORY_BOUND, TIME_BOUND = 1.2, 16.0
MADE = datetime(2026, 11, 22, 18, tzinfo=UTC)
ID = re.compile(rb"\b[0-9a-f]{8}(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)")


def diaries() -> Iterator[bytes]:
    """A year of each of a few demo patients."""
    library, zone = Library(), ZoneInfo("Europe/Berlin")
    for seed in range(1, 6):
        made = demo_history(days=365, seed=seed, until=date(2026, 11, 22), zone=zone, library=library)
        records = Records(
            entries=made.entries, sessions=made.sessions, needlings=made.needlings, plan=made.plan_events
        )
        yield export(Backup(records=records, exported_at=MADE, app_version="0"))


def write_files(folder: Path, count: int) -> int:
    """Write the files, a hundred to a folder; the bytes of one of them."""
    pieces = []
    for data in diaries():
        heads = ID.findall(data)
        pieces.append((ID.split(data), [int(head, 16) for head in heads]))
    size = 0
    for number in range(count):
        texts, heads = pieces[number % len(pieces)]
        shift = number * 2_654_435_761
        parts = [texts[0]]
        for head, text in zip(heads, texts[1:], strict=True):
            parts += (b"%08x" % ((head + shift) & 0xFFFFFFFF), text)
        path = folder / f"{number // FEW:03}" / f"{number:05}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"".join(parts))
        size = path.stat().st_size
    return size


def review(folders: Sequence[Path]) -> tuple[float, int]:
    """Processor seconds and peak memory (kB), summed over its processes, of reviewing folders of files."""
    began = _used_by_children()
    words = [sys.executable, "-m", "homecare", "review", *map(str, folders), "--output", os.devnull]
    running = subprocess.Popen(words)
    peaks: dict[int, int] = {}
    while running.poll() is None:
        for process in (running.pid, *_children(running.pid)):
            peaks[process] = max(peaks.get(process, 0), _peak(process))
        time.sleep(0.05)
    if running.returncode:
        raise SystemExit(f"homecare review ended with {running.returncode}")
    return _used_by_children() - began, sum(peaks.values())


def plain(folders: Sequence[Path]) -> float:
    """Processor seconds that reading the files and running `json.loads` on each takes."""
    began = time.process_time()
    for folder in folders:
        for path in sorted(folder.iterdir()):
            json.loads(path.read_bytes())
    return time.process_time() - began


def _used_by_children() -> float:
    """Processor seconds of all processes started here that have ended, and of those that they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _children(process: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _peak(process: int) -> int:
    """The most memory a process has held so far, in kB; 0 once it is gone."""
    try:
        told = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", told)
    return int(found.group(1)) if found else 0


def main() -> int:
    """Measure, print, and give the exit status."""
    asked = argparse.ArgumentParser(description="Review of many files against json.loads.")
    asked.add_argument("--files", type=int, default=MANY)
    count = asked.parse_args().files
    with tempfile.TemporaryDirectory(prefix="homecare-review-") as made:
        size = write_files(Path(made), count)
        folders = sorted(Path(made).iterdir())
        review(folders[:1])
        few = max(review(folders[:1])[1] for _turn in range(2))
        half = len(folders) // 2
        floor = plain(folders[:half])
        took, many = review(folders)
        floor += plain(folders[half:])
    memory, ratio = many / few, took / floor
    print(f"{count} files of {size / 1000:.0f} kB, {os.cpu_count()} cores")
    print(f"a file: json.loads {1000 * floor / count:.2f} ms, review {1000 * took / count:.2f} ms")
    print(f"time: {ratio:.2f} times json.loads (at most {TIME_BOUND})")
    print(f"memory: {few / 1000:.0f} MB at {FEW} files, {many / 1000:.0f} MB at {count}: {memory:.2f} times")
    return 0 if ratio <= TIME_BOUND and memory <= MEMORY_BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
