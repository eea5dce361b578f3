"""`homecare serve`: the app in the browser, on 127.0.0.1 only."""

import gc
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from homecare.wording import _


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("--port", type=int, help=_("port on 127.0.0.1 (default 8550, or the next free one)"))
    command.add_argument("--no-browser", action="store_true", help=_("do not open the browser"))


def run(args: Namespace) -> int:
    """Serve the app until Ctrl+C."""
    gc.disable()  # until the app is loaded (host/server/background.py): what starting makes is here to stay
    from homecare.host.local import LocalHost
    from homecare.host.server.port import listen
    from homecare.host.server.server import serve

    host = LocalHost(args.data)

    def load_main() -> Callable[..., None]:
        from homecare.start.window import app_for

        return app_for(host)

    with listen(args.port) as listener:
        host.make_folder()  # not before the port is ours: a refused command makes no folder
        return serve(load_main, host, listener, not args.no_browser)
