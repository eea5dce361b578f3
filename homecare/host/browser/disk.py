"""The files that a browser keeps: one IndexedDB store, file name to bytes."""

import asyncio
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FILES = "files"
PATIENCE_S = 20.0
"""How long to wait for one transaction, in seconds, before giving up."""


class DiskError(Exception):
    """The browser did not keep what it was given, not even in part. `full` if it has no room left."""

    def __init__(self, reason: str, *, full: bool = False) -> None:
        super().__init__(reason)
        self.full = full


class BrowserDisk:
    """A database of this site; `keep` changes all the files in one durable transaction, or none of them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._database: Any = None
        self._kept: dict[str, Any] = {}  # what the database holds, in the browser's own memory

    async def load(self, folder: Path) -> None:
        """Write every file the browser keeps into `folder`, making it if needed. Raises DiskError."""
        await self._open()
        transaction, done = self._begin("readonly")
        files = transaction.objectStore(FILES)
        names, contents = files.getAllKeys(), files.getAll()
        await _in_time(done, transaction)
        self._kept = dict(zip(names.result, contents.result, strict=True))
        for parent in {folder, *((folder / name).parent for name in self._kept)}:
            parent.mkdir(parents=True, exist_ok=True)
        self.bring_back(folder, self._kept)

    async def keep(self, files: Mapping[str, bytes | None]) -> None:
        """Keep these files, and forget those that are None: on the device's disk when this returns.

        Raises DiskError; then nothing has changed. If the browser has thrown the database away, the next call
        makes a new, empty one.
        """
        from pyodide.ffi import to_js  # noqa: PLC0415

        await self._open()
        transaction, done = self._begin("readwrite")
        store = transaction.objectStore(FILES)
        written = {name: None if content is None else to_js(content) for name, content in files.items()}
        try:
            for name, content in written.items():
                if content is None:
                    store.delete(name)
                else:
                    store.put(content, name)
        except Exception as fault:  # a DOMException, which only its name tells apart
            done.cancel()
            raise _disk_error(fault) from None
        await _in_time(done, transaction)
        self._kept.update(written)

    def bring_back(self, folder: Path, names: Iterable[str]) -> None:
        """Set these files in `folder` back to what the browser keeps of them."""
        import pyodide_js  # noqa: PLC0415

        for name in names:
            content = self._kept.get(name)
            if content is None:
                (folder / name).unlink(missing_ok=True)
            else:
                pyodide_js.FS.writeFile(f"{folder}/{name}", content)

    @property
    def is_open(self) -> bool:
        """Whether the database is open: not before `load`, nor after the browser has closed it."""
        return self._database is not None

    async def _open(self) -> None:
        if self._database is not None:
            return
        import js  # noqa: PLC0415
        from pyodide.ffi import create_proxy  # noqa: PLC0415

        def make(event: Any) -> None:
            event.target.result.createObjectStore(FILES)

        def lost(_event: Any) -> None:
            self._database = None

        try:
            request = js.indexedDB.open(self._name, 1)
        except Exception as fault:  # storage is switched off
            raise _disk_error(fault) from None
        request.onupgradeneeded = create_proxy(make)
        self._database = await _in_time(_told(request, good="onsuccess", bad="onerror"))
        self._database.onclose = create_proxy(lost)

    def _begin(self, mode: str) -> tuple[Any, "asyncio.Future[Any]"]:
        import js  # noqa: PLC0415
        from pyodide.ffi import to_js  # noqa: PLC0415

        try:
            options = to_js({"durability": "strict"}, dict_converter=js.Object.fromEntries)
            transaction = self._database.transaction(FILES, mode, options)
        except Exception as fault:  # the browser has closed the database
            self._database = None
            raise _disk_error(fault) from None
        return transaction, _told(transaction, good="oncomplete", bad="onabort")


def _told(source: Any, *, good: str, bad: str) -> "asyncio.Future[Any]":
    """A future that resolves at the event `good` and fails with DiskError at `bad`."""
    from pyodide.ffi import create_proxy  # noqa: PLC0415

    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def well(event: Any) -> None:
        if not future.done():
            future.set_result(getattr(event.target, "result", None))

    def ill(event: Any) -> None:
        if not future.done():
            future.set_exception(_disk_error(event.target.error))

    def told(done: "asyncio.Future[Any]") -> None:
        if not done.cancelled():
            done.exception()  # read it, or asyncio complains if whoever waited gave up
        for proxy in proxies.values():
            proxy.destroy()

    proxies = {good: create_proxy(well), bad: create_proxy(ill)}
    for name, proxy in proxies.items():
        setattr(source, name, proxy)
    future.add_done_callback(told)
    return future


async def _in_time(future: "asyncio.Future[Any]", transaction: Any = None) -> Any:
    try:
        return await asyncio.wait_for(asyncio.shield(future), PATIENCE_S)
    except TimeoutError:
        if transaction is not None:
            transaction.abort()
        raise DiskError("it does not answer") from None


def _disk_error(fault: Any) -> DiskError:
    name = getattr(fault, "name", "")
    return DiskError(str(getattr(fault, "message", fault)), full=name == "QuotaExceededError")
