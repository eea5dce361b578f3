"""Real Firefox and real WebKitGTK, driven by the standard protocols that they speak themselves.

Firefox speaks WebDriver BiDi over a WebSocket; WebKitGTK's own driver speaks WebDriver over HTTP. Both take
the same actions of pointer and keyboard, which the browser treats as a person's; a chooser needs that.
"""

import base64
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

PATIENCE_S = 60.0
WIDTH, HEIGHT = 412, 860
MINI_BROWSER = "webkit2gtk-4.1/MiniBrowser"
"""The smallest browser around WebKitGTK; Debian's `webkit2gtk-driver` brings it."""
_PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.download.folderList": 2,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "en-GB, en",
    "pdfjs.disabled": True,
    "remote.active-protocols": 1,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
INSTALL = "apt install firefox-esr webkit2gtk-driver xvfb"
Actions = list[dict[str, Any]]


class MissingError(Exception):
    """This computer lacks something that the engine needs; the words say what to install."""


class Engine(Protocol):
    """One browser with one window and a profile of its own.

    `downloads` is the folder its downloads go to. `errors` is what the page reported as errors, where the
    protocol tells it.
    """

    name: str
    downloads: Path
    errors: list[str]

    def go(self, address: str) -> None:
        """Load the address, without waiting for the page."""

    def reload(self) -> None:
        """Load the page again."""

    def run(self, function: str, *given: object) -> Any:
        """Call a JavaScript function with JSON values; returns what it returns (no promise)."""

    def act(self, actions: Actions) -> None:
        """Let pointer and keyboard do this, as WebDriver's "perform actions" has it."""

    def choose(self, file: Path) -> None:
        """Choose the file in the chooser that the last tap opened; raises AssertionError if none opened."""

    def picture(self) -> bytes:
        """A screenshot, as a PNG."""

    def close(self) -> None:
        """End the browser."""


class Firefox:
    """Firefox without a display."""

    name = "firefox"

    def __init__(self, folder: Path) -> None:
        program = _found("firefox-esr", "firefox")
        self.downloads = folder / "downloads"
        self.errors: list[str] = []
        self._last = 0
        self._choosers: list[str] = []
        profile = folder / "profile"
        for made in (self.downloads, profile):
            made.mkdir(parents=True)
        wanted = {**_PREFERENCES, "browser.download.dir": str(self.downloads)}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        words = ["--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0"]
        self._process = _started([program, *words, "about:blank"], folder, {}, stderr=subprocess.PIPE)
        self._held = ExitStack()
        self._line = self._connected()
        ignored = {"unhandledPromptBehavior": {"file": "ignore"}}
        self._ask("session.new", capabilities={"alwaysMatch": ignored})
        self._ask("session.subscribe", events=["log.entryAdded", "input.fileDialogOpened"])
        self._page = self._ask("browsingContext.getTree")["contexts"][0]["context"]
        size = {"width": WIDTH, "height": HEIGHT}
        self._ask("browsingContext.setViewport", context=self._page, viewport=size)

    def go(self, address: str) -> None:
        self._ask("browsingContext.navigate", context=self._page, url=address, wait="none")

    def reload(self) -> None:
        self._ask("browsingContext.reload", context=self._page, wait="none")

    def run(self, function: str, *given: object) -> Any:
        wrapped = f"(given) => JSON.stringify(({function})(...JSON.parse(given)) ?? null)"
        answer = self._ask(
            "script.callFunction",
            functionDeclaration=wrapped,
            arguments=[{"type": "string", "value": json.dumps(given)}],
            target={"context": self._page},
            awaitPromise=False,
            userActivation=False,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def act(self, actions: Actions) -> None:
        self._ask("input.performActions", context=self._page, actions=actions)

    def choose(self, file: Path) -> None:
        while not self._choosers:
            self._take(self._line.recv(timeout=PATIENCE_S))
        chooser = self._choosers.pop()
        self._ask("input.setFiles", context=self._page, element={"sharedId": chooser}, files=[str(file)])

    def picture(self) -> bytes:
        shot = self._ask("browsingContext.captureScreenshot", context=self._page)
        return base64.b64decode(shot["data"])

    def close(self) -> None:
        self._held.close()
        _ended(self._process)

    def _connected(self) -> ClientConnection:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            _, told, address = line.partition(b"WebDriver BiDi listening on ")
            if told:
                address_of_session = f"{address.decode().strip()}/session"
                return self._held.enter_context(connect(address_of_session, max_size=None))
        raise AssertionError("Firefox ended at its start")

    def _ask(self, method: str, **details: Any) -> dict[str, Any]:
        self._last += 1
        self._line.send(json.dumps({"id": self._last, "method": method, "params": details}))
        while True:
            try:
                answer = self._take(self._line.recv(timeout=PATIENCE_S))
            except ConnectionClosed as gone:
                raise AssertionError("Firefox has ended") from gone
            if answer.get("id") != self._last:
                continue
            if answer["type"] == "error":
                raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
            result: dict[str, Any] = answer["result"]
            return result

    def _take(self, said: str | bytes) -> dict[str, Any]:
        """Note what happened in the page, and return what was said."""
        message: dict[str, Any] = json.loads(said)
        if message.get("method") == "log.entryAdded" and message["params"]["level"] == "error":
            self.errors.append(str(message["params"]["text"]))
        elif message.get("method") == "input.fileDialogOpened":
            self._choosers.append(message["params"]["element"]["sharedId"])
        return message


class WebKit:
    """WebKitGTK's small browser on a display that nobody sees."""

    name = "webkit"

    def __init__(self, folder: Path) -> None:
        driver = _found("WebKitWebDriver")
        browser = next(Path("/usr/lib").glob(f"*/{MINI_BROWSER}"), None)
        if browser is None:
            raise MissingError(f"no {MINI_BROWSER} found: {INSTALL}")
        self.errors: list[str] = []
        self.downloads = folder / "Downloads"
        self.downloads.mkdir(parents=True)
        (folder / ".config").mkdir()
        (folder / ".config" / "user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/Downloads"\n')
        self._session = ""
        self._screen, display = _displayed(folder)
        # A bare Linux: the page is told the language "C", which Flutter alone would stop at.
        own = {"DISPLAY": display, "LANG": "C.UTF-8", "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"}
        self._port = _free_port()
        self._process = _started([driver, f"--port={self._port}"], folder, own)
        self._until_listening()
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._session = f"/session/{self._ask('POST', '/session', capabilities=wanted)['sessionId']}"
        self._ask("POST", "/window/rect", x=0, y=0, width=WIDTH, height=HEIGHT + 38)

    def go(self, address: str) -> None:
        # WebDriver waits for the page's end; a page that never ends must not hold it.
        self.run("(address) => { setTimeout(() => location.assign(address), 0); }", address)

    def reload(self) -> None:
        self.run("() => { setTimeout(() => location.reload(), 0); }")

    def run(self, function: str, *given: object) -> Any:
        return self._ask("POST", "/execute/sync", script=f"return ({function})(...arguments)", args=given)

    def act(self, actions: Actions) -> None:
        self._ask("POST", "/actions", actions=actions)

    def choose(self, file: Path) -> None:
        # The dialog itself is none of WebDriver's; the input is there only while the page waits for a choice.
        end = time.monotonic() + PATIENCE_S
        while not (found := self._ask("POST", "/elements", using="css selector", value="input[type=file]")):
            assert time.monotonic() < end, "no chooser opened"
            time.sleep(0.05)
        (element,) = found[-1].values()
        self._ask("POST", f"/element/{element}/value", text=str(file))

    def picture(self) -> bytes:
        return base64.b64decode(self._ask("GET", "/screenshot"))

    def close(self) -> None:
        if self._session:
            self._ask("DELETE", "")
        _ended(self._process)
        _ended(self._screen)

    def _until_listening(self) -> None:
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                return socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)

    def _ask(self, method: str, path: str, **details: Any) -> Any:
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_S)
        body = json.dumps(details) if method == "POST" else None
        line.request(method, f"{self._session}{path}", body, {"Content-Type": "application/json"})
        answer = line.getresponse()
        value = json.loads(answer.read())["value"]
        line.close()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {value['error']}: {value['message']}")
        return value


def _found(*programs: str) -> str:
    found = next(filter(None, map(shutil.which, programs)), None)
    if found is None:
        raise MissingError(f"no {programs[0]} found: {INSTALL}")
    return found


def _started(
    words: Sequence[str],
    folder: Path,
    own: dict[str, str],
    *,
    stderr: int = subprocess.DEVNULL,
    pass_fds: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start it with `folder` as its home, and as a group of its own so that its helpers end with it."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    surroundings = {**kept, "HOME": str(folder), "XDG_RUNTIME_DIR": str(runtime), **own}
    return subprocess.Popen(
        words,
        env=surroundings,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        pass_fds=pass_fds,
    )


def _ended(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _displayed(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """A display that nobody sees, and its name."""
    reading, writing = os.pipe()
    words = [_found("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1280x1000x24", "-nolisten", "tcp"]
    screen = _started(words, folder, {}, pass_fds=[writing])
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as told:
        return screen, f":{told.readline().strip()}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
