"""What the browser does without a server: password backups, notifications, keeping the diary."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload

from homecare.exchange.backup import backup, sealed
from homecare.exchange.backup.native_cipher import NativeCipher
from homecare.storage.store import Store
from tests.browser.chromium import Chromium
from tests.browser.screen import Screen
from tests.browser.static.browser_storage import copy_out
from tests.browser.static.conftest import phone_context
from tests.browser.static.hosting import WebHost
from tests.browser.test_javascript_engine import NOT_CHROMIUM
from tests.browser.typed import typed

pytestmark = pytest.mark.slow

PASSWORD = "correct hörse"
_SHOWN = """() => {
  window.homecareShown = undefined;
  navigator.serviceWorker.getRegistration()
    .then((worker) => worker.getNotifications())
    .then((all) => { window.homecareShown = all.map((one) => one.body); });
}"""


def natively(data: bytes) -> bytes:
    """Open the sealed backup with this computer's own cipher."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, sealed.unseal(data, PASSWORD, cipher=NativeCipher())).result()


def sealed_natively(plain: bytes) -> bytes:
    chance = sealed.Chance(salt=bytes(range(16)), nonce=bytes(range(12)))
    work = sealed.seal(plain, PASSWORD, chance=chance, cipher=NativeCipher())
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def test_a_backup_sealed_in_the_browser_opens_on_a_computer_and_the_other_way_round(
    app: Screen, tmp_path: Path
) -> None:
    app.tap("button", "Pain 7 of 10")
    app.wait_for("Saved: pain 7 of 10")
    app.open("/share?for=backup", sees="Full backup")
    app.tap("checkbox", "Set a password")
    typed(app, "Password", PASSWORD)
    with app.page.expect_download() as found:
        app.tap("button", "Save the backup")
    found_inside = backup.read(natively(Path(found.value.path()).read_bytes()))
    (entry,) = found_inside.records.entries
    assert entry.pain_now == 7
    app.wait_for("Last backup: today.")

    app.open("/share/restore", sees="Choose a file that you saved")
    with app.page.expect_file_chooser() as chooser:
        app.tap("button", "Choose a file")
    later = replace(entry, pain_now=6, edited_at=entry.edited_at + timedelta(minutes=1))
    records = replace(found_inside.records, entries=(later,))
    data = sealed_natively(backup.export(replace(found_inside, records=records)))
    chooser.value.set_files(
        FilePayload(name="homecare-backup.homecare", mimeType="application/octet-stream", buffer=data)
    )
    typed(app, "Password of the backup", PASSWORD)
    app.tap("button", "Open the backup")
    app.wait_for("1 to change")
    app.tap("button", "Bring it back")
    app.wait_for("Your backup is back")
    assert Store.open(copy_out(app.page, tmp_path / "kept")).all_entries()[0].pain_now == 6


@pytest.fixture
def allowed(context: BrowserContext, web: WebHost) -> None:
    """The patient has allowed notifications."""
    context.grant_permissions(["notifications"], origin=web.address.removesuffix("/"))


def test_settings_say_that_notifications_come_and_a_test_shows_one(app: Screen, allowed: None) -> None:
    app.open("/settings", sees="How you are reminded")
    app.wait_for("homecare sends you notifications while it is open")
    app.tap("button", "Test my reminder")
    app.wait_for("Sent. If you do not see it")
    app.page.evaluate(_SHOWN)
    app.wait_until(
        lambda: app.page.evaluate("window.homecareShown") == ["This is how homecare reminds you."],
        "the notification",
    )


def test_a_browser_that_may_clear_the_diary_says_so_and_offers_the_backup(app: Screen) -> None:
    app.open("/settings", sees="Where your diary is kept")
    app.wait_for("This browser keeps your diary, but may clear it when the device runs out of room.")
    app.tap("button", "Save a backup")
    app.wait_for("Full backup")


def test_an_address_without_https_says_what_is_wrong_instead_of_keeping_a_diary(
    chromium: Chromium, web: WebHost
) -> None:
    context = phone_context(chromium)
    context.add_init_script("Object.defineProperty(window, 'isSecureContext', { get: () => false });")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(web.address, wait_until="commit")

    page.get_by_text("homecare works at an address that begins with https only").wait_for(state="visible")
    page.wait_for_load_state("networkidle")
    assert "python-worker.js" not in asked
    assert "sw.js" not in asked
    context.close()


def test_a_browser_in_which_the_client_runs_as_javascript_shows_the_app(
    chromium: Chromium, web: WebHost
) -> None:
    context = phone_context(chromium)
    context.add_init_script(NOT_CHROMIUM)
    screen = Screen(context.new_page(), web.address)
    asked: list[str] = []
    screen.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    screen.open("/", sees="Today")

    assert "main.dart.js" in asked
    assert "main.dart.wasm" not in asked
    assert screen.errors == []
    context.close()
