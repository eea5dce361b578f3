"""The lock that one tab of this site holds for its life, so that two never write at once."""

import asyncio
from typing import Any

NAME = "homecare"


class TabLock:
    """Asked for once; the browser gives it to one tab at a time, and takes it back when that tab is gone."""

    def __init__(self) -> None:
        self._granted = asyncio.Event()
        self._asked = False

    @property
    def is_ours(self) -> bool:
        """Whether this tab may write."""
        return self._granted.is_set()

    async def ours_within(self, patience_s: float) -> bool:
        """Whether this tab may write, waiting so long for one that is just closing, in seconds."""
        if not self._asked:
            self._ask()
        try:
            await asyncio.wait_for(self._granted.wait(), patience_s)
        except TimeoutError:
            return False
        return True

    async def ours(self) -> None:
        """Return once every other tab is gone."""
        await self._granted.wait()

    def _ask(self) -> None:
        import js  # noqa: PLC0415
        from pyodide.ffi import create_proxy  # noqa: PLC0415

        def granted(_lock: Any) -> Any:
            self._granted.set()
            return held  # the lock is held until this promise ends, which it never does

        self._asked = True
        held = js.Promise.new(create_proxy(lambda _resolve, _reject: None))
        js.navigator.locks.request(NAME, create_proxy(granted))
