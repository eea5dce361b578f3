"""One Chromium for all tests, replaced by a new one when it stops answering."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Browser, Playwright

PATIENCE_S = 100.0
"""How long a test may take, in seconds: Playwright waits for ever for a window whose script is stuck."""
OTHER_HOSTS_DO_NOT_EXIST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

COMPILE_ONCE = "--js-flags=--liftoff-only"
"""Leave out the second, optimising compilation of Flutter's WebAssembly: a quarter of a window's start.

Windows of tests live for seconds, so they never earn back what it costs.
"""


class Chromium:
    """Starts the browser at `program`, and starts it again after it has died."""

    def __init__(self, playwright: Playwright, program: str) -> None:
        self._playwright = playwright
        self._program = program
        self._mark = f"--homecare-tests={uuid4()}"
        self._running: Browser | None = None

    @property
    def browser(self) -> Browser:
        """The running browser."""
        if self._running is None or not self._running.is_connected():
            self._running = self._playwright.chromium.launch(
                executable_path=self._program, args=[OTHER_HOSTS_DO_NOT_EXIST, COMPILE_ONCE, self._mark]
            )
        return self._running

    def close(self) -> None:
        """End it."""
        if self._running is not None:
            self._running.close()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Inside, what waits for the browser longer than PATIENCE_S gets Playwright's TargetClosedError."""
        watch = threading.Timer(PATIENCE_S, self._kill)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _kill(self) -> None:
        """Kill every process of the browser; without /proc, only the run's own time limit helps."""
        for words in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                if self._mark.encode() in words.read_bytes():
                    os.kill(int(words.parent.name), signal.SIGKILL)
            except OSError:
                continue
