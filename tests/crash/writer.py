"""A program that saves without pause and reports each record once the store says that it is saved."""

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from homecare.domain.records.settings import Settings
from homecare.storage.errors import BusyError, DiskFullError
from homecare.storage.store import Store
from tests.storage.examples import moment, rated, trained

TWIN = "twin-"
"""Starts the ids of a session and an entry that were saved together."""


FULL = "the disk is full"
"""Reported once by a writer that finds no room; it keeps trying."""


BUSY = "the other writer was busy"
"""Reported each time a writer waited in vain for the lock, as on an overloaded machine; it goes on."""


def note_of(id_: str) -> str:
    """The note a whole entry with this id carries."""
    return f"{id_} " * 20


def write_until_killed(folder: Path, name: str, acknowledge: int) -> None:
    """Save without pause, and write each saved id to `acknowledge`."""
    is_full = False
    for id_ in saves(Store.open(folder), name):
        if id_ == FULL and is_full:
            continue
        is_full = is_full or id_ == FULL
        if id_:
            os.write(acknowledge, f"{id_}\n".encode())


def saves(store: Store, name: str) -> Iterator[str]:
    """Save entries, move them between months and save sessions, for ever.

    Gives the id of each new record once the store has saved it, "" after a change to what was known already,
    FULL when there was no room, and BUSY when the lock could not be had.
    """
    chance = random.Random(name)
    number = 0
    while True:
        number += 1
        id_ = f"{name}-{number}"
        entry = rated(number % 11, moment(chance.randint(1, 28)), note=note_of(id_), id_=id_)
        try:
            if number % 7 == 0:
                entry = replace(entry, id=TWIN + id_, notes=note_of(TWIN + id_))
                session = replace(trained(entry.at), id=TWIN + id_)
                store.add_session(session, entry=entry)
            else:
                store.add_entry(entry)
            yield entry.id
            if number % 5 == 0:
                at = moment(chance.randint(1, 28), month=chance.randint(1, 12))
                store.replace_entry(replace(entry, at=at))
                yield ""
            if number % 11 == 0:
                store.apply([replace(entry, pain_now=0), Settings(clinic_phone=str(number))])
                yield ""
        except DiskFullError:
            yield FULL
        except BusyError:
            yield BUSY
