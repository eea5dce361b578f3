"""Files that leave or enter the window: what a tap saves, and what a tap asks for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload

from tests.browser.screen import Screen


def saved(screen: Screen, button: str) -> tuple[str, bytes]:
    """The name and the content of the file that a tap on `button` saves.

    Playwright's own wait for a download has no time limit, so ask the browser how far it is.
    """
    states: list[str] = []

    def note(progress: dict[str, Any]) -> None:
        states.append(progress["state"])

    watch = screen.page.context.new_cdp_session(screen.page)
    watch.on("Page.downloadProgress", note)
    watch.send("Page.enable")
    with screen.page.expect_download() as found:
        screen.tap("button", button)
    screen.wait_until(lambda: "completed" in states, f"the file of {button!r} to be written")
    watch.detach()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


def choose(screen: Screen, button: str, *files: Path) -> None:
    """Tap `button`, and choose these files from the disk."""
    _answer(screen, button, files)


def choose_data(screen: Screen, button: str, name: str, data: bytes) -> None:
    """Tap `button`, and choose a file with this name and content."""
    _answer(screen, button, [FilePayload(name=name, mimeType="application/octet-stream", buffer=data)])


def drop(screen: Screen, *files: Path) -> None:
    """Drag these files from the disk over the window, and let them go in its middle."""
    size = screen.page.viewport_size or {"width": 390, "height": 844}
    data = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
    hand = screen.page.context.new_cdp_session(screen.page)
    for act in ("dragEnter", "dragOver", "drop"):
        place = {"x": size["width"] / 2, "y": size["height"] / 2}
        hand.send("Input.dispatchDragEvent", {"type": act, **place, "data": data})
    hand.detach()


def _answer(screen: Screen, button: str, files: Sequence[Path] | Sequence[FilePayload]) -> None:
    with screen.page.expect_file_chooser() as chooser:
        screen.tap("button", button)
    chooser.value.set_files(files)
