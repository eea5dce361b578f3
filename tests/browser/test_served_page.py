"""The page around the app: what comes first, deep links, Back, several tabs, sleep, and no other host."""

from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.browser.screen import START_S, Screen
from tests.browser.setup import Setup
from tests.serving import Server

_FIRST_SIGHT = """addEventListener("DOMContentLoaded", () => {
  const root = document.documentElement;
  window.firstSight = [document.getElementById("starting").innerText.trim(), document.title, root.lang];
})"""


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(app="tests.host.server.small_app")


def test_the_name_is_shown_while_the_app_starts(phone: Screen) -> None:
    phone.page.add_init_script(_FIRST_SIGHT)
    phone.open(sees="presses")

    assert phone.page.evaluate("window.firstSight") == ["homecare\nStarting…", "homecare", "en"]
    phone.wait_until(lambda: phone.page.title() == "homecare", "the tab to be named homecare again")


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(245, 251, 249)"), ("dark", "rgb(15, 21, 20)")])
def test_the_first_sight_is_light_or_dark_as_the_device_is(phone: Screen, scheme: str, ground: str) -> None:
    phone.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    phone.page.goto(phone.address, wait_until="commit")
    colour = "getComputedStyle(document.getElementById('starting')).backgroundColor"

    assert phone.page.evaluate(colour) == ground


def test_without_javascript_a_sentence_says_what_is_needed(chromium: Chromium, served: Server) -> None:
    context = chromium.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.address)

    sentence = page.locator("noscript")
    assert sentence.is_visible()
    assert "needs JavaScript" in sentence.inner_text()
    context.close()


def test_screen_readers_are_served_from_the_start_without_asking(phone: Screen) -> None:
    phone.open()

    phone.find("button", "Press")
    phone.wait_for("02 March 2026 10:00")


def test_a_deep_link_opens_its_screen_and_back_returns(phone: Screen) -> None:
    phone.open("/exercise/calf", sees="At /exercise/calf")
    phone.tap("button", "Diary")
    phone.wait_for("At /diary")
    phone.back()
    phone.wait_for("At /exercise/calf")

    assert phone.route == "/exercise/calf"


def test_a_finger_and_a_mouse_press_what_they_touch(phone: Screen, desktop: Screen) -> None:
    for screen in (phone, desktop):
        screen.open(sees="presses")
        before = int(next(text for text in screen.texts() if "presses" in text).split()[0])
        screen.touch("button", "Press")
        screen.wait_for(f"{before + 1} presses")


def test_what_changes_in_one_tab_shows_in_the_other(phone: Screen, desktop: Screen) -> None:
    phone.open(sees="presses")
    desktop.open(sees="presses")
    before = int(next(text for text in phone.texts() if "presses" in text).split()[0])
    phone.tap("button", "Press")

    desktop.wait_for(f"{before + 1} presses")


def test_a_reloaded_tab_goes_on_where_it_was(phone: Screen, served: Server) -> None:
    phone.open("/exercise/calf", sees="At /exercise/calf")
    phone.tap("button", "Diary")
    phone.wait_for("At /diary")
    phone.reload(sees="At /diary")

    assert "disconnected" in (served.folder / "log").read_text()
    assert "closed at /diary" not in (served.folder / "log").read_text()


def test_the_page_answers_what_python_asks_and_again_after_a_reload(phone: Screen) -> None:
    phone.open("/exercise/calf", sees="At /exercise/calf")
    phone.tap("button", "Ask")
    phone.wait_for("The page answers 'while-room' and ''")
    phone.tap("button", "Diary")
    phone.wait_for("At /diary")
    phone.reload(sees="At /diary")
    phone.tap("button", "Ask")
    phone.wait_for("The page answers 'while-room' and ''")


def test_a_tab_that_was_away_catches_up_with_what_changed(phone: Screen, desktop: Screen) -> None:
    phone.open(sees="presses")
    desktop.open(sees="presses")
    before = int(next(text for text in phone.texts() if "presses" in text).split()[0])
    phone.page.goto("about:blank")
    desktop.tap("button", "Press")
    desktop.wait_for(f"{before + 1} presses")
    phone.open(sees="presses")

    phone.wait_for(f"{before + 1} presses")


def test_a_file_is_saved_and_a_large_one_brought_back(phone: Screen, tmp_path: Path) -> None:
    backup = tmp_path / "backup.json"
    backup.write_bytes(b"x" * 6_000_000)
    phone.open(sees="presses")
    with phone.page.expect_download() as download:
        phone.tap("button", "Save")
    with phone.page.expect_file_chooser() as chooser:
        phone.touch("button", "Bring")
    chooser.value.set_files(backup)

    assert Path(download.value.path()).read_bytes() == b"pain" * 1000
    phone.wait_for("Read 6000000 bytes", patience_s=START_S)


def test_a_sound_of_the_app_is_played(phone: Screen) -> None:
    phone.open(sees="presses")
    phone.touch("button", "Sound")

    phone.wait_for("Sound completed")
