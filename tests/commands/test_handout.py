"""`homecare handout`: the exercises as PDF, from the folder or from a patient's export."""

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from homecare.exchange.backup.backup import export
from tests.commands.in_process import homecare_bytes
from tests.exchange.whole import history


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    path = tmp_path / "ada.json"
    path.write_bytes(export(replace(history(10), patient={"name": "Ada"})))
    return path


def text_of(data: bytes) -> str:
    return " ".join(pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().split())


def test_the_exercises_are_printed_from_an_export_and_from_the_folder(backup: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    homecare_bytes("restore", str(backup), "--data", str(folder))
    from_file = homecare_bytes("handout", str(backup))
    from_folder = homecare_bytes("handout", "--data", str(folder))

    assert (from_file.returncode, from_folder.returncode) == (0, 0)
    assert text_of(from_file.stdout).startswith("Your exercises Ada · Plantar fasciitis")
    assert "Slow heel raise with toes on a towel" in text_of(from_file.stdout)
    assert text_of(from_folder.stdout).startswith("Your exercises Ada · ")


def test_the_name_can_be_left_out(backup: Path) -> None:
    assert "Ada" not in text_of(homecare_bytes("handout", str(backup), "--no-name").stdout)


def test_a_file_that_is_none_of_ours_is_refused_in_one_line(tmp_path: Path) -> None:
    odd = tmp_path / "odd.json"
    odd.write_text("[]")
    done = homecare_bytes("handout", str(odd))

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"homecare: ")
    assert done.stderr.count(b"\n") == 1
