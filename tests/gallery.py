"""Pictures of every screen with believable data: `python -m tests.gallery [--only WORD] [--look WORD]`.

Phone and desktop, light and dark, normal and largest text; `index.html` shows them side by side.
"""

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from html import escape
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from homecare.domain.records.settings import Settings
from homecare.storage.store import Store
from tests import shared
from tests.browser.conftest import NAMES
from tests.browser.screen import PATIENCE_S, Screen
from tests.browser.setup import Setup, start
from tests.exported import homecare
from tests.gallery_screens import AT, Files, Shot, files, shots
from tests.serving import Server

PAINT_MS = 1500
"""How long painting may lag behind what the screen reader is told: without a graphics card up to a second."""
SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
FEW_COLOURS = 200
"""A drawn screen has more colours than this, because letters have soft edges."""
PAGE = "report"


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


def take(
    browser: Browser, server: Server, look: Look, screens: Mapping[str, Shot], *, found: Files, output: Path
) -> None:
    """The pictures of one look; the whole length of a phone screen is left to scrolling."""
    store = Store.open(server.folder)
    store.save_settings(replace(Settings(), text_size=look.text))  # type: ignore[arg-type]
    width, height = SIZES[look.size]
    for name, shot in screens.items():
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if look.scheme == "dark" else "light",
            device_scale_factor=2 if look.size == "phone" else 1,
        )
        screen = Screen(context.new_page(), server.address)
        context.set_default_timeout(PATIENCE_S * 1000)
        screen.open(shot.at, sees=shot.sees)
        if shot.steps is not None:
            shot.steps(screen, found)
        folder = output / look.name
        folder.mkdir(parents=True, exist_ok=True)
        paint(screen, folder / f"{name}.png")
        context.close()
        print(f"{look.name}/{name}.png")


def paint(screen: Screen, path: Path) -> None:
    """Save the picture at `path`, once it shows more than the background or the word "Starting"."""
    for _ in range(10):
        screen.page.wait_for_timeout(PAINT_MS)
        with Image.open(BytesIO(screen.picture(path))) as picture:
            if picture.convert("RGB").getcolors(FEW_COLOURS) is None:
                return
    print(f"{path} shows next to nothing")


def page(server: Server, output: Path) -> bool:
    """The one-page report as a picture; needs `pdftoppm` of poppler-utils."""
    program = shutil.which("pdftoppm")
    if program is None:
        print("report.png is left out: pdftoppm (poppler-utils) is not installed")
        return False
    output.mkdir(parents=True, exist_ok=True)
    paper = output / f"{PAGE}.pdf"
    days = ("--from", f"{AT - timedelta(days=27):%Y-%m-%d}", "--to", f"{AT:%Y-%m-%d}")
    homecare("export", "--format", "pdf", *days, "--output", str(paper), "--data", str(server.folder))
    subprocess.run([program, "-r", "110", "-png", "-singlefile", paper, output / PAGE], check=True)
    print(f"{PAGE}.png")
    return True


def index(output: Path, screens: Mapping[str, Shot], *, paper: bool) -> None:
    """One page with all pictures, a row per look."""
    rows = [f'<h2>{PAGE}</h2><div><img src="{PAGE}.png" alt="{PAGE}"></div>'] if paper else []
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
    words.add_argument("--only", nargs="+", default=[""], help="only screens whose name holds one of these")
    words.add_argument("--look", default="", help="only looks whose name holds this, such as phone-dark")
    args = words.parse_args()
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        server = start(Setup(demo_days=42, at=AT), Path(folder))
        try:
            found = files(Path(folder), server)
            chosen = {
                name: shot for name, shot in shots(server).items() if any(shot in name for shot in args.only)
            }
            paper = any(map(PAGE.__contains__, args.only)) and page(server, args.output)
            for look in looks():
                if args.look in look.name:
                    take(browser, server, look, chosen, found=found, output=args.output)
        finally:
            server.stop()
        browser.close()
    index(args.output, chosen, paper=paper)


if __name__ == "__main__":
    shared.begin()
    try:
        main()
    finally:
        shared.end()
