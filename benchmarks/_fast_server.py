"""The served app in a time that runs faster than real: `python -m benchmarks._fast_server DATA PORT FACTOR`.

Every wait of the event loop is shorter by the factor, and the app's clocks run ahead by it, so an hour of a
guided session passes in minutes with every second of it drawn. They say nine in the morning when DAYS is
written, a file beside the folder, on the day that is as many days ahead as it holds.
"""

import selectors
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

DAYS = "days-ahead"
_steady = time.monotonic
_FACTOR = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
_BEGAN = _steady()


def _fast() -> float:
    return _BEGAN + (_steady() - _BEGAN) * _FACTOR


class _Selector(selectors.DefaultSelector):
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(timeout / _FACTOR if timeout else timeout)


def main() -> int:
    """Serve until told to stop."""
    time.monotonic = _fast
    selectors.DefaultSelector = _Selector  # type: ignore[misc]
    from homecare.host.local import LocalHost  # noqa: PLC0415  after the clock is set
    from homecare.host.server.port import listen  # noqa: PLC0415
    from homecare.host.server.server import serve  # noqa: PLC0415

    class FastHost(LocalHost):
        """This computer with a clock that runs ahead."""

        def now(self) -> datetime:
            days = self.data_dir.with_name(DAYS)
            morning = super().now().replace(hour=9, minute=0, second=0)
            ran = (time.time() - days.stat().st_mtime) * _FACTOR
            ahead = timedelta(days=int(days.read_text(encoding="ascii")), seconds=ran)
            return (morning + ahead).replace(microsecond=0)

    host = FastHost(Path(sys.argv[1]))

    def load_main() -> Callable[..., None]:
        from homecare.start.window import app_for  # noqa: PLC0415

        return app_for(host)

    return serve(load_main, host, listen(int(sys.argv[2])), open_browser=False)


if __name__ == "__main__":
    sys.exit(main())
