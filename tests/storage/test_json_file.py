"""The storage class serves any TinyDB, not only ours."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from homecare.storage.json_file import JsonFile


def test_a_plain_tinydb_finds_its_documents_again(tmp_path: Path) -> None:
    path = tmp_path / "plain.json"
    database = TinyDB(path, storage=JsonFile)
    database.insert({"pain": 3})
    database.insert_multiple([{"pain": 6}, {"pain": 1}])
    database.table("other").insert({"left": True})
    database.remove(where("pain") == 1)

    again = TinyDB(path, storage=JsonFile)

    assert [dict(document) for document in again.all()] == [{"pain": 3}, {"pain": 6}]
    assert again.count(where("pain") > 4) == 1
    assert again.tables() == {"_default", "other"}


def test_the_file_is_one_json_object_with_a_record_per_line(tmp_path: Path) -> None:
    path = tmp_path / "plain.json"
    TinyDB(path, storage=JsonFile).insert_multiple([{"pain": 3}, {"pain": 6}])

    text = path.read_text()

    assert json.loads(text)["tables"]["_default"] == {"1": {"pain": 3}, "2": {"pain": 6}}
    assert '"2": {"pain": 6}' in text.splitlines()


def test_what_was_read_cannot_be_changed_unsaved(tmp_path: Path) -> None:
    storage = JsonFile(tmp_path / "plain.json")
    storage.write({"table": {"1": {"pain": 3}}})
    tables = storage.read()
    assert tables

    with pytest.raises(TypeError):
        tables["table"]["1"]["pain"] = 4  # type: ignore[index]
    tables["another"] = {}

    assert JsonFile(tmp_path / "plain.json").read() == storage.read() == {"table": {"1": {"pain": 3}}}


def test_what_json_cannot_hold_is_refused_and_nothing_is_saved(tmp_path: Path) -> None:
    storage = JsonFile(tmp_path / "plain.json")
    storage.write({"table": {"1": {"pain": 3}}})

    with pytest.raises(ValueError, match="not JSON compliant"):
        storage.write({"table": {"1": {"pain": float("nan")}}})

    assert storage.read() == {"table": {"1": {"pain": 3}}}
    assert not list(tmp_path.glob("*.draft"))
