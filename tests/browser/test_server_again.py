"""The server restarts under an open tab; the Back gesture while a question is open."""

from datetime import timedelta

import pytest

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
    assert served.stop() == 0
    stopped = phone.page.get_by_role("alert").get_by_text("homecare has stopped on this computer")
    stopped.wait_for(state="visible")
    assert phone.says("22 hours since needling")
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
