"""The static app keeps what was saved: after a reload, without a network, and with a second tab open."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from homecare.storage.store import Store
from tests.browser.chromium import Chromium
from tests.browser.screen import Screen
from tests.browser.static.browser_storage import copy_out
from tests.browser.static.conftest import phone_context
from tests.browser.static.hosting import WebHost
from tests.browser.typed import typed

pytestmark = pytest.mark.slow


def scores(screen: Screen, folder: Path) -> list[int | None]:
    """The pain now of every entry that the browser keeps."""
    return [entry.pain_now for entry in Store.open(copy_out(screen.page, folder)).all_entries()]


EMOJI = "/fonts/notocoloremoji/"
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.push(request.url);
  return found;
}"""
DROP_EVERY_THIRD = """async () => {
  let dropped = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const [number, request] of (await cache.keys()).entries())
      if (number % 3 === 0 && await cache.delete(request)) dropped += 1;
  }
  return dropped;
}"""


def test_an_entry_is_in_the_browser_when_it_is_reported_as_saved_and_there_after_a_reload(
    app: Screen, tmp_path: Path
) -> None:
    app.open("/", sees="How is your pain now?")
    app.tap("button", "Pain 7 of 10")
    app.wait_for("Saved: pain 7 of 10")
    assert scores(app, tmp_path / "kept") == [7]

    app.reload(sees="How is your pain now?")
    app.wait_for("Last: 7 of 10")


def test_a_second_tab_says_so_and_goes_on_once_the_first_is_closed(
    app: Screen, context: BrowserContext, tmp_path: Path
) -> None:
    second = Screen(context.new_page(), app.address)
    second.open("/", sees="homecare is open in another tab")
    second.tap("button", "Go on here")
    second.wait_for("It is still open in another tab or window.")
    before = scores(app, tmp_path / "before")

    app.page.goto("about:blank")
    second.tap("button", "Go on here")
    second.wait_for("Last: 7 of 10")
    second.tap("button", "Pain 1 of 10")
    second.wait_for("Saved: pain 1 of 10")
    assert before == [7]
    assert scores(second, tmp_path / "after")[-1] == 1  # within a minute it corrects the one before
    second.page.close()
    app.open("/", sees="Last: 1 of 10")


def test_a_full_browser_says_so_and_saves_again_once_there_is_room(
    chromium: Chromium, web: WebHost, tmp_path: Path
) -> None:
    context = phone_context(chromium)
    full = Screen(context.new_page(), web.address)
    full.page.goto(f"{web.address}licences.txt")
    room = context.new_cdp_session(full.page)
    site = {"origin": web.address.removesuffix("/")}
    room.send("Storage.overrideQuotaForOrigin", {**site, "quotaSize": 10})
    full.open("/", sees="How is your pain now?")
    full.tap("button", "Pain 9 of 10")
    full.wait_for("This browser has no room left for your diary, so nothing was saved.")
    assert not full.says("9 of 10 at")
    assert scores(full, tmp_path / "full") == []

    room.send("Storage.overrideQuotaForOrigin", site)
    full.tap("button", "Pain 2 of 10")
    full.wait_for("Last: 2 of 10")
    assert scores(full, tmp_path / "room") == [2]
    context.close()


def test_what_the_browser_dropped_is_kept_again_and_the_app_starts_and_saves_with_no_network(
    app: Screen, context: BrowserContext, web: WebHost, tmp_path: Path
) -> None:
    app.wait_until(lambda: app.page.evaluate("!!navigator.serviceWorker.controller"), "a copy to be kept")
    kept = app.page.evaluate(KEPT)
    assert app.page.evaluate(DROP_EVERY_THIRD) > 10, "a browser short of room drops single files"
    assert len(app.page.evaluate(KEPT)) < len(kept)
    app.reload(sees="Last: 1 of 10")
    app.wait_until(lambda: set(kept) <= set(app.page.evaluate(KEPT)), "what was dropped to be kept again")
    app.open("/diary/new?from=/diary", sees="Add to the diary")
    app.tap("button", "Note", exact=False)
    typed(app, "Notes", "Walked to the sea \U0001f41f")
    app.wait_until(lambda: EMOJI in str(app.page.evaluate(KEPT)), "the letters of the note to be kept")
    app.open("/", sees="Last: 1 of 10")
    web.stop()
    context.set_offline(True)
    try:
        app.reload(sees="Last: 1 of 10")
        app.tap("button", "Pain 5 of 10")
        app.wait_for("Saved: pain 5 of 10")
        app.reload(sees="Last: 5 of 10")
        app.open("/diary", sees="Diary")
    finally:
        context.set_offline(False)
        web.start()
    assert scores(app, tmp_path / "offline")[-1] == 5


def test_times_are_those_of_the_browsers_zone_and_follow_a_journey(app: Screen, tmp_path: Path) -> None:
    app.open("/", sees="How is your pain now?")
    session = app.page.context.new_cdp_session(app.page)
    session.send("Emulation.setTimezoneOverride", {"timezoneId": "Asia/Kolkata"})
    app.tap("button", "Pain 3 of 10")
    app.wait_for("Saved: pain 3 of 10")
    session.detach()

    entries = Store.open(copy_out(app.page, tmp_path / "kept")).all_entries()  # the last may be a correction
    assert entries[-1].edited_at.utcoffset() == timedelta(hours=5, minutes=30)
    assert entries[0].created_at.utcoffset() != entries[-1].edited_at.utcoffset()
