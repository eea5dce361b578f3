"""Takes a picture of every screen with believable data: `python -m tests.gallery [--only WORD]`.

Phone and desktop, light and dark, normal and largest text; `index.html` shows them side by side.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from homecare.domain.settings import Settings
from homecare.storage.store import Store
from tests.browser.conftest import NAMES
from tests.browser.screen import Screen
from tests.browser.setup import Setup, start
from tests.serving import Server

AT = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
PAINT_MS = 1500
"""What is painted trails what is said: without a graphics card by up to a second."""
SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
Screens = dict[str, tuple[str, str]]
SCREENS: Screens = {
    "today": ("/", "How is your pain now?"),
    "session": ("/session", "Pause"),
    "exercises": ("/exercises", "Phases and goals"),
    "exercise": ("/exercises/exercise/plantar-fascia-stretch", "Your dose"),
    "phases": ("/exercises/phases/plantar-fasciitis", "You are here"),
    "conditions": ("/exercises/conditions", "Also called"),
    "condition": ("/exercises/condition/achilles-tendinopathy", "What it is"),
    "diary": ("/diary", "Add an entry"),
    "diary-new": ("/diary/new", "Save"),
    "diary-day": ("/diary/day/2026-03-01", "1 March"),
    "aftercare": ("/aftercare", "Aftercare"),
    "needling-new": ("/aftercare/new", "Save"),
    "checklist": ("/aftercare/checklist", "Do you understand"),
    "warning-signs": ("/aftercare/warning-signs", "Warning signs"),
    "safety": ("/safety", "Is any of these"),
    "welcome": ("/welcome", "What hurts?"),
    "settings": ("/settings", "Reminder times"),
    "about": ("/about", "What this app does"),
    "share": ("/share", "What your report says"),
    "restore": ("/share/restore", "Choose a file"),
    "week": ("/share/week", "Code of your last 7 days"),
    "clinicians": ("/clinicians", "Read exported diaries"),
    "prescribe": ("/clinicians/prescribe", "What is the plan for?"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one round of pictures is taken."""

    size: str
    scheme: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.size}-{self.scheme}-{self.text}"


def looks() -> Iterator[Look]:
    for size, scheme, text in product(SIZES, ("light", "dark"), ("normal", "largest")):
        yield Look(size=size, scheme=scheme, text=text)


def take(browser: Browser, server: Server, look: Look, screens: Screens, output: Path) -> None:
    """The pictures of one look; the whole length of a phone screen is left to scrolling."""
    store = Store.open(server.folder)
    store.save_settings(replace(Settings(), text_size=look.text))  # type: ignore[arg-type]
    width, height = SIZES[look.size]
    for name, (route, sees) in screens.items():
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if look.scheme == "dark" else "light",
            device_scale_factor=2 if look.size == "phone" else 1,
        )
        screen = Screen(context.new_page(), server.address)
        screen.open(route, sees=sees)
        screen.page.wait_for_timeout(PAINT_MS)
        folder = output / look.name
        folder.mkdir(parents=True, exist_ok=True)
        screen.picture(folder / f"{name}.png")
        context.close()
        print(f"{look.name}/{name}.png")


def index(output: Path, screens: Screens) -> None:
    """One page with all pictures, a row per look."""
    rows = []
    for look in looks():
        pictures = [
            f'<img src="{look.name}/{name}.png" alt="{escape(name)}" loading="lazy">' for name in screens
        ]
        rows.append(f"<h2>{escape(look.name)}</h2><div>{''.join(pictures)}</div>")
    style = (
        "body{font:16px sans-serif;background:#888}div{display:flex;gap:8px;overflow:auto}img{height:600px}"
    )
    (output / "index.html").write_text(
        f"<!doctype html><title>homecare</title><style>{style}</style>{''.join(rows)}"
    )


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--output", type=Path, default=Path("gallery"))
    words.add_argument("--only", default="", help="only looks and screens whose name holds this word")
    args = words.parse_args()
    chosen = {name: one for name, one in SCREENS.items() if args.only in name} or SCREENS
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        server = start(Setup(demo_days=42, at=AT), Path(folder))
        try:
            for look in looks():
                if chosen is not SCREENS or args.only in look.name:
                    take(browser, server, look, chosen, args.output)
        finally:
            server.stop()
        browser.close()
    index(args.output, chosen)


if __name__ == "__main__":
    main()
