"""A damaged file never hides the rest of the diary, and is never dropped silently."""

import random
from pathlib import Path

import pytest

from homecare.storage.store import Store
from homecare.wording.storage_faults import recovery_line
from tests.storage.examples import moment, needled, rated, started, trained

FILES = ["diary/2026-11.json", "diary/2026-10.json", "needlings.json", "plan.json", "patient.json"]


@pytest.fixture
def filled(store: Store, folder: Path) -> Path:
    """A folder in which every file was saved twice, the second time with one more record."""
    for day in (1, 2):
        store.add_entry(rated(day, moment(day), id_=f"november-{day}"))
        store.add_entry(rated(day, moment(day, month=10), id_=f"october-{day}"))
        store.save_needling(needled(moment(day)))
        store.add_plan_events(started(moment(day)))
        store.save_patient({"visits": day})
    return folder


def counted(store: Store) -> dict[str, int]:
    months = [len([entry for entry in store.all_entries() if entry.at.month == month]) for month in (11, 10)]
    visits = store.patient().get("visits", 0)
    assert isinstance(visits, int)
    return dict(zip(FILES, (*months, len(store.needlings()), len(store.plan_events()), visits), strict=True))


def cut_to(share: float) -> object:
    return lambda data: data[: int(len(data) * share)]


def one_bit(position: float) -> object:
    def flip(data: bytes) -> bytes:
        at = min(int(len(data) * position), len(data) - 1)
        return data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]

    return flip


DAMAGES = {
    "empty": cut_to(0),
    "first line": cut_to(0.1),
    "half": cut_to(0.5),
    "last byte": lambda data: data[:-1],
    "bit in the header": one_bit(0.03),
    "bit in the checksum": one_bit(0.2),
    "bit in a record": one_bit(0.6),
    "zeros": lambda data: bytes(len(data)),
    "something else": lambda data: b"<html>not found</html>",
    "not text": lambda data: b"\xff\xfe\x00" * 50,
    "a list": lambda data: b"[]\n",
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_goes_back_to_its_previous_generation_and_says_so(
    filled: Path, name: str, damage: str
) -> None:
    path = filled / name
    ruined = DAMAGES[damage](path.read_bytes())  # type: ignore[operator]
    path.write_bytes(ruined)

    store = Store.open(filled)

    assert counted(store) == {**dict.fromkeys(FILES, 2), name: 1}
    notice = store.recovered[0]
    assert (notice.file, notice.outcome, notice.records) == (name, "previous-generation", 1)
    assert (filled / notice.kept_as).read_bytes() == ruined
    assert recovery_line(notice).startswith(f"{name} was damaged")
    assert len(store.recovered) == 1
    assert Store.open(filled).recovered == store.recovered
    assert counted(Store.open(filled)) == counted(store)
    store.confirm_recovered()
    assert (store.recovered, Store.open(filled).recovered) == ([], [])
    assert Store.open(filled).gaps == [notice]


def test_a_file_with_no_good_generation_is_set_aside_and_named_and_the_rest_opens(filled: Path) -> None:
    for name in ("diary/2026-11.json", "diary/2026-11.json.previous"):
        (filled / name).write_bytes(b"ruined " + name.encode())

    store = Store.open(filled)

    assert counted(store) == {**dict.fromkeys(FILES, 2), "diary/2026-11.json": 0}
    assert [recovery.outcome for recovery in store.recovered] == ["set-aside"]
    kept = {path.read_bytes() for path in (filled / "diary").glob("*.damaged-*")}
    assert kept == {b"ruined diary/2026-11.json", b"ruined diary/2026-11.json.previous"}
    store.add_entry(rated(3, moment(3)))
    assert len(Store.open(filled).all_entries()) == 3


def test_a_file_that_vanished_comes_back_from_its_previous_generation(filled: Path) -> None:
    (filled / "plan.json").unlink()

    store = Store.open(filled)

    assert len(store.plan_events()) == 1
    assert [(recovery.file, recovery.kept_as) for recovery in store.recovered] == [("plan.json", "")]


def test_a_save_onto_a_damaged_file_keeps_the_recovered_records(filled: Path) -> None:
    (filled / "diary/2026-11.json").write_bytes(b"")
    store = Store.open(filled)

    store.add_entry(rated(3, moment(3), id_="new"))

    found = {entry.id for entry in Store.open(filled).all_entries() if entry.at.month == 11}
    assert found == {"november-1", "new"}
    assert len(store.recovered) == 1


def test_damage_while_the_app_is_open_is_found_by_the_next_window(filled: Path) -> None:
    first = Store.open(filled)
    assert len(first.all_entries()) == 4
    path = filled / "diary/2026-11.json"
    path.write_bytes(path.read_bytes()[:-20])

    second = Store.open(filled)
    second.all_entries()

    assert len(second.recovered) == 1
    assert first.all_entries() == second.all_entries()


def test_no_flipped_bit_anywhere_changes_a_score_unnoticed(filled: Path) -> None:
    path = filled / "diary/2026-11.json"
    whole = path.read_bytes()
    chance = random.Random(22)
    for _ in range(150):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        store = Store.open(filled)
        pains = {entry.pain_now for entry in store.all_entries() if entry.at.month == 11}
        assert pains == ({1} if store.recovered else {1, 2})
        path.write_bytes(whole)


def test_a_damaged_version_file_does_not_lock_the_patient_out(filled: Path) -> None:
    (filled / "homecare.json").write_bytes(b"?")

    store = Store.open(filled)

    assert counted(store) == dict.fromkeys(FILES, 2)
    assert [recovery.file for recovery in store.recovered] == ["homecare.json"]


def test_a_session_in_a_damaged_month_is_recovered_with_its_entries(store: Store, folder: Path) -> None:
    session = trained(moment(1))
    store.add_session(session, entry=rated(2, moment(1)))
    store.add_entry(rated(3, moment(2)))
    (folder / "diary/2026-11.json").write_bytes(b"{")

    again = Store.open(folder)

    assert again.all_sessions() == [session]
    assert [entry.pain_now for entry in again.all_entries()] == [2]


def test_a_record_that_cannot_be_read_is_told_and_left_and_hides_no_other(store: Store, folder: Path) -> None:
    good, bad = rated(6, moment(22)), rated(5, moment(21))
    object.__setattr__(bad, "pain_now", 11)
    store.apply([bad, good])

    assert store.all_entries() == [good]
    assert [(recovery.outcome, recovery.record) for recovery in store.recovered] == [
        ("unreadable-record", bad.id)
    ]
    store.all_entries()
    assert len(store.recovered) == 1
    assert bad.id in (folder / "diary/2026-11.json").read_text()


def test_a_file_that_a_sync_program_took_away_is_named_until_it_is_confirmed(filled: Path) -> None:
    for path in (filled / "diary").glob("2026-10.json*"):
        path.unlink()

    store = Store.open(filled)

    assert [(found.file, found.outcome) for found in store.recovered] == [("diary/2026-10.json", "gone")]
    store.add_entry(rated(4, moment(4, month=10)))  # the file is there again, what it held is not
    assert [found.outcome for found in Store.open(filled).recovered] == ["gone"]
    Store.open(filled).confirm_recovered()
    assert Store.open(filled).recovered == []
    assert [gap.file for gap in Store.open(filled).gaps] == ["diary/2026-10.json"]


def test_a_file_that_comes_back_by_itself_is_no_gap(filled: Path) -> None:
    moved = {path: path.read_bytes() for path in (filled / "diary").glob("2026-10.json*")}
    for path in moved:
        path.unlink()
    assert [found.outcome for found in Store.open(filled).recovered] == ["gone"]
    for path, data in moved.items():
        path.write_bytes(data)

    store = Store.open(filled)

    assert (store.recovered, store.gaps) == ([], [])


COPIES = (
    "homecare (1).json",
    "diary/2026-11 (conflicted copy).json",
    "diary/2026-11.sync-conflict-20261103-101500-ABCDEFG.json",
    "diary/2026-11-LAPTOP.json",
    "plan 2.json",
)


def test_copies_that_a_sync_program_left_are_named_and_not_read(filled: Path) -> None:
    for name in COPIES:
        (filled / name).write_bytes((filled / "diary/2026-11.json").read_bytes())
    (filled / "holiday.json").write_text('{"somebody": "else"}')

    store = Store.open(filled)

    assert {found.file for found in store.recovered} == set(COPIES)
    assert store.gaps == []
    assert len(store.all_entries()) == 4
    store.confirm_recovered()
    assert Store.open(filled).recovered == []


def test_a_folder_of_0_1_0_lists_its_files_with_the_first_save(filled: Path) -> None:
    """0.1.0 wrote no list: nothing is missing from it, and what is there then is noticed when it goes."""
    for path in filled.glob("files.json*"):
        path.unlink()
    assert Store.open(filled).recovered == []

    Store.open(filled).add_entry(rated(5, moment(5)))
    for path in filled.glob("needlings.json*"):
        path.unlink()

    assert [found.file for found in Store.open(filled).recovered] == ["needlings.json"]


def test_what_is_missing_stays_known_through_a_backup(filled: Path, tmp_path: Path) -> None:
    for name in ("diary/2026-11.json", "diary/2026-11.json.previous"):
        (filled / name).write_bytes(b"ruined")
    store = Store.open(filled)
    entries = store.all_entries()
    other = Store.open(tmp_path / "other")

    other.apply(entries, gaps=store.gaps)

    assert other.gaps == store.gaps
    assert [found.kept_as for found in other.recovered] == [""]  # the damaged file stayed on the old device
