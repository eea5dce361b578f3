"""Every screen as a screen reader, a finger and a keyboard meet it: names, sizes, titles, nothing cut off."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from homecare.domain.settings import TextSize
from homecare.storage.store import Store
from homecare.ui.theme import TOUCH
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.fixed_host import MONDAY_MORNING
from tests.serving import Server

WIDTH = 390
WHOLE = 6000
"""Height of a window in pixels that shows any screen at once, so that nothing waits to be scrolled to."""
CALENDAR_DAY = 44
"""Seven days share the width of a phone: the smallest side that leaves them all on it."""
ROUNDING = 1.0

ROUTES = {
    "/": "How is your pain now?",
    "/welcome": "What hurts?",
    "/safety": "Is any of these",
    "/exercises": "Phases and goals",
    "/exercises/conditions": "Also called",
    "/exercises/condition/achilles-tendinopathy": "What it is",
    "/exercises/exercise/plantar-fascia-stretch": "Your dose",
    "/exercises/phases/plantar-fasciitis": "You are here",
    "/session": "Pause",
    "/diary": "Add an entry",
    "/diary/new": "Save",
    "/diary/day/2026-03-01": "1 March",
    "/aftercare": "Warning signs",
    "/aftercare/new": "Save",
    "/aftercare/checklist": "Do you understand",
    "/aftercare/warning-signs": "Warning signs",
    "/settings": "Reminder times",
    "/about": "What this app does",
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
    """Each text size in turn, the normal one again afterwards."""
    chosen: TextSize = request.param
    _choose(served, chosen)
    yield chosen
    _choose(served, "normal")


def test_every_screen_can_be_heard_tapped_and_seen_whole(phone: Screen, size: TextSize) -> None:
    faults: list[str] = []
    phone.page.set_viewport_size({"width": WIDTH, "height": WHOLE})
    for route, sees in ROUTES.items():
        phone.open(route, sees=sees)
        nodes: list[dict[str, Any]] = phone.page.evaluate(_NODES)
        faults += [
            f"{size} {route}: {fault}" for fault in (*_unheard(nodes), *_small(nodes), *_cut_off(nodes))
        ]

    assert faults == [], "\n".join(faults)


def _unheard(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """Controls without a name, and a screen without its one title."""
    titles = [one["name"] for one in nodes if one["heading"] == "H1"]
    if len(titles) != 1:
        yield f"titles {titles}"
    for one in nodes:
        if one["role"] and not one["name"]:
            yield f"a {one['role']} without a name at {_place(one)}"


def _small(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """What can be tapped and is smaller than a fingertip."""
    for one in nodes:
        if not one["tappable"] or one["width"] == 0:
            continue
        least = CALENDAR_DAY if _is_calendar_day(one["name"]) else TOUCH
        if min(one["width"], one["height"]) < least - ROUNDING:
            yield f"{one['name']!r} is small: {_place(one)}"


def _cut_off(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """What lies beside the window."""
    for one in nodes:
        if one["x"] < -ROUNDING or one["x"] + one["width"] > WIDTH + ROUNDING:
            yield f"{one['name'][:60]!r} is cut off: {_place(one)}"


def _is_calendar_day(name: str) -> bool:
    return name.replace(",", " ").partition(" ")[0] in DAYS


DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}


def _place(one: dict[str, Any]) -> str:
    return f"x {one['x']:.0f}, y {one['y']:.0f}, {one['width']:.0f} x {one['height']:.0f}"


def _choose(served: Server, size: TextSize) -> None:
    store = Store.open(served.folder)
    store.save_settings(replace(store.settings(), text_size=size))


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
        desktop.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            break
    else:
        raise AssertionError(f"Tab does not reach {name!r}")
    desktop.press(key)

    desktop.wait_for(leads_to)
