"""Files a clinician picks or drops that need more than reading: with a password, or too large."""

import subprocess
import sys
from pathlib import Path

import pytest

from homecare.storage.store import Store
from tests.browser.files import choose, drop
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


def test_dropped_files_are_opened_and_one_too_large_is_told_before_it_is_read(
    desktop: Screen, sealed: Path, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(70 * 1024**2)
    desktop.open("/clinicians", sees="Read exported diaries")
    drop(desktop, film, sealed)
    desktop.wait_for("1 file has a password")
    desktop.wait_for("film.mp4: The file is larger than 64 MB, too large for a diary")

    choose(desktop, "Open more files", *[sealed] * 51)
    desktop.wait_for("You chose 51 files; open at most 50 at a time.")
    drop(desktop, sealed)
    desktop.wait_gone("You chose 51 files")


WITHIN_THE_TAP = """
  const open = HTMLInputElement.prototype.showPicker;
  HTMLInputElement.prototype.showPicker = function () {
    if (!["click", "keydown"].includes(window.event?.type))
      throw new DOMException("the tap was too long ago", "NotAllowedError");
    open.call(this);
  };
"""


@pytest.mark.parametrize("key", ["", "Enter", " "], ids=["finger", "enter", "space"])
def test_an_answer_too_late_for_the_browser_asks_for_a_second_tap_which_opens_the_chooser_at_once(
    phone: Screen, sealed: Path, key: str
) -> None:
    phone.page.add_init_script(WITHIN_THE_TAP)
    phone.open("/share/restore", sees="Restore a backup")

    def press() -> None:
        if key:
            phone.find("button", "Choose a file").press(key)
        else:
            phone.touch("button", "Choose a file")

    press()
    phone.wait_for("That took too long for your browser. Please tap the button again.")
    with phone.page.expect_file_chooser() as chooser:
        press()
    chooser.value.set_files(sealed)
    phone.wait_for("It has a password")


def test_a_backup_can_be_dropped_and_others_are_told_in_a_sentence(
    phone: Screen, sealed: Path, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(70 * 1024**2)
    phone.open("/share/restore", sees="Restore a backup")
    choose(phone, "Choose a file", film)
    phone.wait_for("The file is larger than 64 MB, too large for a diary")
    drop(phone, sealed, film)
    phone.wait_for("You dropped several files; drop one at a time here.")
    phone.reload(sees="Restore a backup")
    drop(phone, sealed)
    phone.wait_for("It has a password")
    phone.tap("button", "Back")
    phone.wait_for("What your report says")
    drop(phone, film)
    phone.open("/share/restore", sees="Restore a backup")
    assert not phone.says("too large")
