"""Several programs that save at the same time lose nothing of each other's."""

import json
import subprocess
import sys
from pathlib import Path

from homecare.storage.store import Store

WRITERS, EACH = 3, 40
WRITER = f"""
import sys
from pathlib import Path
from homecare.storage.store import Store
from tests.storage.examples import moment, rated
name, folder = sys.argv[1:]
store = Store.open(Path(folder))
sys.stdin.readline()
for number in range({EACH}):
    store.add_entry(rated(number % 11, moment(1 + number % 28), id_=f"{{name}}-{{number}}"))
    if number % 4 == 3:
        store.remove_entry(f"{{name}}-{{number - 1}}")
    store.save_patient({{**store.patient(), "last": name}})
"""


def test_three_programs_writing_at_once_lose_nothing(folder: Path) -> None:
    watching = Store.open(folder)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, f"w{n}", str(folder)], stdin=subprocess.PIPE)
        for n in range(WRITERS)
    ]
    for writer in writers:
        assert writer.stdin
        writer.stdin.write(b"go\n")
        writer.stdin.flush()
    while any(writer.poll() is None for writer in writers):
        seen = watching.all_entries()
        assert len({entry.id for entry in seen}) == len(seen)

    assert [writer.wait() for writer in writers] == [0] * WRITERS
    for writer in writers:
        assert writer.stdin
        writer.stdin.close()
    expected = {f"w{n}-{k}" for n in range(WRITERS) for k in range(EACH) if k % 4 != 2}
    assert {entry.id for entry in watching.all_entries()} == expected
    assert {entry.id for entry in Store.open(folder).all_entries()} == expected
    assert watching.recovered == []
    assert all(json.loads(path.read_text()) for path in folder.rglob("*.json"))
