"""Every screen for a screen reader, a finger and a keyboard: names, sizes, titles, nothing cut off."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from homecare.content.library import Library
from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.records.prescription import Prescription
from homecare.domain.records.settings import TextSize
from homecare.domain.report.week import week_summary
from homecare.exchange.link.plan import plan_link
from homecare.exchange.link.week import week_link
from homecare.handover.records import records_for_today
from homecare.storage.store import Store
from homecare.ui.kit.theme import TOUCH
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.fixed_host import MONDAY_MORNING
from tests.serving import ROOT, Server

WIDTH = 390
WHOLE = 12_000
"""Window height in pixels that shows almost any screen at once; a canvas cannot be higher."""
FOCUS_MOVES_S = 2.0
CALENDAR_DAY = 44
"""Seven days share a phone's width: the smallest side at which they all fit."""
ROUNDING = 1.0

pytestmark = pytest.mark.slow

ROUTES = {
    "/": "How is your pain now?",
    "/welcome": "Where does it hurt?",
    "/welcome/1": "What hurts?",
    "/welcome/unsure": "Have it looked at first",
    "/safety": "Is any of these",
    "/exercises": "Phases and goals",
    "/exercises/conditions": "Also called",
    "/exercises/condition/achilles-tendinopathy": "What it is",
    "/exercises/exercise/plantar-fascia-stretch": "How much to do",
    "/exercises/phases/plantar-fasciitis": "You are here",
    "/session": "I'm ready",
    "/diary": "Add an entry",
    "/diary/new": "Save",
    "/diary/day/2026-03-01": "1 March",
    "/aftercare": "Warning signs",
    "/aftercare/new": "Save",
    "/aftercare/checklist": "Do you understand",
    "/aftercare/warning-signs": "Warning signs",
    "/settings": "Reminder times",
    "/about": "What this app does",
    "/share": "What your report says",
    "/share/restore": "Choose a file",
    "/share/week": "Code of your last 7 days",
    "/clinicians": "Read exported diaries",
    "/clinicians/prescribe": "What is the plan for?",
}

_NODES = """() => {
  const host = document.querySelector("flt-semantics-host");
  const roles = ["button", "checkbox", "radio", "switch", "textbox", "tab", "link"];
  const kind = node => node.getAttribute("role") ||
    (["INPUT", "TEXTAREA"].includes(node.tagName) ? "textbox" : node.tagName === "A" ? "link" : "");
  const named = node => (node.getAttribute("aria-label") || node.textContent || "").trim();
  return [...host.querySelectorAll("*")].map(node => {
    const box = node.getBoundingClientRect();
    return {role: kind(node), name: named(node), tappable: node.hasAttribute("flt-tappable"),
            heading: node.tagName, leaf: node.childElementCount === 0,
            x: box.x, y: box.y, width: box.width, height: box.height};
  }).filter(one => roles.includes(one.role) || one.tappable || /^H[1-6]$/.test(one.heading) ||
                   (one.leaf && one.name));
}"""


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=40, at=MONDAY_MORNING.replace(hour=17, minute=30))


@pytest.fixture(params=["normal", "largest"])
def size(request: pytest.FixtureRequest, served: Server) -> Iterator[TextSize]:
    """Each text size in turn; afterwards the normal one again."""
    chosen: TextSize = request.param
    _choose(served, chosen)
    yield chosen
    _choose(served, "normal")


def test_every_screen_can_be_heard_tapped_and_seen_whole(
    phone: Screen, served: Server, size: TextSize
) -> None:
    faults: list[str] = []
    phone.page.set_viewport_size({"width": WIDTH, "height": WHOLE})
    for route, sees in (ROUTES | _handed_over(served)).items():
        phone.open(route, sees=sees)
        faults += [f"{size} {route}: {fault}" for fault in _faults(phone)]

    assert faults == [], "\n".join(faults)


def test_the_clinicians_screens_can_be_heard_tapped_and_seen_whole(
    phone: Screen, served: Server, size: TextSize, tmp_path: Path
) -> None:
    faults: list[str] = []
    phone.page.set_viewport_size({"width": WIDTH, "height": WHOLE})
    file = tmp_path / "anna.json"
    words = ["export", "--format", "json", "--output", str(file), "--data", str(served.folder)]
    subprocess.run([sys.executable, "-m", "homecare", *words], cwd=ROOT, check=True)
    file.write_text(
        json.dumps(
            json.loads(file.read_bytes()) | {"exported_at": f"{MONDAY_MORNING:%Y-%m-%d}T18:00:00+01:00"}
        )
    )
    phone.open("/clinicians", sees="Read exported diaries")
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("button", "Open files")
    chooser.value.set_files([file])
    for where, button, sees in (
        ("the patients", None, "1 patient"),
        ("a patient's page", re.compile("^anna"), "Exercises, last 14 days"),
        ("a patient's 90 days", "90 days", "/ 40"),
    ):
        if button:
            phone.tap("button", button)
        phone.wait_for(sees)
        faults += [f"{size} {where}: {fault}" for fault in _faults(phone)]
    phone.open("/clinicians/prescribe", sees="What is the plan for?")
    phone.tap("radio", "Plantar fasciitis (plantar heel pain)")
    phone.tap("radio", "Left")
    phone.tap("radio", "Slow strength: start")
    phone.wait_for("Make the link and the code")
    phone.tap("button", "Write your own exercise")
    phone.tap("button", "Goals, activity, shoes, insole, taping")
    phone.wait_for("Steps, one a line")
    phone.wait_for("On the first day")
    faults += [f"{size} a plan written: {fault}" for fault in _faults(phone)]

    assert faults == [], "\n".join(faults)


def _handed_over(served: Server) -> dict[str, str]:
    """The screens that the links of a plan and of a week open."""
    store, at = Store.open(served.folder), served.clock.now()
    evidence = evidence_at(records_for_today(store, at), Library(), at, served.clock.zone)
    plan = Prescription(
        condition="plantar-fasciitis", side="right", phase="pf-3", items=(), issued=at.date(), clinic="Clinic"
    )
    return {
        urlsplit(plan_link(plan, served.address)).fragment: "Plan from your clinician",
        urlsplit(
            week_link(week_summary("plantar-fasciitis", evidence), served.address)
        ).fragment: "A patient's last 7 days",
    }


def _faults(phone: Screen) -> list[str]:
    nodes: list[dict[str, Any]] = phone.page.evaluate(_NODES)
    return [*_unheard(nodes), *_small(nodes), *_cut_off(nodes)]


def _unheard(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """Controls without a name, and a screen without its one title."""
    titles = [node["name"] for node in nodes if node["heading"] == "H1"]
    if len(titles) != 1:
        yield f"titles {titles}"
    for node in nodes:
        if node["role"] and not node["name"]:
            yield f"a {node['role']} without a name at {_place(node)}"


def _small(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """What can be tapped and is smaller than a fingertip."""
    for node in nodes:
        if not node["tappable"] or node["width"] == 0 or node["y"] + node["height"] >= WHOLE - ROUNDING:
            continue
        least = CALENDAR_DAY if _is_calendar_day(node["name"]) else TOUCH
        if min(node["width"], node["height"]) < least - ROUNDING:
            yield f"{node['name']!r} is small: {_place(node)}"


def _cut_off(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """What lies beside the window."""
    for node in nodes:
        if node["x"] < -ROUNDING or node["x"] + node["width"] > WIDTH + ROUNDING:
            yield f"{node['name'][:60]!r} is cut off: {_place(node)}"


def _is_calendar_day(name: str) -> bool:
    return name.replace(",", " ").partition(" ")[0] in DAYS


DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}


def _place(one: dict[str, Any]) -> str:
    return f"x {one['x']:.0f}, y {one['y']:.0f}, {one['width']:.0f} x {one['height']:.0f}"


def _choose(served: Server, size: TextSize) -> None:
    store = Store.open(served.folder)
    store.save_settings(replace(store.settings(), text_size=size))


def go_on_by_tab(screen: Screen) -> None:
    """Press Tab and see where it leads: a busy app moves the focus late, at a page's end not at all."""
    before = screen.page.evaluate_handle("document.activeElement")
    screen.press("Tab")
    end = time.monotonic() + FOCUS_MOVES_S
    while before.evaluate("node => node === document.activeElement") and time.monotonic() < end:
        screen.page.wait_for_timeout(20)


@pytest.mark.parametrize(
    ("start", "name", "key", "leads_to"),
    [
        (("/", "How is your pain now?"), "Pain 3 of 10", "Enter", "Undo"),
        (("/diary", "Add an entry"), "Add an entry", "Space", "Save"),
        (("/settings", "Reminder times"), "Back", "Enter", "How is your pain now?"),
    ],
)
def test_the_keyboard_reaches_the_action_and_does_it(
    desktop: Screen, start: tuple[str, str], name: str, key: str, leads_to: str
) -> None:
    desktop.open(start[0], sees=start[1])
    wanted = desktop.find("button", name)
    for _ in range(60):
        go_on_by_tab(desktop)
        if wanted.evaluate("node => node === document.activeElement"):
            break
    else:
        raise AssertionError(f"Tab does not reach {name!r}")
    desktop.press(key)

    desktop.wait_for(leads_to)
