"""The server restarts under an open tab; the Back gesture while a question is open."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from homecare.storage.store import Store
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.serving import Server


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=10)


def pains(served: Server) -> list[int | None]:
    """The pain now of every entry on disk, oldest first."""
    return [entry.pain_now for entry in Store.open(served.folder).all_entries()]


def colour(phone: Screen, box: Any) -> tuple[int, int, int]:
    """Red, green and blue near the left edge of a box on the screen."""
    with Image.open(BytesIO(phone.picture())) as picture:
        scale = picture.width / phone.page.viewport_size["width"]  # type: ignore[index]
        at = (int((box["x"] + 6) * scale), int((box["y"] + box["height"] / 2) * scale))
        found: Any = picture.convert("RGB").getpixel(at)
        return found[0], found[1], found[2]


def test_the_back_gesture_leaves_a_question_unanswered(phone: Screen, served: Server) -> None:
    phone.open("/aftercare", sees="Hour by hour")
    phone.tap("button", "Change this session")
    phone.tap("button", "Recorded in error, or called off")
    phone.wait_for("Call this session off?")
    phone.back()
    phone.wait_gone("Call this session off?")
    assert not Store.open(served.folder).needlings()[-1].cancelled
    phone.wait_for("Hour by hour")


def test_a_tab_goes_on_when_the_server_has_started_again(phone: Screen, served: Server) -> None:
    phone.open("/", sees="How is your pain now?")
    phone.tap("button", "Pain 2 of 10")
    phone.wait_for("Saved: pain 2 of 10")
    key = phone.find("button", "Pain 9 of 10").bounding_box()
    before = colour(phone, key)
    assert served.stop() == 0
    stopped = phone.page.get_by_role("alert").get_by_text("homecare has stopped on this computer")
    stopped.wait_for(state="visible")
    assert phone.says("22 hours since needling")
    dimmed = colour(phone, key)  # the last picture, not Flet's white page
    assert all(abs(now - 0.4 * was) < 12 for now, was in zip(dimmed, before, strict=True))
    served.clock.advance(timedelta(hours=1))
    again = Server(served.folder, served.clock, port=served.port)
    try:
        phone.wait_for("23 hours since needling")
        assert stopped.is_hidden()
        phone.find("button", "Pain 6 of 10")
        phone.tap("button", "Pain 6 of 10")
        phone.wait_until(lambda: pains(served)[-2:] == [2, 6], "both ratings to be on disk")
    finally:
        phone.page.close()
        phone.errors.clear()  # the tab said that it could not reach the server
        assert again.stop() == 0
    assert again.errors() == ""
