"""The part of `static_saving` that runs in the browser: a small diary and a long one, saved to in turn."""

import json
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median

from benchmarks.storage import LAST, diary, entry_at
from homecare.host.browser.host import BrowserHost
from homecare.storage.lock import no_lock
from homecare.storage.store import Store

Timed = Callable[[], Awaitable[float]]


async def run(sizes: str, report: Callable[[str], object]) -> None:
    """Measure diaries of these sizes ("90,10950") in turn, and report the medians in milliseconds."""
    counts = [int(size) for size in sizes.split(",")]
    saves = {count: await _saving(count) for count in counts}
    took: dict[int, list[float]] = {count: [] for count in counts}
    for _round in range(60):
        for count, save in saves.items():
            took[count].append(await save())
    report(json.dumps([median(took[count]) for count in counts]))


async def _saving(count: int) -> Timed:
    """Save one entry, time it, and remove it again, so that the diary keeps its size."""
    folder = Path(f"/diary-{count}")
    host = BrowserHost(RuntimeError, folder=folder, database=folder.name)
    await host.load()
    store = Store.open(folder, lock=no_lock)
    store.apply(diary(count))
    await host.settle()

    async def save() -> float:
        entry = entry_at(LAST)
        begin = time.perf_counter()
        store.add_entry(entry)
        await host.settle()
        took = (time.perf_counter() - begin) * 1000
        store.remove_entry(entry.id, day=entry.day)
        await host.settle()
        return took

    return save
