"""The data folder of a command: only a command that records something makes it, and damage is always told."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from homecare.host.local import LocalHost
from homecare.storage.store import Store
from homecare.wording import _
from homecare.wording.storage_faults import recovery_line


@contextmanager
def diary(host: LocalHost, *, make: bool = False) -> Iterator[Store]:
    """The store of the host's folder; what was found damaged in it is told when the command is done.

    A folder that does not exist is made only with `make`, else ValueError is raised.
    """
    if not make and not host.data_dir.exists():
        raise ValueError(
            _("There is no folder {folder}; name the one that holds the diary with --data.").format(
                folder=host.data_dir
            )
        )
    store = Store.open(host.data_dir)
    yield store
    for recovery in store.recovered:
        print(f"homecare: {recovery_line(recovery)}", file=sys.stderr)
