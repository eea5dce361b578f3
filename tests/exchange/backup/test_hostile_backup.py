"""A backup from outside is read within bounds of memory, or refused in one sentence."""

import json
import tracemalloc
from pathlib import Path

import pytest

from homecare.content.library import Library
from homecare.domain.today.today import today
from homecare.exchange.backup.backup import export, read
from homecare.exchange.backup.merge import merge
from homecare.exchange.reading import strict_json
from homecare.exchange.reading.intake import IntakeError
from homecare.handover.records import all_records, records_for_today
from homecare.storage.store import Store
from tests.exchange.spoiling import variants
from tests.exchange.whole import BERLIN, MADE, whole

LIBRARY = Library()
MOST_MEMORY = 700 * 1024 * 1024


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def restore(data: bytes, store: Store) -> None:
    found = read(data)
    preview = merge(all_records(store), found, patient=store.patient())
    store.apply(preview.records, patient=preview.patient)


@pytest.mark.slow
def test_a_thousand_spoilt_backups_are_refused_or_really_valid(tmp_path: Path) -> None:
    data = export(whole())
    empty = Store.open(tmp_path / "kept")
    before = contents(tmp_path / "kept")
    refused, odd = 0, []
    for name, spoilt in variants(data, 1_000, seed=7):
        try:
            found = read(spoilt)
        except IntakeError as fault:
            refused += 1
            sentence = str(fault)
            if "\n" in sentence or not sentence.endswith(".") or len(sentence) > 500:
                odd.append(f"{name}: {sentence!r}")
        else:
            if read(export(found)) != found:
                odd.append(f"{name}: it does not come back as it was")
            today(found.records, LIBRARY, MADE, BERLIN)

    assert odd == []
    assert refused > 800
    assert empty.is_empty()
    assert contents(tmp_path / "kept") == before


def test_a_refused_backup_changes_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    restore(export(whole()), store)
    before = contents(tmp_path)
    for _name, spoilt in variants(export(whole()), 60, seed=11):
        try:
            read(spoilt)
        except IntakeError:
            with pytest.raises(IntakeError):
                restore(spoilt, store)

    assert contents(tmp_path) == before


def test_what_a_valid_backup_brings_never_stops_today(tmp_path: Path) -> None:
    """Names that this version's content does not know are ignored and break nothing."""
    strange = json.loads(export(whole()))
    for event in strange["plan"]["events"]:
        event |= {key: "unheard-of" for key in ("condition", "phase", "item", "exercise") if key in event}
    store = Store.open(tmp_path)
    restore(json.dumps(strange).encode(), store)

    assert today(records_for_today(store, MADE), LIBRARY, MADE, BERLIN).items == ()


BOMBS = {
    "larger than any diary": b" " * (strict_json.MOST_BYTES + 1),
    "millions of lists": b"[" + b"[]," * 9_000_000 + b"[]]",
    "a great many small objects": b"[" + b'{"a":1},' * 400_000 + b"{}]",
    "a million open lists": b"[" * 1_000_000,
    "a million open objects": b'{"a":' * 1_000_000,
    "a number of a million digits": b'{"format": "homecare", "version": ' + b"9" * 1_000_000 + b"}",
    "a text of ten million letters": b'{"format": "' + b"x" * 10_000_000 + b'"}',
}


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_refused_in_bounded_memory(bomb: bytes) -> None:
    tracemalloc.start()
    with pytest.raises(IntakeError):
        read(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < MOST_MEMORY


FIELDS = {
    "a text in place of a list": ("entries", "quality", "sharp"),
    "a pain of 11": ("entries", "pain_now", 11),
    "half a point of pain": ("entries", "pain_now", 3.5),
    "a truth in place of a score": ("entries", "pain_now", True),
    "a time without its offset": ("entries", "at", "2026-11-22T08:00:00"),
    "a time before calendars": ("entries", "at", "0001-01-01T00:00:00+00:00"),
    "an id that is none": ("entries", "id", "../../etc/passwd"),
    "a field nobody knows": ("entries", "frob", 1),
    "a side that is none": ("sessions", "exercises", [{"side": "up"}]),
    "a needling without a muscle": ("needlings", "muscles", []),
}


@pytest.mark.parametrize(("table", "field", "value"), FIELDS.values(), ids=FIELDS.keys())
def test_a_record_that_cannot_be_is_named(table: str, field: str, value: object) -> None:
    spoilt = json.loads(export(whole()))
    spoilt[table][0][field] = value

    with pytest.raises(IntakeError, match=f"Record 1 of {table}"):
        read(json.dumps(spoilt).encode())
