"""What is stored is written down field by field: who changes it decides what becomes of old files.

`old/fields.json` has, for each schema version, the fields of every value that is stored. The list of version
1 is never edited: homecare 0.1.0 wrote it. That of the newest version may grow until it has been released,
since no app exists that would drop the new field. After that, a new field raises the number in
homecare/storage/migrations.py, with a step that leads on from the version before, and that of the JSON export
in homecare/exchange/backup/backup.py.
`python -m tests.storage.test_stored_fields` prints the list as the code has it now.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from homecare.documents import PLAN_KINDS
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling
from homecare.domain.records.session import Session
from homecare.domain.records.settings import Settings
from homecare.storage.migrations import CURRENT

LISTS = Path(__file__).parent / "old" / "fields.json"


def stored() -> dict[str, list[str]]:
    """The fields of every value that is stored, by the value's name."""
    found: dict[str, list[str]] = {}
    waiting: list[Any] = [DiaryEntry, Session, Needling, Settings, *PLAN_KINDS.values()]
    while waiting:
        kind = waiting.pop()
        if kind.__name__ in found:
            continue
        found[kind.__name__] = [field.name for field in fields(kind)]
        waiting += (value for hint in get_type_hints(kind).values() for value in _values_in(hint))
    return {name: found[name] for name in sorted(found)}


def _values_in(hint: Any) -> Iterator[Any]:
    if is_dataclass(hint):
        yield hint
    for arg in get_args(hint):
        yield from _values_in(arg)


def test_the_stored_fields_are_those_written_down_for_this_version() -> None:
    written = json.loads(LISTS.read_bytes())

    assert list(written) == [str(version) for version in range(1, CURRENT.version + 1)]
    assert written[str(CURRENT.version)] == stored()


if __name__ == "__main__":
    print(json.dumps({str(CURRENT.version): stored()}, indent=1))
