"""For clinicians: exported files are opened, compared and read on one page; nothing is kept of them."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ViewportSize

from homecare.storage.store import Store
from tests.browser.files import choose
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.exported import changed, exported, named
from tests.serving import Server

UNTIL = "2026-03-02"
DESKTOP: ViewportSize = {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup()


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of 60 days, a hospital file, a backup of a few days, two that are none, and a sealed one."""
    folder = tmp_path_factory.mktemp("exports")
    for name, days, seed, form in (("anna", 60, 2, "json"), ("ben", 45, 5, "fhir"), ("carla", 4, 3, "json")):
        exported(folder, name, days=days, seed=seed, until=UNTIL, form=form)
    whole = (folder / "anna.json").read_bytes()
    (folder / "cut.json").write_bytes(whole[: len(whole) // 2])
    (folder / "sealed.homecare").write_bytes(b"HOMECARE" + bytes(80))
    changed(folder / "anna.json", "later.json", lambda export: export | {"version": 99})
    return folder


def test_bad_files_are_named_and_the_others_are_listed(phone: Screen, served: Server, exports: Path) -> None:
    phone.open("/settings", sees="Settings")
    phone.tap("button", "For clinicians")
    phone.wait_for("Read exported diaries")
    choose(phone, "Open files", *sorted(exports.glob("*.json")), exports / "sealed.homecare")
    phone.wait_for("3 patients, 2 files could not be read")
    phone.wait_for("1 file has a password")
    said = phone.texts()
    for file, why in (
        ("cut.json", "cut short"),
        ("later.json", "later version"),
    ):
        assert any(sentence.startswith(file) and why in sentence for sentence in said), said
    assert Store.open(served.folder).all_entries() == []
    phone.find("button", re.compile("^anna"))
    phone.find("button", re.compile("^ben"))
    phone.find("button", re.compile("^carla"))
    phone.wait_for("Too few entries for a change label")

    phone.scroll(-5000)
    phone.tap("button", "Close all")
    phone.wait_for("Read exported diaries")


def test_the_page_says_better_or_worse_by_how_much_and_why_on_a_desktop_without_scrolling(
    window: Screen, served: Server, exports: Path
) -> None:
    window.open("/clinicians", sees="Read exported diaries")
    choose(window, "Open files", exports / "anna.json")
    window.wait_for("1 patient")
    change = next(text for text in window.texts() if "points" in text and "%" in text and ":" in text)
    window.tap("button", re.compile("^anna"))
    window.wait_for("Exercises, last 14 days")

    store = Store.open(exports / "data-anna")
    needled = max(needling.at for needling in store.needlings()).date()
    last = date.fromisoformat(UNTIL)
    recorded = len({entry.day for entry in store.entries_between(last - timedelta(days=27), last)})
    for said in ("Clearly better", f"{recorded} / 28", f"Needling {needled:%-d %b}, soreness", "of 42"):
        window.wait_for(said)
    assert any(
        change.removesuffix(".") in text or text in change for text in window.texts() if "points" in text
    )
    if window.page.viewport_size == DESKTOP:
        for name in ("First-step pain over time", "Exercise was done on", "Soreness after needling"):
            box = window.page.get_by_text(name).or_(window.page.get_by_label(name)).first
            place = box.bounding_box()
            assert place is not None and place["y"] + place["height"] <= DESKTOP["height"], name

    chart = next(text for text in window.texts() if text.startswith("First-step pain, 0 to 10"))
    days = {
        entry.day: entry.pain_first_step for entry in store.all_entries() if entry.pain_first_step is not None
    }
    for back in range(28):
        day = last - timedelta(days=back)
        written = {entry.day for entry in store.all_entries()}
        missing = "not answered" if day in written else "no entry"
        score = f"{days[day]:g}" if day in days else missing
        assert f"{day:%A %-d %B} {score}" in chart

    window.page.evaluate("window.printed = []")
    window.page.add_init_script("window.print = () => top.printed.push(document.title)")
    window.tap("button", "Print")
    title = ["Foot and ankle diary report"]
    window.wait_until(lambda: window.page.evaluate("window.printed") == title, "the page is printed alone")


def test_a_newer_export_takes_the_place_of_the_older_one_of_the_same_patient(
    desktop: Screen, exports: Path
) -> None:
    older = changed(
        exports / "anna.json",
        "anna-older.json",
        lambda export: export | {"exported_at": "2026-02-20T09:00:00+01:00"},
    )
    desktop.open("/clinicians", sees="Read exported diaries")
    choose(desktop, "Open files", exports / "anna.json")
    desktop.wait_for("1 patient")
    choose(desktop, "Open more files", older, exports / "carla.json")
    desktop.wait_for("2 patients")
    assert not desktop.says("anna-older")


def test_an_export_without_entries_and_one_with_a_single_entry_say_so(
    desktop: Screen, exports: Path, tmp_path: Path
) -> None:
    bare: dict[str, Any] = {"sessions": [], "needlings": []}
    silent = changed(
        exports / "anna.json",
        "silent.json",
        lambda export: named("Sile\u202ent\u202c")(export) | bare | {"entries": []},
    )
    once = changed(
        exports / "carla.json",
        "once.json",
        lambda export: export | bare | {"entries": export["entries"][-1:]},
    )
    desktop.open("/clinicians", sees="Read exported diaries")
    choose(desktop, "Open files", silent, once)
    desktop.wait_for("2 patients")
    desktop.tap("button", re.compile("^once"))
    desktop.wait_for("Exercises, last 14 days")
    assert desktop.says("Too few entries for a change label")
    assert desktop.has("img", "First-step pain, 0 to 10", exact=False)

    desktop.back()
    desktop.tap("button", re.compile("^Silent"))
    desktop.wait_for("No exercises in this period.")
    assert desktop.texts().count("No diary entries in this period") == 1
