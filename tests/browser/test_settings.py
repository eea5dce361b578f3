"""Settings: a choice applies at once and is on disk; an invalid one is refused in a sentence."""

import re
import zlib
from datetime import time
from pathlib import Path

import pytest

from homecare.domain.records.settings import Settings
from homecare.storage.store import Store
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.browser.typed import filled, typed
from tests.serving import Server


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=10)


def kept(folder: Path) -> Settings:
    """The settings on disk."""
    return Store.open(folder).settings()


def corner(picture: bytes) -> tuple[int, ...]:
    """Red, green and blue of a PNG's first pixel, which no PNG filter changes."""
    data = b""
    at = 8
    while at < len(picture):
        length = int.from_bytes(picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            data += picture[at + 8 : at + 8 + length]
        at += 12 + length
    return tuple(zlib.decompress(data)[1:4])


def test_the_dark_theme_and_the_largest_text_apply_at_once_and_stay(phone: Screen, served: Server) -> None:
    phone.open("/settings", sees="Text size")
    light = phone.picture()
    small = phone.find("heading", "Quiet hours").bounding_box()
    phone.tap("radio", "Dark")
    phone.wait_until(lambda: kept(served.folder).theme == "dark", "the theme to be on disk")
    phone.tap("radio", "Largest")
    phone.wait_until(lambda: kept(served.folder).text_size == "largest", "the text size to be on disk")

    assert min(corner(light)) > 200
    assert max(corner(phone.picture())) < 60
    large = phone.find("heading", "Look").bounding_box()
    assert small is not None and large is not None
    assert large["height"] > 1.5 * small["height"]

    Store.open(served.folder).save_settings(Settings())


def test_a_time_that_cannot_be_read_is_refused_and_nothing_is_stored(phone: Screen, served: Server) -> None:
    phone.open("/settings", sees="Quiet hours")
    typed(phone, "From", "25:99")
    phone.wait_for("Type a time like 19:30.")
    assert kept(served.folder).quiet_from == time(21, 30)

    typed(phone, "From", "22:15")
    phone.wait_until(lambda: kept(served.folder).quiet_from == time(22, 15), "the time to be on disk")
    phone.wait_gone("Type a time like 19:30.")


def test_the_urgent_line_is_named_where_the_warning_signs_say_whom_to_call(
    phone: Screen, served: Server
) -> None:
    phone.open("/settings", sees="Phone numbers")
    filled(phone, "Urgent advice line", "116 117")
    phone.wait_until(lambda: kept(served.folder).urgent_line == "116 117", "the number to be on disk")
    phone.open("/aftercare/warning-signs", sees="Emergency")

    phone.find("button", "Call 116 117")
    assert phone.says("Call your clinic or 116 117 today.")


def test_erasing_asks_twice_and_leaves_nothing(phone: Screen, served: Server) -> None:
    phone.open("/settings", sees="Phone numbers")
    phone.tap("button", "Erase all my records")
    phone.wait_for("Erase everything?")
    phone.tap("button", "Go on")
    phone.wait_for("Nothing can bring it back. Are you sure?")
    assert not Store.open(served.folder).is_empty()

    phone.page.get_by_role("button", name=re.compile("^Erase everything$")).last.dispatch_event("click")
    phone.wait_for("Welcome")
    assert Store.open(served.folder).is_empty()
    assert kept(served.folder) == Settings()
