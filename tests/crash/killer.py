"""Starts writers, kills them at random instants, and checks what they left behind."""

import os
import random
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from homecare.storage.store import Store
from tests.crash.writer import BUSY, FULL, TWIN, note_of, write_until_killed

MOST_RECORDS = 1500
LONGEST_LIFE_S = 0.15
ENDED = "ended by itself: "
"""Begins the line of a writer that an error ended before it was killed."""


@dataclass(slots=True)
class Tally:
    """The result of a run of kills; `faults` has a sentence for everything that was lost or torn."""

    kills: int = 0
    saved: int = 0
    times_full: int = 0
    times_busy: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Writer:
    """A running writer and the pipe it reports on."""

    process: int
    reports: int

    @classmethod
    def start(cls, folder: Path, name: str) -> "Writer":
        """A copy of this process that does nothing but write."""
        reports, acknowledge = os.pipe()
        process = os.fork()
        if process == 0:
            try:
                os.close(reports)
                write_until_killed(folder, name, acknowledge)
            except BaseException as fault:
                os.write(acknowledge, f"{ENDED}{fault!r}\n".encode())
            finally:
                os._exit(1)
        os.close(acknowledge)
        return cls(process, reports)

    def kill(self) -> tuple[list[str], bool]:
        """The ids it reported as saved, and whether it was alive until now."""
        os.kill(self.process, signal.SIGKILL)
        _, status = os.waitpid(self.process, 0)
        with os.fdopen(self.reports, "rb") as pipe:
            lines = pipe.read().decode().splitlines(keepends=True)
        return [line[:-1] for line in lines if line.endswith("\n")], os.WIFSIGNALED(status)


def kill_writers(
    folder: Path,
    *,
    kills: int,
    seed: int,
    writers: int = 2,
    told: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Kill `kills` times `writers` writers at random instants, checking the folder after every kill."""
    chance = random.Random(seed)
    tally = Tally()
    acknowledged: set[str] = set()
    while tally.kills < kills:
        running = [Writer.start(folder, f"{seed}-{tally.kills}-{n}") for n in range(writers)]
        select.select([running[0].reports], [], [], 10)
        for writer in running:
            time.sleep(chance.uniform(0, LONGEST_LIFE_S / writers))
            told_of, was_alive = writer.kill()
            ids = [line for line in told_of if line != BUSY and not line.startswith(ENDED)]
            tally.times_busy += told_of.count(BUSY)
            acknowledged.update(ids)
            tally.kills += 1
            tally.saved += len(set(ids) - {FULL})
            if not was_alive:
                why = next((line for line in told_of if line.startswith(ENDED)), ENDED)
                tally.faults.append(f"a writer {why}")
        tally.faults += faults_in(folder, acknowledged - {FULL})
        told(tally)
        is_full = FULL in acknowledged
        tally.times_full += is_full
        if is_full or len(acknowledged) > MOST_RECORDS or len(tally.faults) > 20:
            Store.open(folder).erase_everything()
            acknowledged.clear()
    return tally


def faults_in(folder: Path, acknowledged: set[str]) -> list[str]:
    """A sentence for each acknowledged record that is gone, and for all that is torn."""
    store = Store.open(folder)
    entries = {entry.id: entry for entry in store.all_entries()}
    sessions = {session.id for session in store.all_sessions()}
    store.settings()
    faults = [f"{id_} was reported as saved and is gone" for id_ in sorted(acknowledged - set(entries))]
    faults += [f"{id_} is not whole" for id_, entry in entries.items() if entry.notes != note_of(id_)]
    twins = {id_ for id_ in entries if id_.startswith(TWIN)}
    faults += [f"only half of {id_} was saved" for id_ in twins ^ sessions]
    return faults + [repr(notice) for notice in store.recovered]
