"""Restores one backup in the place of another, again and again, killed at random instants."""

import os
import random
import time
from pathlib import Path

from homecare.domain.records.records import Records
from homecare.exchange.backup.backup import Backup, read
from homecare.exchange.backup.merge import merge
from homecare.handover.records import all_records
from homecare.storage.store import Store

LONGEST_LIFE_S = 0.25


def restore(folder: Path, data: bytes, *, replacing: bool) -> None:
    """What `homecare restore` does, from the file's bytes to the folder."""
    store = Store.open(folder)
    preview = merge(all_records(store), read(data), patient=store.patient(), replacing=replacing)
    store.apply(preview.records, patient=preview.patient, replacing=preview.replacing)


def kill_restores(folder: Path, first: bytes, other: bytes, *, kills: int, seed: int) -> list[str]:
    """Kill restores that turn `one` into `other` and back; a sentence for each folder that is neither."""
    chance = random.Random(seed)
    known = [(read(data).records, read(data).patient) for data in (first, other)]
    restore(folder, first, replacing=True)
    faults, seen = [], set()
    for kill in range(kills):
        process = os.fork()
        if process == 0:
            try:
                restore(folder, (other, first)[kill % 2], replacing=True)
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0, LONGEST_LIFE_S))
        os.kill(process, 9)
        os.waitpid(process, 0)
        store = Store.open(folder)
        state = (all_records(store), store.patient())
        if state not in known or store.recovered:
            faults.append(f"after kill {kill} the folder is neither the one backup nor the other")
        seen.add(known.index(state) if state in known else -1)
    if seen != {0, 1}:
        faults.append(f"the kills were too early or too late to tell anything: {seen}")
    return faults


def backup_of(records: Records, name: str, like: Backup) -> Backup:
    """The same backup with other records of another patient."""
    return Backup(
        records=records,
        patient={"name": name},
        exported_at=like.exported_at,
        app_version=like.app_version,
    )
