"""The app's window in any engine: found by role and name, tapped and typed into by pointer and keyboard."""

import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.engines.drivers import Engine

PATIENCE_S = 30.0
START_S = 180.0
"""A busy machine may take so long to start the static app; no test waits so long for a right answer."""
POLL_S = 0.05
ESCAPE, TAB, ENTER, SPACE = "\ue00c", "\ue004", "\ue007", " "
"""Keys as WebDriver names them."""
# A page that is being left still answers for a while.
_LEFT = "() => { window.homecareLeft = true; }"
_STARTED = (
    """() => !window.homecareLeft && !!document.body && !document.querySelector("#starting:not(.done)")"""
)
_REFUSED = """() => document.querySelector("#starting .failed")?.textContent ?? "" """
_TEXTS = """() => {
  const host = document.querySelector("flt-semantics-host");
  const nodes = [...(host?.querySelectorAll("*") ?? [])];
  const named = (node) => node.getAttribute("aria-label") ||
    (node.childElementCount === 0 ? node.textContent : "") || node.value || "";
  return nodes.map((node) => named(node).trim()).filter((name) => name);
}"""
_FOUND = """(role, name, part) => {
  const tags = { heading: "h1,h2,h3,h4,h5,h6", textbox: "input,textarea", link: "a" };
  const named = (node) => (node.getAttribute("aria-label") || node.textContent || "").trim();
  const wanted = `[role="${role}"]` + (tags[role] ? `,${tags[role]}` : "");
  const fits = (node) => (part ? named(node).includes(name) : named(node) === name);
  return [...document.querySelectorAll(`flt-semantics-host :is(${wanted})`)].filter(fits).map((node) => {
    const box = node.getBoundingClientRect();
    const off = node.getAttribute("aria-disabled") === "true";
    return { x: box.x + box.width / 2, top: box.top, bottom: box.bottom, off, value: node.value ?? "",
             focused: document.activeElement === node };
  });
}"""
_FOCUSED = """() => {
  const node = document.activeElement;
  return (node?.getAttribute("aria-label") || node?.textContent || "").trim();
}"""
# A driven browser shows no dialog and takes it as closed without a choice.
_WAIT_FOR_CHOICE = "() => addEventListener('cancel', (event) => event.stopImmediatePropagation(), true)"
_WHEEL = """(down) => document.querySelector("flutter-view")?.dispatchEvent(new WheelEvent("wheel", {
  deltaY: down, clientX: innerWidth / 2, clientY: innerHeight / 2, bubbles: true, cancelable: true }))"""


class Window:
    """What a person sees and does; it waits for states, never for a time."""

    def __init__(self, engine: Engine, address: str) -> None:
        self.engine = engine
        self.address = address

    def open(self, route: str = "/", *, sees: str) -> None:
        """Load the app at `route` and wait until it says `sees`."""
        self.engine.run(_LEFT)
        if self.engine.run("() => location.origin") == self.address.rstrip("/"):
            # Only the part behind the # would change, and the page would not be loaded again.
            self.engine.run("(route) => { location.hash = route; }", route)
            self.engine.reload()
        else:
            self.engine.go(f"{self.address}#{route}")
        self._until_started(sees)

    def go_to(self, route: str, *, sees: str) -> None:
        """Go to `route` in the open app, as by its own links, and wait until it says `sees`."""
        self.engine.run("(route) => { location.hash = route; }", route)
        self.wait_for(sees)

    def reload(self, *, sees: str) -> None:
        """Reload the window, as when a phone has discarded it."""
        self.engine.run(_LEFT)
        self.engine.reload()
        self._until_started(sees)

    def texts(self) -> list[str]:
        """Every name and text a screen reader would find, in reading order."""
        said: list[str] = self.engine.run(_TEXTS)
        return said

    def says(self, text: str) -> bool:
        """Whether `text` is part of anything on the screen now."""
        return any(text in said for said in self.texts())

    def wait_for(self, text: str, *, patience_s: float = PATIENCE_S) -> None:
        """Wait until the screen says `text`."""
        self.wait_until(lambda: self.says(text), f"the screen to say {text!r}", patience_s=patience_s)

    def wait_until(self, holds: Callable[[], bool], what: str, *, patience_s: float = PATIENCE_S) -> None:
        """Wait until `holds()`; the failure names `what` and shows what the screen says instead."""
        end = time.monotonic() + patience_s
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"waited {patience_s:g} s for {what}; the screen says {self.texts()}")
            time.sleep(POLL_S)

    def has(self, role: str, name: str) -> bool:
        """Whether such an element is there now."""
        return bool(self.engine.run(_FOUND, role, name, False))

    def tap(self, role: str, name: str, *, part: bool = False) -> None:
        """Press and release a real pointer on it, once it is in view, at rest and not greyed out."""
        place = self._at_rest(role, name, part)
        self.touch(place["x"], (place["top"] + place["bottom"]) / 2)

    def touch(self, x: float, y: float) -> None:
        """Press and release a real pointer here."""
        steps = [
            {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0},
            {"type": "pointerDown", "button": 0},
            {"type": "pause", "duration": 40},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self.engine.act([mouse])

    def press(self, *keys: str) -> None:
        """Press keys one after another; named as WebDriver names them."""
        steps = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.engine.act([{"type": "key", "id": "keys", "actions": steps}])

    def press_on(self, name: str, key: str) -> None:
        """Go by Tab to what begins with this name, and press the key there."""
        ways: list[str] = []
        end = time.monotonic() + PATIENCE_S
        while not (focused := str(self.engine.run(_FOCUSED))).startswith(name):
            ways.append(focused)
            if time.monotonic() > end:
                raise AssertionError(f"Tab does not come to {name!r}, but to {list(dict.fromkeys(ways))}")
            self.press(TAB)
            self._settle(focused)
        self.press(key)

    def _settle(self, before: str) -> None:
        """Give the app a moment to move the focus; at the ends of the page it may stay."""
        end = time.monotonic() + 1
        while self.engine.run(_FOCUSED) == before and time.monotonic() < end:
            time.sleep(POLL_S)

    def write(self, label: str, text: str) -> None:
        """Tap the field with this label and type the text."""
        self.tap("textbox", label)
        self.wait_until(lambda: self._one("textbox", label, False)["focused"], f"the cursor in {label!r}")
        self.press(*text)
        self.wait_until(
            lambda: self._one("textbox", label, False)["value"] == text, f"{label!r} to hold {text!r}"
        )

    def chosen(self, act: Callable[[], object], file: Path) -> None:
        """Choose the file in the chooser that `act` opens."""
        self.engine.run(_WAIT_FOR_CHOICE)
        act()
        self.engine.choose(file)

    def downloaded(self, act: Callable[[], object]) -> Path:
        """The file that arrives in the downloads, whole, after `act`."""
        for earlier in self.engine.downloads.iterdir():
            earlier.unlink()
        act()
        new: list[Path] = []

        def whole() -> bool:
            new[:] = self.engine.downloads.iterdir()
            return (
                len(new) == 1 and new[0].suffix not in (".part", ".wkdownload") and new[0].stat().st_size > 0
            )

        self.wait_until(whole, "the file to arrive")
        return new[0]

    def _until_started(self, sees: str) -> None:
        def ready() -> bool:
            assert (refused := self.engine.run(_REFUSED)) == "", refused
            return bool(self.engine.run(_STARTED)) and self.says(sees)

        what = f"the app to show {sees!r}"
        try:
            self.wait_until(ready, what, patience_s=START_S)
        except AssertionError:
            if self.texts():
                raise
            # WebKitGTK sometimes stays at an empty page (docs/browsers.md); it gets one second try.
            warnings.warn(f"{self.engine.name}: an empty page was loaded again", stacklevel=2)
            self.engine.reload()
            self.wait_until(ready, what, patience_s=START_S)

    def _one(self, role: str, name: str, part: bool) -> dict[str, Any]:
        found: list[dict[str, Any]] = []

        def there() -> bool:
            found[:] = self.engine.run(_FOUND, role, name, part)
            if not found:
                self.engine.run(_WHEEL, 300)
            return len(found) == 1

        self.wait_until(there, f"one {role} {name!r}")
        return found[0]

    def _at_rest(self, role: str, name: str, part: bool) -> dict[str, Any]:
        """Scroll until it lies within the window, and wait until it no longer moves."""
        last: dict[str, Any] = {}

        def at_rest() -> bool:
            nonlocal last
            now, height = self._one(role, name, part), self.engine.run("() => innerHeight")
            moved, last = now != last, now
            if moved or now["off"]:
                return False
            middle = (now["top"] + now["bottom"]) / 2
            if 60 < middle < height - 60 or now["top"] < 60 < height - 60 < now["bottom"]:
                return True
            self.engine.run(_WHEEL, round(middle - height / 2))
            return not self._moved(role, name, part, now)

        self.wait_until(at_rest, f"{role} {name!r} to be in view and ready")
        return last

    def _moved(self, role: str, name: str, part: bool, before: dict[str, Any]) -> bool:
        """Whether a turn of the wheel has moved it; what is at the end of the page or fixed stays."""
        end = time.monotonic() + 1
        while time.monotonic() < end:
            if self._one(role, name, part) != before:
                return True
            time.sleep(POLL_S)
        return False
