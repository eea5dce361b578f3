"""Browsers in which Flet's client runs as JavaScript rather than as WebAssembly: Firefox and Safari."""

import pytest

from homecare.storage.store import Store
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.serving import Server

NOT_CHROMIUM = """
Object.defineProperty(Navigator.prototype, "vendor", { get: () => "" });
delete Navigator.prototype.userAgentData;
"""


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=10)


def test_pain_is_saved_in_one_tap_where_the_client_runs_as_javascript(phone: Screen, served: Server) -> None:
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    phone.page.add_init_script(NOT_CHROMIUM)
    phone.open("/", sees="How is your pain now?")
    phone.tap("button", "Pain 2 of 10")
    phone.wait_for("Saved: pain 2 of 10")

    assert "main.dart.js" in asked
    assert "main.dart.wasm" not in asked
    assert Store.open(served.folder).all_entries()[-1].pain_now == 2
