"""A program that saves without pause and reports each record once the store says that it is saved."""

import os
import random
from dataclasses import replace
from pathlib import Path

from homecare.domain.settings import Settings
from homecare.storage.errors import DiskFullError
from homecare.storage.store import Store
from tests.storage.examples import moment, rated, trained

TWIN = "twin-"
"""Begins the ids of a session and an entry that were saved together."""


FULL = "the disk is full"
"""Reported once by a writer that finds no room; it goes on trying."""


def note_of(id_: str) -> str:
    """The note a whole entry with this id carries."""
    return f"{id_} " * 20


def write_until_killed(folder: Path, name: str, acknowledge: int) -> None:
    """Save entries, move them between months and save sessions, and write each saved id to `acknowledge`."""
    chance = random.Random(name)
    store = Store.open(folder)
    number, is_full = 0, False
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
            os.write(acknowledge, f"{entry.id}\n".encode())
            if number % 5 == 0:
                store.replace_entry(
                    replace(entry, at=moment(chance.randint(1, 28), month=chance.randint(1, 12)))
                )
            if number % 11 == 0:
                store.apply([replace(entry, pain_now=0), Settings(clinic_phone=str(number))])
        except DiskFullError:
            if not is_full:
                os.write(acknowledge, f"{FULL}\n".encode())
            is_full = True
