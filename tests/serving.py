"""Runs the app's server in its own process, as a person would; also the module that process runs."""

import argparse
import ctypes
import importlib
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from homecare.host.host import HostError
from homecare.host.server.port import listen
from homecare.host.server.server import serve
from tests.fixed_host import Clock, ClockedHost

ROOT = Path(__file__).parent.parent
RUNNING = "homecare is running at http://127.0.0.1:"
PATIENCE_S = 60.0
"""How long a busy machine may take to start or end a server; no test waits so long for a right answer."""
REAL_APP = "homecare.start.window"
PR_SET_PDEATHSIG = 1


class Server:
    """A served app: `address` once it answers; `stop` ends it and returns its exit status.

    `app` is a module with `app_for(host)`, the app itself by default.
    """

    def __init__(self, folder: Path, clock: Clock, *, app: str = REAL_APP, port: int | None = 0) -> None:
        words = ["--data", str(folder), "--clock", str(clock.path), "--app", app]
        if port is not None:
            words += ["--port", str(port)]
        self.folder = folder
        self.clock = clock
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.serving", *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.line = self._first_line()
        self.port = int(self.line.removeprefix(RUNNING).partition("/")[0]) if self.line else 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the server did not stop within a minute") from None

    def output(self) -> str:
        """What else was printed; only after `stop`."""
        assert self.process.stdout is not None
        return self.process.stdout.read()

    def errors(self) -> str:
        """What went to standard error; only after `stop`."""
        assert self.process.stderr is not None
        return self.process.stderr.read()

    def _first_line(self) -> str:
        """The first line printed; empty if the process ended without one."""
        assert self.process.stdout is not None
        watch = threading.Timer(PATIENCE_S, self.process.kill)
        watch.start()
        try:
            return self.process.stdout.readline()
        finally:
            watch.cancel()


def end_with_the_test() -> None:
    """A test process that is killed cannot stop its server: Linux sends the signal for it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def main() -> int:
    end_with_the_test()
    words = argparse.ArgumentParser()
    words.add_argument("--data", type=Path, required=True)
    words.add_argument("--clock", type=Path, required=True)
    words.add_argument("--app", default=REAL_APP)
    words.add_argument("--port", type=int)
    args = words.parse_args()
    host = ClockedHost(args.data, Clock(args.clock))

    def load_main() -> Callable[..., Any]:
        main: Callable[..., Any] = importlib.import_module(args.app).app_for(host)
        return main

    try:
        with listen(args.port) as listener:
            return serve(load_main, host, listener, open_browser=False)
    except HostError as problem:
        print(f"homecare: {problem}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
