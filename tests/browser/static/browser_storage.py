"""Copies what the browser keeps for the static app to a folder on disk, and back."""

import base64
import shutil
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

PATIENCE_S = 15.0

_OPEN = """(files) => {
  window.homecareRead = undefined;
  const done = (found) => { window.homecareRead = found; };
  const asked = indexedDB.open("homecare", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("files");
  asked.onerror = () => done({ problem: String(asked.error) });
  asked.onsuccess = () => {
    const transaction = asked.result.transaction("files", "readwrite");
    const all = transaction.objectStore("files");
    const answer = { files: [] };
    transaction.oncomplete = () => { asked.result.close(); done(answer); };
    WORK
  };
}"""
_READ = _OPEN.replace(
    "WORK",
    """const [names, contents] = [all.getAllKeys(), all.getAll()];
    const text = (bytes) => btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));
    contents.onsuccess = () => {
      answer.files = names.result.map((name, at) => [name, text(contents.result[at])]);
    };""",
)
_WRITE = _OPEN.replace(
    "WORK",
    """const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    all.clear();
    for (const [name, text] of files) all.put(bytes(text), name);""",
)


def copy_out(page: Page, folder: Path) -> Path:
    """Copy what the browser keeps into `folder`, and return it."""
    _start(page, _READ)
    files = _answer(page)["files"]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    for name, text in files:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(base64.b64decode(text))
    return folder


def copy_in(page: Page, folder: Path) -> None:
    """Copy `folder` into the browser's storage; no app may be open on the page's site."""
    files = [
        (path.relative_to(folder).as_posix(), base64.b64encode(path.read_bytes()).decode("ascii"))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    ]
    _start(page, _WRITE, files)
    _answer(page)


def _start(page: Page, script: str, *given: object) -> None:
    # The script returns at once: Playwright's own wait for a promise has no limit.
    page.evaluate(script, *given)


def _answer(page: Page) -> dict[str, Any]:
    end = time.monotonic() + PATIENCE_S
    while (found := page.evaluate("window.homecareRead")) is None:
        assert time.monotonic() < end, "the browser's storage did not answer"
        page.wait_for_timeout(10)
    assert "problem" not in found, found
    answer: dict[str, Any] = found
    return answer
