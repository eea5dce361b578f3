"""Type into a field as a person does: tap it, wait for the cursor, then key by key."""

import math
import time

from playwright.sync_api import Locator

from tests.browser.screen import Role, Screen

SLOWEST_MS = 2000
"""How long to wait for frames at most: a window that is not being painted has none."""
TAP_AGAIN_S = 3.0
_PAINTED = """([frames, most_ms]) => new Promise(done => {
  setTimeout(done, most_ms);
  const next = left => left > 0 ? requestAnimationFrame(() => next(left - 1)) : done();
  next(frames);
})"""


def typed(screen: Screen, label: str, text: str) -> None:
    """Replace what the field with this label holds.

    Keys that arrive before the app has taken over the tapped field are lost, so wait for its cursor. Leave
    the field afterwards, so that the last key has reached the app before anything else is tapped.
    """
    bring_into_view(screen, "textbox", label)
    field = screen.find("textbox", label)
    _painted(screen, 2)
    _focused(screen, field, label)
    _painted(screen, 6)
    field.press("Control+a")
    screen.page.keyboard.type(text, delay=30)
    screen.wait_until(lambda: field.input_value() == text, f"{label!r} to hold {text!r}")
    screen.press("Tab")
    _painted(screen, 20)


def _focused(screen: Screen, field: Locator, label: str) -> None:
    """Tap it until its cursor is there: as a person does, tap again where the first tap was not taken."""
    tapped_at = -math.inf

    def has_cursor() -> bool:
        nonlocal tapped_at
        if field.evaluate("field => field === document.activeElement"):
            return True
        if time.monotonic() - tapped_at > TAP_AGAIN_S:
            field.click(force=True)
            tapped_at = time.monotonic()
        return False

    screen.wait_until(has_cursor, f"the cursor in {label!r}")


def filled(screen: Screen, label: str, text: str) -> None:
    """Type into a field of a long screen: scroll to it and let it come to rest before tapping it."""
    bring_into_view(screen, "textbox", label)
    typed(screen, label, text)


def bring_into_view(screen: Screen, role: Role, name: str) -> None:
    """Scroll until it lies well within the window, or as far as the screen goes, and has come to rest."""
    found = screen.find(role, name)
    height = (screen.page.viewport_size or {"height": 844})["height"]
    tops: list[float] = []
    rested_at: float | None = None

    def at_rest() -> bool:
        nonlocal rested_at
        box = found.bounding_box()
        top = box["y"] if box else 0.0
        tops.append(top)
        if tops[-4:] != [top] * 4:
            return False
        if 80 < top < height - 120 or top == rested_at:
            return True
        rested_at = top
        screen.scroll(round(top - height / 2))
        tops.clear()
        return False

    screen.wait_until(at_rest, f"{name!r} to lie within the window")


def _painted(screen: Screen, frames: int) -> None:
    screen.page.evaluate(_PAINTED, [frames, SLOWEST_MS])
