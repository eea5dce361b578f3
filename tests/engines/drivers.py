"""Real Firefox and real WebKitGTK, driven by the standard protocols that they speak themselves.

Firefox speaks WebDriver BiDi over a WebSocket; WebKitGTK's own driver speaks WebDriver over HTTP. Both take
the same actions of pointer and keyboard, which the browser treats as a person's; a chooser needs that.
"""

import base64
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

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
ERRORS = "standard-error.txt"
"""What an engine and its display say on standard error, in the folder of the engine."""
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
        with ExitStack() as held:
            process = held.enter_context(_started([program, *words, "about:blank"], folder, {}))
            self._line = held.enter_context(connect(_bidi_address(process, folder), max_size=None))
            ignored = {"unhandledPromptBehavior": {"file": "ignore"}}
            self._ask("session.new", capabilities={"alwaysMatch": ignored})
            self._ask("session.subscribe", events=["log.entryAdded", "input.fileDialogOpened"])
            self._page = self._ask("browsingContext.getTree")["contexts"][0]["context"]
            size = {"width": WIDTH, "height": HEIGHT}
            self._ask("browsingContext.setViewport", context=self._page, viewport=size)
            self._held = held.pop_all()

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

    def __init__(self, folder: Path, *, language: str = "C.UTF-8") -> None:
        """Start it, on a bare Linux: the page is told the language "C", which Flutter alone would stop at."""
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
        self._port = _free_port()
        with ExitStack() as held:
            display = held.enter_context(_displayed(folder))
            own = {"DISPLAY": display, "LANG": language, "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"}
            held.enter_context(_started([driver, f"--port={self._port}"], folder, own))
            _until(self._listens, "the driver to listen")
            options = {"binary": str(browser), "args": ["--automation"]}
            wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
            self._session = f"/session/{self._ask('POST', '/session', capabilities=wanted)['sessionId']}"
            held.callback(self._ask, "DELETE", "")
            self._ask("POST", "/window/rect", x=0, y=0, width=WIDTH, height=HEIGHT + 38)
            self._held = held.pop_all()

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
        inputs: list[dict[str, str]] = []

        def opened() -> bool:
            inputs[:] = self._ask("POST", "/elements", using="css selector", value="input[type=file]")
            return bool(inputs)

        _until(opened, "a chooser to open")
        (element,) = inputs[-1].values()
        self._ask("POST", f"/element/{element}/value", text=str(file))

    def picture(self) -> bytes:
        return base64.b64decode(self._ask("GET", "/screenshot"))

    def close(self) -> None:
        self._held.close()

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
        except OSError:
            return False
        return True

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


@contextmanager
def _started(
    words: Sequence[str], folder: Path, own: dict[str, str], *, pass_fds: Sequence[int] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """It runs with `folder` as its home until it is left; what it says on standard error is in ERRORS there.

    It is a group of its own, so that its helpers end with it. It also ends when this process is killed.
    """
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    surroundings = {**kept, "HOME": str(folder), "XDG_RUNTIME_DIR": str(runtime), **own}
    with (folder / ERRORS).open("ab") as errors:
        process = subprocess.Popen(
            [_found("setpriv"), "--pdeathsig", "KILL", *words],
            env=surroundings,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            pass_fds=pass_fds,
        )
    try:
        yield process
    finally:
        _ended(process)


def _ended(process: subprocess.Popen[bytes]) -> None:
    """End it and every helper that is left of its group."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _bidi_address(process: subprocess.Popen[bytes], folder: Path) -> str:
    """The address that Firefox says it listens on."""
    found: list[str] = []

    def told() -> bool:
        assert process.poll() is None, "Firefox ended at its start"
        said = (folder / ERRORS).read_text(encoding="utf-8", errors="replace")
        found[:] = re.findall(r"WebDriver BiDi listening on (\S+)\n", said)
        return bool(found)

    _until(told, "Firefox to listen")
    return f"{found[0]}/session"


@contextmanager
def _displayed(folder: Path) -> Iterator[str]:
    """The name of a display that nobody sees."""
    reading, writing = os.pipe()
    words = [_found("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1280x1000x24", "-nolisten", "tcp"]
    with os.fdopen(reading, encoding="ascii") as told, _started(words, folder, {}, pass_fds=[writing]):
        os.close(writing)
        yield f":{told.readline().strip()}"


def _until(holds: Callable[[], bool], what: str) -> None:
    """Wait until `holds()`; the failure names `what`."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, f"waited {PATIENCE_S:g} s for {what}"
        time.sleep(0.02)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
