"""Takes a port of the loopback address, which no other computer can reach."""

import socket
import sys

from homecare.host.host import HostError
from homecare.sentences import N_

LOOPBACK = "127.0.0.1"
USUAL_PORT = 8550
LAST_TRIED = USUAL_PORT + 200


def listen(port: int | None) -> socket.socket:
    """A listening socket on `port`, or on the first free one from USUAL_PORT if none is asked for.

    Raises HostError if the port asked for is taken or not allowed, or if none is free.
    """
    if port is not None:
        try:
            return _bound(port)
        except OSError as problem:
            reason = (problem.strerror or str(problem)).lower()
            raise HostError(
                N_("port {port} cannot be used ({reason}); close the other program or choose another port."),
                port=port,
                reason=reason,
            ) from None
        except OverflowError:
            raise HostError(N_("{port} is not a port; choose one from 1024 to 65535."), port=port) from None
    for candidate in range(USUAL_PORT, LAST_TRIED + 1):
        try:
            return _bound(candidate)
        except OSError:
            continue
    raise HostError(
        N_("no port from {first} to {last} is free; name one with --port."),
        first=USUAL_PORT,
        last=LAST_TRIED,
    )


def _bound(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # On Windows this option would let a second program share the port; elsewhere it only
        # allows a port whose last connections are still fading out.
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener
