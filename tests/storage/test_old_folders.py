"""A data folder of every released version opens in this one.

`old/<schema version>` is such a folder as that version wrote it; it is never edited. A new version adds
its own with `python -m tests.storage.test_old_folders FOLDER`.
"""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from homecare.documents import Record, document_of
from homecare.domain.records.diary import Site, corrected
from homecare.domain.records.plan import DoseDecided
from homecare.domain.records.settings import Settings
from homecare.storage.folder import Change, DataFolder
from homecare.storage.migrations import CURRENT
from homecare.storage.store import Store
from tests.storage.examples import moment, needled, rated, started, trained

OLD = Path(__file__).parent / "old"


def records() -> Sequence[Record]:
    """What every kept folder holds."""
    first = rated(6, moment(2), note="Grüße, “quoted”\n= 1 + 1", id_="entry-1")
    second = replace(
        rated(0, moment(28, 3, month=10), id_="entry-2"),
        location=(Site(region="heel", side="L", pain=4),),
        quality=("dull",),
        sleep_h=7.5,
    )
    return [
        corrected(first, replace(first, pain_now=None, stiffness_min=15), at=moment(2, 9)),
        second,
        replace(trained(moment(2)), id="session-1"),
        replace(needled(moment(3)), id="needling-1", heat_allowed=True),
        replace(started(moment(1)), id="plan-1"),
        DoseDecided(
            id="plan-2",
            at=moment(4),
            created_at=moment(4),
            edited_at=moment(4),
            condition="achilles-tendinopathy",
            item="heel-raise",
            advice="progress",
            accepted=True,
            changes={"reps": 15, "hold_s": 2.5},
            entries=("entry-1",),
            until=moment(4).date() + timedelta(days=7),
        ),
        Settings(theme="dark", clinic_phone="+44 20 7946 0000", heat_allowed=True),
    ]


def write(folder: Path) -> None:
    """Write the folder to keep."""
    Store.open(folder).apply(records(), patient={"name": "Ada"})
    (folder / ".lock").unlink()


@pytest.mark.parametrize("version", range(1, CURRENT.version + 1))
def test_a_folder_of_this_version_opens_with_every_record(version: int, folder: Path) -> None:
    shutil.copytree(OLD / str(version), folder)

    store = Store.open(folder)
    entry, second, session, needling, start, dose, choices = records()

    assert store.all_entries() == [second, entry]
    assert store.all_sessions() == [session]
    assert store.needlings() == [needling]
    assert store.plan_events() == [start, dose]
    assert store.settings() == choices
    assert store.patient() == {"name": "Ada"}
    assert store.recovered == []


YEARS = {"a year of another calendar": "1447-12-26", "a clock that was ahead": "2201-03-01"}


@pytest.mark.parametrize("day", YEARS.values(), ids=YEARS.keys())
def test_an_entry_of_a_year_that_0_1_0_took_is_kept_with_the_time_it_had(tmp_path: Path, day: str) -> None:
    """0.1.0 stored any year and offsets with seconds; a backup of it was refused."""
    entry = rated(4, moment(2), note="stairs\x0bdown")
    document = {**document_of(entry), "at": f"{day}T08:30:00+00:53:28", "notes": "stairs\x0bdown"}
    folder = DataFolder(tmp_path)
    folder.change([Change(file=f"diary/{day[:7]}.json", table="entries", id=entry.id, document=document)])

    store = Store.open(tmp_path)

    (kept,) = store.all_entries()
    assert kept.pain_now == 4
    assert 1900 <= kept.at.year <= 2200
    assert kept.notes == f"stairs\ndown\n[{day}T08:30:00+00:53:28]"
    assert store.recovered == []
    store.replace_entry(kept)
    assert Store.open(tmp_path).all_entries() == [kept]


if __name__ == "__main__":
    write(Path(sys.argv[1]))
