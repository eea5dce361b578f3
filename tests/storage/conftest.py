"""A data folder of its own for every test."""

from pathlib import Path

import pytest

from homecare.storage.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "homecare"


@pytest.fixture
def store(folder: Path) -> Store:
    return Store.open(folder)
