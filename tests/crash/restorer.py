"""Restores one backup in the place of another, again and again, killed at random instants."""

import os
import random
import time
from collections.abc import Mapping
from pathlib import Path

from homecare.domain.records.records import Records
from homecare.exchange.backup.backup import Backup, read
from homecare.exchange.backup.merge import merge
from homecare.handover.records import all_records
from homecare.storage.store import Store

FIRST_LIFE_S = 0.25
MOST_TURNS = 10
"""So many times the kills asked for, a busy machine may need to have both ended and unended restores."""


def restore(folder: Path, data: bytes, *, replacing: bool) -> None:
    """What `homecare restore` does, from the file's bytes to the folder."""
    store = Store.open(folder)
    preview = merge(all_records(store), read(data), patient=store.patient(), replacing=replacing)
    store.apply(preview.records, patient=preview.patient, replacing=preview.replacing)


def kill_restores(folder: Path, first: bytes, other: bytes, *, kills: int, seed: int) -> list[str]:
    """Kill restores that turn `first` into `other` and back; a sentence for each folder that is neither.

    A restore lives longer after each that was killed too early, and shorter after each that had ended: so
    the kills fall around the end of a restore however busy the machine is.
    """
    chance = random.Random(seed)
    backups = (first, other)
    known = [(read(data).records, read(data).patient) for data in backups]
    restore(folder, first, replacing=True)
    changed, kept, life = 0, 0, FIRST_LIFE_S
    for kill in range(kills * MOST_TURNS):
        if kill >= kills and changed and kept:
            break
        before = known.index(_state(folder))
        process = os.fork()
        if process == 0:
            try:
                restore(folder, backups[1 - before], replacing=True)
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0, life))
        os.kill(process, 9)
        os.waitpid(process, 0)
        state = _state(folder)
        if state not in known or Store.open(folder).recovered:
            return [f"after kill {kill} the folder is neither the one backup nor the other"]
        if known.index(state) == before:
            kept, life = kept + 1, life * 1.2
        else:
            changed, life = changed + 1, life / 1.2
    if not changed or not kept:
        return [f"the kills were too early or too late to tell anything: {changed} ended, {kept} did not"]
    return []


def _state(folder: Path) -> tuple[Records, Mapping[str, object]]:
    store = Store.open(folder)
    return all_records(store), store.patient()


def backup_of(records: Records, name: str, like: Backup) -> Backup:
    """The same backup with other records of another patient."""
    return Backup(
        records=records,
        patient={"name": name},
        exported_at=like.exported_at,
        app_version=like.app_version,
    )
