"""Files a clinician picks that need more than reading: with a password, or too large for one message."""

import subprocess
import sys
from pathlib import Path

import pytest

from homecare.storage.store import Store
from tests.browser.files import choose
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.browser.typed import typed
from tests.serving import ROOT, Server

PASSWORD = "calf raise on the stairs"


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup()


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of a few weeks under a password."""
    folder = tmp_path_factory.mktemp("sealed")
    (folder / "password").write_text(PASSWORD)
    file = folder / "dora.homecare"
    demo = ("demo", "--days", "30", "--seed", "2")
    export = (
        "export",
        "--format",
        "json",
        "--output",
        str(file),
        "--password-file",
        str(folder / "password"),
    )
    for words in (demo, export):
        done = [sys.executable, "-m", "homecare", *words, "--data", str(folder / "data")]
        subprocess.run(done, cwd=ROOT, check=True, capture_output=True)
    return file


def test_a_file_under_a_password_opens_with_it_and_says_so_when_it_is_wrong(
    phone: Screen, served: Server, sealed: Path
) -> None:
    phone.open("/clinicians", sees="Read exported diaries")
    choose(phone, "Open files", sealed)
    phone.wait_for("1 file has a password")
    typed(phone, "Password that the patient told you", "not the password")
    phone.tap("button", "Open with this password")
    phone.wait_for("dora.homecare: The password is wrong")

    typed(phone, "Password that the patient told you", PASSWORD)
    phone.tap("button", "Open with this password")
    phone.wait_for("1 patient")
    assert not phone.says("has a password")
    assert Store.open(served.folder).all_entries() == []


def test_more_than_one_message_carries_is_told_in_a_sentence_and_the_window_works_on(
    desktop: Screen, sealed: Path, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}.json" for number in range(3)]
    for file in files:
        file.write_bytes(b" " * 21 * 1024**2)
    desktop.open("/clinicians", sees="Read exported diaries")
    choose(desktop, "Open files", *files)
    desktop.wait_for("These files are larger than 60 MB together; open fewer at a time.")

    choose(desktop, "Open files", sealed)
    desktop.wait_for("1 file has a password")
    assert not desktop.says("open fewer at a time")


def test_a_backup_larger_than_any_diary_is_told_in_a_sentence(phone: Screen, tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(bytes(70 * 1024**2))
    phone.open("/share/restore", sees="Restore a backup")
    choose(phone, "Choose a file", file)
    phone.wait_for("The file is larger than 60 MB, too large for a diary")
